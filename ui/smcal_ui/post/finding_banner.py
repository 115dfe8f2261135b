"""One finding beside the field it is about."""

from PySide6.QtCore import QRect, Signal, Slot

from smcal.regulation import Finding
from smcal.words import _
from smcal_ui.desk import Desk
from smcal_ui.post.places import WHERE, WORDS, fix_of
from smcal_ui.widgets.link_banner import LinkBanner

WHY_KEY, MEND_KEY = "Shift+F1", "Ctrl+."
"""What does the same from the keyboard."""


class FindingBanner(LinkBanner):
    """Leads to the one field that mends a finding, or to the menu of all that would; and to why."""

    fixRequested = Signal(str, object)  # name of the field, attachment id or None
    whyRequested = Signal(object, QRect)  # tuple[Finding], where on the screen
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
            fix = fix_of(finding)
            link = _(WORDS[fix]) if fix else _("Mend…") if finding.fixes else ""
            self.link.setToolTip("" if fix else MEND_KEY)
            self.say(desk.sentence(finding), "bad" if finding.blocks else "warn", link, _("Why?"))

    @Slot()
    def _on_fix(self) -> None:
        if self._finding is None:
            return
        fix = fix_of(self._finding)
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
