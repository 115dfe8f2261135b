"""smcal check, export, submit, backup and restore: a plan from its posts to its documents."""

import csv
import sqlite3
from pathlib import Path
from shutil import copyfile

import pytest

from .conftest import rows

AT = ("--at", "2026-11-20T10:00")
WEEK = ("--page", "Маяк", "--from", "2026-11-30", "--to", "2026-12-06")


def test_a_lawful_week_has_no_required_findings(run, planned):
    answer = run("check", planned, *WEEK, *AT, "--json")
    assert answer.code == 0, answer.out
    assert answer.json["summary"]["required"] == 0
    assert answer.json["summary"]["posts"] == 2


def test_findings_are_complete_and_exit_with_one(run, planned):
    answer = run("check", planned, *WEEK, "--at", "2026-11-27T10:00", "--json")
    assert answer.code == 1
    late = [finding for finding in answer.json["findings"] if finding["severity"] == "required"]
    assert len(late) == 2
    keys = ["rule", "clause", "severity", "page", "date", "week", "post", "message", "fixes", "override", "provisional"]
    assert all(list(finding) == keys for finding in answer.json["findings"])
    assert (late[0]["page"], late[0]["date"]) == ("VK: Маяк", "2026-11-30")
    assert "п.\u00a05.6" in late[0]["message"]


def test_check_depends_on_nothing_but_the_file_and_at(run, planned, monkeypatch, tmp_path):
    words = ("check", planned, "--at", "2026-11-27T10:00", "--json")
    first = run(*words).out
    monkeypatch.setenv("SMCAL_LANGUAGE", "ru")
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.chdir(tmp_path)
    assert run(*words).out == first
    assert run("check", planned, "--at", "2026-11-27T07:00Z", "--json").out == first


@pytest.mark.parametrize(
    ("language", "page", "post"),
    [
        ("ru", "Сайт: Новости", "«Игры»"),
        ("lv", "Tīmekļvietne: Новости", "„Игры”"),
        ("de", "Website: Новости", "„Игры“"),
        ("en", "Website: Новости", "“Игры”"),
    ],
)
def test_lines_name_pages_and_posts_in_the_language_of_the_reader(run, monkeypatch, tmp_path, language, page, post):
    file = tmp_path / "plan.smcal"
    run("new", file, "--regulation", "spb-cbs", "--branch", "Б", "--page", "Website: Новости")
    assert run("import", file, rows(tmp_path, "02.12.2026;12:00;10;Игры;")).code == 0
    monkeypatch.setenv("SMCAL_LANGUAGE", language)
    lines = run("check", file, "--page", page, "--at", "2026-11-20T10:00").out
    assert lines.startswith(f"{page}\n") and post in lines
    answer = run("check", file, "--page", page, "--at", "2026-11-20T10:00", "--json")
    assert {finding["page"] for finding in answer.json["findings"]} == {"Website: Новости"}


def test_restoring_another_workspace_must_be_meant(run, planned, tmp_path):
    other = tmp_path / "other.smcal"
    run("new", other, "--regulation", "spb-cbs", "--branch", "Б", "--page", "VK: Маяк")
    before = planned.read_bytes()
    refused = run("restore", planned, other)
    assert (refused.code, refused.out) == (2, "")
    assert "--other" in refused.err
    assert planned.read_bytes() == before
    assert run("restore", planned, other, "--other").code == 0


def test_an_older_file_is_checked_and_exported_as_it_is(run, tmp_path):
    released = Path(__file__).parents[2] / "workspaces" / "format-1.smcal"
    old = Path(copyfile(released, tmp_path / "old.smcal"))
    assert run("check", old, "--json").json["summary"]["posts"] == 11
    out = tmp_path / "plan.csv"
    assert run("export", old, *WEEK, "--page", "VK: Садовая", "--format", "csv", "--out", out).code == 0
    assert old.read_bytes() == released.read_bytes()
    assert sorted(tmp_path.iterdir()) == [old, out]


def test_a_page_without_a_name_is_no_page(run, planned):
    answer = run("check", planned, "--page", "")
    assert (answer.code, answer.out) == (2, "")
    assert "no page" in answer.err


def test_checking_leaves_the_file_alone_and_needs_no_lock(run, planned):
    before = planned.read_bytes()
    from smcal.store import Workspace

    with Workspace.open(planned):
        assert run("check", planned, *AT).code == 0
    assert planned.read_bytes() == before


def test_without_dates_the_whole_plan_is_checked(run, planned):
    summary = run("check", planned, *AT, "--json").json["summary"]
    assert (summary["from"], summary["to"]) == ("2026-11-30", "2026-12-02")


def test_findings_in_words(run, planned, monkeypatch):
    words = ("check", planned, *WEEK, "--at", "2026-11-27T10:00")
    assert "✗ Mon November\u00a030, “Вечер игр”: " in run(*words).out
    monkeypatch.setenv("SMCAL_LANGUAGE", "ru")
    assert "п.\u00a05.6" in run(*words).out


@pytest.mark.parametrize("format_", ["docx", "pdf", "csv"])
def test_documents_are_written_whatever_the_findings(run, planned, tmp_path, format_):
    out = tmp_path / f"plan.{format_}"
    answer = run("export", planned, *WEEK, "--at", "2026-11-27T10:00", "--format", format_, "--out", out, "--json")
    assert answer.code == 0, answer.err
    assert answer.json["posts"] == 2
    assert out.read_bytes()[:3] == {"docx": b"PK\x03", "pdf": b"%PD", "csv": b"\xef\xbb\xbf"}[format_]


@pytest.mark.parametrize("format_", ["docx", "pdf"])
def test_weeks_without_posts_stand_in_the_document(run, planned, tmp_path, format_):
    span = ("--page", "Маяк", "--from", "2026-11-16", "--to", "2026-12-20")
    answer = run("export", planned, *span, *AT, "--format", format_, "--out", tmp_path / f"plan.{format_}")
    assert answer.code == 0, answer.err


def test_an_exported_table_comes_back_as_it_was(run, planned, tmp_path):
    out, other = tmp_path / "plan.csv", tmp_path / "other.smcal"
    run("export", planned, *WEEK, *AT, "--format", "csv", "--out", out)
    with out.open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file, delimiter=";"))) == 3
    run("new", other, "--regulation", "spb-cbs", "--branch", "Б", "--page", "VK: Маяк")
    posts = run("import", other, out, "--json").json["posts"]
    assert [(p["date"], p["time"], p["topic"], p["title"], p["text"], p["pages"]) for p in posts] == [
        ("2026-11-30", "10:00", 7, "Вечер игр", "Приходите", ["VK: Маяк"]),
        ("2026-12-02", "12:00", 10, "Зимние книги", "Подборка", ["VK: Маяк"]),
    ]


def test_a_plan_is_handed_in_and_numbered(run, planned, tmp_path):
    first = run("submit", planned, *WEEK, *AT, "--out", tmp_path / "out", "--json")
    assert first.code == 0, first.err
    assert (first.json["number"], first.json["version"], first.json["posts"]) == (1, 1, 2)
    assert sorted(path[-5:] for path in first.json["files"]) == [".docx", "0.pdf"]
    assert all(Path(path).stat().st_size for path in first.json["files"])
    assert run("submit", planned, *WEEK, *AT, "--out", tmp_path / "out", "--json").json["version"] == 2


def test_open_required_findings_hinder_handing_in(run, planned, tmp_path):
    before = planned.read_bytes()
    answer = run("submit", planned, *WEEK, "--at", "2026-11-27T10:00", "--out", tmp_path / "out", "--json")
    assert answer.code == 1
    assert [f["severity"] for f in answer.json["findings"]].count("required") == 2
    assert "not handed in" in answer.err
    assert planned.read_bytes() == before
    assert not (tmp_path / "out").exists()


def test_f09_when_the_documents_cannot_be_written_the_plan_was_not_handed_in(run, planned, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    words = ("submit", planned, *WEEK, *AT, "--out", out)
    name = run(*words, "--json").json["files"][1].replace("1 vk", "2 vk")
    Path(name).mkdir()
    answer = run(*words)
    assert (answer.code, answer.err.count("\n")) == (2, 1)
    with sqlite3.connect(planned) as connection:
        assert connection.execute("SELECT count(*) FROM submission").fetchone() == (1,)


def test_an_empty_plan_is_not_handed_in(run, workspace, tmp_path):
    answer = run("submit", workspace, *WEEK, *AT, "--out", tmp_path / "out")
    assert (answer.code, answer.out) == (2, "")
    assert "no posts" in answer.err


def test_eight_posts_a_week_are_too_many(run, planned, tmp_path):
    eight = [f"0{day}.12.2026;1{n}:00;7;Пост {day}{n};Текст" for day in (1, 3, 5) for n in (0, 1)]
    run("import", planned, rows(tmp_path, *eight))
    answer = run("check", planned, *WEEK, *AT, "--json")
    (finding,) = [f for f in answer.json["findings"] if f["severity"] == "required"]
    assert (finding["rule"], finding["week"], answer.code) == ("frequency.max", "2026-W49", 1)


def test_a_backup_brings_the_plan_back(run, planned, tmp_path):
    copy = run("backup", planned, "--json").json["backup"]
    run("import", planned, rows(tmp_path, "04.12.2026;10:00;7;Лишний;Текст"))
    assert run("check", planned, *AT, "--json").json["summary"]["posts"] == 3
    answer = run("restore", planned, copy, "--json")
    assert answer.code == 0, answer.err
    assert answer.json["kept"]
    assert run("check", planned, *AT, "--json").json["summary"]["posts"] == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("export", *WEEK, "--format", "xlsx", "--out", "x"), "later version"),
        (("export", *WEEK, "--format", "gif", "--out", "x"), "no format"),
        (("export", "--page", "Нет", *WEEK[2:], "--format", "csv", "--out", "x"), "no page"),
        (("export", *WEEK, "--format", "csv", "--out", "none/x"), "none"),
        (("check", "--from", "x"), "--from"),
        (("check", "--from", "2026-12-02", "--to", "2026-12-01"), "before"),
        (("check", "--from", "01.01.1990"), "five years"),
        (("check", "--at", "x"), "--at"),
        (("check", "--at", "0001-01-01"), "too far away"),
        (("check", "--from", "9999-12-31"), "too far away"),
        (("submit", *WEEK, "--out", "plan.smcal"), "is a file"),
        (("restore", "none.db"), "none.db"),
    ],
)
def test_wrong_use_is_one_line_and_changes_nothing(run, planned, monkeypatch, words, said):
    monkeypatch.chdir(planned.parent)
    before = planned.read_bytes()
    answer = run(words[0], planned, *words[1:])
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert answer.err.count("\n") == 1
    assert planned.read_bytes() == before


@pytest.mark.parametrize("command", ["check", "export", "submit", "backup", "import"])
@pytest.mark.parametrize("kind", ["missing", "folder", "text", "empty"])
def test_what_is_no_workspace_is_refused_by_every_command(run, tmp_path, command, kind):
    path, table = tmp_path / "a.smcal", tmp_path / "t.csv"
    table.write_text("Дата;Заголовок\n30.11.2026;Игры\n", encoding="utf-8")
    if kind == "folder":
        path.mkdir()
    elif kind != "missing":
        path.write_text("hello" if kind == "text" else "")
    rest = {
        "export": (*WEEK, "--format", "csv", "--out", tmp_path / "x.csv"),
        "submit": (*WEEK, "--out", tmp_path / "out"),
        "import": (table,),
    }
    answer = run(command, path, *rest.get(command, ()))
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert str(path) in answer.err
    assert "Traceback" not in answer.err


LATER = ("15.03.2028;12:00;10;Книги;Подборка", "16.03.2028;12:00;7;Вечер;Приходите")


def test_deadlines_of_a_year_that_is_not_decreed_are_told_as_provisional(run, monkeypatch, workspace, tmp_path):
    assert run("import", workspace, rows(tmp_path, *LATER)).code == 0
    days = ("--page", "Маяк", "--from", "2028-03-13", "--to", "2028-03-19")
    late = run("check", workspace, *days, "--at", "2028-03-09T10:00", "--json").json
    assert late["summary"]["provisional"]
    told = {f["rule"]: (f["provisional"], "(предварительно)" in f["message"]) for f in late["findings"]}
    assert told["submission.window"] == (True, True) and told["topics.coverage"] == (False, False)
    monkeypatch.setenv("SMCAL_LANGUAGE", "en")
    assert "the deadlines are provisional" in run("check", workspace, *days, "--at", "2028-03-01T10:00").out
    handed_in = run("submit", workspace, *days, "--out", tmp_path, "--at", "2028-03-01T10:00", "--json")
    assert handed_in.code == 0 and handed_in.json["provisional"]


def test_deadlines_of_a_decreed_year_need_no_caution(run, monkeypatch, planned):
    assert not run("check", planned, *WEEK, *AT, "--json").json["summary"]["provisional"]
    monkeypatch.setenv("SMCAL_LANGUAGE", "en")
    assert "provisional" not in run("check", planned, *WEEK, *AT).out


def test_f08_a_plan_whose_pdf_cannot_be_written_leaves_no_word_file_either(run, planned, tmp_path):
    first = tmp_path / "first"
    given = run("submit", Path(copyfile(planned, tmp_path / "other.smcal")), *WEEK, *AT, "--out", first, "--json")
    word, pdf = map(Path, given.json["files"])
    out = tmp_path / "out"
    (out / pdf.name).mkdir(parents=True)
    answer = run("submit", planned, *WEEK, *AT, "--out", out)
    assert answer.code == 2 and pdf.name in answer.err
    assert [path.name for path in out.iterdir()] == [pdf.name] and word.exists()
    (out / pdf.name).rmdir()
    assert run("submit", planned, *WEEK, *AT, "--out", out).code == 0
