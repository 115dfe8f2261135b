"""What is wrong with a field: a line right below it, and its border in the colour of a fault."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smcal.regulation import Pack
from smcal.regulation.complaint import Complaint
from smcal.words import _
from smcal_ui.rules.faults import unknown_clause, wrong
from smcal_ui.widgets.buttons import button
from smcal_ui.widgets.form import Form
from smcal_ui.widgets.labels import PlainLabel

WHOLE = Qt.AlignmentFlag(0)  # as wide as there is room


class FaultLine(PlainLabel):
    """What is wrong with the fields above it; not there while nothing is."""

    def __init__(self) -> None:
        super().__init__(role="caption", wrap=True)
        self.setProperty("tint", "bad")
        self.hide()

    def say(self, text: str) -> None:
        """Say it, or with nothing to say go."""
        self.setText(text)
        self.setVisible(bool(text))


class FieldFaults(QObject):
    """The lines below the fields of one form; below a clause that is new, the link that adds it."""

    clauseMeant = Signal(str)  # the document has it

    def __init__(self, form: Form) -> None:
        super().__init__(form)
        self.lines = {key: FaultLine() for key in form.fields}
        self.add = button(_("It does have it: add it"))
        self._form, self._new = form, ""
        for key, line in self.lines.items():
            _put_below(form.fields[key].widget, line)
        for name in ("link", "inline"):
            self.add.setProperty(name, True)
        self.add.setAutoDefault(False)
        self.add.hide()
        if "clause" in self.lines:
            _put_below(self.lines["clause"], self.add, Qt.AlignmentFlag.AlignLeft)
        self.add.clicked.connect(self._on_add)

    def tell(self, faults: Mapping[str, Complaint], pack: Pack) -> str:
        """Say what is wrong by the key of a field; returns what belongs to none of them."""
        told = {key: wrong(complaint, pack) for key, complaint in faults.items()}
        for key, line in self.lines.items():
            widget = self._form.fields[key].widget
            mark(widget, key in told)
            widget.setAccessibleDescription(told.get(key, ""))
            line.say(told.get(key, ""))
        self._new = unknown_clause(faults["clause"], pack) if "clause" in faults and "clause" in self.lines else ""
        self.add.setVisible(bool(self._new))
        return "\n".join(text for key, text in told.items() if key not in self.lines)

    @Slot()
    def _on_add(self) -> None:
        self.clauseMeant.emit(self._new)


def _put_below(widget: QWidget, new: QWidget, where: Qt.AlignmentFlag = WHOLE) -> None:
    column = widget.parentWidget().layout()
    assert isinstance(column, QVBoxLayout)
    column.insertWidget(column.indexOf(widget) + 1, new, 0, where)


def mark(widget: QWidget, bad: bool) -> None:
    """Draw a field in the colour of a fault, or as usual."""
    level = "bad" if bad else ""
    if (widget.property("level") or "") != level:
        widget.setProperty("level", level)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
