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
    LINE = "line"  # one line of text: a reason, a name, a source
    FIELD = "field"  # the post is shown with a field to fill in: `target`
    DIALOG = "dialog"  # somewhere else in the program: `target`


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """One way to mend a finding: complete for `apply`, but for the line that a person may have to write."""

    fix: str  # as the finding names it
    label: str  # what would be done, with day and title: "Move to Thu, 3 December"
    done: str = ""  # what is said once it is done: "Moved to Thu, 3 December"; empty: the label tells it as well
    wish: Wish = Wish.NOTHING
    prompt: str = ""  # what the line is
    target: str = ""  # the field that takes the line, or what to open
    edits: dict[str, dict[str, Any]] = {}  # fields to change, by post
    attachment: str | None = None  # the file that the line belongs to, instead of a post
    new: tuple[Post, ...] = ()
    confirms: tuple[str, str, str] | None = None  # page, point of the checklist, Monday


class Ask(msgspec.Struct, frozen=True):
    """Who asks for offers: the plan with some weeks around the finding, what waits in the tray, and how to speak."""

    scope: Scope
    tray: tuple[Post, ...]
    voice: Voice
