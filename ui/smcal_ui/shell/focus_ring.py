"""F6 goes from one part of the window to the next, Shift+F6 back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def step(parts: Sequence[QWidget], by: int) -> None:
    """Put the keyboard into the next part that can take it, counted from the part that has it now."""
    able = [part for part in parts if _takes_keys(part)]
    if not able:
        return
    here = QApplication.focusWidget()
    now = next(
        (n for n, part in enumerate(able) if here is not None and (part is here or part.isAncestorOf(here))), -by
    )
    able[(now + by) % len(able)].setFocus(Qt.FocusReason.ShortcutFocusReason)


def _takes_keys(part: QWidget) -> bool:
    """A part on show, or the editor that takes the keys for it."""
    editor = part.focusProxy() or part
    return editor.isVisible() and editor.isEnabled()
