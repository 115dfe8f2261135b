"""What a check says, and how much it matters."""

import datetime as dt
from enum import StrEnum
from typing import Any

import msgspec


class Severity(StrEnum):
    """How much a rule matters: a pack decides."""

    REQUIRED = "required"  # blocks handing in
    RECOMMENDED = "recommended"
    OFF = "off"


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One departure from one rule: a code and figures, for `message` to put into words.

    About a post (`date` and `post_id` set), a week of a page (`week` set), or a longer stretch of a page (neither;
    `args` has `first` and `last`). `args` holds figures, dates and texts of the plan, and titles from the pack, never
    sentences. `fixes` names what would mend it.
    """

    rule: str
    clause: str  # as in the pack: "5.8", "5.6, 5.11", "5.9; App. 2, 6"
    severity: Severity
    page_id: str
    date: dt.date | None = None
    week: str | None = None  # as in 2026-W49
    post_id: str | None = None
    args: dict[str, Any] = {}
    fixes: tuple[str, ...] = ()
