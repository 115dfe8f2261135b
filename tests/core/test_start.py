"""The console script: what a command line means, before any window or command is loaded."""

import gc
import os
import sys
import time
from pathlib import Path

import pytest

from smcal_ui import start


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], (None, None)),
        (["a.smcal"], (Path("a.smcal"), None)),
        (["a.smcal", "--trace", "t.json"], (Path("a.smcal"), Path("t.json"))),
        (["--trace=t.json", "a.smcal"], (Path("a.smcal"), Path("t.json"))),
    ],
)
def test_a_file_and_a_trace_are_read(words: list[str], expected: tuple[Path | None, Path | None]) -> None:
    assert start.read_words(words) == expected


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--trace"], "--trace needs"),
        (["--loud"], "Unknown option --loud"),
        (["a.smcal", "b.smcal"], "b.smcal is one too many"),
        (["--trace", "."], "--trace: . cannot be written"),
        (["--trace=no/such/folder/t.json"], "t.json cannot be written"),
        (["chekc"], "chekc is neither a command nor a file"),
    ],
)
def test_a_wrong_command_line_is_one_clear_line_and_exit_code_2(
    words: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert start.main(words) == 2
    said = capsys.readouterr()
    assert complaint in said.err
    assert said.err.count("\n") == 1
    assert said.out == ""


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_trace_that_may_not_be_written_is_refused_before_the_window_opens(tmp_path: Path) -> None:
    file = tmp_path / "t.json"
    file.touch(0o400)
    with pytest.raises(ValueError, match=r"t\.json cannot be written"):
        start.read_words(["--trace", str(file)])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["check", "a.smcal"], True),
        (["--json", "check", "a.smcal"], True),
        (["a.smcal"], False),
        (["--json"], False),
        ([], False),
    ],
)
def test_a_first_word_that_is_a_command_is_one(words: list[str], expected: bool) -> None:
    assert start.is_command(words) is expected


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "linux", False),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, "linux", False),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "minimal"}, "linux", False),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "xcb"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "win32", False),
    ],
)
def test_what_a_display_is(
    environment: dict[str, str], platform: str, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert start.has_display() is expected


def test_without_a_display_no_window_is_tried(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert start.main([]) == 2
    assert "no display" in capsys.readouterr().err


def test_a_qt_that_does_not_load_is_one_clear_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtWidgets", None)
    assert start.open_window(None) == 2
    said = capsys.readouterr().err
    assert "Qt does not load" in said
    assert said.count("\n") == 1
    assert gc.isenabled()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells when a process began")
def test_the_age_of_the_process_is_known() -> None:
    seen = Path("/proc/self").stat().st_ctime
    assert abs(start.process_started() - seen) < 60
    assert start.process_started() < start.LOADED <= time.time()
