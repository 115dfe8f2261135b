"""Finds what ships with smcal, in a checkout and in an installed wheel alike."""

from functools import cache
from pathlib import Path


@cache
def _home() -> Path:
    package = Path(__file__).parent
    installed = package / "resources"
    return package if installed.is_dir() else package.parent


def resources() -> Path:
    """The folder with regulations, words, templates and the sample library."""
    return _home() / "resources"


def migrations() -> Path:
    """The folder with the revisions of the workspace file."""
    return _home() / "migrations"
