"""What every test stands on: away from the user's own files, without a screen, always in the same language."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

# before Qt is imported anywhere: no screen, one pixel is one pixel, fonts of one size
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["QT_FONT_DPI"] = "96"
os.environ["SMCAL_LANGUAGE"] = "en"

import pytest
from hypothesis import HealthCheck, settings

from smcal.words import speak

IN_CI = os.environ.get("CI", "").lower() in ("1", "true")
HOMES = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "XDG_DOCUMENTS_DIR": "Documents",
}
LEFT_OUT = "left out: needs "

settings.register_profile(
    "ci", derandomize=True, database=None, max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("here", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ci" if IN_CI else "here")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh home for every test, so that nothing is read from or written to the one of the user."""
    folder = tmp_path_factory.mktemp("home")
    for name, inside in HOMES.items():
        place = folder / inside
        place.mkdir(parents=True, exist_ok=True)
        monkeypatch.setenv(name, str(place))
    return folder


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """Every test starts in English; one that wants Russian says speak("ru")."""
    speak("en")
    yield
    speak("en")


@pytest.fixture
def needs_program() -> Callable[[str], str]:
    """Give the path of a program such as "soffice"; without it the test is left out, and in CI it fails."""

    def find(name: str) -> str:
        path = shutil.which(name)
        if path is None and IN_CI:
            pytest.fail(f"{name} is missing, and in CI it must be there: see .ci/run", pytrace=False)
        if path is None:
            pytest.skip(f"{LEFT_OUT}{name}")
        return path

    return find


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in one line which tests were left out for want of a program."""
    reasons = [report.longrepr for report in terminalreporter.getreports("skipped")]
    texts = [reason[2] if isinstance(reason, tuple) else str(reason) for reason in reasons]
    programs = [text.partition(LEFT_OUT)[2] for text in texts if LEFT_OUT in text]
    if programs:
        names = ", ".join(sorted(set(programs)))
        terminalreporter.write_line(f"Left out: {len(programs)} tests, for these programs are not here: {names}")
