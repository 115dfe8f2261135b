"""The checks, one family of rules a file. Each file has `RULES`: the names of its rules and their checks."""

from functools import cache
from importlib import import_module
from pathlib import Path

from smcal.regulation.check import Check


@cache
def all_checks() -> dict[str, Check]:
    """Every check that smcal has, by the name of its rule, in the order of their names."""
    found: dict[str, Check] = {}
    for file in sorted(Path(__file__).parent.glob("[!_]*.py")):  # pkgutil would cost the start half a megabyte
        found |= import_module(f"{__name__}.{file.stem}").RULES
    return dict(sorted(found.items()))
