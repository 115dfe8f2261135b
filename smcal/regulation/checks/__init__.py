"""The checks, one family of rules a file. Each file has `RULES`: the names of its rules and their checks."""

import pkgutil
from functools import cache
from importlib import import_module

from smcal.regulation.check import Check


@cache
def all_checks() -> dict[str, Check]:
    """Every check that smcal has, by the name of its rule, in the order of their names."""
    found: dict[str, Check] = {}
    for module in pkgutil.iter_modules(__path__):
        found |= import_module(f"{__name__}.{module.name}").RULES
    return dict(sorted(found.items()))
