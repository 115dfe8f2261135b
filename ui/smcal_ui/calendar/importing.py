"""Take days from a file: what becomes of each row, and what it would move, is shown before anything is stored."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smcal.imports.days import read_days, years_from
from smcal.imports.days_found import FoundDays
from smcal.imports.days_preview import DayRow, Outcome, changes_after, import_days, preview_days
from smcal.model import CalendarChange
from smcal.words import N_, _, ngettext
from smcal_ui.calendar.moved import moved_table, moved_words, with_posts
from smcal_ui.calendar.ticks import TickTable
from smcal_ui.calendar.watch import moved_by
from smcal_ui.desk import Desk
from smcal_ui.dialogs.from_file import FromFileDialog
from smcal_ui.dialogs.library.wording import kind_name
from smcal_ui.post.fields import ChoiceField, LineField
from smcal_ui.widgets.buttons import button
from smcal_ui.widgets.form import Form, Row
from smcal_ui.widgets.labels import Banner
from smcal_ui.widgets.table import Column

OUTCOMES = {
    Outcome.NEW: N_("new"),
    Outcome.REPLACES: N_("replaces"),
    Outcome.SAME: N_("known"),
    Outcome.DOUBLE: N_("double"),
    Outcome.REFUSED: N_("cannot be taken"),
}
TINTS = {Outcome.REPLACES: "warn", Outcome.SAME: "faint", Outcome.DOUBLE: "faint", Outcome.REFUSED: "bad"}
ROWS_HEIGHT, MOVED_HEIGHT = 150, 110  # pixels that the rows and the moved deadlines ask for


class ImportDaysDialog(FromFileDialog):
    """Asks for a file when it opens without one. The ticked rows are one step to undo."""

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, path: Path | None = None, *, branch_id: str | None = None
    ) -> None:
        super().__init__(
            _("Import days"),
            _("An iCalendar file (ICS), or a CSV with date, kind and reason."),
            _("Lists of days (*.ics *.csv *.tsv *.txt);;All files (*)"),
            parent,
            size=(900, 640),
        )
        self._desk = desk
        self._found: FoundDays | None = None
        self._said, self._bad = "", False
        self.stored: list[CalendarChange] = []  # once it was accepted
        self.form = Form((self._form_rows(),))
        self.form.show_values({"branch_id": branch_id, "reason": ""})
        self.rows = self._build_rows()
        self.verdict = Banner()
        self.all, self.none = button(_("&Tick all")), button(_("Tick &none"))
        self.moved = moved_table(desk)
        self._build()
        self._connect()
        self.begin(path)

    def take_up(self, path: Path) -> None:
        """Read a list of days."""
        self._found = read_days(path, years_from(self._desk.today))
        self.file.setText(f"{self._found.name}: {self._found.format}")

    def let_go(self) -> None:
        self._found = None
        self._on_ticks()

    @Slot()
    def look(self) -> None:
        """Judge every row anew, for whom and with the reason that are chosen."""
        if self._found is None:
            return
        owner, workspace = self.form.value("branch_id"), self._desk.workspace
        with self._desk.read() as reader:
            self._changes = reader.calendar_changes()
        worktime = workspace.branch_worktime(owner) if owner else workspace.worktime()
        rows = preview_days(self._found, self._changes, worktime, owner, self.form.value("reason"))
        rows.sort(key=lambda row: row.outcome is not Outcome.REFUSED)
        self._said, self._bad = _judgement(rows)
        self.rows.show_values(rows)

    def accept(self) -> None:
        accepted = self.rows.ticked
        if self._found is None or not accepted:
            return
        label = _("Days from {file}").format(file=self._found.name)
        stored = self._desk.do(label, lambda work: import_days(work, accepted))
        if stored is not None:
            self.stored = stored
            super().accept()

    # building

    def _form_rows(self) -> tuple[Row, ...]:
        with self._desk.read() as reader:
            owners = [(None, _("the whole library")), *((b.id, b.name) for b in reader.branches())]
        return (
            Row("branch_id", N_("F&or"), lambda key: ChoiceField(key, owners)),
            Row("reason", N_("&Reason of rows that give none"), LineField),
        )

    def _build_rows(self) -> TickTable:
        dates = self._desk.dates
        columns = (
            Column(_("Row"), lambda row: str(row.found.line)),
            Column(
                _("Day"),
                lambda row: (
                    f"{dates.day(row.found.date)}\u00a0{row.found.date.year}" if row.found.date else row.found.written
                ),
                widest=130,
            ),
            Column(_("What it is"), lambda row: kind_name(row.found.kind) if row.found.kind else ""),
            Column(_("Reason"), lambda row: row.found.reason, widest=130),
            Column(_("What becomes of it"), lambda row: _(OUTCOMES[row.outcome])),
            Column(_("Remark"), lambda row: row.remark, wide=True),
        )
        return TickTable(
            _("Days of the file"),
            columns,
            lambda row: TINTS.get(row.outcome, ""),
            wrap=True,
            can=lambda row: row.change is not None,
        )

    def _build(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.verdict, 1)
        for beside in (self.all, self.none):
            beside.setAutoDefault(False)
            below.addWidget(beside)
        self.rows.setMinimumHeight(ROWS_HEIGHT)
        self.moved.setMinimumHeight(MOVED_HEIGHT)
        self.column.addWidget(self.form)
        self.column.addWidget(self.rows, 3)
        self.column.addLayout(below)
        self.column.addWidget(self.moved, 2)

    def _connect(self) -> None:
        self.form.edited.connect(self.look)
        self.rows.ticksChanged.connect(self._on_ticks)
        self.all.clicked.connect(self._on_all)
        self.none.clicked.connect(self._on_none)
        self.listen(self._desk)

    @Slot()
    def _on_ticks(self) -> None:
        """What the ticked rows would move."""
        accepted: list[DayRow] = self.rows.ticked if self._found is not None else []
        assert self.primary is not None
        self.primary.setEnabled(bool(accepted))
        if self._found is None:
            return
        moved = moved_by(self._desk, changes_after(self._changes, accepted))
        words, level = moved_words(moved, would=True)
        self.verdict.say(f"{self._said} {words}", "bad" if level == "bad" else "warn" if self._bad else "ok")
        self.moved.show_values(with_posts(self._desk, moved))
        self.moved.setVisible(bool(moved))

    @Slot()
    def _on_all(self) -> None:
        self.rows.tick_all(True)

    @Slot()
    def _on_none(self) -> None:
        self.rows.tick_all(False)


def _judgement(rows: list[DayRow]) -> tuple[str, bool]:
    """What the rows give, and whether some of them cannot be taken."""
    count = {outcome: sum(row.outcome is outcome for row in rows) for outcome in Outcome}
    taken = count[Outcome.NEW] + count[Outcome.REPLACES]
    known = count[Outcome.SAME] + count[Outcome.DOUBLE]
    days = ngettext("{n} day can be taken", "{n} days can be taken", taken).format(n=taken)
    text = _("{days}; known already: {known}; cannot be taken: {refused}.").format(
        days=days, known=known, refused=count[Outcome.REFUSED]
    )
    return text, count[Outcome.REFUSED] > 0
