"""Branches of a library and the pages they keep."""

from enum import StrEnum

import msgspec


class Network(StrEnum):
    """Where a page lives."""

    VK = "vk"
    TELEGRAM = "telegram"
    FACEBOOK = "facebook"
    INSTAGRAM = "instagram"
    TIKTOK = "tiktok"
    YOUTUBE = "youtube"
    WEBSITE = "website"
    APP = "app"
    OTHER = "other"


class Branch(msgspec.Struct, frozen=True, kw_only=True):
    """One library or department."""

    id: str
    name: str
    position: int = 0
    head_id: str | None = None


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One community page in one network, kept by one branch."""

    id: str
    branch_id: str
    network: Network
    title: str
    link: str = ""
    coordinator_id: str | None = None
    approval_day: str = ""  # «день согласования» of Appendix 1, in the library's own words
    has_collection: bool = False  # keeps a collection or editions of its profile: topic 5 applies
    position: int = 0
    archived: bool = False
    owner_id: str | None = None  # who owns the page in its network (spb-cbs 2)
    administrator_ids: tuple[str, ...] = ()  # who fills it (2)
