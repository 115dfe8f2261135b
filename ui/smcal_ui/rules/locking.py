"""Fields of a regulation that ships with smcal: to be read, not to be changed."""

from collections.abc import Iterable

from PySide6.QtWidgets import QAbstractSpinBox, QCheckBox, QLineEdit, QPlainTextEdit, QWidget


def lock(fields: Iterable[QWidget], locked: bool) -> None:
    """Fields that may be read and copied from but not changed; nothing of them is greyed out of sight."""
    for widget in fields:
        if isinstance(widget, QLineEdit | QPlainTextEdit | QAbstractSpinBox):
            widget.setReadOnly(locked)
        else:
            widget.setEnabled(not locked)
        parts = (widget, *widget.findChildren(QCheckBox))
        for part in parts:
            if part.property("locked") != locked:
                part.setProperty("locked", locked)
                part.style().unpolish(part)
                part.style().polish(part)
