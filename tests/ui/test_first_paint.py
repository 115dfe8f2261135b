"""What the first paint must not wait for: modules that are needed later, or not at all in most sessions."""

import subprocess
import sys

import pytest

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
def loaded() -> frozenset[str]:
    """Names of the modules that the window itself brings, beside those of Qt."""
    code = (
        "import sys; import PySide6.QtWidgets; qt = set(sys.modules);"
        "import smcal_ui.app; print(*sorted(set(sys.modules) - qt))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return frozenset(done.stdout.split())


@pytest.mark.parametrize("name", LATER)
def test_the_window_does_not_wait_for(name: str, loaded: frozenset[str]) -> None:
    assert "smcal_ui.main_window" in loaded
    assert name not in loaded
