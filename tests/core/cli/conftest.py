"""Runs commands as a person would, and reads what they print."""

import json
from pathlib import Path
from shutil import copyfile
from typing import NamedTuple

import pytest

from smcal.cli.main import main

NEW = ("--regulation", "spb-cbs", "--branch", "Центральная библиотека", "--page", "VK: Маяк")


class Answer(NamedTuple):
    """What one command gave back."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


@pytest.fixture
def run(capsys):
    """Run a command with these words."""

    def run(*words):
        code = main([str(word) for word in words])
        return Answer(code, *capsys.readouterr())

    return run


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """A workspace of one page, and the same with two posts: made once, copied for every test."""
    folder = tmp_path_factory.mktemp("made")
    empty, full = folder / "empty.smcal", folder / "full.smcal"
    assert main(["new", str(empty), *NEW]) == 0
    copyfile(empty, full)
    table = rows(folder, "30.11.2026;10:00;7;Вечер игр;Приходите", "02.12.2026;12:00;10;Зимние книги;Подборка")
    assert main(["import", str(full), str(table)]) == 0
    return empty, full


@pytest.fixture
def workspace(made, tmp_path):
    """A workspace of one page."""
    return Path(copyfile(made[0], tmp_path / "plan.smcal"))


@pytest.fixture
def planned(made, tmp_path):
    """A workspace with a lawful week: two posts that are in time on 20 November 2026."""
    return Path(copyfile(made[1], tmp_path / "plan.smcal"))


def rows(folder, *lines):
    """A table of date, time, topic, title and text."""
    table = folder / "rows.csv"
    table.write_text("\n".join(["Дата;Время;Тема;Заголовок;Текст", *lines]), encoding="utf-8")
    return table
