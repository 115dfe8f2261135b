"""What stands in the way of a plan, what was overridden, and the checklist: three leaves of the handing in."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from smcal.model import Page, Period
from smcal.planning.submit import Readiness
from smcal.words import _
from smcal_ui.desk import Desk
from smcal_ui.dialogs.checklist import Checklist
from smcal_ui.dialogs.override import OverrideDialog
from smcal_ui.dialogs.remarks import Remark, RemarkTable, remarks_of
from smcal_ui.dialogs.rulings import RulingTable, rulings, take_back
from smcal_ui.widgets.buttons import button
from smcal_ui.widgets.labels import PlainLabel


class Standing(QTabWidget):
    """Remarks with what can be done about each; departures, while there are any; the checklist, where there is one."""

    remarkChosen = Signal(object)  # Remark: go where it is mended
    changed = Signal()  # something was overridden, withdrawn or confirmed: ask again

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.remarks = RemarkTable(fitted=True)  # what can be done about a row is near it
        self.mend = button(_("&Mend"))
        self.override = button(_("&Allow a departure…"))
        self.why = button(_("Wh&y?"))
        self.departures = RulingTable(desk)
        self.withdraw = button(_("&Withdraw"))
        self.checklist = Checklist(desk)
        self.none = PlainLabel(_("There are no findings."), role="quiet")
        self.addTab(self._findings_leaf(), "")
        self.addTab(_leaf(self.departures, self.withdraw), "")
        self.addTab(self.checklist, "")
        self._connect()

    def show_plan(self, ready: Readiness | None, page: Page | None, period: Period | None) -> None:
        """Show how the plan of a page for a period stands."""
        remarks = remarks_of(self._desk, ready) if ready else []
        self.remarks.show_values(remarks)
        for part, shown in ((self.remarks, remarks), (self._actions, remarks), (self.none, not remarks)):
            part.setVisible(bool(shown))
        ids = {finding.override for finding in ready.overridden} if ready else set()
        with self._desk.read() as reader:
            standing = [made for made in reader.overrides() if made.id in ids]
        self.departures.show_values(rulings(self._desk, standing))
        self.checklist.show_page(page.id if page else None, period)
        self._name_leaves(len(standing))
        self._show_abilities()

    def open_checklist(self) -> None:
        """Show the checklist, with the keyboard in it."""
        self.setCurrentWidget(self.checklist)
        self.checklist.setFocus()

    def _findings_leaf(self) -> QWidget:
        self._actions = QWidget()
        row = QHBoxLayout(self._actions)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for made in (self.mend, self.override, self.why):
            row.addWidget(made)
        row.addStretch()
        leaf = QWidget()
        column = QVBoxLayout(leaf)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.none)
        column.addWidget(self.remarks, 1)
        column.addWidget(self._actions)
        column.addStretch()
        return leaf

    def _connect(self) -> None:
        self.remarks.chosen.connect(self._on_remark)
        self.remarks.moved.connect(self._show_abilities)
        self.departures.moved.connect(self._show_abilities)
        self.mend.clicked.connect(self._on_mend)
        self.override.clicked.connect(self._on_override)
        self.why.clicked.connect(self._on_why)
        self.withdraw.clicked.connect(self._on_withdraw)
        self.checklist.ticked.connect(self.changed)

    def _name_leaves(self, overridden: int) -> None:
        points = len(self.checklist.points)
        self.setTabText(0, _("Findings · {n}").format(n=len(self.remarks.values)))
        self.setTabText(1, _("Departures · {n}").format(n=overridden))
        self.setTabText(2, _("Checklist · {done} of {n}").format(done=self.checklist.done, n=points))
        self.setTabVisible(1, overridden > 0)
        self.setTabVisible(2, points > 0)

    @Slot()
    def _show_abilities(self) -> None:
        remark = self.remarks.current()
        self.mend.setEnabled(remark is not None and bool(remark.post_id or remark.page_id))
        self.override.setEnabled(remark is not None and remark.level == "bad")
        self.why.setEnabled(remark is not None and bool(remark.findings))
        self.withdraw.setEnabled(self.departures.current() is not None)

    @Slot()
    def _on_mend(self) -> None:
        if self.remarks.current() is not None:
            self._on_remark(self.remarks.current())

    @Slot(object)
    def _on_remark(self, remark: Remark) -> None:
        """To the post or its page; the checklist is here."""
        if remark.asks_checklist:
            self.open_checklist()
        else:
            self.remarkChosen.emit(remark)

    @Slot()
    def _on_why(self) -> None:
        """Why the chosen remark is made, beside it; a post in the explanation leads on as one of a remark does."""
        from smcal_ui.why.panel import WhyPanel  # when somebody asks
        from smcal_ui.why.stories import Stories

        remark = self.remarks.current()
        if remark is not None and remark.findings:
            panel = WhyPanel(Stories(self._desk).findings(remark.findings), self.window())
            panel.jumpRequested.connect(lambda post_id: self.remarkChosen.emit(Remark("warn", "", "", post_id)))
            panel.open_near(self.remarks.current_rect())

    @Slot()
    def _on_override(self) -> None:
        remark = self.remarks.current()
        if remark is None or remark.level != "bad":
            return
        text = f"{remark.text} ({remark.clause})." if remark.clause else remark.text
        if OverrideDialog(self._desk, remark.findings, text, self).exec():
            self.changed.emit()
            # the button is off now: else the keyboard would wander to the folder
            (self.remarks if self.remarks.values else self.tabBar()).setFocus()

    @Slot()
    def _on_withdraw(self) -> None:
        ruling = self.departures.current()
        if ruling is not None and take_back(self._desk, ruling, self):
            self.changed.emit()
            left = [table for table in (self.departures, self.remarks) if table.values]
            (left[0] if left else self.tabBar()).setFocus()


def _leaf(table: QWidget, *buttons: QWidget) -> QWidget:
    leaf = QWidget()
    column = QVBoxLayout(leaf)
    column.setContentsMargins(0, 8, 0, 0)
    column.setSpacing(8)
    column.addWidget(table, 1)
    row = QHBoxLayout()
    row.setSpacing(8)
    for made in buttons:
        row.addWidget(made)
    row.addStretch()
    column.addLayout(row)
    return leaf
