"""One group of numbers on the screen: the tick that the document has it, its fields, what is wrong with them."""

from collections.abc import Mapping
from typing import Any

import msgspec
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from smcal.regulation import Pack
from smcal.regulation.complaint import Complaint
from smcal.text import clean_text
from smcal.words import _, spoken
from smcal_ui.post.fields import ChoiceField
from smcal_ui.rules.fault_lines import FaultLine, FieldFaults
from smcal_ui.rules.fields import SeveralField
from smcal_ui.rules.groups import Group
from smcal_ui.rules.locking import lock
from smcal_ui.rules.wording import SECTIONS
from smcal_ui.widgets.form import Form
from smcal_ui.widgets.labels import PlainLabel


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
        self.faults, self.fault = FieldFaults(self.form), FaultLine()
        self.example = PlainLabel(role="quiet", wrap=True)
        self.example.hide()
        self._language = spoken().language
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(6)
        inside = QVBoxLayout()
        inside.setContentsMargins(24, 0, 0, 0)
        inside.setSpacing(8)
        column.addWidget(self.there)
        for widget in (self.about, self.form, self.example, self.fault):
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

    def tell(self, faults: Mapping[str, Complaint], pack: Pack) -> None:
        """What is wrong with which field."""
        self.fault.say(self.faults.tell(faults, pack))

    def _offer(self, pack: Pack) -> None:
        listed = [(d.id, d.title.within(spoken().language)) for d in pack.directions]
        one, several = self.form.fields.get("direction"), self.form.fields.get("directions")
        if isinstance(one, ChoiceField):
            one.offer([(None, _("only those marked as partners’ material")), *listed])
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
