"""Names of a package that are imported when first asked for, so that the first paint waits for none of them."""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def later(package: str, places: Mapping[str, tuple[str, ...]]) -> Callable[[str], object]:
    """The `__getattr__` of a package: `places` are its modules, with the names that come from them."""
    home = {name: module for module, names in places.items() for name in names}

    def find(name: str) -> object:
        if name not in home:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        found: object = getattr(import_module(f"{package}.{home[name]}"), name)
        setattr(sys.modules[package], name, found)  # asked for once
        return found

    return find
