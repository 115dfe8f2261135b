"""The people who plan, review and answer for posts."""

import datetime as dt
from enum import StrEnum

import msgspec


class Role(StrEnum):
    """What a person does (spb-cbs 2)."""

    COORDINATOR = "coordinator"
    CURATOR = "curator"
    ADMINISTRATOR = "administrator"
    DESIGNER = "designer"
    HEAD = "head"
    PR = "pr"


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody named in the history, in the register or in a plan."""

    id: str
    name: str
    role: Role
    branch_id: str | None = None  # None: works for the whole system, as a curator does
    archived: bool = False
    since: dt.date | None = None  # in service (spb-cbs 5.5)
    trained: bool = False  # by the curator (5.5)
    two_factor: bool = False  # has confirmed that signing in is protected by a second step (2)
