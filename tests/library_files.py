"""Fixtures: workspace files with the small library, made once, copied for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from smcal.store import Workspace
from tests.library import make_library


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the library, not to be changed."""
    return make_library(tmp_path_factory.mktemp("made") / "plan.smcal")


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    """A file with the library, to do anything with."""
    return Path(shutil.copy(made, tmp_path / "plan.smcal"))


@pytest.fixture
def workspace(path: Path) -> Iterator[Workspace]:
    """An open workspace with the library."""
    opened = Workspace.open(path)
    yield opened
    opened.close(backup=False)
