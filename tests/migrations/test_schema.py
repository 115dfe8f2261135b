"""The revisions and the tables say the same."""

import ast
import re
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, inspect

from smcal.files import migrations
from smcal.store.changes import VALUES
from smcal.store.identity import FORMAT
from smcal.store.tables import metadata
from smcal.store.upgrade import to_newest

REVISIONS = sorted((migrations() / "versions").glob("*.py"))


@pytest.fixture
def migrated() -> Engine:
    """An empty database brought to the newest format."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        to_newest(connection)
    return engine


def test_the_newest_revision_equals_the_tables(migrated: Engine) -> None:
    with migrated.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    migrated.dispose()


def test_constraints_equal_too_which_alembic_does_not_compare(migrated: Engine) -> None:
    made = create_engine("sqlite://")
    metadata.create_all(made)
    for table in metadata.tables:
        assert _constraints(migrated, table) == _constraints(made, table), table
    made.dispose()
    migrated.dispose()


def _constraints(engine: Engine, table: str) -> dict[str, Any]:
    looked = inspect(engine)
    checks, keys = looked.get_check_constraints(table), looked.get_foreign_keys(table)
    indexes = [
        (index["name"], {name: str(value) for name, value in index["dialect_options"].items()})
        for index in looked.get_indexes(table)
    ]
    return {
        "checks": sorted((check["name"] or "", check["sqltext"]) for check in checks),
        "keys": sorted((key["name"] or "", key["referred_table"], key["options"]["ondelete"]) for key in keys),
        "unique": sorted(unique["name"] or "" for unique in looked.get_unique_constraints(table)),
        "indexes": sorted(map(str, indexes)),
        "primary": looked.get_pk_constraint(table),
    }


def test_every_constraint_has_a_name_and_nothing_is_deleted_by_a_cascade() -> None:
    for table in metadata.tables.values():
        for constraint in table.constraints:
            assert constraint.name, constraint
        for key in table.foreign_keys:
            assert key.ondelete == "RESTRICT", key


def test_a_table_has_a_column_for_every_field() -> None:
    for area, kind in VALUES.items():
        assert tuple(metadata.tables[area].columns.keys()) == ("id", *[f for f in kind.__struct_fields__ if f != "id"])


def test_there_is_one_line_of_revisions_and_its_end_is_the_format() -> None:
    script = ScriptDirectory(str(migrations()))
    assert [int(revision.revision) for revision in script.walk_revisions()] == list(range(FORMAT, 0, -1))


@pytest.mark.parametrize("path", REVISIONS, ids=lambda path: path.stem)
def test_a_revision_is_frozen(path: Path) -> None:
    assert re.fullmatch(r"\d{4}_[a-z0-9_]+\.py", path.name)
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    imported = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported <= {"sqlalchemy", "alembic"}
