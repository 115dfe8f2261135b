"""A regulation pack: the numbers, lists, clauses and severities of one document. Rules are data."""

from collections.abc import Iterator
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from smcal.regulation.finding import Severity
from smcal.worktime import Counting, UrgentClock, Window

MOST_POSTS, MOST_DAYS, MOST_MONTHS, MOST_TOPICS = 1_000, 366, 1_200, 9_999
"""No document says more; numbers without a bound break windows and files."""

LONGEST_TITLE = 300
LONGEST_TEXT = 4_000

Language = Literal["ru", "lv", "de", "en"]
Text = Annotated[str, Meta(max_length=LONGEST_TEXT)]
Name = Annotated[str, Meta(max_length=120)]
Clause = Annotated[str, Meta(min_length=1, max_length=200)]
Identifier = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=100)]


class _Strict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of a pack: keys that smcal does not know are refused."""


class Title(_Strict, frozen=True, kw_only=True):
    """A text in the languages of smcal; a library's own pack may leave some out."""

    ru: Text = ""
    lv: Text = ""
    de: Text = ""
    en: Text = ""

    def within(self, language: str) -> str:
        """The text in a language, else in English, else in any that there is."""
        return getattr(self, language, "") or self.en or self.ru or self.lv or self.de


FORMAT = 1
"""Of packs; one written for a newer smcal is refused."""


class Frequency(_Strict, frozen=True, kw_only=True):
    """Posts per page and ISO week."""

    clause: Clause
    min: Annotated[int, Meta(ge=0, le=MOST_POSTS)]
    max: Annotated[int, Meta(ge=0, le=MOST_POSTS)]


class SubmissionTerms(_Strict, frozen=True, kw_only=True):
    """How long before publication a post is handed in to the curator."""

    clause: Clause
    working_days: Annotated[int, Meta(ge=1, le=60)]
    counting: Counting = Counting.NTH_DAY_BEFORE
    urgent: UrgentClock = UrgentClock.CLOSE_OF_DAY

    @property
    def window(self) -> Window:
        """The same as working time asks for it."""
        return Window(self.working_days, self.counting, self.urgent)


class Coverage(_Strict, frozen=True, kw_only=True):
    """How long a page has to cover every topic once."""

    clause: Clause
    period: Literal["month", "quarter"]


class Partners(_Strict, frozen=True, kw_only=True):
    """How much of a page may be partners' material."""

    clause: Clause
    share: Annotated[float, Meta(gt=0, le=1)]  # more than this is too much
    period: Literal["month", "quarter"]
    direction: Identifier | None = None  # posts of this direction are partners' material, named or not


class Credits(_Strict, frozen=True, kw_only=True):
    """What is named with what is borrowed."""

    clause: Clause
    text: tuple[Literal["author", "source"], ...] = ("author", "source")
    files: tuple[Literal["author", "source"], ...] = ("author", "source")


class Events(_Strict, frozen=True, kw_only=True):
    """City events are announced on every page: a post that names the event, in the days before."""

    clause: Clause
    days: Annotated[int, Meta(ge=1, le=MOST_DAYS)]  # so early at most; the day itself counts
    direction: Identifier | None = None  # the usual one of announcements


class Privacy(_Strict, frozen=True, kw_only=True):
    """Announcements of events carry a notice that people may be photographed."""

    clause: Clause
    directions: tuple[Identifier, ...]
    notice: Title  # our short wording; the library may have its own


class Register(_Strict, frozen=True, kw_only=True):
    """What the register of pages says of each page."""

    clause: Clause
    parts: tuple[Literal["link", "coordinator", "approval-day"], ...]


class Coordinators(_Strict, frozen=True, kw_only=True):
    """Who may be the coordinator of a page."""

    clause: Clause
    months: Annotated[int, Meta(ge=0, le=MOST_MONTHS)]  # in service
    trained: bool  # by the curator


class Point(_Strict, frozen=True, kw_only=True):
    """A point of the checklist: somebody confirms it for a page's posts of a week."""

    id: Identifier
    rule: Name
    clause: Clause
    title: Title


class Measure(_Strict, frozen=True, kw_only=True):
    """Something the library does about users' comments, or a ground for doing it."""

    id: Identifier
    kind: Literal["measure", "ground"]
    clause: Clause
    title: Title


class Topic(_Strict, frozen=True, kw_only=True):
    """One of the topics that a page has to cover."""

    id: Annotated[int, Meta(ge=1, le=MOST_TOPICS)]
    clause: Clause
    applies: Literal["always", "if-available", "on-event"]
    direction: Identifier | None = None  # the usual one
    title: Title
    short: Title  # for cards


class Direction(_Strict, frozen=True, kw_only=True):
    """One of the directions of work that posts belong to."""

    id: Identifier
    clause: Clause
    title: Title


class RemovalGround(_Strict, frozen=True, kw_only=True):
    """One of the grounds on which a published post may be removed."""

    id: Identifier
    clause: Clause
    title: Title


class Rule(_Strict, frozen=True, kw_only=True):
    """One check of this pack: how much it matters and the clause it rests on."""

    severity: Severity
    clause: Clause
    reading: bool = False  # the document is silent about a part of it, and smcal reads it so: see [readings]


class Heading(_Strict, frozen=True, kw_only=True):
    """What a regulation is and where it holds: the section [regulation]."""

    id: Identifier
    version: Annotated[int, Meta(ge=1, le=1_000_000)]
    format: Annotated[int, Meta(ge=1)] = FORMAT
    based_on: Name = ""  # of a library's copy: id and version of what it was made from, as in "spb-cbs 1"
    country: Annotated[str, Meta(pattern=r"^[A-Z]{2}$")] | None = None
    subdivision: Name | None = None
    zone: Name | None = None
    language: Language
    binding: Literal["rules", "guidelines"]
    title: Title
    document: Title = Title()  # what the document itself is called
    description: Title = Title()  # whose it is and what it asks, in a sentence or two
    clauses: tuple[Clause, ...] = ()  # those of the document that may be cited; none named, and any may


class Pack(Heading, frozen=True, kw_only=True):
    """A whole regulation. Sections that the document does not have are None or empty."""

    rules: dict[str, Rule]
    frequency: Frequency | None = None
    submission: SubmissionTerms | None = None
    coverage: Coverage | None = None
    partners: Partners | None = None
    credits: Credits | None = None
    events: Events | None = None
    privacy: Privacy | None = None
    register: Register | None = None
    coordinators: Coordinators | None = None
    checklist: tuple[Point, ...] = ()
    measures: tuple[Measure, ...] = ()
    topics: tuple[Topic, ...] = ()
    directions: tuple[Direction, ...] = ()
    removal_grounds: tuple[RemovalGround, ...] = ()
    readings: Title = Title()  # what smcal reads into the document where it is silent

    def severity(self, rule: str) -> Severity:
        """How much a rule matters; one that is not named is off."""
        found = self.rules.get(rule)
        return found.severity if found else Severity.OFF

    def topic(self, number: int | None) -> Topic | None:
        """The topic of that number, or None."""
        return next((t for t in self.topics if t.id == number), None)

    def direction(self, identifier: str | None) -> Direction | None:
        """The direction of that identifier, or None."""
        return next((d for d in self.directions if d.id == identifier), None)


def cited(pack: Pack) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every clause that the pack rests on, with the key at which it stands."""
    for name, rule in pack.rules.items():
        yield ("rules", name, "clause"), rule.clause
    for field in msgspec.structs.fields(pack):
        value = getattr(pack, field.name)
        if isinstance(value, msgspec.Struct) and hasattr(value, "clause"):
            yield (field.name, "clause"), value.clause
        elif isinstance(value, tuple):
            yield from (((field.name, n, "clause"), x.clause) for n, x in enumerate(value) if hasattr(x, "clause"))
