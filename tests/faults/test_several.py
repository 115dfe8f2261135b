"""Several programs at one file, and killed ones."""

import os
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

import smcal.store.connect
from smcal.store import Busy, OpenElsewhere, Workspace, find_backups
from smcal.store.checking import check_database
from tests.library import WEEK, a_post

OPEN_AND_WAIT = """
import sys, time
from smcal.store import Workspace
workspace = Workspace.open(sys.argv[1])
print("open", flush=True)
time.sleep(60)
"""
NURSERY = """
import os, signal, sqlite3, sys, time
from contextlib import closing
from pathlib import Path
from smcal.store import Workspace, back_up, tables
from smcal.store.upgrade import upgrade
from tests.library import a_post
import alembic.command

def write(path):
    workspace = Workspace.open(path)
    for number in range(10_000):
        with workspace.work("Add") as work:
            for _ in range(5):
                post = work.put(a_post(number % 7, text="слова " * 500))
        os.write(1, f"{post.id}\\n".encode())

def save(path):
    while True:
        os.write(1, b"start\\n")
        back_up(path)

def bring_up(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 0")
    upgrade(Path(path))
    os.write(1, b"upgraded\\n")
    time.sleep(60)

act = {"write": write, "back up": save, "upgrade": bring_up}[sys.argv[2]]
for attempt in range(int(sys.argv[3])):
    child = os.fork()
    if child == 0:
        try:
            act(sys.argv[1])
        finally:
            os._exit(1)
    time.sleep(0.02 * 1.2**attempt)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.write(1, b"killed\\n")
    sys.stdin.readline()  # until the file was looked at
"""


def _kill_again_and_again(act: str, path: Path, times: int) -> Iterator[list[str]]:
    """Start and kill so many times; gives what each said before it was killed."""
    command = [sys.executable, "-c", NURSERY, str(path), act, str(times)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as nursery:
        assert nursery.stdout is not None
        assert nursery.stdin is not None
        for _ in range(times):
            yield list(iter(lambda: nursery.stdout.readline().strip(), "killed"))
            nursery.stdin.write("\n")
            nursery.stdin.flush()
    assert nursery.returncode == 0


def _start(code: str, path: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, text=True)


def test_f28_the_second_is_told_who_holds_the_file_and_starts_at_once_after_a_kill(path: Path) -> None:
    process = _start(OPEN_AND_WAIT, path)
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    with pytest.raises(OpenElsewhere, match="is open in another smcal"):
        Workspace.open(path)
    Workspace.open(path, read_only=True).close()
    process.kill()
    process.communicate()
    started = time.perf_counter()
    Workspace.open(path).close()
    assert time.perf_counter() - started < 1


def test_f29_a_lock_file_of_a_dead_process_or_another_computer_holds_nobody(path: Path) -> None:
    path.with_name("plan.smcal.lock").write_bytes(b"")
    path.with_name("plan.smcal.lock.json").write_text('{"computer": "elsewhere", "process": 1}')
    Workspace.open(path).close(backup=False)
    assert [file.name for file in path.parent.iterdir()] == ["plan.smcal"]


def test_f30_a_file_held_by_another_program_is_told_after_a_wait(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smcal.store.connect, "PATIENCE", 0.3)  # five seconds in earnest
    with Workspace.open(path) as workspace, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        started = time.perf_counter()
        with pytest.raises(Busy, match="Another program is using"), workspace.work("Add") as work:
            work.put(a_post())
        assert 0.2 < time.perf_counter() - started < 3
        other.execute("ROLLBACK")
        with workspace.work("Add again") as work:
            work.put(a_post())
        assert len(workspace.read().posts(WEEK)) == 1


def test_f31_the_right_to_write_is_taken_at_the_start(path: Path) -> None:
    """Reading first and writing later would fail at once when another has written in between."""
    with Workspace.open(path) as workspace, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA busy_timeout = 0")
        with workspace.work("Add") as work:
            work.read.posts(WEEK)
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                other.execute("BEGIN IMMEDIATE")
            work.put(a_post())
    assert work.changes


def test_f31_threads_write_one_after_the_other(path: Path) -> None:
    with Workspace.open(path) as workspace:

        def add() -> None:
            for _ in range(5):
                with workspace.work("Add") as work:
                    work.put(a_post())

        threads = [threading.Thread(target=add) for _ in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(workspace.read().posts(WEEK)) == 15


@pytest.mark.skipif(os.name != "posix", reason="kills with a signal")
def test_f01_killed_while_saving_nothing_acknowledged_is_lost_and_nothing_is_half(path: Path) -> None:
    said: list[str] = []
    for acknowledged in _kill_again_and_again("write", path, 15):
        said += acknowledged
        check_database(path)
    assert said
    with Workspace.open(path) as workspace:
        posts = {post.id for post in workspace.read().posts(WEEK)}
        assert posts.issuperset(said)
        assert len(posts) % 5 == 0
        assert workspace.read().seq() == 1 + len(posts) // 5
        workspace.close(backup=False)


@pytest.mark.skipif(os.name != "posix", reason="kills with a signal")
def test_f05_killed_while_backing_up_every_backup_is_whole(path: Path) -> None:
    for _said in _kill_again_and_again("back up", path, 12):
        for backup in find_backups(path):
            check_database(backup.path)
    assert find_backups(path)
    Workspace.open(path).close(backup=False)
    assert [file.name for file in path.with_name("plan.backups").iterdir() if "part" in file.name] == []


@pytest.mark.skipif(os.name != "posix", reason="kills with a signal")
def test_f06_killed_while_upgrading_the_file_is_old_or_new_with_every_row(path: Path) -> None:
    with Workspace.open(path) as workspace:
        with workspace.work("Add") as work:
            for number in range(200):
                work.put(a_post(number % 7))
        workspace.close(backup=False)
    outcomes = set()
    for said in _kill_again_and_again("upgrade", path, 20):
        outcomes.add(bool(said))
        check_database(path)
        with Workspace.open(path) as workspace:  # brings it up where that was interrupted
            assert len(workspace.read().posts(WEEK)) == 200
            workspace.close(backup=False)
    assert False in outcomes  # some were killed before they had finished
    assert [file.name for file in path.parent.iterdir() if "part" in file.name] == []
