"""Errors of the operating system in our own words."""

import errno
import os
from pathlib import Path

import pytest

from smcal.reasons import reason_of
from smcal.words import speak


def test_what_the_system_says_is_said_in_the_language_in_use(tmp_path: Path) -> None:
    speak("ru")
    try:
        with pytest.raises(OSError) as caught:
            (tmp_path / "none").read_bytes()
        assert reason_of(caught.value) == "такого файла или папки нет"
        with pytest.raises(OSError) as caught:
            tmp_path.read_bytes()
        assert reason_of(caught.value) in ("это папка", "нет доступа")  # Windows says the latter of folders
    finally:
        speak("en")


def test_an_error_that_is_rare_keeps_its_number() -> None:
    assert reason_of(OSError(errno.ERANGE, os.strerror(errno.ERANGE))) == f"error {errno.ERANGE} of the system"


def test_an_error_without_a_number_keeps_its_text() -> None:
    assert reason_of(OSError("cannot identify image file")) == "cannot identify image file"
