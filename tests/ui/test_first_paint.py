"""What the first paint must not wait for: modules that are needed later, or not at all in most sessions."""

import datetime as dt
import os
import subprocess
import sys

import pytest

from smcal.model import Network
from smcal.planning.edit import new_post
from smcal.planning.setup import NewBranch, NewPage, add_branch
from smcal.store import Settings, Workspace

START = """
import sys
import PySide6.QtWidgets

qt = set(sys.modules)
import smcal_ui.app as app


def leave(self):
    print(*sorted(set(sys.modules) - qt))
    self.qt.quit()


app.App.settle = leave
from smcal_ui.start import main

sys.exit(main([sys.argv[1]]))
"""

LATER = (
    "alembic",  # only for old files
    "babel",
    "concurrent.futures.thread",  # the worker begins with its first job
    "difflib",
    "hashlib",  # brings OpenSSL: 3.5 MB
    "holidays",
    "html",  # the names of two thousand signs
    "pkgutil",
    "smcal.planning.move",
    "smcal.planning.record",
    "smcal.planning.preview",
    "smcal.planning.submit",
    "smcal.regulation.checks",  # all rules, their sentences in four languages
    "smcal.regulation.run",
    "smcal.store.backup",
    "smcal.store.making",
    "smcal.store.work",
    "smcal.worktime.reports",
    "platformdirs" if sys.platform == "linux" else "typer",
    "smcal.planning.fixes",
    "smcal.planning.why",
    "smcal_ui.fixes",
    "smcal_ui.post.sheet",
    "smcal_ui.shell.findings_table",
    "smcal_ui.shell.followed",
    "smcal_ui.shell.waiting",
    "smcal_ui.why",
    "smcal_ui.widgets.popover",
    "sqlalchemy",  # 0.2 s; a thread loads it after the first paint
)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """Names of the modules that a start on a workspace has loaded when the week is painted, beside those of Qt."""
    folder = tmp_path_factory.mktemp("start")
    path = folder / "library.smcal"
    with Workspace.create(path, Settings(library="Маяк", regulation="spb-cbs")) as workspace:
        with workspace.work("found") as work:
            made = add_branch(work, NewBranch("Маяк", (NewPage(Network.VK, "Маяк"),)), 0)
            new_post(work, work.read.pages()[0].id, date=dt.date.today(), title="Викторина")
        assert made is not None
    places = {name: str(folder) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "HOME", "APPDATA", "LOCALAPPDATA")}
    environment = os.environ | places | {"QT_QPA_PLATFORM": "offscreen", "SMCAL_LANGUAGE": "ru"}
    done = subprocess.run(
        [sys.executable, "-c", START, str(path)], capture_output=True, text=True, check=True, env=environment
    )
    return frozenset(done.stdout.split())


@pytest.mark.parametrize("name", LATER)
def test_the_window_does_not_wait_for(name: str, loaded: frozenset[str]) -> None:
    assert "smcal_ui.main_window" in loaded
    assert name not in loaded
