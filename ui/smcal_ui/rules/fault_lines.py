"""What is wrong with a field: a line right below it, and its border in the colour of a fault."""

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from smcal_ui.widgets.form import Form
from smcal_ui.widgets.labels import PlainLabel


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


class FieldFaults:
    """The lines below the fields of one form."""

    def __init__(self, form: Form) -> None:
        self.lines = {key: FaultLine() for key in form.fields}
        self._form = form
        for key, line in self.lines.items():
            _put_below(form.fields[key].widget, line)

    def tell(self, faults: Mapping[str, str]) -> str:
        """Say what is wrong by the key of a field; returns what belongs to none of them."""
        for key, line in self.lines.items():
            widget = self._form.fields[key].widget
            mark(widget, key in faults)
            widget.setAccessibleDescription(faults.get(key, ""))
            line.say(faults.get(key, ""))
        return "\n".join(text for key, text in faults.items() if key not in self.lines)


def _put_below(widget: QWidget, line: FaultLine) -> None:
    column = widget.parentWidget().layout()
    assert isinstance(column, QVBoxLayout)
    column.insertWidget(column.indexOf(widget) + 1, line)


def mark(widget: QWidget, bad: bool) -> None:
    """Draw a field in the colour of a fault, or as usual."""
    level = "bad" if bad else ""
    if (widget.property("level") or "") != level:
        widget.setProperty("level", level)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
