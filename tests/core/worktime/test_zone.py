"""Instants and the clock on the wall, in the two nights on which it is changed."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smcal.worktime.zone import to_instant, to_local

BERLIN, MOSCOW = ZoneInfo("Europe/Berlin"), ZoneInfo("Europe/Moscow")


def test_an_instant_as_the_clock_shows_it() -> None:
    at = dt.datetime(2026, 11, 23, 15, 0, tzinfo=dt.UTC)
    assert to_local(at, MOSCOW) == dt.datetime(2026, 11, 23, 18)
    assert to_instant(dt.datetime(2026, 11, 23, 18), MOSCOW) == at


def test_F34_a_time_that_is_skipped_is_taken_one_hour_later() -> None:
    for fold in (0, 1):
        skipped = dt.datetime(2026, 3, 29, 2, 30, fold=fold)
        assert to_local(to_instant(skipped, BERLIN), BERLIN) == dt.datetime(2026, 3, 29, 3, 30)
        assert to_instant(skipped, BERLIN) == dt.datetime(2026, 3, 29, 1, 30, tzinfo=dt.UTC)


def test_F34_a_time_that_comes_twice_keeps_its_fold() -> None:
    for fold, hour in ((0, 0), (1, 1)):
        twice = dt.datetime(2026, 10, 25, 2, 30, fold=fold)
        instant = to_instant(twice, BERLIN)
        assert instant == dt.datetime(2026, 10, 25, hour, 30, tzinfo=dt.UTC)
        assert to_local(instant, BERLIN).fold == fold


@given(
    st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2037, 1, 1)), st.sampled_from(["Europe/Riga", "Europe/Berlin"])
)
def test_F34_every_instant_comes_back(at: dt.datetime, name: str) -> None:
    zone, instant = ZoneInfo(name), at.replace(tzinfo=dt.UTC)
    assert to_instant(to_local(instant, zone), zone) == instant


def test_mixing_the_two_kinds_of_time_is_an_error() -> None:
    with pytest.raises(ValueError, match="knows its zone"):
        to_local(dt.datetime(2026, 1, 1), BERLIN)
    with pytest.raises(ValueError, match="knows no zone"):
        to_instant(dt.datetime(2026, 1, 1, tzinfo=dt.UTC), BERLIN)
