"""Borders that import contracts cannot see: what a clean interpreter has loaded after an import."""

import subprocess
import sys
from pathlib import Path

HOME = Path(__file__).parents[2]
HEAVY = {
    "PIL",
    "alembic",
    "babel",
    "docx",
    "docxtpl",
    "holidays",
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


def test_the_core_never_imports_the_window_by_name() -> None:
    """Import contracts see import statements; this sees the names given to importlib and to subprocesses."""
    for path in (HOME / "smcal").rglob("*.py"):
        assert "PySide6" not in path.read_text(encoding="utf-8"), path
