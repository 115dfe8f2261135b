"""An offer to mend a finding."""

from enum import StrEnum
from typing import Any

import msgspec

from smcal.model import Post
from smcal.regulation import Scope
from smcal.regulation.check import Voice


class Wish(StrEnum):
    """What an offer needs from the person who takes it."""

    NOTHING = "nothing"  # one click does it
    LINE = "line"  # a line of text, or several: a reason, a name, a source
    COPY = "copy"  # the letter goes to the clipboard; nothing changes
    MAIL = "mail"  # the letter is opened as a draft; nothing changes
    FIELD = "field"  # the post is shown with a field to fill in: `target`
    DIALOG = "dialog"  # somewhere else in the program: `target`


class Letter(msgspec.Struct, frozen=True):
    """A message that is ready to be sent, in the language of the library."""

    subject: str
    text: str


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """One way to mend a finding: complete for `apply`, but for the lines that a person may have to write."""

    fix: str  # as the finding names it
    label: str  # what would be done, with day and title: "Move to Thu, 3 December"
    done: str = ""  # what is said once it is done: "Moved to Thu, 3 December"; empty: the label tells it as well
    wish: Wish = Wish.NOTHING
    prompt: str = ""  # what the line is
    target: str = ""  # the field that takes the line, or what to open
    more: tuple[tuple[str, str], ...] = ()  # further lines: the field that takes one, and what it is
    letter: Letter | None = None
    edits: dict[str, dict[str, Any]] = {}  # fields to change, by post
    attachment: str | None = None  # the file that the line belongs to, instead of a post
    new: tuple[Post, ...] = ()
    confirms: tuple[str, str, str] | None = None  # page, point of the checklist, Monday

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """The lines that a person has to write: the field that takes each, and what it is."""
        return ((self.target, self.prompt), *self.more) if self.wish is Wish.LINE else ()


class Ask(msgspec.Struct, frozen=True):
    """Who asks for offers: the plan with some weeks around the finding, what waits in the tray, and how to speak.

    `own` speaks the library's language to people outside; without it `voice` does.
    """

    scope: Scope
    tray: tuple[Post, ...]
    voice: Voice
    own: Voice | None = None
