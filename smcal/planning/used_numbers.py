"""Numbers of plans that were taken back: they are not given again, for two plans must never bear the same name."""

from smcal.model import Period, Setting
from smcal.store.changes import Area
from smcal.store.errors import decoded
from smcal.store.reader import Reader

USED = "taken-back"
"""The setting that keeps them."""


def used_numbers(reader: Reader) -> dict[int, int]:
    """The highest version that was taken back of each plan, by the plan's number."""
    kept = reader.get(Area.SETTINGS, USED)
    return decoded(kept.value, dict[int, int]) if isinstance(kept, Setting) else {}


def next_version(reader: Reader, page_id: str, period: Period) -> tuple[int, int]:
    """Number and version of the plan that is handed in next for a page and a period."""
    used = used_numbers(reader)
    same = [s for s in reader.submissions(page_id) if Period(s.first, s.last) == period]
    if not same:
        return max(reader.last_plan_number(), *used, 0) + 1, 1
    number = same[0].number
    return number, max(used.get(number, 0), *(s.version for s in same)) + 1
