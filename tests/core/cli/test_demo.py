"""smcal demo: the main job without a window."""

from pathlib import Path

import pytest

from smcal.cli.main import main
from smcal.files import resources


def test_the_sample_is_made_checked_and_written(run, tmp_path):
    folder = tmp_path / "deep" / "demo"
    first = run("demo", folder, "--at", "2026-11-20T10:00", "--json")
    assert first.code == 0, first.err
    documents = [Path(name) for name in first.json["documents"]]
    assert sorted(path.suffix for path in documents) == [".docx", ".pdf"]
    assert all(path.parent == folder and path.stat().st_size for path in documents)
    assert first.json["made"]
    second = run("demo", folder, "--at", "2026-11-20T10:00")
    assert second.code == 0
    assert "there already" in second.out
    assert all(str(path) in second.out for path in documents)


@pytest.mark.parametrize("regulation", ["liepaja-lczb", "ogre-novads", "espelkamp", "generic"])
def test_every_regulation_has_its_sample(run, tmp_path, regulation):
    answer = run("demo", tmp_path, "--regulation", regulation, "--at", "2026-11-20T10:00", "--json")
    assert answer.code == 0, answer.err
    assert all(Path(name).stat().st_size for name in answer.json["documents"])
    assert (answer.json["from"], answer.json["to"]) == ("2026-11-23", "2026-11-29")  # nothing is handed in: next week
    assert answer.json["required"] + answer.json["recommended"] > 0


def test_without_a_folder_it_goes_to_the_users_data(run, home):
    answer = run("demo", "--at", "2026-11-20T10:00", "--json")
    assert answer.code == 0, answer.err
    assert Path(answer.json["file"]).is_relative_to(home)


@pytest.mark.parametrize(("words", "shown"), [((), True), (("--no-window",), False)])
def test_the_window_it_was_handed_opens_on_the_sample(capsys, tmp_path, words, shown):
    opened = []
    assert main(["demo", str(tmp_path), "--at", "2026-11-20T10:00", *words], opened.append) == 0
    assert opened == ([tmp_path / "sample.smcal"] if shown else [])


def test_a_file_in_the_place_of_the_folder_is_refused(run, tmp_path):
    path = tmp_path / "demo"
    path.write_text("mine")
    answer = run("demo", path)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert path.read_text() == "mine"


def test_a_sample_that_is_there_keeps_its_regulation(run, tmp_path):
    at = ("--at", "2026-11-20T10:00", "--no-window")
    assert run("demo", tmp_path, *at).code == 0
    own = tmp_path / "own.toml"
    shipped = (resources() / "regulations" / "spb-cbs.toml").read_text(encoding="utf-8")
    own.write_text(shipped.replace('id = "spb-cbs"', 'id = "own"'), encoding="utf-8")
    for other, said in (("none", "no regulation"), (own, "follows the regulation spb-cbs")):
        answer = run("demo", tmp_path, "--regulation", other, *at)
        assert answer.code == 2
        assert said in answer.err
    assert run("demo", tmp_path, "--regulation", "spb-cbs", *at).code == 0


def test_an_unknown_regulation_makes_nothing(run, tmp_path):
    answer = run("demo", tmp_path / "demo", "--regulation", "none")
    assert answer.code == 2
    assert not list(tmp_path.iterdir())
