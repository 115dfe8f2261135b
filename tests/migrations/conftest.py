"""Files of older formats, and revisions that misbehave."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from smcal.files import migrations
from tests.library import make_library

RELEASED = sorted((Path(__file__).parent.parent / "workspaces").glob("format-*.smcal"))

NEXT = '''"""A revision of the test."""

import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "0002"


def upgrade() -> None:
{body}
'''


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A populated file that says it is of an older format than any that was released."""
    path = make_library(tmp_path / "plan.smcal", posts=30)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 0")
    return path


@pytest.fixture
def revisions(tmp_path: Path) -> Callable[[str], Path]:
    """Our revisions and one more, whose `upgrade` has the given body."""

    def make(body: str) -> Path:
        folder = Path(
            shutil.copytree(migrations(), tmp_path / "migrations", ignore=shutil.ignore_patterns("__pycache__"))
        )
        lines = "\n".join(f"    {line}" for line in body.splitlines())
        (folder / "versions" / "9999_of_the_test.py").write_text(NEXT.format(body=lines), encoding="utf-8")
        return folder

    return make
