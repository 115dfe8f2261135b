"""Import a table: see what was understood, correct the columns, look at every row; nothing is written before OK."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from smcal.imports import FIELDS, ImportPreview, Mapping, Options, Table, guess, import_posts, preview, read_table
from smcal.imports.preview import LeftOut
from smcal.model import Page, Period, Post
from smcal.store import Work
from smcal.words import N_, _, ngettext, spoken
from smcal_ui.desk import Desk
from smcal_ui.dialogs import choices
from smcal_ui.dialogs.from_file import FromFileDialog
from smcal_ui.dialogs.import_rows import TINTS, import_rows, unused_columns
from smcal_ui.dialogs.posts_table import page_names
from smcal_ui.post.fields import ChoiceField
from smcal_ui.widgets.form import Form, Row
from smcal_ui.widgets.labels import Banner, PlainLabel
from smcal_ui.widgets.table import Column, ValueTable

EVER = Period(dt.date(1900, 1, 1), dt.date(2199, 12, 31))
FIELD_NAMES = {
    "date": N_("Day"),
    "time": N_("Time"),
    "network": N_("Network"),
    "page": N_("Page"),
    "title": N_("Title"),
    "text": N_("Text"),
    "topic": N_("Topic"),
    "direction": N_("Direction"),
    "status": N_("State"),
}
DELIMITERS = {";": N_("semicolons"), ",": N_("commas"), "\t": N_("tabs"), "|": N_("bars")}
ACROSS = 3
TOLD = 3  # rows that cannot be read and are told of one by one


class ImportDialog(FromFileDialog):
    """Asks for a file when it opens without one. One import is one step to undo."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, path: Path | None = None) -> None:
        super().__init__(
            _("Import a spreadsheet"),
            _("A CSV file. In Excel or Calc: Save as → CSV."),
            _("Tables (*.csv *.tsv *.txt);;All files (*)"),
            parent,
            size=(860, 640),
        )
        self._desk = desk
        self._found: Table | None = None
        self._plan: ImportPreview | None = None
        self.stored: tuple[Post, ...] = ()  # once it was accepted
        self._pages = desk.book.pages
        self.columns = {field: ChoiceField(field, ()) for field in FIELDS}
        self.target = Form((self._target_rows(),))
        self.unused = PlainLabel(role="quiet", wrap=True)
        self.skip = QCheckBox(_("&Leave out rows that cannot be read"))
        self.verdict = Banner()
        self.rows = self._build_rows()
        self._build()
        self._connect()
        self.begin(path)

    @property
    def page(self) -> Page | None:
        """Where rows go whose network has no page of its own here."""
        return next((page for page in self._pages if page.id == self.target.value("page")), None)

    def take_up(self, path: Path) -> None:
        """Read a table, and guess what its columns hold."""
        self._found = read_table(path)
        topics = frozenset(topic.id for topic in self._desk.workspace.pack().topics)
        mapping = guess(self._found, topics=topics) if topics else guess(self._found)
        self._show_file(self._found)
        self._offer_columns(self._found, mapping)

    def let_go(self) -> None:
        self._found = self._plan = None
        self._enable()

    def look(self) -> None:
        """Read every row anew with the columns, the page and the year that are chosen."""
        if self._found is None:
            return
        settings, pack = self._desk.workspace.settings(), self._desk.workspace.pack()
        chosen = {field: editor.value() for field, editor in self.columns.items()}
        taken = set(chosen.values())
        mapping = Mapping(
            {field: index for field, index in chosen.items() if index is not None} | self._extras(taken),
            tuple(index for index in self._guessed.more if index not in taken),
        )
        options = Options(year=self.target.value("year"), zone=settings.zone, pack=pack, words=spoken())
        self._plan = preview(self._found, mapping, options)
        names = page_names(self._desk)
        self.rows.show_values(import_rows(self._plan, self._pages, self.page, names=names, dates=self._desk.dates))
        self.skip.setVisible(bool(self._plan.refused))
        self.verdict.say(*self._judgement(self._plan))
        self.unused.setText(unused_columns(self._plan))
        self.unused.setVisible(bool(self._plan.unused))
        self._enable()

    def accept(self) -> None:
        plan, page = self._plan, self.page
        assert self.primary is not None
        if plan is None or not self.primary.isEnabled():
            return
        with self._desk.read() as reader:
            there = [*reader.tray(), *reader.posts(EVER)]

        def put(work: Work) -> list[Post]:
            return import_posts(
                work, plan, self._pages, page, words=spoken(), there=there, skip_bad=self.skip.isChecked()
            )

        stored = self._desk.do(_("Import of {file}").format(file=plan.table.name), put)
        if stored:
            self.stored = tuple(stored)
            super().accept()
        elif stored is not None:
            self.notice.say(_("All of these posts are in the calendar already: nothing was written."), "warn")

    # building

    def _target_rows(self) -> tuple[Row, ...]:
        with self._desk.read() as reader:
            pages = choices.pages(self._pages, reader.branches())
        year = self._desk.today.year
        years = [(None, _("as in the file")), *((y, str(y)) for y in range(year - 1, year + 3))]
        return (
            Row(
                "page", N_("&Page of rows that name none"), lambda key: ChoiceField(key, [(None, _("no page")), *pages])
            ),
            Row("year", N_("&Year of dates without one"), lambda key: ChoiceField(key, years)),
        )

    def _build_rows(self) -> ValueTable:
        return ValueTable(
            _("Rows of the file"),
            (
                Column(_("Row"), lambda row: str(row.line)),
                Column(_("Day"), lambda row: row.date),
                Column(_("Time"), lambda row: row.time),
                Column(_("Page"), lambda row: row.page, widest=190),
                Column(_("Title"), lambda row: row.title, wide=True),
                Column(_("Remark"), lambda row: row.remark, widest=250),
            ),
            lambda row: TINTS[row.kind],
        )

    def _build(self) -> None:
        self.column.addLayout(self._build_columns())
        self.column.addWidget(self.unused)
        self.column.addWidget(self.target)
        self.column.addWidget(self.rows, 1)
        self.column.addWidget(self.verdict)
        self.column.addWidget(self.skip)
        self.target.show_values({"page": self._pages[0].id if len(self._pages) == 1 else None, "year": None})

    def _build_columns(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for number, (field, editor) in enumerate(self.columns.items()):
            row, place = divmod(number, ACROSS)
            label = PlainLabel(_(FIELD_NAMES[field]), role="caption")
            label.setBuddy(editor.widget)
            editor.widget.setAccessibleName(_("Column of: {field}").format(field=_(FIELD_NAMES[field])))
            grid.addWidget(label, row, place * 2)
            grid.addWidget(editor.widget, row, place * 2 + 1)
            grid.setColumnStretch(place * 2 + 1, 1)
        return grid

    def _connect(self) -> None:
        for editor in self.columns.values():
            editor.settled.connect(self.look)
        self.target.edited.connect(self.look)
        self.skip.toggled.connect(self._enable)
        self.listen(self._desk)

    # showing

    def _show_file(self, table: Table) -> None:
        self.file.setText(
            _("{file}: {encoding}, separated by {delimiter}").format(
                file=table.name,
                encoding=table.encoding,
                delimiter=_(DELIMITERS[table.delimiter]) if table.delimiter in DELIMITERS else table.delimiter,
            )
        )

    def _offer_columns(self, table: Table, mapping: Mapping) -> None:
        offered = [(None, _("none")), *((n, " ".join(heading.split())) for n, heading in enumerate(table.header))]
        for field, editor in self.columns.items():
            editor.offer(offered)
            editor.show(mapping.columns.get(field))
        self._guessed = mapping

    def _extras(self, taken: set[object]) -> dict[str, int]:
        """Columns that were found by themselves (tags, notes), unless a field has taken them."""
        return {f: n for f, n in self._guessed.columns.items() if f not in self.columns and n not in taken}

    def _judgement(self, plan: ImportPreview) -> tuple[str, str]:
        posts = ngettext("{n} post", "{n} posts", len(plan.posts)).format(n=len(plan.posts))
        text = _("{posts}; left out as empty or legend: {skipped}; cannot be read: {refused}.").format(
            posts=posts, skipped=len(plan.skipped), refused=len(plan.refused)
        )
        if plan.refused:
            text += "\n" + _refusals(plan.refused)
        return text, "bad" if plan.refused else "ok" if plan.posts else "plain"

    @Slot()
    def _enable(self) -> None:
        assert self.primary is not None
        plan = self._plan
        ready = plan is not None and bool(plan.posts) and (not plan.refused or self.skip.isChecked())
        self.primary.setEnabled(ready)


def _refusals(refused: Sequence[LeftOut]) -> str:
    """The first rows that cannot be read, each with its reason."""
    told = [_("Row {line} was not read: {reason}").format(line=row.line, reason=row.reason) for row in refused[:TOLD]]
    left = len(refused) - len(told)
    if left:
        told.append(ngettext("and {n} more row", "and {n} more rows", left).format(n=left))
    return "\n".join(told)
