"""What a check says, and how much it matters."""

import datetime as dt
from enum import StrEnum
from typing import Any

import msgspec

from smcal.regulation.judged import mark


class Severity(StrEnum):
    """How much a rule matters: a pack decides."""

    REQUIRED = "required"  # blocks handing in
    RECOMMENDED = "recommended"
    OFF = "off"


_ABOUT = ("what", "item", "case", "attachment", "topic", "event", "count", "earliest", "lacking", "people")
_ASKED = ("max", "min", "months", "share", "all", "by")
_TELLING = (*_ABOUT, *_ASKED, "first", "last")
"""Arguments that make a finding another one.

`count` so that an eighth post's override does not hold for a ninth, `earliest` so that a day's lateness does not excuse
two, and what the rule asks for, so that it does not hold for a stricter one.
"""

_STANDING = (*_ABOUT, *_ASKED)


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One departure from one rule: a code and figures, for `message` to put into words.

    About a post (`date` and `post_id` set), a week of a page (`week` set), a longer stretch of a page (neither;
    `args` has `first` and `last`), or the page as it is on whatever day (`standing`; `first` and `last` are the period
    asked about). `args` holds figures, dates and texts of the plan, and titles from the pack, never
    sentences. `fixes` names what would mend it.
    """

    rule: str
    clause: str  # as in the pack: "5.8", "5.6, 5.11", "5.9; App. 2, 6"
    severity: Severity
    page_id: str
    date: dt.date | None = None
    week: str | None = None  # as in 2026-W49
    post_id: str | None = None
    standing: bool = False
    args: dict[str, Any] = {}
    fixes: tuple[str, ...] = ()
    judged: tuple[str, ...] = ()  # what it is about, as it reads now: whoever overrides has this before them
    override: str | None = None  # a named person has decided to hand in all the same

    @property
    def blocks(self) -> bool:
        """Whether it keeps a plan from being handed in."""
        return self.severity is Severity.REQUIRED and self.override is None

    @property
    def key(self) -> str:
        """What this finding is about, in one line: an override holds while it is the same, and for nothing else."""
        telling = _STANDING if self.standing else _TELLING
        where = (self.rule, self.page_id, self.post_id, self.date, self.week, *map(self.args.get, telling))
        key = "|".join(map(_part, where))
        return f"{key}|{mark(self.judged)}" if self.judged else key


def _part(part: Any) -> str:
    if isinstance(part, tuple):
        return ",".join(part)
    return "" if part is None else str(part)
