"""smcal import."""

import pytest

from smcal.words import words

PLAN = (
    "Дата;Время;Соцсеть;Тема;Заголовок;Текст\n"
    "30.11.2026;10:00;ВК;7;Вечер игр;Приходите\n"
    ";;;;Идея;\n"
    "30.11.2026;10:00;ВК;7;Вечер игр;Приходите\n"
    ";;;;;\n"
)
KEYS = {"row", "date", "time", "networks", "title", "text", "topic"}


@pytest.fixture
def source(tmp_path):
    def save(text=PLAN, encoding="utf-8"):
        path = tmp_path / "table.csv"
        path.write_bytes(text.encode(encoding))
        return path

    return save


def test_every_row_is_told_with_every_key(run, workspace, source):
    answer = run("import", workspace, source(), "--json")
    assert answer.code == 0, answer.err
    found = answer.json
    assert all(set(post) >= KEYS for post in found["posts"])
    assert [(post["row"], post["date"], post["time"]) for post in found["posts"]] == [
        (1, "2026-11-30", "10:00"),
        (2, None, None),
        (3, "2026-11-30", "10:00"),
    ]
    assert found["posts"][0] | {"row": 3, "line": 4, "copy_of": 1} == found["posts"][2]
    assert (found["posts"][0]["networks"], found["posts"][1]["networks"]) == (["vk"], None)
    assert (found["posts"][0]["topic"], found["posts"][1]["text"]) == (7, None)
    assert [(row["row"], row["reason"]) for row in found["skipped"]] == [(4, words("ru").gettext("empty row"))]
    assert (found["refused"], found["rows"], found["imported"]) == ([], 4, 3)
    assert found["mapping"]["date"] == "Дата"
    assert found["mapping"]["status"] is None


def test_a_repeated_import_changes_nothing(run, workspace, source):
    assert run("import", workspace, source(), "--json").json["imported"] == 3
    before = workspace.read_bytes()
    again = run("import", workspace, source())
    assert again.code == 0
    assert "here already" in again.out
    assert workspace.read_bytes() == before


def test_dry_run_writes_nothing(run, workspace, source):
    before = workspace.read_bytes()
    answer = run("import", workspace, source(), "--dry-run")
    assert answer.code == 0
    assert "Вечер игр" in answer.out
    assert workspace.read_bytes() == before


def test_refused_rows_stop_everything_unless_skipped(run, workspace, source):
    bad = source(PLAN + "завтра;;;;Потом;\n")
    before = workspace.read_bytes()
    answer = run("import", workspace, bad, "--json")
    assert answer.code == 1
    assert [row["row"] for row in answer.json["refused"]] == [5]
    assert answer.json["imported"] == 0
    assert answer.err.count("\n") == 1
    assert workspace.read_bytes() == before
    assert run("import", workspace, bad, "--skip-bad", "--json").json["imported"] == 3


@pytest.mark.parametrize(("reader", "said"), [("en", "cannot be read"), ("ru", "не удалось прочитать")])
def test_a_refusal_is_told_in_the_readers_language_and_listed_in_that_of_the_plan(
    run, workspace, source, monkeypatch, reader, said
):
    monkeypatch.setenv("SMCAL_LANGUAGE", reader)
    answer = run("import", workspace, source("Дата;Заголовок\n31.02.2026;Вечер игр\n"), "--json")
    assert "не удалось прочитать" in answer.json["refused"][0]["reason"]
    assert said in answer.err


@pytest.mark.parametrize("encoding", ["cp1251", "utf-16", "utf-8-sig"])
def test_f74_encodings_are_told_apart(run, workspace, source, encoding):
    found = run("import", workspace, source(PLAN, encoding), "--json").json
    assert found["posts"][0]["title"] == "Вечер игр"


def test_columns_may_be_named(run, workspace, source):
    text = "А;Б;В\nВечер игр;30.11;7\n"
    mapped = ("--map", "title=А", "--map", "date=2", "--map", "topic=в", "--year", "2026", "--json")
    (post,) = run("import", workspace, source(text), *mapped).json["posts"]
    assert (post["title"], post["date"], post["topic"]) == ("Вечер игр", "2026-11-30", 7)


def test_rows_go_to_the_page_named(run, tmp_path, source):
    file = tmp_path / "two.smcal"
    run("new", file, "--regulation", "spb-cbs", "--branch", "Б", "--page", "VK: Маяк", "--page", "Telegram: Маяк")
    text = "Дата;Соцсеть;Заголовок\n30.11.2026;YouTube;Один\n30.11.2026;ТГ;Два\n30.11.2026;;Три\n"
    pages = [post["pages"] for post in run("import", file, source(text), "--dry-run", "--json").json["posts"]]
    assert pages == [[], ["Telegram: Маяк"], []]
    named = run("import", file, source(text), "--page", "вк: маяк", "--json").json["posts"]
    assert [post["pages"] for post in named] == [["VK: Маяк"], ["Telegram: Маяк"], ["VK: Маяк"]]


@pytest.mark.parametrize(
    ("text", "options", "said"),
    [
        ("", (), "empty"),
        ("a;b\n1;2\n", (), "no column looks like"),
        (PLAN, ("--map", "title"), "FIELD=COLUMN"),
        (PLAN, ("--map", "title=Нет"), "has no column"),
        (PLAN, ("--map", "colour=Дата"), "no field"),
        (PLAN, ("--page", "Радуга"), "no page"),
        (PLAN, ("--page", ""), "no page"),
        (PLAN, ("--year", "17"), "from 1900 to 2199"),
        (PLAN, ("--year", "soon"), "--year"),
        ('Дата;Заголовок\n30.11.2026;"Игры\n', (), "never closed"),
    ],
)
def test_wrong_use_is_one_line_and_writes_nothing(run, workspace, tmp_path, text, options, said):
    before = workspace.read_bytes()
    table = tmp_path / "table.csv"
    table.write_text(text, encoding="utf-8")
    answer = run("import", workspace, table, *options)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert answer.err.count("\n") == 1
    assert workspace.read_bytes() == before


def test_what_is_no_workspace_is_refused(run, source, tmp_path):
    for path in (tmp_path / "none.smcal", source()):
        answer = run("import", path, source())
        assert (answer.code, answer.err.count("\n")) == (2, 1)


def test_columns_that_are_not_used_are_named(run, workspace, source):
    table = source("Дата;Тип;Заголовок;Адрес\n30.11.2026;пост;Вечер игр;\n01.12.2026;сторис;Книги;https://b.example\n")
    answer = run("import", workspace, table, "--dry-run", "--json").json
    assert answer["unused"] == [{"column": "Тип", "rows": 2}, {"column": "Адрес", "rows": 1}]
    assert "Not used: “Тип” (2 rows), “Адрес” (1 row)" in run("import", workspace, table, "--dry-run").out.splitlines()
