"""What the draft changes in the plan, in one line below the chapters."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smcal.planning.rules import Impact
from smcal.words import _, ngettext
from smcal_ui.desk import Desk
from smcal_ui.rules.draft import Draft
from smcal_ui.rules.faults import where
from smcal_ui.rules.impact_watch import ImpactWatch
from smcal_ui.tasks import Tasks
from smcal_ui.widgets.buttons import button
from smcal_ui.widgets.labels import PlainLabel


class ImpactLine(QWidget):
    """A link where there is something to go to, else quiet words."""

    followed = Signal()
    failed = Signal(str)

    def __init__(self, desk: Desk, tasks: Tasks, draft: Draft) -> None:
        super().__init__()
        self._draft = draft
        self.impact: Impact | None = None  # None: not counted, or nothing to count
        self.watch = ImpactWatch(desk, tasks, draft, self)
        self.calm, self.link = PlainLabel(role="quiet"), button("")
        self.link.setAutoDefault(False)
        for name in ("link", "inline"):  # it stands in line with the words that it takes turns with
            self.link.setProperty(name, True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.calm)
        row.addWidget(self.link)
        row.addStretch()
        self.link.clicked.connect(self.followed)
        self.watch.told.connect(self._on_told)
        self.watch.failed.connect(self.failed)
        self.show_draft()

    def showEvent(self, event: QShowEvent) -> None:
        """Words and link take turns without moving what stands above."""
        super().showEvent(event)
        self.setMinimumHeight(self.link.sizeHint().height())

    def show_draft(self) -> None:
        """The draft is another; what was counted holds until it is counted anew."""
        if not self._draft.touched:
            self.impact = None
        leads_on = bool(self._draft.flaws or self.impact)
        (self.link if leads_on else self.calm).setText(self._words())
        self.link.setVisible(leads_on)
        self.calm.setVisible(not leads_on)

    def _words(self) -> str:
        draft = self._draft
        if draft.flaws:
            n = len(draft.flaws)
            text = ngettext("{n} thing must be mended first: {place}", "{n} things must be mended first: {place}", n)
            return text.format(n=n, place=where(draft.flaws[0], draft.pack))
        if draft.touched:
            return _("Counting what changes in the plan…") if self.impact is None else impact_words(self.impact)
        if draft.own:
            return _("Change something, and it says here what that changes in the plan.")
        return _("Working hours can be changed here at once; for everything else make a copy of your own first.")

    @Slot(object)
    def _on_told(self, impact: Impact) -> None:
        self.impact = impact
        self.show_draft()


def impact_words(impact: Impact) -> str:
    """«Замечаний появится: 3, исчезнет: 5»."""
    new, gone = len(impact.appear), len(impact.vanish)
    if not impact:
        return _("No finding of the plan appears or vanishes.")
    more = ngettext("{n} finding appears", "{n} findings appear", new).format(n=new)
    less = ngettext("{n} vanishes", "{n} vanish", gone).format(n=gone)
    return _("In the plan ahead: {more}, {less}").format(more=more, less=less)
