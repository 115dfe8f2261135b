"""smcal new."""

import pytest

from smcal.files import resources
from smcal.store import Workspace

from .conftest import NEW


def test_every_page_belongs_to_the_branch_named_before_it(run, tmp_path):
    file = tmp_path / "plan.smcal"
    answer = run(
        *("new", file, "--json", "--regulation", "spb-cbs"),
        *(
            "--branch",
            "Первая",
            "--page",
            "вк: Маяк",
            "--page=Telegram: Маяк",
            "--branch=Вторая",
            "--page",
            "VK: Радуга",
        ),
    )
    assert answer.code == 0, answer.err
    assert answer.json["branches"] == [
        {"name": "Первая", "pages": ["VK: Маяк", "Telegram: Маяк"]},
        {"name": "Вторая", "pages": ["VK: Радуга"]},
    ]
    assert (answer.json["country"], answer.json["zone"], answer.json["language"]) == ("RU", "Europe/Moscow", "ru")
    assert file.exists()


def test_country_and_zone_may_be_given(run, tmp_path):
    answer = run("new", tmp_path / "a.smcal", *NEW, "--country", "lv", "--zone", "Europe/Riga", "--json")
    assert (answer.json["country"], answer.json["zone"]) == ("LV", "Europe/Riga")


def test_an_existing_file_is_refused_and_left_alone(run, tmp_path):
    file = tmp_path / "plan.smcal"
    file.write_text("mine")
    answer = run("new", file, *NEW)
    assert (answer.code, answer.out) == (2, "")
    assert "exists already" in answer.err
    assert file.read_text() == "mine"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--regulation", "none-such", "--branch", "Б"), "There is no regulation"),
        (("--regulation", "spb-cbs"), "needs a branch"),
        (("--regulation", "spb-cbs", "--page", "VK: Маяк", "--branch", "Б"), "before its page"),
        (("--regulation", "spb-cbs", "--branch", "Б", "--page", "Маяк"), "NETWORK: TITLE"),
        (("--regulation", "spb-cbs", "--branch", "Б", "--zone", "Moon/Crater"), "no time zone"),
        (("--regulation", "spb-cbs", "--branch", "Б", "--country", "XX"), "XX"),
        (("--regulation", "spb-cbs", "--branch", "Б", "--branch", "б"), "there twice"),
        (("--regulation", "spb-cbs", "--branch", "Б", "--page", "VK: М", "--page", "ВК: м"), "there twice"),
        (("--branch", "Б"), "regulation"),
        (("--regulation", "spb-cbs", "--branch", "Б", "--colour", "red"), "There is no option --colour"),
    ],
)
def test_wrong_use_is_one_line_and_makes_nothing(run, tmp_path, words, said):
    file = tmp_path / "plan.smcal"
    answer = run("new", file, *words)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert answer.err.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_a_file_named_like_a_command_is_refused(run, tmp_path):
    answer = run("new", tmp_path / "check", *NEW)
    assert (answer.code, answer.out) == (2, "")
    assert "command" in answer.err
    assert not list(tmp_path.iterdir())


def test_two_workspaces_never_share_their_files_and_backups(run, tmp_path):
    (tmp_path / "plan.csv").write_text("a table may lie beside")
    assert run("new", tmp_path / "plan.smcal", *NEW).code == 0
    for name in ("plan.txt", "plan"):
        answer = run("new", tmp_path / name, *NEW)
        assert (answer.code, answer.out) == (2, "")
        assert "plan.smcal" in answer.err
    assert run("new", tmp_path / "plan too", *NEW).code == 0


def test_a_folder_that_is_not_there_is_named(run, tmp_path):
    answer = run("new", tmp_path / "none" / "plan.smcal", *NEW)
    assert answer.code == 2
    assert str(tmp_path / "none") in answer.err


def test_a_regulation_from_a_file_is_kept_in_the_workspace(run, tmp_path):
    shipped = (resources() / "regulations" / "spb-cbs.toml").read_text(encoding="utf-8")
    mine = tmp_path / "mine.toml"
    mine.write_text(shipped.replace('id = "spb-cbs"', 'id = "mine"\nbased_on = "spb-cbs 1"', 1), encoding="utf-8")
    file = tmp_path / "a.smcal"
    answer = run("new", file, "--regulation", mine, "--branch", "Main", "--page", "vk: Main", "--json")
    assert (answer.code, answer.json["regulation"]) == (0, "mine"), answer.err
    mine.unlink()
    with Workspace.open(file) as workspace:
        assert (workspace.pack().id, workspace.settings().regulation) == ("mine", "spb-cbs")
    assert run("check", file, "--at", "2026-11-20T10:00").code == 0
