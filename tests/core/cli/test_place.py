"""Where a regulation that holds anywhere is kept: told by the system, by the time zone, or asked for."""

import pytest

from smcal.cli.place import country_of
from smcal.errors import WrongUse
from smcal.regulation import load_pack


@pytest.fixture
def silent(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system whose language names no country."""
    for name in ("LC_ALL", "LC_TIME", "LANG"):
        monkeypatch.setenv(name, "C.UTF-8")


def test_the_regulation_comes_first(silent: None) -> None:
    assert country_of(load_pack("espelkamp"), "Europe/Riga") == "DE"


def test_the_language_of_the_system_names_a_country(silent: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "lv_LV.UTF-8")
    assert country_of(load_pack("generic")) == "LV"


def test_the_calendar_of_a_regulation_for_any_country_is_that_of_the_system(
    silent: None, monkeypatch: pytest.MonkeyPatch, run
) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    days = {
        day["date"]: day for day in run("calendar", "--regulation", "generic", "--year", "2026", "--json").json["days"]
    }
    assert (days["2026-10-03"]["kind"], days["2026-02-23"]["kind"]) == ("off", "working")


@pytest.mark.parametrize("zone", ["UTC", "Etc/UTC", "Etc/GMT"])
def test_a_zone_of_no_country_names_none(silent: None, zone: str) -> None:
    with pytest.raises(WrongUse, match="--country"):
        country_of(load_pack("generic"), zone)


@pytest.mark.parametrize(("zone", "country"), [("Europe/Berlin", "DE"), ("Asia/Novosibirsk", "RU")])
def test_else_the_time_zone_does(silent: None, zone: str, country: str) -> None:
    assert country_of(load_pack("generic"), zone) == country


def test_where_nothing_tells_it_is_asked_for(silent: None) -> None:
    with pytest.raises(WrongUse, match="--country"):
        country_of(load_pack("generic"), "UTC")


def test_new_takes_the_zone_that_was_given(silent: None, run, tmp_path) -> None:
    words = ("--regulation", "generic", "--branch", "Main", "--zone", "Europe/Berlin", "--json")
    answer = run("new", tmp_path / "a.smcal", *words)
    assert answer.code == 0, answer.err
    assert (answer.json["country"], answer.json["zone"]) == ("DE", "Europe/Berlin")
