"""What a regulation says about the time between handing in and publishing."""

from enum import StrEnum

import msgspec


class Counting(StrEnum):
    """How working days before the publication are counted; the publication day never counts."""

    NTH_DAY_BEFORE = "nth-day-before"
    CLEAR_DAYS = "clear-days"  # that many full days lie between: one day earlier


class UrgentClock(StrEnum):
    """When the curator's decision about an urgent post is due (spb-cbs 5.6)."""

    CLOSE_OF_DAY = "close-of-day"  # the day on which it effectively arrived
    ONE_DAY_LENGTH = "one-day-length"  # after as much working time as that day has


class Window(msgspec.Struct, frozen=True):
    """A plan is handed in this many working days before publication."""

    working_days: int = 5
    counting: Counting = Counting.NTH_DAY_BEFORE
    urgent: UrgentClock = UrgentClock.CLOSE_OF_DAY

    @property
    def steps(self) -> int:
        """How many working days one walks back from the publication date."""
        return self.working_days + (self.counting is Counting.CLEAR_DAYS)
