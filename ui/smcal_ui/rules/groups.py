"""The groups of numbers that a document may have: fields with their units, and where each begins."""

from collections.abc import Callable
from typing import NamedTuple

import msgspec

from smcal.regulation.pack import (
    MOST_DAYS,
    MOST_MONTHS,
    MOST_POSTS,
    Coordinators,
    Coverage,
    Credits,
    Events,
    Frequency,
    Partners,
    Privacy,
    Register,
    SubmissionTerms,
    Title,
)
from smcal.words import N_, _
from smcal_ui.post.fields import CheckField, ChoiceField, Field, TextField
from smcal_ui.rules.fields import ClauseField, NumberField, SeveralField
from smcal_ui.rules.wording import VALUES
from smcal_ui.widgets.form import Row


class Group(NamedTuple):
    """A section of the pack: what it is for, its fields, and what it is when it is taken up."""

    section: str
    about: str
    rows: tuple[Row | tuple[Row, ...], ...]
    begin: Callable[[], msgspec.Struct]


def _number(least: int, most: int, unit: str = "") -> Callable[[str], Field]:
    return lambda key: NumberField(key, least, most, _(unit) if unit else "")


def _choice(*values: str) -> Callable[[str], Field]:
    return lambda key: ChoiceField(key, [(value, _(VALUES[value])) for value in values])


def _several(*values: str) -> Callable[[str], Field]:
    return lambda key: SeveralField(key, [(value, _(VALUES[value])) for value in values])


CLAUSE = Row("clause", N_("Clause"), ClauseField)
GROUPS = (
    Group(
        "frequency",
        N_("Posts of one page in one week, Monday to Sunday."),
        (
            (
                Row("min", N_("At least"), _number(0, MOST_POSTS, N_("a week"))),
                Row("max", N_("At most"), _number(0, MOST_POSTS, N_("a week"))),
                CLAUSE,
            ),
        ),
        lambda: Frequency(clause="", min=1, max=7),
    ),
    Group(
        "submission",
        N_("How early a post goes to the curator. The day of publication never counts."),
        (
            (Row("working_days", N_("Before publication"), _number(1, 60, N_("working days"))), CLAUSE),
            Row("counting", N_("How these days are counted"), _choice("nth-day-before", "clear-days")),
            Row("urgent", N_("An urgent post is answered"), _choice("close-of-day", "one-day-length")),
        ),
        lambda: SubmissionTerms(clause="", working_days=5),
    ),
    Group(
        "coverage",
        N_("A page has a post on every topic once in this time."),
        ((Row("period", N_("Once in"), _choice("month", "quarter")), CLAUSE),),
        lambda: Coverage(clause="", period="quarter"),
    ),
    Group(
        "partners",
        N_("More than this share of a page’s posts is too much."),
        (
            (
                Row("share", N_("At most"), _number(1, 100, "%")),
                Row("period", N_("Counted over"), _choice("month", "quarter")),
                CLAUSE,
            ),
            Row("direction", N_("Posts of this direction are partners’ posts"), lambda key: ChoiceField(key, ())),
        ),
        lambda: Partners(clause="", share=0.5, period="month"),
    ),
    Group(
        "credits",
        N_("What is named with what is borrowed."),
        (
            (
                Row("text", N_("For texts"), _several("author", "source")),
                Row("files", N_("For pictures and videos"), _several("author", "source")),
                CLAUSE,
            ),
        ),
        lambda: Credits(clause=""),
    ),
    Group(
        "events",
        N_("Each page has a post on a city event in the days before it, or on the day itself."),
        ((Row("days", N_("At the earliest"), _number(1, MOST_DAYS, N_("days before"))), CLAUSE),),
        lambda: Events(clause="", days=14),
    ),
    Group(
        "privacy",
        N_("Announcements of these directions say that people may be photographed."),
        (
            (Row("notice", N_("The notice"), lambda key: TextField(key, 2)), CLAUSE),
            Row("directions", N_("Directions"), lambda key: SeveralField(key, (), across=False)),
        ),
        lambda: Privacy(clause="", directions=(), notice=Title()),
    ),
    Group(
        "register",
        N_("What the register says of each page."),
        ((Row("parts", N_("Written down"), _several("link", "coordinator", "approval-day")), CLAUSE),),
        lambda: Register(clause="", parts=("link", "coordinator")),
    ),
    Group(
        "coordinators",
        N_("Who may be the coordinator of a page."),
        (
            (Row("months", N_("In service at least"), _number(0, MOST_MONTHS, N_("months"))), CLAUSE),
            Row("trained", "", lambda key: CheckField(key, _("trained by the curator"))),
        ),
        lambda: Coordinators(clause="", months=6, trained=True),
    ),
)
