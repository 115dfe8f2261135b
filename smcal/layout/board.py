"""What the week planner shows, as plain values: days, pages, cells, cards."""

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum

import msgspec

from smcal.model import Page, Period, State


class Level(StrEnum):
    """How something is meant: it decides a colour, never alone."""

    PLAIN = "plain"
    OK = "ok"
    WARN = "warn"
    BAD = "bad"


class Badge(msgspec.Struct, frozen=True):
    """A few words on a card that say what needs attention."""

    text: str
    level: Level = Level.PLAIN


class Card(msgspec.Struct, frozen=True):
    """One post as it stands in a cell."""

    id: str
    page_id: str | None
    date: dt.date | None
    time: dt.time | None
    title: str
    topic: int | None
    topic_name: str  # short, in the language of the window
    state: State
    badges: tuple[Badge, ...] = ()


class DayColumn(msgspec.Struct, frozen=True):
    """One day of the week: what kind of day it is and what is possible on it."""

    date: dt.date
    closed: bool
    shortened: bool
    opens: dt.time | None
    closes: dt.time | None
    name: str = ""  # of the holiday, or why the day is free or worked
    provisional: bool = False
    past: bool = False
    today: bool = False
    urgent_only: bool = False  # before the horizon: a plan handed in now would be late
    notes: tuple[str, ...] = ()


class Gauge(msgspec.Struct, frozen=True):
    """Posts of a page in a week against what the regulation asks for (5.8); None: it asks nothing."""

    count: int
    minimum: int | None
    maximum: int | None
    level: Level


class Coverage(msgspec.Struct, frozen=True):
    """How many of the mandatory topics a page has in the period of coverage (5.9)."""

    met: int
    wanted: int


class PageRow(msgspec.Struct, frozen=True):
    """One page: its head and seven cells, each with its cards in order."""

    page: Page
    branch: str
    gauge: Gauge
    coverage: Coverage
    cells: tuple[tuple[Card, ...], ...]


class Spot(msgspec.Struct, frozen=True):
    """A place on the board: a cell (index -1) or a card in it."""

    row: int
    column: int
    index: int = -1


class WeekBoard(msgspec.Struct, frozen=True):
    """A whole week of all pages."""

    week: Period
    days: tuple[DayColumn, ...]
    rows: tuple[PageRow, ...]
    horizon: dt.date | None = None  # first date that a plan handed in now is in time for

    def cards(self, row: int, column: int) -> tuple[Card, ...]:
        """The cards of a cell, in order."""
        return self.rows[row].cells[column]

    def card(self, spot: Spot | None) -> Card | None:
        """The card at a spot, or None where there is none."""
        if spot is None or spot.index < 0 or spot.row >= len(self.rows):
            return None
        cards = self.cards(spot.row, spot.column)
        return cards[spot.index] if spot.index < len(cards) else None

    def spots(self) -> Iterator[tuple[Spot, Card]]:
        """Every card with its spot: by page, day, time."""
        for row, page in enumerate(self.rows):
            for column, cards in enumerate(page.cells):
                for index, card in enumerate(cards):
                    yield Spot(row, column, index), card

    def find(self, post_id: str | None) -> Spot | None:
        """Where a post stands, or None when it is not on this board."""
        for row, page in enumerate(self.rows):
            for column, cards in enumerate(page.cells):
                for index, card in enumerate(cards):
                    if card.id == post_id:
                        return Spot(row, column, index)
        return None

    def row_of(self, page_id: str | None) -> int | None:
        """The row of a page, or None."""
        return next((n for n, row in enumerate(self.rows) if row.page.id == page_id), None)

    def column_of(self, date: dt.date | None) -> int | None:
        """The column of a day, or None when it is not in this week."""
        return (date - self.week.first).days if date is not None and date in self.week else None
