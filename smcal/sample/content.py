"""What the sample library holds, read from resources/sample: places, people, posts, and when they come."""

import tomllib
from datetime import time
from typing import Any

import msgspec

from smcal.errors import WrongUse
from smcal.files import resources
from smcal.model import Artwork, Network, Role
from smcal.words import _
from smcal.worktime import Hours


class SamplePerson(msgspec.Struct, frozen=True):
    """Somebody who works for the whole system."""

    key: str
    name: str
    role: Role


class SamplePage(msgspec.Struct, frozen=True):
    """A page of a branch."""

    key: str
    network: Network
    title: str
    link: str
    day: str  # of approval, in words
    collection: bool = False


class SampleBranch(msgspec.Struct, frozen=True):
    """A branch; `hours` as in "10-20 10-20 - ..." from Monday, "-" is closed."""

    key: str
    name: str
    hours: str
    head: str
    coordinator: str
    pages: tuple[SamplePage, ...]


class SamplePost(msgspec.Struct, frozen=True, kw_only=True):
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
    urgent: bool = False
    urgent_reason: str = ""
    partner: str = ""
    pr_consent: bool = False
    borrowed: bool = False
    artwork: Artwork = Artwork.NONE
    picture: str = ""
    alt: str = ""
    picture_borrowed: bool = False
    late: bool = False  # left a draft although it should have been handed in


class SampleNote(msgspec.Struct, frozen=True):
    """A note on a day."""

    week: int
    day: int
    text: str


class Rhythm(msgspec.Struct, frozen=True):
    """How many posts a week a page has.

    `near` is from last week on; `past` goes back from there and `far` on, to the ends of the quarter, both cycling.
    """

    near: tuple[int, ...]
    past: tuple[int, ...] = (0,)
    far: tuple[int, ...] = (0,)


class Sample(msgspec.Struct, frozen=True):
    """A sample library, whole."""

    library: str
    person: tuple[SamplePerson, ...]
    branch: tuple[SampleBranch, ...]
    rhythm: dict[str, Rhythm]  # by page
    case: tuple[SamplePost, ...]
    idea: tuple[SamplePost, ...]
    note: tuple[SampleNote, ...]
    post: tuple[SamplePost, ...]


def sample_of(regulation: str) -> Sample:
    """The sample library of a regulation; WrongUse where there is none."""
    path = resources() / "sample" / f"{regulation}.toml"
    if not path.is_file():
        known = ", ".join(sorted(p.stem for p in path.parent.glob("*.toml")))
        raise WrongUse(
            _("There is no sample library for the regulation “{name}”; there is one for: {known}.").format(
                name=regulation, known=known
            )
        )
    content: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    return msgspec.convert(content, Sample)


def hours_from(text: str) -> Hours:
    """Opening hours from "10-20 10-18 -": one word a weekday, Monday first."""
    return Hours(tuple(_span(word) for word in text.split()))


def _span(word: str) -> tuple[time, time] | None:
    if word == "-":
        return None
    opens, closes = word.split("-")
    return time(int(opens)), time(int(closes))
