"""smcal deadline, calendar and regulation: answers that need no workspace."""

import datetime as dt
import re
from pathlib import Path

import pytest

from smcal.files import resources


@pytest.mark.parametrize(
    ("publish", "submit_by"),
    [
        ("2026-11-30T10:00", "2026-11-23T18:00"),
        ("2026-11-30 10:00", "2026-11-23T18:00"),
        ("30.11.2026", "2026-11-23T18:00"),
        ("2026-01-12", "2025-12-24T18:00"),
        ("2025-11-05", "2025-10-28T18:00"),
    ],
)
def test_when_a_post_is_to_be_handed_in(run, publish, submit_by):
    answer = run("deadline", "--regulation", "spb-cbs", "--publish", publish, "--submitted", submit_by, "--json")
    assert answer.code == 0, answer.err
    found = answer.json
    assert list(found) == ["publish", "submit_by", "effective", "late", "earliest_on_time", "provisional", "clause"]
    assert (found["submit_by"], found["effective"], found["late"], found["clause"]) == (
        submit_by,
        submit_by,
        False,
        "5.6",
    )
    assert dt.date.fromisoformat(found["earliest_on_time"]) <= dt.date.fromisoformat(found["publish"][:10])


def test_one_minute_later_is_late_in_any_zone_it_is_written_in(run):
    words = ("deadline", "--regulation", "spb-cbs", "--publish", "2026-11-30", "--json", "--submitted")
    assert run(*words, "2026-11-23T18:01").json["late"]
    assert not run(*words, "2026-11-23T15:00Z").json["late"]
    assert run(*words, "2026-11-23T15:01Z").json["late"]


def test_without_submitted_it_is_now(run):
    assert run("deadline", "--regulation", "spb-cbs", "--publish", "2026-01-12", "--json").json["late"]


def test_a_deadline_in_words(run):
    answer = run("deadline", "--regulation", "spb-cbs", "--publish", "2026-11-30", "--submitted", "2026-11-20")
    assert answer.code == 0
    assert "18:00 (cl. 5.6)" in answer.out
    assert "in time" in answer.out


def test_the_calendar_of_a_year(run):
    answer = run("calendar", "--regulation", "spb-cbs", "--year", "2024", "--json")
    days = {day["date"]: day for day in answer.json["days"]}
    assert len(days) == 366
    assert answer.json["working_days"] == 248
    assert days["2024-11-02"]["kind"] == "shortened"
    assert (days["2024-11-02"]["opens"], days["2024-11-02"]["closes"]) == ("09:00", "17:00")
    assert (days["2024-05-01"]["kind"], days["2024-05-01"]["opens"]) == ("off", None)
    assert set(days["2024-05-01"]) == {"date", "kind", "opens", "closes", "name", "provisional"}
    assert "248 working days" in run("calendar", "--regulation", "spb-cbs", "--year", "2024").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("deadline", "--regulation", "spb-cbs", "--publish", "someday"), "--publish"),
        (("deadline", "--regulation", "spb-cbs", "--publish", "2026-11-31"), "--publish"),
        (("deadline", "--regulation", "spb-cbs", "--publish", "2026-11-30", "--submitted", "x"), "--submitted"),
        (("deadline", "--regulation", "none", "--publish", "2026-11-30"), "no regulation"),
        (("deadline", "--publish", "2026-11-30"), "--regulation"),
        (("calendar", "--regulation", "spb-cbs", "--year", "twenty"), "--year"),
        (("calendar", "--regulation", "spb-cbs", "--year", "99999"), "from 1900 to 2199"),
        (("regulation", "show", "none"), "no regulation"),
        (("regulation", "show", "./none.toml"), "none.toml"),
        (("regulation", "bake"), "bake"),
        (("verdicts", "a.smcal", "b.docx"), "later version"),
        (("doctor", "a.smcal"), "later version"),
        (("fly",), "fly"),
    ],
)
def test_wrong_use_is_one_line(run, words, said):
    answer = run(*words)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert answer.err.count("\n") == 1


@pytest.mark.parametrize("words", [("check", ""), ("demo", ""), ("new", " "), ("backup", ""), ("restore", "a", "")])
def test_an_empty_path_names_nothing(run, words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    options = ("--regulation", "spb-cbs", "--branch", "Б") if words[0] == "new" else ()
    answer = run(*words, *options)
    assert (answer.code, answer.out) == (2, "")
    assert "A path is empty" in answer.err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check", "a", "лишнее", "слово"), "лишнее слово"),
        (("check",), "FILE"),
        (("check", "a", "--page"), "--page"),
        (("check", "a", "--json=1"), "--json"),
        (("calendar", "--regulation", "spb-cbs", "--year", "год"), "--year"),
        (("import", "a", "b", "--year", "17"), "от 1900 до 2199"),
        (("regulation", "испечь"), "испечь"),
        (("regulation",), "команд"),
        (("check", "."), "папка"),
        (("regulation", "lint", "."), "папка"),
        (("demo", f"{__file__}/x"), __file__),
        (("export", "."), "--page"),
        (("check", ""), "путь"),
    ],
    ids=str,
)
def test_a_mistake_is_told_in_the_readers_language_only(run, monkeypatch, words, said):
    monkeypatch.setenv("SMCAL_LANGUAGE", "ru")
    answer = run(*words)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    plain = answer.err.replace(__file__, "").replace(str(Path.cwd()), "")
    known = {"smcal", "help", "FILE", *(part.strip("-") for word in words for part in word.split("="))}
    assert set(re.findall(r"[A-Za-z]{3,}", plain)) <= known | {"page"}


def test_regulations_are_listed_and_shown(run):
    assert "spb-cbs" in [pack["id"] for pack in run("regulation", "list", "--json").json["regulations"]]
    assert "spb-cbs" in run("regulation", "list").out
    shown = run("regulation", "show", "spb-cbs", "--json").json
    assert (shown["frequency"]["min"], shown["frequency"]["max"]) == (2, 7)
    assert "2–7 posts a week, cl. 5.8" in run("regulation", "show", "spb-cbs").out


def test_lint_names_file_line_and_key(run, tmp_path):
    whole = (resources() / "regulations" / "spb-cbs.toml").read_text(encoding="utf-8")
    mine = tmp_path / "mine.toml"
    mine.write_text(whole, encoding="utf-8")
    assert run("regulation", "lint", mine).code == 0
    mine.write_text(whole.replace("version = 1", 'version = "one"'), encoding="utf-8")
    answer = run("regulation", "lint", mine)
    line = whole.splitlines().index("version = 1") + 1
    assert answer.code == 2
    assert answer.err.startswith(f"{mine}:{line}: regulation.version: ")


def test_help_lists_the_commands(run):
    answer = run("--help")
    assert answer.code == 0
    assert all(name in answer.out for name in ("demo", "new", "import", "check", "submit"))
    assert "--skip-bad" in run("import", "--help").out


def test_json_may_stand_first(run):
    assert run("--json", "regulation", "list").json["regulations"]
