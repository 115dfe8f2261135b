"""Where the posts of an import go, and that they come to stay."""

import datetime as dt

import pytest

from smcal.errors import WrongUse
from smcal.imports import Options, guess, import_posts, parse_table, places_of, posts_of, preview
from smcal.model import Network, Page, State
from smcal.planning.pages import find_page, page_name, parse_page, said_name
from smcal.words import LANGUAGES, speak, spoken, words

W = words("en")


def page(number, network, title):
    return Page(id=f"p{number}", branch_id="b", network=network, title=title)


VK, TELEGRAM = page(1, Network.VK, "Маяк"), page(2, Network.TELEGRAM, "Маяк")
SECOND_VK = page(3, Network.VK, "Радуга")
DZEN = page(4, Network.OTHER, "Дзен: Библиотека")


def plan(text):
    table = parse_table(text, "plan.csv")
    return preview(table, guess(table), Options(words=W))


def pages_for(networks, pages, fallback=None, page_cell=""):
    (row,) = plan(f"Дата;Соцсеть;Страница;Заголовок\n03.12.2026;{networks};{page_cell};Игры\n").posts
    return list(places_of(row, pages, fallback, W).pages)


@pytest.mark.parametrize(
    ("networks", "pages", "fallback", "expected"),
    [
        ("ВК", [VK, TELEGRAM], None, [VK]),
        ("ВК и Telegram", [VK, TELEGRAM], None, [VK, TELEGRAM]),
        ("все", [VK, TELEGRAM], None, [VK, TELEGRAM]),
        ("во все соцсети", [VK, TELEGRAM], None, [VK, TELEGRAM]),
        ("YouTube", [VK, TELEGRAM], TELEGRAM, [TELEGRAM]),
        ("YouTube", [VK], None, [VK]),
        ("YouTube", [VK, TELEGRAM], None, []),
        ("", [VK], None, [VK]),
        ("", [VK, TELEGRAM], None, []),
        ("", [VK, TELEGRAM], VK, [VK]),
        ("ВК", [VK, SECOND_VK], SECOND_VK, [SECOND_VK]),
        ("ВК", [VK, SECOND_VK], None, []),
        ("ВК, YouTube", [VK, TELEGRAM], None, [VK]),
        ("Дзен", [VK, DZEN], None, [DZEN]),
        ("LinkedIn", [VK, DZEN], None, []),
    ],
)
def test_a_row_goes_where_a_careful_person_would_put_it(networks, pages, fallback, expected):
    assert pages_for(networks, pages, fallback) == expected


def test_a_page_named_in_the_row_comes_first():
    assert pages_for("ВК", [VK, SECOND_VK], None, "Радуга") == [SECOND_VK]
    assert pages_for("Telegram", [VK, TELEGRAM], None, "Маяк") == [TELEGRAM]


def test_a_page_that_is_not_here_is_told():
    (row,) = plan("Дата;Страница;Заголовок\n03.12.2026;Звезда;Игры\n").posts
    places = places_of(row, [VK], None, W)
    assert (places.pages, places.remark) == ((VK,), "There is no page “Звезда” here.")


def test_a_column_of_groups_may_name_networks():
    (row,) = plan("Дата;Группа;Заголовок\n03.12.2026;ВК;Игры\n").posts
    assert places_of(row, [VK, TELEGRAM], None, W).pages == (VK,)
    assert not places_of(row, [VK, TELEGRAM], None, W).remark


def test_dated_rows_are_drafts_and_others_ideas():
    read = plan("Дата;Заголовок\n03.12.2026;Игры\n;Когда-нибудь\n")
    drafts = posts_of(read, [VK], None, W)
    assert [(post.state, post.date, post.page_id) for post in drafts] == [
        (State.DRAFT, dt.date(2026, 12, 3), "p1"),
        (State.IDEA, None, "p1"),
    ]


def test_copies_are_stored_with_a_mark():
    posts = posts_of(plan("Дата;Заголовок\n03.12.2026;Игры\n03.12.2026;Игры\n"), [VK], None, W)
    assert [post.note for post in posts] == ["", "Exact copy of line 2 of the table."]


class Stored(list):
    put = list.append


def test_f75_nothing_is_stored_while_a_row_is_refused():
    read, work = plan("Дата;Заголовок\n03.12.2026;Игры\nзавтра;Ёлка\n"), Stored()
    with pytest.raises(WrongUse, match="Nothing was imported"):
        import_posts(work, read, [VK], words=W)
    assert not work
    import_posts(work, read, [VK], words=W, skip_bad=True)
    assert [post.title for post in work] == ["Игры"]


def test_f07_a_repeated_import_changes_nothing():
    text = "Дата;Заголовок\n03.12.2026;Игры\n03.12.2026;Игры\n;Идея\n"
    work = Stored()
    import_posts(work, plan(text), [VK], words=W)
    assert len(work) == 3
    assert import_posts(work, plan(text), [VK], words=W, there=list(work)) == []
    assert len(work) == 3


@pytest.mark.parametrize("name", ["VK: Маяк", "вк: маяк", "ВКонтакте:Маяк", "vk : МАЯК"])
def test_a_page_is_found_by_any_name_of_its_network(name):
    assert find_page([VK, TELEGRAM, SECOND_VK], name) is VK


def test_a_title_alone_serves_when_it_is_unique():
    assert find_page([VK, TELEGRAM, SECOND_VK], "радуга") is SECOND_VK
    with pytest.raises(WrongUse, match="Several pages"):
        find_page([VK, TELEGRAM], "Маяк")
    with pytest.raises(WrongUse, match="VK: Маяк; Telegram: Маяк"):
        find_page([VK, TELEGRAM], "Звезда")


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("VK: Центральная библиотека", "VK: Центральная библиотека"),
        ("вконтакте: Маяк", "VK: Маяк"),
        ("Telegram:Маяк: новости", "Telegram: Маяк: новости"),
        ("Сайт: Главная", "Website: Главная"),
        ("Дзен: Библиотека", "Дзен: Библиотека"),
        ("Other: Доска объявлений", "Other: Доска объявлений"),
    ],
)
def test_a_page_is_called_as_it_was_made(name, full):
    network, title = parse_page(name)
    made = page(9, network, title)
    assert page_name(made) == full
    assert find_page([made, SECOND_VK], name) is made
    assert find_page([made, SECOND_VK], full) is made


@pytest.mark.parametrize("network", Network)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_that_people_read_is_found_again(network, language):
    made = page(9, network, "Маяк")
    before = spoken().language
    speak(language)
    try:
        said = said_name(made)
    finally:
        speak(before)
    others = [page(n, other, "Маяк") for n, other in enumerate(Network) if other is not network]
    assert find_page([made, *others], said) is made
    assert said != page_name(made) or language != "ru" or network not in (Network.WEBSITE, Network.APP, Network.OTHER)


@pytest.mark.parametrize("name", ["Маяк", "VK:", ": Маяк", "Вестник: Маяк"])
def test_a_name_without_a_network_is_refused(name):
    with pytest.raises(WrongUse, match="NETWORK: TITLE"):
        parse_page(name)
