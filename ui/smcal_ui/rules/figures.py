"""The numbers of the document: each group is a section of the regulation, which it has or has not."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import msgspec
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from smcal.planning.rules import with_section
from smcal.regulation import Pack
from smcal.regulation.complaint import Complaint
from smcal.regulation.pack import (
    Coordinators,
    Coverage,
    Credits,
    Events,
    Frequency,
    Partners,
    Privacy,
    Register,
    SubmissionTerms,
    Title,
)
from smcal.text import clean_text
from smcal.words import N_, _, spoken
from smcal_ui.desk import Desk
from smcal_ui.post.fields import CheckField, ChoiceField, Field, TextField
from smcal_ui.rules.chapter import Chapter, FaultLine, lock, mark
from smcal_ui.rules.draft import Draft
from smcal_ui.rules.fields import ClauseField, NumberField, SeveralField
from smcal_ui.rules.wording import SECTIONS, VALUES, wrong
from smcal_ui.widgets.form import Form, Row
from smcal_ui.widgets.labels import PlainLabel


class Group(NamedTuple):
    """A section of the pack: what it is for, its fields, and what it is when it is taken up."""

    section: str
    about: str
    rows: tuple[Row | tuple[Row, ...], ...]
    begin: Callable[[], msgspec.Struct]


def _number(least: int, most: int, unit: str = "") -> Callable[[str], Field]:
    return lambda key: NumberField(key, least, most, _(unit) if unit else "")


def _choice(*values: str) -> Callable[[str], Field]:
    return lambda key: ChoiceField(key, [(value, _(VALUES[value])) for value in values])


def _several(*values: str) -> Callable[[str], Field]:
    return lambda key: SeveralField(key, [(value, _(VALUES[value])) for value in values])


CLAUSE = Row("clause", N_("Clause"), ClauseField)
GROUPS = (
    Group(
        "frequency",
        N_("Posts of one page in one week, Monday to Sunday."),
        (
            (
                Row("min", N_("At least"), _number(0, 99, N_("a week"))),
                Row("max", N_("At most"), _number(0, 99, N_("a week"))),
                CLAUSE,
            ),
        ),
        lambda: Frequency(clause="", min=1, max=7),
    ),
    Group(
        "submission",
        N_("How early a post goes to the curator. The day of publication never counts."),
        (
            (Row("working_days", N_("Before publication"), _number(1, 60, N_("working days"))), CLAUSE),
            Row("counting", N_("How these days are counted"), _choice("nth-day-before", "clear-days")),
            Row("urgent", N_("An urgent post is answered"), _choice("close-of-day", "one-day-length")),
        ),
        lambda: SubmissionTerms(clause="", working_days=5),
    ),
    Group(
        "coverage",
        N_("A page has a post on every topic once in this time."),
        ((Row("period", N_("Once in"), _choice("month", "quarter")), CLAUSE),),
        lambda: Coverage(clause="", period="quarter"),
    ),
    Group(
        "partners",
        N_("More than this share of a page's posts is too much."),
        (
            (
                Row("share", N_("At most"), _number(1, 100, "%")),
                Row("period", N_("Counted over"), _choice("month", "quarter")),
                CLAUSE,
            ),
            Row("direction", N_("Posts of this direction are partners' posts"), lambda key: ChoiceField(key, ())),
        ),
        lambda: Partners(clause="", share=0.5, period="month"),
    ),
    Group(
        "credits",
        N_("What is named with what is borrowed."),
        (
            (
                Row("text", N_("For texts"), _several("author", "source")),
                Row("files", N_("For pictures and videos"), _several("author", "source")),
                CLAUSE,
            ),
        ),
        lambda: Credits(clause=""),
    ),
    Group(
        "events",
        N_("Each page has a post on a city event in the days before it, or on the day itself."),
        ((Row("days", N_("At the earliest"), _number(1, 366, N_("days before"))), CLAUSE),),
        lambda: Events(clause="", days=14),
    ),
    Group(
        "privacy",
        N_("Announcements of these directions say that people may be photographed."),
        (
            (Row("notice", N_("The notice"), lambda key: TextField(key, 2)), CLAUSE),
            Row("directions", N_("Directions"), lambda key: SeveralField(key, (), across=False)),
        ),
        lambda: Privacy(clause="", directions=(), notice=Title()),
    ),
    Group(
        "register",
        N_("What the register says of each page."),
        ((Row("parts", N_("Written down"), _several("link", "coordinator", "approval-day")), CLAUSE),),
        lambda: Register(clause="", parts=("link", "coordinator")),
    ),
    Group(
        "coordinators",
        N_("Who may be the coordinator of a page."),
        (
            (Row("months", N_("In service at least"), _number(0, 600, N_("months"))), CLAUSE),
            Row("trained", "", lambda key: CheckField(key, _("trained by the curator"))),
        ),
        lambda: Coordinators(clause="", months=6, trained=True),
    ),
)


class GroupBox(QWidget):
    """One section, with the tick that it is there at all."""

    changed = Signal(str)  # the section

    def __init__(self, group: Group) -> None:
        super().__init__()
        self.group = group
        self.there = QCheckBox(_(SECTIONS[group.section]))
        self.there.setProperty("strong", True)
        self.about = PlainLabel(_(group.about), role="quiet", wrap=True)
        self.form = Form(group.rows)
        self.fault = FaultLine()
        self._language = spoken().language
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(6)
        inside = QVBoxLayout()
        inside.setContentsMargins(24, 0, 0, 0)
        inside.setSpacing(8)
        column.addWidget(self.there)
        for widget in (self.about, self.form, self.fault):
            inside.addWidget(widget)
        column.addLayout(inside)
        self.there.setAccessibleDescription(self.about.text())
        for field in self.form.fields.values():  # "At least" is said of several
            name = field.widget.accessibleName()
            field.widget.setAccessibleName(f"{self.there.text()}: {name}" if name else self.there.text())
        self.there.toggled.connect(self._on_changed)
        self.form.edited.connect(self._on_changed)

    def show_pack(self, pack: Pack, editable: bool) -> None:
        """Show a section, or that it is not there."""
        value = getattr(pack, self.group.section)
        self._language = pack.language
        self._offer(pack)
        self.blockSignals(True)
        self.there.setChecked(value is not None)
        if value is not None:
            self.form.show_values(self._shown(value))
        self.blockSignals(False)
        self.form.setVisible(value is not None)
        lock((self.there, *(field.widget for field in self.form.fields.values())), not editable)

    def value(self, before: Any) -> msgspec.Struct | None:
        """The section as it stands in the fields; `before` keeps what the fields do not show."""
        if not self.there.isChecked():
            return None
        base = before if before is not None else self.group.begin()
        given = {} if before is None else self._given(self.form.values(), base)
        return msgspec.structs.replace(base, **given)

    def tell(self, complaints: Mapping[str, str]) -> None:
        """What is wrong with which field."""
        for key, field in self.form.fields.items():
            mark(field.widget, key in complaints)
        self.fault.say("\n".join(complaints.values()))

    def _offer(self, pack: Pack) -> None:
        listed = [(d.id, d.title.within(spoken().language)) for d in pack.directions]
        one, several = self.form.fields.get("direction"), self.form.fields.get("directions")
        if isinstance(one, ChoiceField):
            one.offer([(None, _("only those marked as partners' material")), *listed])
        if isinstance(several, SeveralField):
            several.offer(listed)

    def _shown(self, value: Any) -> dict[str, Any]:
        shown = msgspec.structs.asdict(value)
        if "share" in shown:
            shown["share"] = round(shown["share"] * 100)
        if "notice" in shown:
            shown["notice"] = getattr(shown["notice"], self._language)
        return shown

    def _given(self, values: dict[str, Any], before: Any) -> dict[str, Any]:
        if "share" in values:
            same = round(before.share * 100) == values["share"]  # a third stays a third
            values["share"] = before.share if same else values["share"] / 100
        if "notice" in values:
            values["notice"] = msgspec.structs.replace(before.notice, **{self._language: clean_text(values["notice"])})
        kept = {"counting": "counting", "urgent": "urgent"}
        return {key: type(getattr(before, key))(value) if key in kept else value for key, value in values.items()}

    @Slot()
    def _on_changed(self) -> None:
        if not self.signalsBlocked():
            self.changed.emit(self.group.section)


class FiguresChapter(Chapter):
    """All groups below each other."""

    def __init__(self, desk: Desk, draft: Draft) -> None:
        about = _("Tick what your document says. What is not ticked is not checked.")
        super().__init__(desk, draft, about)
        self.boxes = {group.section: GroupBox(group) for group in GROUPS}
        for box in self.boxes.values():
            self.column.addWidget(box)
            box.changed.connect(self._on_changed)
        self.column.addStretch()
        self.reload()

    def reload(self) -> None:
        pack = self.draft.pack
        for section, box in self.boxes.items():
            box.show_pack(pack, self.draft.own)
            box.tell({str(c.path[1]): wrong(c, pack) for c in self.draft.flaws if c.path[0] == section})

    def go_to(self, complaint: Complaint) -> None:
        box = self.boxes.get(str(complaint.path[0]))
        if box is not None and len(complaint.path) > 1 and complaint.path[1] in box.form.fields:
            box.form.focus(str(complaint.path[1]))

    @Slot(str)
    def _on_changed(self, section: str) -> None:
        pack = self.draft.pack
        before, box = getattr(pack, section), self.boxes[section]
        value = box.value(before)
        toggled = (before is None) != (value is None)
        focus = box.focusWidget()
        key = "" if toggled or focus is None else f"{section}.{focus.objectName()}"
        self.draft.change(with_section(pack, section, value), key)
