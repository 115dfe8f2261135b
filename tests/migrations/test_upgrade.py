"""An upgrade keeps every row, or leaves the file as it was."""

import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from smcal.store import Area, NewerFile, UpgradeFailed, Workspace, find_backups
from smcal.store.upgrade import upgrade
from tests.library import SETTINGS, VK
from tests.migrations.conftest import RELEASED
from tests.workspaces.make import fill

Revisions = Callable[[str], Path]

RENAME = """\
with op.batch_alter_table("page") as page:
    page.alter_column("title", new_column_name="name")
"""
FAIL = """\
op.add_column("post", sa.Column("rubric", sa.Text()))
op.create_table("rubric", sa.Column("id", sa.Text(), primary_key=True))
raise RuntimeError("half way")
"""
DANGLE = """op.execute("UPDATE post SET page_id = 'nowhere'")"""
LOSE = """op.execute("DELETE FROM post_search")"""


def _dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def _count(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_f36_every_released_file_opens_with_all_its_values(released: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(released, tmp_path))
    with Workspace.create(tmp_path / "today.smcal", SETTINGS) as today, today.work("Make library") as work:
        fill(work, int(released.stem.removeprefix("format-")))
    with Workspace.open(path) as old:
        assert old.settings() == SETTINGS
        for change in work.changes.changes:
            if change.id not in ("post-0", "sent"):
                assert old.read().get(change.area, change.id) == change.after
        assert len(old.read().submitted_posts("submission")) == 1
        assert [entry.label for entry in old.read().history("post-0")] == ["Edit", "Make library"]
        assert old.read().find("изменен") == [old.read().post("post-0")]


def test_there_is_a_released_file_of_this_format() -> None:
    assert RELEASED


def test_an_older_file_is_backed_up_upgraded_and_opened(older: Path) -> None:
    with Workspace.open(older) as workspace:
        assert workspace.read().count(Area.POSTS) == 30
    assert len(find_backups(older)) == 1


def test_f39_rebuilding_a_table_keeps_the_rows_that_refer_to_it(older: Path, revisions: Revisions) -> None:
    upgrade(older, revisions(RENAME))
    assert _count(older, "post") == 30
    with closing(sqlite3.connect(older)) as connection:
        assert connection.execute("SELECT name FROM page WHERE id = ?", (VK.id,)).fetchone() == (VK.title,)


@pytest.mark.parametrize("body", [FAIL, DANGLE, LOSE], ids=["raises", "leaves dangling rows", "loses rows"])
def test_f38_f39_a_failed_upgrade_leaves_the_file_as_it_was(older: Path, revisions: Revisions, body: str) -> None:
    before, rows = older.read_bytes(), _dump(older)
    with pytest.raises((UpgradeFailed, Exception), match=r"as it was|damaged") as caught:
        upgrade(older, revisions(body))
    assert "\n" not in str(caught.value)
    assert older.read_bytes() == before
    assert _dump(older) == rows
    assert [file.name for file in older.parent.glob(".plan*")] == []
    with Workspace.open(older) as workspace:  # the next start, with the revisions that were released, works
        assert workspace.read().count(Area.POSTS) == 30


def test_f38_a_revision_that_no_longer_exists_is_told_in_words(older: Path) -> None:
    with closing(sqlite3.connect(older)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = 'zz99'")
    before = older.read_bytes()
    for read_only in (True, False):
        with pytest.raises(NewerFile, match="made by a newer smcal"):
            Workspace.open(older, read_only=read_only)
    assert older.read_bytes() == before


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_f36_reading_only_an_older_file_changes_nothing(released: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(released, tmp_path))
    with Workspace.open(path, read_only=True) as workspace:
        assert workspace.path == path
        assert workspace.media.folder == path.with_suffix(".media")
        assert workspace.settings() == SETTINGS
        assert workspace.read().find("изменен") == [workspace.read().post("post-0")]
        workspace.verify()
        assert list(tmp_path.iterdir()) == [path]
    assert path.read_bytes() == released.read_bytes()
    assert list(tmp_path.iterdir()) == [path]


def test_f39_what_was_copied_for_reading_is_removed_again(
    older: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = tmp_path / "room"
    room.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(room))
    with Workspace.open(older, read_only=True):
        assert list(room.iterdir())
    with closing(sqlite3.connect(older)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '0001'")  # its columns are there already
    with pytest.raises(UpgradeFailed):
        Workspace.open(older, read_only=True)
    assert not list(room.iterdir())
