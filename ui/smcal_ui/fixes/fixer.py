"""Takes offers: by one click, with one line, in a field of the post, or in a dialog; each is one step to undo."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import quote

from PySide6.QtCore import QRect, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from smcal.planning.fixes import Letter, Offer, Wish, apply
from smcal.regulation import Finding
from smcal.store.work import Work
from smcal.words import N_, _
from smcal_ui.fixes.one_line import LinePopover

if TYPE_CHECKING:
    from smcal_ui.main_window import MainWindow

LF, CRLF = "\n", "\r\n"
LONGEST = 2000
"""Characters of an address that every mail program and Windows itself take."""


def take(window: "MainWindow", finding: Finding, offer: Offer, near: QRect, done: Callable[[], None]) -> None:
    """Take an offer made about something at a rectangle of the screen; `done` is called once the plan has changed."""
    match offer.wish:
        case Wish.NOTHING:
            _do(window, offer, done)
        case Wish.LINE:
            popover = LinePopover(offer.label.rstrip("…"), [prompt for _field, prompt in offer.lines], window)
            popover.written.connect(partial(_do, window, offer, done))
            popover.open_near(near)
        case Wish.COPY | Wish.MAIL:
            _send(window, offer)
        case Wish.FIELD:
            _show_field(window, offer)
        case Wish.DIALOG:
            _open_dialog(window, finding, offer)


def _do(window: "MainWindow", offer: Offer, done: Callable[[], None], lines: Sequence[str] = ()) -> None:
    window.inspector.save()  # what is being typed is a step of its own

    def mend(work: Work) -> bool:
        apply(work, offer, *lines)
        return True

    if not window.desk.do(N_("Mend a finding"), mend):  # the desk has told why
        return
    here = [post.id for post in offer.new if post.date is not None and post.date in window.week.week]
    if here:
        window.chosen.take(here)  # what came is seen, and can be written
    done()
    window.saying.say(f"{offer.done or offer.label}.", link=_("Take it back: Ctrl+Z"), follow=window.undo)


def _send(window: "MainWindow", offer: Offer) -> None:
    """The letter is on the clipboard whatever a mail program makes of it."""
    if offer.letter is None:
        raise ValueError(f"{offer.fix} has no letter")
    QGuiApplication.clipboard().setText(offer.letter.text)
    if offer.wish is Wish.COPY:
        window.saying.say(f"{offer.done}.")
    elif QDesktopServices.openUrl(draft(offer.letter)):
        window.saying.say(_("A mail is being opened; its text is on the clipboard as well."))
    else:
        window.saying.say(_("No mail program has opened: the request is on the clipboard."))


def draft(letter: Letter) -> QUrl:
    """A mail without an addressee; without its text where an address so long would be cut."""
    whole = f"mailto:?subject={quote(letter.subject)}&body={quote(letter.text.replace(LF, CRLF))}"
    return QUrl(whole if len(whole) <= LONGEST else f"mailto:?subject={quote(letter.subject)}")


def _show_field(window: "MainWindow", offer: Offer) -> None:
    window.open_post(next(iter(offer.edits)))
    if offer.target == "published":
        window.plan_commands.published()
    else:
        window.inspector.focus_field(offer.target, offer.attachment)


def _open_dialog(window: "MainWindow", finding: Finding, offer: Offer) -> None:
    if finding.post_id is not None:
        window.jump_to(finding.post_id)
    if offer.target == "proposal":
        window.show_week(finding.args["first"])
        window.planning_commands.propose(finding.page_id)
    elif offer.target == "removal":
        window.plan_commands.remove()
    else:
        window.library_commands.settings(offer.target)
