"""What is said about a post below its title: by when to hand it in, what breaks a rule, what is not stored."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smcal.regulation import Finding
from smcal.words import N_, _
from smcal_ui.desk import Desk
from smcal_ui.post.deadline import Notice
from smcal_ui.widgets.labels import Banner
from smcal_ui.widgets.link_banner import LinkBanner

WHERE = {
    "write-text": "text",
    "give-reason": "urgent_reason",
    "mark-urgent": "urgent",
    "choose-direction": "direction",
    "record-consent": "direction_consent",
    "record-pr-consent": "pr_consent",
    "add-author": "author",
    "add-source": "source",
    "mark-arrived": "artwork",
    "record-data-consent": "data_consent",
}
"""The field in which a fix is made."""

WORDS = {
    "write-text": N_("Write it"),
    "give-reason": N_("Give a reason"),
    "mark-urgent": N_("Mark as urgent"),
    "choose-direction": N_("Choose one"),
    "record-consent": N_("Add it"),
    "record-pr-consent": N_("To the consent"),
    "add-author": N_("Add it"),
    "add-source": N_("Add it"),
    "mark-arrived": N_("To the pictures"),
    "record-data-consent": N_("Record it"),
}

WHY_KEY, MEND_KEY = "Shift+F1", "Ctrl+."
"""What does the same from the keyboard."""


class Remarks(QWidget):
    """Banners one below the other; a finding that a field can mend has a button that goes there."""

    fixRequested = Signal(str, object)  # name of the field, attachment id or None
    placeRequested = Signal()  # show the week the post went to
    deadlineAsked = Signal(QRect)  # why by then? where on the screen
    whyRequested = Signal(object, QRect)  # tuple[Finding], where on the screen
    fixesRequested = Signal(object, QRect)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.deadline = LinkBanner()
        self.deadline.asked.connect(self._on_deadline)
        self.deadline.aside.setToolTip(WHY_KEY)
        self.trouble = Banner()
        self.trouble.setObjectName("trouble")
        self.place = LinkBanner()
        self.place.followed.connect(self.placeRequested)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.trouble)
        self._column.addWidget(self.place)
        self._column.addWidget(self.deadline)
        self._findings: list[_FindingBanner] = []

    def show_notice(self, notice: Notice) -> None:
        """Say by when the post is to be handed in."""
        self.deadline.say(notice.text, notice.level, aside=_("Why?") if notice.counted and notice.text else "")

    def show_place(self, where: str) -> None:
        """Say where the post is when the calendar does not show it."""
        self.place.say(where, "plain", _("Show that week"))

    def show_trouble(self, reason: str) -> None:
        """Say that what was typed is not stored, and that it stays."""
        text = _("Not saved yet; the text stays here and is tried again. {reason}")
        self.trouble.say(text.format(reason=reason) if reason else "", "bad")

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Say what the regulation says about the post."""
        while len(self._findings) < len(findings):
            banner = _FindingBanner()
            banner.fixRequested.connect(self.fixRequested)
            banner.whyRequested.connect(self.whyRequested)
            banner.fixesRequested.connect(self.fixesRequested)
            self._findings.append(banner)
            self._column.addWidget(banner)
        for number, banner in enumerate(self._findings):
            banner.show_finding(findings[number] if number < len(findings) else None, self._desk)

    def focus_next(self) -> bool:
        """Put the keyboard on the first link that mends something or leads to the post; False without one."""
        link = next((b.link for b in (*self._findings, self.place) if b.text and not b.link.isHidden()), None)
        if link is not None:
            link.setFocus()
        return link is not None

    @property
    def spare(self) -> int:
        """Empty pixels kept where remarks went away, so that nothing below them moves."""
        return self._column.contentsMargins().bottom()

    def keep_spare(self, pixels: int) -> None:
        """Keep so many pixels empty below the remarks."""
        self._column.setContentsMargins(0, 0, 0, pixels)

    def texts(self) -> list[str]:
        """Everything that is said."""
        said = [self.trouble.text, self.place.text, self.deadline.text, *(banner.text for banner in self._findings)]
        return [text for text in said if text]

    @Slot()
    def _on_deadline(self) -> None:
        self.deadlineAsked.emit(self.deadline.on_screen())


class _FindingBanner(LinkBanner):
    """Leads to the one field that mends a finding, or to the menu of all that would; and to why."""

    fixRequested = Signal(str, object)
    whyRequested = Signal(object, QRect)
    fixesRequested = Signal(object, QRect)

    def __init__(self) -> None:
        super().__init__()
        self._finding: Finding | None = None
        self.followed.connect(self._on_fix)
        self.asked.connect(self._on_why)
        self.aside.setToolTip(WHY_KEY)

    def show_finding(self, finding: Finding | None, desk: Desk) -> None:
        """Show a finding, or nothing."""
        self._finding = finding
        if finding is None:
            self.say("")
        elif finding.override is not None:
            self.say(_overridden(finding, desk), "plain", aside=_("Why?"))
        else:
            fix = _fix_of(finding)
            link = _(WORDS[fix]) if fix else _("Mend…") if finding.fixes else ""
            self.link.setToolTip("" if fix else MEND_KEY)
            self.say(desk.sentence(finding), "bad" if finding.blocks else "warn", link, _("Why?"))

    @Slot()
    def _on_fix(self) -> None:
        if self._finding is None:
            return
        fix = _fix_of(self._finding)
        if fix:
            self.fixRequested.emit(WHERE[fix], self._finding.args.get("attachment"))
        else:
            self.fixesRequested.emit((self._finding,), self.on_screen())

    @Slot()
    def _on_why(self) -> None:
        if self._finding is not None:
            self.whyRequested.emit((self._finding,), self.on_screen())


def _overridden(finding: Finding, desk: Desk) -> str:
    """The finding, and who decided why that it goes all the same."""
    facts = desk.book.facts
    made = facts.overrides.get(finding.key)
    if made is None:
        return desk.sentence(finding)
    person, reason = facts.people.get(made.person_id), made.reason.rstrip(".")
    text = _("{finding}\nOverridden by {person}: {reason}")
    return text.format(finding=desk.sentence(finding), person=person.name if person else "–", reason=reason)


def _fix_of(finding: Finding) -> str:
    """The fix by a field, where there is no other."""
    return finding.fixes[0] if len(finding.fixes) == 1 and finding.fixes[0] in WHERE else ""
