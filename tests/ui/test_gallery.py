"""The gallery: an entry may do to its plan what it likes, the next one finds the sample as it was."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from smcal_ui.theme import Theme
from tests.gallery.__main__ import wish
from tests.gallery.entries import ENTRIES
from tests.gallery.stage import HOME, Stage, Stock, staged

DOING = ("moved-away", "week-overridden", "departures", "calendar", "regulation-versions")  # entries that write


@pytest.fixture
def stock(library_file: Path, tmp_path: Path) -> Stock:
    """A stock that holds the sample library already."""
    folder = tmp_path / "stock"
    folder.mkdir()
    for made in (library_file, library_file.with_suffix(".media")):
        made.rename(folder / f"{HOME}{made.suffix}")
    return Stock(folder)


@pytest.fixture
def stages(stock: Stock, qtbot: Any) -> Iterator[Callable[[], Any]]:
    """Makes stages, one after the other."""
    with ThreadPoolExecutor(1) as pool:
        yield lambda: staged(stock, Theme.chosen("light"), pool)


def held(stage: Stage) -> list[str]:
    """Every row of the plan's file."""
    connection = sqlite3.connect(stage.desk.workspace.path)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


def test_each_entry_that_works_at_the_plan_leaves_nothing_to_the_next(stages):
    found, done = [], []
    for name in DOING * 2:
        with stages() as stage:
            found.append(held(stage))
            ENTRIES[name](stage).show()
            done.append(held(stage) != found[0])
    with stages() as stage:
        assert ENTRIES["override"](stage), "it looks for a finding that the first of these would mend"
    assert all(done), "the entries of this test are those that write"
    assert all(rows == found[0] for rows in found)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["place", "wek"], r"There is no entry wek\. There are: week"),
        (["place", "--languages", "ru,fr"], r"'ru,fr' is not a choice of ru,lv,de,en"),
        ([], "required: folder"),
    ],
)
def test_a_word_that_means_nothing_is_an_error(words, said, capsys):
    with pytest.raises(SystemExit) as ended:
        wish(words)
    assert ended.value.code == 2
    assert re.search(said, capsys.readouterr().err)


def test_four_languages_can_be_asked_for():
    asked = wish(["place", "week", "--languages", "ru,en,lv,de", "--scales", "100"])
    assert (asked.languages, asked.themes, asked.scales) == (("ru", "en", "lv", "de"), ("light", "dark"), ("100",))
