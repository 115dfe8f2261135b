"""The catalogues: in step with the source, complete, and with the same places in every language."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from devtools import catalogue, sources, typography
from smcal.words import LANGUAGES, N_, WINDOW_LANGUAGES, _, inside, ngettext, speak, system_language, words


def test_the_catalogues_are_in_step_with_the_source_and_complete(capsys: pytest.CaptureFixture[str]) -> None:
    wrong = catalogue.main(["--check"])
    assert not wrong, "\n".join(capsys.readouterr().out.splitlines()[-20:])


def test_there_is_something_to_translate() -> None:
    assert len(list(catalogue.source_texts())) > 200


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("_('Undo')", [("Undo", "")]),
        ("w.gettext('One ' 'line')", [("One line", "")]),
        ("NAMES = (N_('Mon'), N_('Tue'))", [("Mon", ""), ("Tue", "")]),
        ("ngettext('{n} post', '{n} posts', n).format(n=n)", [("{n} post", "{n} posts")]),
        ("_('Save' if new else 'Keep')", [("Save", ""), ("Keep", "")]),
        ("_(finding.text)", []),
        ("for _ in range(3): print('no')", []),
    ],
)
def test_texts_are_found(source: str, found: list[tuple[str, str]]) -> None:
    assert [(text.one, text.many) for text in sources.texts(source, "a.py")] == found


@pytest.mark.parametrize(
    "source", ["_(f'{n} posts')", "_('{n}'.format(n=n))", "_('a' + name)", "_('%s' % name)", "_('')", "w.gettext(f'')"]
)
def test_a_text_that_no_catalogue_can_hold_is_refused(source: str) -> None:
    assert [(path, line) for path, line, _what in sources.misuses(f"\n{source}", "a.py")] == [("a.py", 2)]


def some(*messages: tuple[str | tuple[str, str], str | tuple[str, ...]]) -> Catalog:
    made = Catalog("ru", fuzzy=False)
    for text, translation in messages:
        made.add(text, translation)
    return made


@pytest.mark.parametrize(
    ("text", "translation", "complaint"),
    [
        ("Undo {what}", "Отменить {what}", ""),
        ("Undo {what}", "Отменить {что}", "other places"),
        ("Undo {what}", "Отменить {what", "other places"),
        ("Undo", "", "no translation"),
        (("{n} post", "{n} posts"), ("{n} пост", "{n} поста", "{n} постов"), ""),
        (("{n} post", "{n} posts"), ("один пост", "{n} поста", "{n} постов"), "other places"),
        (("{n} post", "{n} posts"), ("{n} пост", "", ""), "no translation"),
    ],
)
def test_flaws_of_translations_are_named(text: str, translation: str, complaint: str) -> None:
    found = list(catalogue.flaws(some((text, translation))))
    assert len(found) == bool(complaint)
    assert all(complaint in line for line in found)


@pytest.mark.parametrize(
    ("language", "source", "text", "fault"),
    [
        ("lv", "“{name}” is off", "„{name}” ir izslēgts", ""),
        ("lv", "“{name}” is off", "„{name}“ ir izslēgts", "quotation marks"),
        ("de", "“{name}” is off", "„{name}“ ist aus", ""),
        ("de", "“{name}” is off", "„{name}” ist aus", "quotation marks"),
        ("de", "“{name}” is off", "„{name} ist aus", "do not pair"),
        ("ru", "“{name}” is off", "“{name}” выключено", "quotation marks"),
        ("de", "{n} % of it", "{n} % davon", "before %"),
        ("de", "{n} % of it", "{n}\xa0% davon", ""),
        ("de", "Plan No. {n}", "Plan Nr. {n}", "may break"),
        ("ru", "Plan No. {n}", "План № {n}", "may break"),
        ("de", "Open…", "Öffnen", "ends otherwise"),
        ("de", "Open…", "Öffnen...", "three dots"),
        ("de", "Done.", "Fertig", "ends otherwise"),
        ("ru", "year {n}", "{n}\xa0г.", ""),
        ("de", "&Open", "Öffnen", "shortcut"),
        ("de", "&Open", "Ö&ffnen", ""),
        ("de", "Find & replace", "Suchen & ersetzen", ""),
        ("de", ", late", "spät", ""),
        ("de", " late", "spät", "spaces at its ends"),
        ("de", "one – two", "eins - zwei", "dash"),
        ("ru", "one: two", "один – два", "begin a line"),
        ("ru", "one: two", "один\xa0– два", ""),
        ("ru", "one: two", "один\xa0— два", "long dash"),
        ("de", "one: two", "eins – zwei", ""),
    ],
)
def test_signs_are_those_of_the_language(language: str, source: str, text: str, fault: str) -> None:
    found = list(typography.misspelt(language, source, text))
    assert bool(found) == bool(fault)
    assert not fault or any(fault in line for line in found)


def test_a_text_of_the_window_may_wait_where_the_window_does_not_speak_the_language() -> None:
    waiting = Catalog("fr", fuzzy=False)
    waiting.add("Undo", "", locations=[("ui/smcal_ui/menu.py", 0)])
    waiting.add("late", "", locations=[("smcal/documents/rows.py", 0), ("ui/smcal_ui/menu.py", 0)])
    assert list(catalogue.flaws(waiting)) == ["fr: no translation: 'late'"]


def test_other_files_are_merged_in(tmp_path: Path) -> None:
    extra = some(("Undo", "Отменить"), ("Long gone", "Давно нет"))
    catalogue.write(tmp_path / "extra.po", extra)
    own = some(("Undo", ""), ("Redo", ""))
    notes = list(catalogue.merge(own, [tmp_path / "extra.po"]))
    assert own["Undo"].string == "Отменить"
    assert notes == ["extra.po: not in the source: 'Long gone'"]


def test_a_merge_keeps_spaces_that_must_not_break(tmp_path: Path) -> None:
    catalogue.write(tmp_path / "plain.po", some(("No. 3", "№ 3"), ("Day", "День")))
    own = some(("No. 3", "№\xa03"), ("Day", "Дата"))
    notes = list(catalogue.merge(own, [tmp_path / "plain.po"]))
    assert own["No. 3"].string == "№\xa03"
    assert own["Day"].string == "День"
    assert notes == ["plain.po: 'Дата' becomes 'День'"]


def test_a_russian_dash_stays_with_the_word_before_it() -> None:
    own = some(("One: two", "Один – два"))
    own.add(("{n} page", "{n} pages"), ("{n} – одна", "{n} – две", "{n} – пять"))
    catalogue.keep_dashes(own)
    assert own["One: two"].string == "Один\xa0– два"
    assert own["{n} page"].string == ("{n}\xa0– одна", "{n}\xa0– две", "{n}\xa0– пять")


def test_what_is_not_translated_yet_is_shown_in_english(tmp_path: Path) -> None:
    half = some(("Undo", "Отменить"), (("{n} post", "{n} posts"), ("{n} пост", "", "")))
    catalogue.write(tmp_path / "ru.po", half)
    compiled = (tmp_path / "ru.mo").read_bytes()
    assert "Отменить".encode() in compiled
    assert "пост".encode() not in compiled


def test_words_of_a_language_leave_the_spoken_one_alone() -> None:
    assert words("ru").language == "ru"
    assert words("fr").language == "en"
    assert words("ru").gettext("") == ""
    assert words("ru").gettext("a text that nobody wrote") == "a text that nobody wrote"
    assert (_("Undo"), ngettext("post", "posts", 2), N_("Undo")) == ("Undo", "posts", "Undo")
    speak("ru")
    assert _("--trace needs the path of a file to write.").startswith("После --trace")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "ru_RU.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANGUAGE": "fr:de:ru:en", "LANG": "C"}, "de"),
        ({"LANG": "lv_LV.UTF-8"}, "lv"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "ru_RU.UTF-8", "SMCAL_LANGUAGE": "en"}, "en"),
    ],
)
def test_the_language_of_the_system(
    environment: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert system_language(environment) == language


def test_the_language_of_the_system_is_one_of_those_asked_for() -> None:
    assert system_language({"LANGUAGE": "de:ru"}, ours=("ru", "en")) == "ru"
    assert system_language({"LANG": "lv_LV.UTF-8"}, ours=("ru", "en")) == "en"
    assert set(WINDOW_LANGUAGES) <= set(LANGUAGES)


@pytest.mark.parametrize(
    ("language", "title", "said"),
    [
        ("ru", "Клуб «Маяк»", "Клуб „Маяк“"),
        ("lv", "Klubs „Bāka”", "Klubs ‚Bāka’"),
        ("de", "Klub „Turm“", "Klub ‚Turm‘"),
        ("en", "The “Beacon” club", "The ‘Beacon’ club"),
        ("lv", "Клуб «Маяк»", "Клуб «Маяк»"),
        ("ru", "O’Hara", "O’Hara"),
    ],
)
def test_quotation_marks_inside_others_are_the_inner_ones(language: str, title: str, said: str) -> None:
    assert inside(title, language) == said


def test_who_merges_at_the_same_time_loses_no_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"Word {n}" for n in range(60)]
    source = tmp_path / "words.py"
    source.write_text("".join(f"_({text!r})\n" for text in texts), "utf-8")
    monkeypatch.setattr(catalogue, "HOME", tmp_path)
    monkeypatch.setattr(catalogue, "SOURCES", (tmp_path,))
    monkeypatch.setattr(catalogue, "LOCALE", tmp_path / "locale")
    own = texts[:4]
    for number, text in enumerate(own):
        (tmp_path / f"{number}.po").write_text(f'msgid "{text}"\nmsgstr "Слово {number}"\n', "utf-8")
    with ThreadPoolExecutor(len(own)) as pool:
        list(pool.map(lambda n: catalogue.main(["--merge", str(tmp_path / f"{n}.po")]), range(len(own))))
    kept = catalogue.read(catalogue.po_path("ru"), "ru")
    assert [kept.get(text).string for text in own] == [f"Слово {n}" for n in range(len(own))]
