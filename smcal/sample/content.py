"""What a sample library holds, read from resources/sample: places, people, posts, and when they come."""

import tomllib
from datetime import time
from pathlib import Path
from typing import Any

import msgspec

from smcal.errors import WrongUse
from smcal.files import resources
from smcal.model import Artwork, Network, NoteKind, Role
from smcal.words import _
from smcal.worktime import Hours


class _Read(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Read from TOML; a key that nobody knows is a mistake in the sample."""


class SamplePerson(_Read, frozen=True, kw_only=True):
    """Somebody who works there."""

    key: str
    name: str
    role: Role
    branch: str | None = None  # None: works for the whole system
    months: int = 60  # in service, by today
    trained: bool = True
    two_factor: bool = True


class SamplePage(_Read, frozen=True, kw_only=True):
    """A page of a branch; the branch's coordinator fills it."""

    key: str
    network: Network
    title: str
    link: str = ""
    day: str = ""  # of approval, in words
    collection: bool = False
    owner: str | None = None  # None: the sample's


class SampleBranch(_Read, frozen=True, kw_only=True):
    """A branch; `hours` as in "10-20 10-20 - ..." from Monday, "-" is closed."""

    key: str
    name: str
    hours: str
    head: str | None = None
    coordinator: str
    pages: tuple[SamplePage, ...]


class SamplePost(_Read, frozen=True, kw_only=True):
    """A post: from the stock (no page, no day), a case (both), or an idea for the tray."""

    title: str
    text: str = ""
    page: str | None = None
    week: int | None = None
    day: int | None = None
    ahead: int | None = None  # days from today, in place of week and day
    time: str | None = None
    topic: int | None = None
    direction: str | None = None
    consent: str = ""  # to a direction outside the list
    urgent: bool = False
    urgent_reason: str = ""
    partner: str = ""
    pr_consent: bool = False
    borrowed: bool = False
    author: str = ""
    source: str = ""
    artwork: Artwork = Artwork.NONE
    picture: str = ""
    picture_borrowed: bool = False
    picture_author: str = ""
    picture_source: str = ""
    late: bool = False  # left a draft although it should have been handed in
    event: str | None = None  # key of the note that it announces
    personal_data: bool = False
    data_consent: str = ""
    mistake: str = ""
    corrected: bool = False
    removed: "SampleRemoval | None" = None
    notice: bool = False  # ends with the regulation's notice that people may be photographed


class SampleRemoval(_Read, frozen=True, kw_only=True):
    """A post that was taken down; without a ground nobody recorded why."""

    ground: str = ""
    edit_tried: str = ""
    coordinator: str = ""  # who agreed
    head: str = ""


class SampleNote(_Read, frozen=True, kw_only=True):
    """A note on a day."""

    text: str
    key: str = ""
    week: int = 0
    day: int = 0
    ahead: int | None = None  # days from today, in place of week and day
    kind: NoteKind = NoteKind.NOTE
    branch: str | None = None


class Rhythm(_Read, frozen=True, kw_only=True):
    """How many posts a week a page has.

    `near` is from last week on; `past` goes back from there and `far` on, to the ends of the quarter, both cycling.
    """

    near: tuple[int, ...]
    past: tuple[int, ...] = (0,)
    far: tuple[int, ...] = (0,)


class Sample(_Read, frozen=True, kw_only=True):
    """A sample library, whole."""

    library: str
    owner: str  # of pages, a person's key
    comment: str = ""  # of the curator who asks for changes
    country: str | None = None  # these three where the regulation holds anywhere
    subdivision: str | None = None
    zone: str | None = None
    person: tuple[SamplePerson, ...]
    branch: tuple[SampleBranch, ...]
    rhythm: dict[str, Rhythm]  # by page
    alt: dict[str, str]  # alternative text by picture
    unconfirmed: tuple[str, ...] = ()  # pages whose checklist nobody looks at
    case: tuple[SamplePost, ...]
    idea: tuple[SamplePost, ...]
    note: tuple[SampleNote, ...]
    post: tuple[SamplePost, ...]


def sample_ids() -> tuple[str, ...]:
    """The regulations that have a sample library."""
    return tuple(sorted(path.stem for path in _folder().glob("*.toml")))


def sample_of(regulation: str) -> Sample:
    """The sample library of a regulation; WrongUse where there is none."""
    path = _folder() / f"{regulation}.toml"
    if regulation not in sample_ids():
        raise WrongUse(
            _("There is no sample library for the regulation “{name}”; there is one for: {known}.").format(
                name=regulation, known=", ".join(sample_ids())
            )
        )
    content: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    return msgspec.convert(content, Sample)


def hours_from(text: str) -> Hours:
    """Opening hours from "10-20 10-18 -": one word a weekday, Monday first."""
    return Hours(tuple(_span(word) for word in text.split()))


def _folder() -> Path:
    return resources() / "sample"


def _span(word: str) -> tuple[time, time] | None:
    if word == "-":
        return None
    opens, closes = word.split("-")
    return time(int(opens)), time(int(closes))
