"""Takes offers: by one click, with one line, in a field of the post, or in a dialog; each is one step to undo."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from smcal.planning.fixes import Offer, Wish, apply
from smcal.regulation import Finding
from smcal.store.work import Work
from smcal.words import N_, _
from smcal_ui.fixes.one_line import LinePopover

if TYPE_CHECKING:
    from smcal_ui.main_window import MainWindow


def take(window: "MainWindow", finding: Finding, offer: Offer, near: QRect, done: Callable[[], None]) -> None:
    """Take an offer made about something at a rectangle of the screen; `done` is called once the plan has changed."""
    match offer.wish:
        case Wish.NOTHING:
            _do(window, offer, done)
        case Wish.LINE:
            popover = LinePopover(offer.label.rstrip("…"), offer.prompt, window)
            popover.written.connect(partial(_do, window, offer, done))
            popover.open_near(near)
        case Wish.FIELD:
            _show_field(window, offer)
        case Wish.DIALOG:
            _open_dialog(window, finding, offer)


def _do(window: "MainWindow", offer: Offer, done: Callable[[], None], line: str = "") -> None:
    window.inspector.save()  # what is being typed is a step of its own

    def mend(work: Work) -> bool:
        apply(work, offer, line)
        return True

    if not window.desk.do(N_("Mend a remark"), mend):  # the desk has told why
        return
    done()
    window.saying.say(f"{offer.done or offer.label}.", link=_("Take it back: Ctrl+Z"), follow=window.undo)


def _show_field(window: "MainWindow", offer: Offer) -> None:
    window.open_post(next(iter(offer.edits)))
    if offer.target == "published":
        window.plan_commands.published()
    else:
        window.inspector.focus_field(offer.target, offer.attachment)


def _open_dialog(window: "MainWindow", finding: Finding, offer: Offer) -> None:
    if finding.post_id is not None:
        window.jump_to(finding.post_id)
    if offer.target == "removal":
        window.plan_commands.remove()
    else:
        window.library_commands.settings(offer.target)
