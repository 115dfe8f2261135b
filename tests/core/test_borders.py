"""Borders that import contracts cannot see: what a clean interpreter has loaded after an import."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

HOME = Path(__file__).parents[2]
HEAVY = {
    "PIL",
    "alembic",
    "babel",
    "docx",
    "docxtpl",
    "dateutil",
    "holidays",
    "icalendar",
    "jinja2",
    "lxml",
    "numpy",
    "openpyxl",
    "pydantic",
    "rich",
    "sqlalchemy",
    "typer",
    "typst",
}
"""What the first painted week must not wait for."""


def loaded(code: str) -> set[str]:
    """The top-level names of all modules loaded after `code` ran in a clean interpreter."""
    paths = [str(HOME), str(HOME / "ui")]
    script = f"import sys; sys.path[:0] = {paths!r}\n{code}\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {name.partition(".")[0] for name in done.stdout.split()}


def test_the_core_runs_without_the_toolkit() -> None:
    code = (
        "import pkgutil, importlib, smcal\n"
        "for found in pkgutil.walk_packages(smcal.__path__, 'smcal.'): importlib.import_module(found.name)"
    )
    assert not loaded(code) & {"PySide6", "shiboken6", "smcal_ui"}


def test_the_console_script_loads_no_toolkit_before_a_window_is_wanted() -> None:
    names = loaded("from smcal_ui.start import main\nassert main(['--version']) == 0")
    assert not names & ({"PySide6", "argparse", "msgspec"} | HEAVY)


def test_the_window_starts_without_the_heavy_parts() -> None:
    assert not loaded("import smcal_ui.app") & HEAVY


def test_words_are_cheap_to_load() -> None:
    names = loaded("import smcal.words\nsmcal.words.speak('ru')")
    assert not names & ({"PySide6", "msgspec"} | HEAVY)


def imported() -> Iterator[str]:
    """The top-level names of all third-party modules in import statements, wherever they stand in a file."""
    for path in (file for folder in ("smcal", "ui", "migrations") for file in (HOME / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                names = [node.module]
            else:
                continue
            yield from (name.partition(".")[0] for name in names)


def normal(name: str) -> str:
    """A distribution's name as package indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_what_is_imported_is_required_and_what_is_required_is_imported() -> None:
    ours = {"smcal", "smcal_ui", *sys.stdlib_module_names}
    modules = set(imported()) - ours
    installed = packages_distributions()
    assert modules <= set(installed), "not installed, so nobody knows which package it is of"
    givers = {module: {normal(name) for name in installed[module]} for module in modules}
    with (HOME / "pyproject.toml").open("rb") as file:
        required = tomllib.load(file)["project"]["dependencies"]
    declared = {normal(re.split(r"[^\w.-]", line)[0]) for line in required}
    assert not {module for module, names in givers.items() if not names & declared}, "imported, not required"
    by_data_alone = {"tzdata"}  # zoneinfo reads it where the system has no zones
    assert declared - by_data_alone <= set().union(*givers.values()), "required, never imported"


def test_the_core_never_imports_the_window_by_name() -> None:
    """Import contracts see import statements; this sees the names given to importlib and to subprocesses."""
    for path in (HOME / "smcal").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"PySide6|smcal_ui\b", text), path
