"""Names that a package imports when they are first asked for."""

from importlib import import_module

import pytest

PACKAGES = ("smcal.regulation", "smcal.store", "smcal.worktime")


@pytest.mark.parametrize("name", PACKAGES)
def test_every_name_that_a_package_offers_is_there(name: str) -> None:
    package = import_module(name)
    assert [offered for offered in package.__all__ if not hasattr(package, offered)] == []


@pytest.mark.parametrize("name", PACKAGES)
def test_a_name_that_is_not_there_is_missed_as_usual(name: str) -> None:
    with pytest.raises(AttributeError, match=f"'{name}' has no attribute 'nothing'"):
        assert import_module(name).nothing
