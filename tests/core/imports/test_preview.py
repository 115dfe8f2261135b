"""Rows as a careful person would have typed them."""

import datetime as dt

import pytest

from smcal.errors import WrongUse
from smcal.imports import Options, guess, parse_table, preview
from smcal.model import Network
from smcal.regulation import load_pack
from smcal.words import words

PACK = load_pack("spb-cbs")


def read(text, given=None, name="plan.csv", **options):
    table = parse_table(text, name)
    return preview(table, guess(table, given), Options(pack=PACK, words=words("en"), **options))


def reasons(plan):
    return {row.line: row.reason for row in plan.skipped}


def test_a_russian_plan_is_read_whole():
    plan = read(
        "Дата;Время;Соцсеть;Тема;Заголовок;Текст\n"
        "03.12.2026;18.00;ВК, ТГ;7;Вечер настольных игр;Приходите вечером.\n"
        ";;Сайт;;Идея про викторину;\n"
    )
    first, second = plan.posts
    assert (first.date, first.time) == (dt.date(2026, 12, 3), dt.time(18))
    assert first.networks.known == (Network.VK, Network.TELEGRAM)
    assert (first.topic, first.title, first.text) == (7, "Вечер настольных игр", "Приходите вечером.")
    assert (second.date, second.title, second.networks.known) == (None, "Идея про викторину", (Network.WEBSITE,))
    assert plan.rows == 2


@pytest.mark.parametrize(
    ("headings", "mapped"),
    [
        ("Дата выхода;Площадка;Название поста;Описание", ("date", "network", "title", "text")),
        ("Publish date;Platform;Headline;Caption", ("date", "network", "title", "text")),
        ("Datum;Kanal;Titel;Beschreibung", ("date", "network", "title", "text")),
        ("Datums;Tīkls;Virsraksts;Teksts", ("date", "network", "title", "text")),
        ("Fecha;Red social;Título;Texto", ("date", "network", "title", "text")),
        ("Date de publication;Réseau;Titre;Légende", ("date", "network", "title", "text")),
        ("ДАТА ПУБЛИКАЦИИ;Соц. сеть;«Заголовок»;Текст поста (до 1000 знаков)", ("date", "network", "title", "text")),
        ("Дата;Где публикуем;Мероприятие;Статус", ("date", "network", "title", "status")),
        ("Дата;Сообщество;Заголовок;Рубрика", ("date", "page", "title", "direction")),
    ],
)
def test_headings_are_known_in_many_words_and_languages(headings, mapped):
    table = parse_table(f"{headings}\n03.12.2026;ВКонтакте;Вечер игр;Приходите все\n", "plan.csv")
    columns = guess(table).columns
    assert [next(field for field, n in columns.items() if n == place) for place in range(4)] == list(mapped)


@pytest.mark.parametrize("cells", [("https://vk.com/wall-1_2", "https://vk.com/wall-1_3"), ("а", "б"), ("1", "?")])
def test_a_plain_heading_keeps_its_column_whatever_stands_there(cells):
    plan = read("Дата;Заголовок;Текст\n" + "".join(f"03.12.2026;Вечер игр;{cell}\n" for cell in cells))
    assert [row.text for row in plan.posts] == list(cells)


def test_of_two_headings_that_mean_the_text_the_one_with_words_wins():
    (row,) = read("Дата;Контент;Текст\n03.12.2026;https://vk.com/wall-1_2;Приходите все\n").posts
    assert row.text == "Приходите все"


def test_days_and_times_are_no_text_whatever_their_heading():
    (row,) = read("Сообщение;Заголовок\n03.12.2026;Вечер игр\n").posts
    assert (row.date, row.text) == (dt.date(2026, 12, 3), "")


def test_a_column_called_site_with_numbers_is_no_network():
    plan = read("Сайт;Рубрика;Тема статьи\n1;Карьера;Кто такой лаборант\n7;Карьера;Как стать сварщиком\n")
    assert "network" not in plan.mapping.columns
    assert [row.title for row in plan.posts] == ["Кто такой лаборант", "Как стать сварщиком"]
    assert plan.posts[0].note == "Рубрика: Карьера"


def test_topic_is_the_topic_beside_a_title():
    (row,) = read("Тема;Заголовок\n7. Анонсы;Вечер игр\n").posts
    assert (row.topic, row.title) == (7, "Вечер игр")


def test_topic_is_the_topic_where_its_values_are_numbers():
    (row,) = read("Дата;Тема;Текст\n03.12.2026;№ 7;Вечер игр\nвход свободный\n".replace("\nвход", " — вход")).posts
    assert (row.topic, row.title) == (7, "Вечер игр — вход свободный")


def test_topic_is_the_title_otherwise():
    (row,) = read("Дата;Тема;Текст\n03.12.2026;Вечер игр;Приходите все\n").posts
    assert (row.topic, row.title, row.text) == (None, "Вечер игр", "Приходите все")


def test_a_topic_is_known_by_its_name_as_well():
    title = PACK.topics[0].title.ru
    (row,) = read(f"Тема;Заголовок\n{title.upper()};Закрыты 31 декабря\n").posts
    assert row.topic == PACK.topics[0].id


@pytest.mark.parametrize(
    ("cell", "topic", "note"),
    [
        ("справка", 6, ""),
        ("ONLINE REGISTRATION", 2, ""),
        ("Виртуальная справка", 6, "Тема: Виртуальная справка"),
        ("Электронная доставка", 4, ""),
        ("Мероприятия в январе", 7, "Тема: Мероприятия в январе"),
        ("онлайн", None, "Тема: онлайн"),
        ("Новый зал", None, "Тема: Новый зал"),
    ],
    ids=["short", "English", "words of one topic", "part of a name", "more words", "of several topics", "of none"],
)
def test_a_topic_in_words_is_found_where_only_one_fits_and_its_words_are_kept(cell, topic, note):
    (row,) = read(f"Дата;Тема;Заголовок\n03.12.2026;{cell};Один\n").posts
    assert (row.topic, row.title, row.note) == (topic, "Один", note)


def test_a_topic_brings_its_usual_direction_unless_another_is_named():
    usual = next(topic for topic in PACK.topics if topic.direction)
    other = next(direction for direction in PACK.directions if direction.id != usual.direction)
    text = f"Тема;Направление;Заголовок\n{usual.id};;Один\n{usual.id};{other.title.ru};Два\n{usual.id};Танцы;Три\n"
    rows = read(text).posts
    assert [row.direction for row in rows] == [usual.direction, other.id, usual.direction]
    assert rows[2].note == "Направление: Танцы"


def test_a_topic_that_the_regulation_lacks_is_kept_in_the_note():
    (row,) = read("Тема;Заголовок\n77;Вечер игр\n").posts
    assert (row.topic, row.note) == (None, "Тема: 77")


def test_without_a_title_the_first_line_of_the_text_is_the_title():
    first, second = (
        read('date,caption\n2026-12-03,"Сперва это\nпотом то"\n2026-12-04,\n', {"date": "date"}).posts[:1] * 2
    )
    assert (first.title, first.text) == ("Сперва это", "Сперва это\nпотом то")
    assert second is first


def test_a_story_without_words_stays_a_post():
    rows = read("date,time,type,caption\n2026-12-03,18:00,story,\n2026-12-03,19:00,post,Текст\n").posts
    assert [(row.title, row.time) for row in rows] == [("", dt.time(18)), ("Текст", dt.time(19))]


def test_tags_join_the_text_once():
    rows = read("date,caption,hashtags\n2026-12-03,Текст,#книги зима\n2026-12-04,Уже #книги здесь,#книги\n").posts
    assert [row.text for row in rows] == ["Текст\n\n#книги #зима", "Уже #книги здесь"]


def test_twelve_hour_clock_far_from_the_date():
    rows = read(
        "id,date,platform,topic,caption,status,approval_status,scheduled_time\n"
        "1,2026-07-01,LinkedIn,Один,Текст,Posted,Approved,10:00 AM\n"
        "2,2026-07-02,Instagram,Два,Текст,Idea,No,6:00 PM\n"
    ).posts
    assert [row.time for row in rows] == [dt.time(10), dt.time(18)]
    assert [row.title for row in rows] == ["Один", "Два"]
    assert rows[0].networks.known == (Network.OTHER,)
    assert rows[0].note == "status: Posted\napproval_status: Approved"
    assert rows[1].note == "approval_status: No"


def test_columns_that_nothing_is_taken_from_are_named_with_their_rows():
    plan = read(
        "Дата;Тип;Заголовок;Адрес картинки;Статус;Решение;Пусто\n"
        "03.12.2026;пост;Один;https://b.example/1.jpg;Черновик;отклонено;\n"
        "04.12.2026;история;Два;;Черновик;;\n"
        ";легенда;;;;;\n"
    )
    assert [(left.column, left.rows) for left in plan.unused] == [("Тип", 2), ("Адрес картинки", 1), ("Решение", 1)]
    assert read("Дата;Заголовок\n03.12.2026;Один\n").unused == ()


def test_a_second_column_of_states_is_told_too():
    plan = read("date,title,status,approval_status\n2026-07-19,One,Drafted,Rejected\n2026-07-20,Two,Drafted,Pending\n")
    assert [row.note for row in plan.posts] == ["approval_status: Rejected", ""]
    assert plan.unused == ()


def test_a_status_is_told_unless_it_is_what_an_import_gives_anyway():
    rows = read("Дата;Заголовок;Статус\n03.12.2026;Один;Черновик\n04.12.2026;Два;Согласован\n").posts
    assert [row.note for row in rows] == ["", "Статус: Согласован"]


def test_world_time_becomes_local_time():
    (row,) = read("Date,Time (UTC),Post\n2026-04-05,21:30,Some long enough text here\n", zone="Europe/Moscow").posts
    assert (row.date, row.time) == (dt.date(2026, 4, 6), dt.time(0, 30))


def test_days_come_first_by_majority():
    rows = read("Title;Published Date\nОдин;4/3/25\nДва;18/02/25\nТри;06/05/2025\n").posts
    assert [row.date for row in rows] == [dt.date(2025, 3, 4), dt.date(2025, 2, 18), dt.date(2025, 5, 6)]


def test_dates_without_a_year_need_one():
    text = "Дата;Заголовок\n03.12;Вечер игр\n"
    plan = read(text)
    assert not plan.posts
    assert "--year" in plan.refused[0].reason
    assert read(text, year=2026).posts[0].date == dt.date(2026, 12, 3)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Дата;Заголовок\n03.12;Вечер игр\n04.12.2026;Другой\n", "plan.csv"),
        ("План на декабрь 2026;\nДата;Заголовок\n03.12;Вечер игр\n", "plan.csv"),
        ("Дата;Заголовок\n03.12;Вечер игр\n", "план 2026.csv"),
    ],
    ids=["other rows", "line above", "name of the file"],
)
def test_the_file_itself_may_tell_the_year(text, name):
    assert read(text, name=name).posts[0].date == dt.date(2026, 12, 3)


def test_a_plan_may_cross_new_year():
    rows = read("Дата;Заголовок\n28.12;Один\n30.12;Два\n05.01;Три\n", year=2026).posts
    assert [row.date for row in rows] == [dt.date(2026, 12, 28), dt.date(2026, 12, 30), dt.date(2027, 1, 5)]


def test_rows_that_are_no_posts_are_skipped_with_a_reason():
    plan = read(
        "Контент-план;;;\n"
        "Дата;Время;Заголовок;Текст\n"
        "03.12.2026;18:00;Вечер игр;\n"
        ";;;\n"
        "# черновик, не публиковать;;;\n"
        "Дата;Время;Заголовок;Текст\n"
        "Неделя 50;;;\n"
        "08.12.2026;;;\n"
        ";;Без даты;\n"
        "Легенда:;;;\n"
        "зелёный;готово;;\n"
    )
    assert reasons(plan) == {
        1: "above the headings",
        4: "empty row",
        5: "a comment",
        6: "the headings again",
        7: "a legend, not a post",
        8: "nothing is planned in this row",
        10: "a legend, not a post",
        11: "a legend, not a post",
    }
    assert [row.title for row in plan.posts] == ["Вечер игр", "Без даты"]
    assert not plan.refused
    assert plan.rows == 10


def test_a_rubric_with_a_hash_is_no_comment():
    rows = read("Рубрика;Дата;Заголовок\n#книжнаясреда;03.12.2026;Обзор\n#книжнаясреда;;Ещё обзор\n").posts
    assert [row.title for row in rows] == ["Обзор", "Ещё обзор"]


@pytest.mark.parametrize("date", ["31.02.2026", "2026-13-45", "завтра", "1-7 декабря"])
def test_f75_an_unreadable_date_is_refused_and_named(date):
    plan = read(f"Дата;Заголовок\n03.12.2026;Один\n{date};Два\n05.12.2026;Три\n")
    assert [row.title for row in plan.posts] == ["Один", "Три"]
    (refused,) = plan.refused
    assert (refused.row, refused.line) == (2, 3)
    assert date in refused.reason


@pytest.mark.parametrize("date", ["", "–", "без даты", "уточняется", "TBD"])
def test_no_date_yet_is_no_mistake(date):
    plan = read(f"Дата;Заголовок\n{date};Один\n03.12.2026;Два\n")
    assert not plan.refused
    assert plan.posts[0].date is None


def test_exact_copies_are_marked():
    plan = read("Дата;Заголовок\n03.12.2026;Один\n03.12.2026;Один \n04.12.2026;Один\n")
    assert [row.copy_of for row in plan.posts] == [None, 1, None]


def test_a_strange_time_is_kept_in_the_note():
    (row,) = read("Дата;Время;Заголовок\n03.12.2026;после обеда;Один\n", {"time": "Время"}).posts
    assert (row.time, row.note) == (None, "Время: после обеда")


def test_a_weekday_that_does_not_fit_is_told():
    (row,) = read("Дата;Заголовок\nпн 03.12.2026;Один\n").posts
    assert row.date == dt.date(2026, 12, 3)
    assert "weekday" in row.note


def test_a_year_that_was_given_is_never_changed():
    text = "Дата;Заголовок\nпн 30.11;Один\nвс 30.11;Два\n"
    plan = read(text, year=2025)
    assert [row.date for row in plan.posts] == [dt.date(2025, 11, 30)]
    assert "weekday" in plan.refused[0].reason and "2025" in plan.refused[0].reason
    assert [row.date for row in read(text, name="план 2025.csv").posts] == [
        dt.date(2026, 11, 30),
        dt.date(2025, 11, 30),
    ]


def test_columns_are_found_by_what_stands_in_them():
    plan = read("03.12.2026;18:00;ВК;Вечер настольных игр в читальном зале\n04.12.2026;12:00;ТГ;Новые книги декабря\n")
    assert plan.mapping.columns == {"date": 0, "time": 1, "network": 2, "title": 3}
    assert plan.posts[1].title == "Новые книги декабря"


def test_without_headings_no_words_are_lost():
    (row,) = read("01.12.2026;Привет;Длинный текст\n").posts
    assert (row.date, row.title, row.text) == (dt.date(2026, 12, 1), "Привет", "Длинный текст")
    (row,) = read("01.12.2026;Привет;ВК;Совсем длинный текст;Иванова;согласовано устно\n").posts
    assert (row.title, row.text) == ("Привет", "Совсем длинный текст")
    assert row.note == "Иванова\nсогласовано устно"


def test_a_person_may_say_which_column_is_which():
    text = "А;Б;В\nодин;03.12.2026;два\n"
    assert read(text, {"title": "в", "text": "1", "date": "Б"}).posts[0].title == "два"
    with pytest.raises(WrongUse, match="Its columns are: А, Б, В"):
        read(text, {"title": "Г"})
    with pytest.raises(WrongUse, match="Fields are date, time"):
        read(text, {"colour": "А"})


def test_f78_html_in_a_title_stays_text():
    (row,) = read("Дата;Заголовок\n03.12.2026;<b>Игры</b> & <img src=x>\n").posts
    assert row.title == "<b>Игры</b> & <img src=x>"


def test_f80_a_guard_against_formulas_is_taken_off_again():
    (row,) = read("Дата;Заголовок\n03.12.2026;'=1+1\n").posts
    assert row.title == "=1+1"


def test_reasons_speak_the_language_asked_for():
    table = parse_table("Дата;Заголовок\nзавтра;Один\n;\n", "plan.csv")
    plan = preview(table, guess(table), Options(words=words("ru")))
    assert "завтра" in plan.refused[0].reason
    assert plan.rows == 2
