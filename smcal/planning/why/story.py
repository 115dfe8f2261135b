"""An explanation: a heading, lines to follow one by one, what comes of them, and the clause."""

import datetime as dt
from enum import StrEnum

import msgspec

from smcal.regulation import Scope, clause_text
from smcal.regulation.check import Voice
from smcal.regulation.known import NEEDS


class Mark(StrEnum):
    """How a line is meant; shown as a sign and a colour."""

    PLAIN = "plain"
    COUNTED = "counted"
    SKIPPED = "skipped"  # it does not count: a day off, a topic that is not due
    GOOD = "good"
    BAD = "bad"


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One step: a day or a thing, what is said of it, and its number where it is counted."""

    text: str
    note: str = ""
    mark: Mark = Mark.PLAIN
    number: int | None = None
    post_id: str | None = None  # that one can jump to


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """A whole explanation, ready to be read aloud."""

    title: str
    lines: tuple[Line, ...] = ()
    conclusion: str
    clause: str = ""  # «п. 5.6»; empty where no regulation asks
    reading: str = ""  # where the document is silent and smcal reads it so
    provisional: str = ""  # where a decree may still move days


class Asked(msgspec.Struct, frozen=True):
    """Who asks why: the plan around what is explained, and how to speak."""

    scope: Scope
    voice: Voice

    def clause(self, clause: str) -> str:
        """A clause as people cite it."""
        return clause_text(clause, self.voice.words)

    def cited(self, rule: str) -> str:
        """The clause of a rule of the pack."""
        found = self.scope.pack.rules.get(rule)
        return self.clause(found.clause) if found else ""

    def reading(self, rule: str) -> str:
        """What smcal reads into a rule where the document is silent.

        A pack that has a sentence for each such rule, in their order, is cited with that sentence only; rules of one
        section, such as those of the checklist, share a sentence.
        """
        pack = self.scope.pack
        if rule not in pack.rules or not pack.rules[rule].reading:
            return ""
        read = list(dict.fromkeys(NEEDS[name] or name for name, found in pack.rules.items() if found.reading))
        whole = pack.readings.within(self.voice.words.language)
        sentences = whole.rstrip(".").split(". ")
        return f"{sentences[read.index(NEEDS[rule] or rule)]}." if len(sentences) == len(read) else whole

    def unsure(self, first: dt.date, last: dt.date) -> str:
        """A warning where a decree may still move days between two dates."""
        if not self.scope.worktime.provisional(first, last):
            return ""
        text = self.voice.gettext("The government has not yet moved days off in {year}: the date may still change.")
        return text.format(year=last.year)
