"""What the plan's dialog is for: handing in, or, where nobody agrees to plans, the plan document alone."""

import datetime as dt
from collections.abc import Callable, Iterable
from threading import Event
from typing import Protocol

from smcal.model import Period, Post
from smcal.planning.submit import Readiness
from smcal.regulation import Pack
from smcal.store import Workspace
from smcal.words import _, ngettext
from smcal_ui.dates import LocaleDates
from smcal_ui.dialogs.handing_in import HandedIn, Order, hand_in, write_papers
from smcal_ui.dialogs.periods import open_weeks


class Purpose(Protocol):
    """The words and deeds that differ."""

    title: str
    button: str
    decide: str  # on the button of a remark that stands in the way
    done: str
    send: str
    mistaken: str  # what to do where it was a mistake

    def waiting(self, posts: Iterable[Post], today: dt.date) -> list[Period]:
        """The weeks not handed in yet, by date."""

    def may(self, ready: Readiness | None) -> bool:
        """Whether it can go ahead."""

    def judge(self, ready: Readiness, blocking: int) -> tuple[str, str]:
        """How the plan stands, and whether that is ok, warn, bad or plain; `blocking` lines of remarks block."""

    def work(self, workspace: Workspace, order: Order, stop: Event, report: Callable[[str], object]) -> HandedIn:
        """The slow part, away from the window."""

    def told(self, made: HandedIn, dates: LocaleDates) -> str:
        """What was done."""

    def failed(self, error: Exception) -> str:
        """What went wrong, where the error has no words of its own."""


class HandingIn:
    """Plan version N goes to the curator, with its documents; what is required blocks it."""

    def __init__(self) -> None:
        self.title, self.button, self.done = (
            _("Hand in the plan"),
            _("&Hand in"),
            _("The plan is ready: send it to the curator"),
        )
        self.decide = _("&Allow a departure…")
        self.send = _("1. Send the documents to the curator")
        self.mistaken = _("Handed in by mistake? Library → Plans handed in takes it back, until the curator answers.")

    def waiting(self, posts: Iterable[Post], today: dt.date) -> list[Period]:
        return open_weeks(posts, today)

    def may(self, ready: Readiness | None) -> bool:
        return ready is not None and ready.ready

    def judge(self, ready: Readiness, blocking: int) -> tuple[str, str]:
        if not ready.posts:
            return _("There are no posts of this page in these days: nothing to hand in."), "plain"
        if ready.blockers:
            text = ngettext(
                "{n} finding stands in the way: mend it, or have a named person decide to hand in all the same.",
                "{n} findings stand in the way: mend them, or have a named person decide to hand in all the same.",
                blocking,
            )
            return text.format(n=blocking), "bad"
        if ready.overridden:
            text = ngettext(
                "Nothing stands in the way any more. {n} departure goes into the plan, with name and reason.",
                "Nothing stands in the way any more. {n} departures go into the plan, with name and reason.",
                len(ready.overridden),
            )
            return text.format(n=len(ready.overridden)), "warn"
        if ready.advice:
            return _("Nothing stands in the way. The advice below is worth a look."), "ok"
        return _("Everything is in order."), "ok"

    def work(self, workspace: Workspace, order: Order, stop: Event, report: Callable[[str], object]) -> HandedIn:
        return hand_in(workspace, order, stop, report)

    def told(self, made: HandedIn, dates: LocaleDates) -> str:
        assert made.submission is not None
        text = _("Plan {number}, version {version} is handed in. It counts from {moment}.")
        handed = made.submission
        return text.format(number=handed.number, version=handed.version, moment=dates.moment(handed.effective))

    def failed(self, error: Exception) -> str:
        return _("The plan was not handed in: {error}").format(error=error)


class PlanPaper:
    """The plan as it stands, for information: nothing is handed in, so nothing stands in the way."""

    def __init__(self) -> None:
        self.title, self.button, self.done = _("Plan document"), _("&Write the document"), _("Written")
        self.decide = _("&Allow a departure…")
        self.send, self.mistaken = _("The plan for information, as it stands now:"), ""

    def waiting(self, posts: Iterable[Post], today: dt.date) -> list[Period]:
        return []

    def may(self, ready: Readiness | None) -> bool:
        return ready is not None

    def judge(self, ready: Readiness, blocking: int) -> tuple[str, str]:
        if ready.blockers:
            text = ngettext(
                "{n} required finding is open: once mended, it no longer stands in the document.",
                "{n} required findings are open: once mended, they no longer stand in the document.",
                blocking,
            )
            return text.format(n=blocking), "warn"
        if ready.advice:
            return _("The advice below is worth a look; it stands in the document."), "plain"
        return _("Everything is in order."), "ok"

    def work(self, workspace: Workspace, order: Order, stop: Event, report: Callable[[str], object]) -> HandedIn:
        return write_papers(workspace, order, stop, report)

    def told(self, made: HandedIn, dates: LocaleDates) -> str:
        return _("The plan document is written.")

    def failed(self, error: Exception) -> str:
        return _("The plan document was not written: {error}").format(error=error)


def purpose_of(pack: Pack) -> Purpose:
    """Handing in, where the regulation has plans handed in."""
    return HandingIn() if pack.submission is not None else PlanPaper()
