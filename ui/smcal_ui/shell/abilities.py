"""Which commands could do something now; the others are grey."""

from collections.abc import Mapping

from PySide6.QtGui import QAction

from smcal.planning.undo import UndoStack
from smcal.words import _, begun_small

WRITING = frozenset(
    {"file.import", "file.restore", "file.submit", "edit.new", "edit.plan", "library.note", "library.settings"}
)
"""Commands that change the workspace: out of reach while it is open for reading only."""

READING = frozenset({"post.copy_text", "post.save_pictures", "post.history"})


def show_abilities(actions: Mapping[str, QAction], able: Mapping[str, bool], writable: bool) -> None:
    """Commands that could do nothing now are grey; `able` says it of those on posts."""
    for name, can in able.items():
        actions[name].setEnabled(can and (writable or name in READING))
    for name in WRITING:
        actions[name].setEnabled(writable)


def show_steps(actions: Mapping[str, QAction], stack: UndoStack) -> None:
    """Undo and redo say which step they are about."""
    _name(actions["edit.undo"], _("&Undo"), stack.undo_label)
    _name(actions["edit.redo"], _("&Redo"), stack.redo_label)


def _name(action: QAction, text: str, label: str | None) -> None:
    action.setText(f"{text}: {begun_small(_(label))}" if label else text)
    action.setEnabled(label is not None)
