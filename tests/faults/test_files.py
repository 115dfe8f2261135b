"""Files that are no workspace: told in one line, and not a byte of them changed."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from smcal.errors import SmcalError
from smcal.store import (
    Area,
    Damaged,
    FileGone,
    NewerFile,
    NoRights,
    NoSuchFile,
    NotAWorkspace,
    Workspace,
    back_up,
    find_backups,
    restore,
)
from smcal.store.identity import FORMAT
from tests.library import SETTINGS, WEEK, a_post

ACTS: list[Callable[[Path], object]] = [
    Workspace.open,
    lambda path: Workspace.open(path, read_only=True),
    back_up,
]
NAMES = ["open", "read", "back up"]


def _assert_refused(path: Path, act: Callable[[Path], object], kind: type[SmcalError]) -> str:
    before = path.read_bytes() if path.is_file() else None
    beside = sorted(path.parent.iterdir())
    with pytest.raises(kind) as caught:
        act(path)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert sorted(path.parent.iterdir()) == beside
    message = str(caught.value)
    assert "\n" not in message
    assert str(path) in message
    return message


def _foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("PRAGMA application_id = 1; CREATE TABLE moz_places (url); SELECT 1;")


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {FORMAT + 1}")
        connection.execute("UPDATE alembic_version SET version_num = 'zz99'")
        connection.commit()


def _newer_tables(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = 'zz99'")


def _overwrite_head(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(os.urandom(100))


BROKEN = {
    "f13 folder": (lambda path: (path.unlink(), path.mkdir()), NoSuchFile),
    "f13 missing": (lambda path: path.unlink(), NoSuchFile),
    "f14 empty": (lambda path: os.truncate(path, 0), NotAWorkspace),
    "f18 garbage at the beginning": (_overwrite_head, NotAWorkspace),
    "f18 all zeros": (lambda path: path.write_bytes(bytes(path.stat().st_size)), NotAWorkspace),
    "f18 a text": (lambda path: path.write_text("Дата;Тема\n" * 1000), NotAWorkspace),
    "f15 the first page only": (lambda path: os.truncate(path, 3000), NotAWorkspace),
    "f37 newer": (_newer, NewerFile),
    "f37 newer tables alone": (_newer_tables, NewerFile),
    "f41 foreign": (_foreign, NotAWorkspace),
}


@pytest.mark.parametrize("act", ACTS, ids=NAMES)
@pytest.mark.parametrize("name", BROKEN)
def test_f13_f14_f18_f37_f41_no_workspace(path: Path, name: str, act: Callable[[Path], object]) -> None:
    break_it, kind = BROKEN[name]
    break_it(path)
    _assert_refused(path, act, kind)


def test_f13_nothing_is_made_over_a_file(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(SmcalError, match="exists already"):
        Workspace.create(path, SETTINGS)
    assert path.read_bytes() == before


def test_f14_an_emptied_file_comes_back_from_its_backup(path: Path) -> None:
    backup = back_up(path)
    os.truncate(path, 0)
    _assert_refused(path, Workspace.open, NotAWorkspace)
    restore(path, backup)
    with Workspace.open(path) as workspace:
        assert len(workspace.read().pages()) == 2


@pytest.mark.parametrize("left", [0.5, 0.97])
def test_f15_f16_a_cut_file_is_found_damaged_and_never_becomes_a_backup(path: Path, left: float) -> None:
    os.truncate(path, int(path.stat().st_size * left) // 4096 * 4096)
    with pytest.raises(Damaged) as caught, Workspace.open(path) as workspace:
        workspace.verify()
    assert "restore the newest backup" in str(caught.value)
    with pytest.raises(Damaged):
        back_up(path)
    assert find_backups(path) == []


@pytest.mark.parametrize("bytes_off", [1, 100, 4000, 4096])
def test_f15_a_file_whose_tail_is_missing_is_not_even_opened(path: Path, bytes_off: int) -> None:
    os.truncate(path, path.stat().st_size - bytes_off)
    before = path.read_bytes()
    _assert_refused(path, Workspace.open, Damaged)
    _assert_refused(path, lambda file: Workspace.open(file, read_only=True), Damaged)
    assert path.read_bytes() == before and find_backups(path) == []


def test_f15_a_longer_file_that_a_crash_interrupted_is_rolled_back_by_sqlite(path: Path) -> None:
    code = """
import os, sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA cache_size = 1")
db.execute("BEGIN IMMEDIATE")
db.execute("CREATE TABLE ballast (x)")
for _n in range(300):
    db.execute("INSERT INTO ballast VALUES (randomblob(3000))")
os._exit(9)
"""
    subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    with path.open("ab") as file:
        file.write(b"half a page")
    with Workspace.open(path) as workspace:
        assert len(workspace.read().pages()) == 2


UNPRIVILEGED = """
import os, shutil, sys
from pathlib import Path
from smcal.errors import SmcalError
from smcal.store import Workspace
own = shutil.copy(sys.argv[1], Path(sys.argv[1]).with_name("own.smcal"))
os.chmod(own, 0o600)
with Workspace.open(own) as workspace:  # loads what opening needs: nobody may not read a Python that lies below /root
    workspace.read().pages()
for left in Path(own).parent.glob("own.smcal*"):
    left.unlink()
os.setgroups([]); os.setgid(65534); os.setuid(65534)
try:
    workspace = Workspace.open(sys.argv[1], read_only=sys.argv[2] == "read")
except SmcalError as error:
    print(type(error).__name__, error)
else:
    print("opened", len(workspace.read().pages()))
    workspace.close()
"""


def _as_nobody(path: Path, how: str) -> str:
    made = path.relative_to(tempfile.gettempdir()).parts[:-1]  # the folders that pytest has made
    for depth in range(1, len(made) + 1):
        Path(tempfile.gettempdir(), *made[:depth]).chmod(0o755)
    command = [sys.executable, "-c", UNPRIVILEGED, str(path), how]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.strip()


needs_root = pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="left out: needs root")


@needs_root
def test_f12_a_file_without_rights_is_named(path: Path) -> None:
    path.chmod(0)
    for how in ("write", "read"):
        said = _as_nobody(path, how)
        assert said.startswith(NoRights.__name__)
        assert str(path) in said


@needs_root
def test_f11_a_folder_without_rights_can_be_read(path: Path) -> None:
    path.chmod(0o444)
    assert _as_nobody(path, "write").startswith(NoRights.__name__)
    assert _as_nobody(path, "read") == "opened 2"


def test_f11_where_nothing_can_be_made_no_file_is_spoken_of_as_if_it_were_there(tmp_path: Path) -> None:
    path = tmp_path / f"{'long ' * 49}.smcal"  # refused by every system, for the superuser too
    with pytest.raises(NoRights, match="cannot be made") as caught:
        Workspace.create(path, SETTINGS)
    assert "Save a copy" not in str(caught.value)
    assert not list(tmp_path.iterdir())


def test_f20_a_file_left_in_wal_mode_is_set_back(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    with Workspace.open(path) as workspace, workspace.work("Touch") as work:
        work.remove(Area.POSTS, "none")
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_f21_a_file_moved_while_open_is_told_and_nothing_is_lost(path: Path) -> None:
    with Workspace.open(path) as workspace:
        with workspace.work("Before") as work:
            work.put(a_post())
        moved = path.rename(path.with_name("moved.smcal"))
        with pytest.raises(FileGone), workspace.work("After") as work:
            work.put(a_post(1))
        shutil.move(moved, path)
        assert len(workspace.read().posts(WEEK)) == 1
