"""*Submit by* against its peers on the same dates: `python -m tests.bench.worktime`.

Interleaved rounds in one process, the fastest round of each; every peer's tables are warm. All count five working
days back over the Russian calendar; ours also gives the closing time of that day, and all answers are compared.
"""

import datetime as dt
import gc
import random
import sys
import time
from collections.abc import Callable, Sequence

import holidays
import numpy as np

from smcal.worktime import Worktime, national_years

YEARS = range(2024, 2028)
ROUNDS = 25
GOAL = 40.0
"""How many times as fast as the holidays library it must be."""

Way = Callable[[dt.date], object]


def ours() -> Way:
    """The index by year and ordinal."""
    return Worktime("RU", national_years("RU")).submit_by


def of_holidays() -> Way:
    """The library's own walk."""
    russia = holidays.country_holidays("RU", years=range(YEARS[0] - 1, YEARS[-1] + 2))
    return lambda publish: russia.get_nth_working_day(publish, -5)


def of_numpy() -> Way:
    """Business days with the same days off; working Saturdays as working days of a week of seven."""
    russia = holidays.country_holidays("RU", years=range(YEARS[0] - 1, YEARS[-1] + 2))
    first, last = dt.date(YEARS[0] - 1, 1, 1), dt.date(YEARS[-1] + 1, 12, 31)
    dates = map(dt.date.fromordinal, range(first.toordinal(), last.toordinal() + 1))
    off = [day for day in dates if not russia.is_working_day(day)]
    calendar = np.busdaycalendar(weekmask="1111111", holidays=np.array(off, dtype="datetime64[D]"))
    return lambda publish: np.busday_offset(publish, -5, roll="forward", busdaycal=calendar)


def publication_dates() -> list[dt.date]:
    """The same thousand dates every time."""
    pick = random.Random(2026)
    first, last = dt.date(YEARS[0], 1, 1).toordinal(), dt.date(YEARS[-1], 12, 31).toordinal()
    return [dt.date.fromordinal(pick.randint(first, last)) for _ in range(1000)]


def agree(ways: dict[str, Way], dates: Sequence[dt.date]) -> None:
    """Stop when the ways do not give the same day."""
    for publish in dates:
        days = {str(way(publish))[:10] for way in ways.values()}
        if len(days) != 1:
            raise SystemExit(f"{publish}: the answers differ: {days}")


def round_of(way: Way, dates: Sequence[dt.date]) -> float:
    """Microseconds a call, the loop included."""
    start = time.perf_counter()
    for publish in dates:
        way(publish)
    return (time.perf_counter() - start) / len(dates) * 1e6


def main() -> int:
    """Print the table; 1 when the goal is missed."""
    ways = {"smcal": ours(), "holidays.get_nth_working_day": of_holidays(), "numpy.busday_offset": of_numpy()}
    dates = publication_dates()
    agree(ways, dates)
    gc.disable()
    best = dict.fromkeys(ways, float("inf"))
    for _ in range(ROUNDS):
        for name, way in ways.items():
            best[name] = min(best[name], round_of(way, dates))
    for name, cost in best.items():
        print(f"{name:30} {cost:8.3f} µs a call   {cost / best['smcal']:7.1f} times ours")
    ratio = best["holidays.get_nth_working_day"] / best["smcal"]
    print(f"goal: at least {GOAL:.0f} times as fast as holidays; measured {ratio:.0f}")
    return 0 if ratio >= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
