"""A plan document in words: every text that stands in it, in one language, so that writers only lay out."""

import msgspec


class Chip(msgspec.Struct, frozen=True):
    """One line of the summary; `tone` is good, warn, bad or plain."""

    text: str
    tone: str = "plain"


class SheetPicture(msgspec.Struct, frozen=True, kw_only=True):
    """A picture to place: a file on this disk and what it shows."""

    path: str
    thumbnail: str
    alt: str


class SheetPost(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the table."""

    id: str
    day: str
    time: str
    flag: str = ""  # "urgent", "published", ...
    flag_tone: str = "plain"
    topic: str = ""
    title: str = ""
    lines: tuple[str, ...] = ()
    notes: tuple[Chip, ...] = ()  # reason of urgency, credits, partner
    materials: str = ""
    credits: tuple[Chip, ...] = ()
    pictures: tuple[SheetPicture, ...] = ()
    due: str = ""
    due_note: str = ""
    due_tone: str = "plain"
    decision: str = ""  # value of Decision, or empty
    comment: str = ""


class SheetDeparture(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the departures from the regulation."""

    clause: str
    text: str
    reason: str
    who: str
    edition: str


class SheetGroup(msgspec.Struct, frozen=True, kw_only=True):
    """The posts of one week; a document of one week has one group without a heading."""

    heading: str = ""
    note: Chip | None = None
    posts: tuple[SheetPost, ...] = ()


class Choice(msgspec.Struct, frozen=True):
    """One answer the curator can give."""

    value: str
    label: str


class Labels(msgspec.Struct, frozen=True, kw_only=True):
    """Fixed words of the layout."""

    when: str
    topic: str
    post: str
    materials: str
    due: str
    decision: str
    comment: str
    agreed: str  # heading of the approval block
    role: str
    signer: str
    date_line: str
    page_of: str  # with {page} and {pages}
    blockers: str
    advice: str
    departures: str  # heading of their table; its columns:
    departed_from: str
    departed_what: str
    departed_why: str
    departed_who: str
    edition: str
    empty: str
    table: str  # what the table is, for those who do not see it


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """The whole document in words."""

    language: str
    title: str  # of the file: what it is, for whom, when
    heading: str
    headline: str
    subline: str
    author: str
    labels: Labels
    choices: tuple[Choice, ...]
    chips: tuple[Chip, ...]
    groups: tuple[SheetGroup, ...]
    blockers: tuple[str, ...]
    advice: tuple[str, ...]
    footer: str
    departures: tuple[SheetDeparture, ...] = ()
    approval: bool = True  # room for the curator's signature and answers
    columns: tuple[str, ...] = (
        "when",
        "topic",
        "post",
        "materials",
        "due",
        "decision",
    )  # of the table, by their labels
    replaced: str = ""  # tells which characters no font on this computer has

    @property
    def posts(self) -> tuple[SheetPost, ...]:
        """Every post, in order."""
        return tuple(post for group in self.groups for post in group.posts)
