"""What reaches the disk before what: a loss of power then finds the old state or the new one."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

COMMIT = """
import sys
from smcal.store import Workspace
from tests.library import a_post
workspace = Workspace.open(sys.argv[1])
workspace.prepare_writing()
with workspace.work("Add") as work:
    work.put(a_post())
"""
BACK_UP = """
import sys
from smcal.store import back_up
back_up(sys.argv[1])
"""
CALLS = "fsync,fdatasync,unlink,unlinkat,rename,renameat,renameat2"


def _calls(strace: str, code: str, path: Path) -> list[str]:
    """What was synced, removed and renamed, by the names of the files alone."""
    log = path.with_name("strace.log")
    command = [strace, "-f", "-y", "-e", f"trace={CALLS}", "-o", str(log), sys.executable, "-c", code, str(path)]
    subprocess.run(command, check=True)
    lines = [line for line in log.read_text().splitlines() if str(path.parent) in line and "ENOENT" not in line]
    return [re.sub(rf"{re.escape(str(path.parent))}/?", "", line.split(" ", 1)[1]) for line in lines]


def _index(calls: list[str], pattern: str) -> int:
    return next(number for number, call in enumerate(calls) if re.search(pattern, call))


def test_f03_a_commit_syncs_journal_then_plan_then_removes_the_journal_then_syncs_the_folder(
    path: Path, needs_program: Callable[[str], str]
) -> None:
    calls = _calls(needs_program("strace"), COMMIT, path)
    journal = _index(calls, r"sync\(\d+<plan\.smcal-journal>")
    plan = _index(calls, r"sync\(\d+<plan\.smcal>")
    removed = _index(calls, r"unlink.*plan\.smcal-journal")
    folder = removed + _index(calls[removed:], r"sync\(\d+<>")
    assert journal < plan < removed < folder


def test_f03_a_backup_is_synced_before_it_is_renamed_and_then_the_folder(
    path: Path, needs_program: Callable[[str], str]
) -> None:
    calls = _calls(needs_program("strace"), BACK_UP, path)
    renamed = _index(calls, r"rename.*\.part")
    assert any(re.search(r"sync\(\d+<plan\.backups/\..*\.part>", call) for call in calls[:renamed])
    assert any(re.search(r"sync\(\d+<plan\.backups>", call) for call in calls[renamed:])
