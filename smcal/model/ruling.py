"""What people decide under a regulation, kept with the regulation that they decided by."""

import datetime as dt

import msgspec


class KeptPack(msgspec.Struct, frozen=True, kw_only=True):
    """A regulation pack, word for word: the library's own, or one that a decision was made by. Never changed."""

    id: str  # SHA-256 of the text, lower-case hex
    regulation: str  # the pack's own identifier
    version: int
    toml: str
    at: dt.datetime  # UTC; when it was kept


class Override(msgspec.Struct, frozen=True, kw_only=True):
    """A named person's decision to hand in although a required rule is broken; it holds for one finding alone."""

    id: str
    subject: str  # the finding's `key`
    rule: str
    clause: str
    message: str  # the finding as it read then, in the workspace's language
    page_id: str
    post_id: str | None = None
    reason: str
    person_id: str
    at: dt.datetime  # UTC
    pack_id: str  # the KeptPack in force then
    withdrawn: dt.datetime | None = None  # UTC
    withdrawn_by: str | None = None


class Confirmation(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody has looked at a page's posts of one week and confirms a point of the checklist."""

    id: str
    page_id: str
    item: str  # identifier in the pack's checklists
    monday: dt.date  # of the week
    seen: tuple[str, ...] = ()  # marks of the posts that were there; it does not hold for others
    person_id: str | None = None
    at: dt.datetime  # UTC
    pack_id: str | None = None  # the KeptPack in force then


class Removal(msgspec.Struct, frozen=True, kw_only=True):
    """Why a published post was taken down (spb-cbs 5.10)."""

    id: str
    post_id: str
    ground: str  # identifier in the pack's list
    edit_tried: str  # why mending it was not enough
    agreed_coordinator: str  # who agreed
    agreed_head: str = ""  # where that was needed
    note: str = ""
    person_id: str | None = None
    at: dt.datetime  # UTC
    pack_id: str | None = None  # the KeptPack in force then
