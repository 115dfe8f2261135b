"""F6 goes from one part of the window to the next, Shift+F6 back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def step(parts: Sequence[QWidget], by: int) -> None:
    """Put the keyboard into the next part that can take it, counted from the part that has it now."""
    able = [part for part in parts if part.isVisible() and part.isEnabled()]
    if not able:
        return
    here = QApplication.focusWidget()
    now = next(
        (n for n, part in enumerate(able) if here is not None and (part is here or part.isAncestorOf(here))), -by
    )
    _enter(able[(now + by) % len(able)])


def _enter(part: QWidget) -> None:
    """A part that takes no keys itself hands them to the first of its own that does."""
    if part.focusPolicy() != Qt.FocusPolicy.NoFocus or part.focusProxy() is not None:
        part.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return
    inside = part.nextInFocusChain()
    while inside is not None and inside is not part and part.isAncestorOf(inside):
        if inside.isVisible() and inside.isEnabled() and inside.focusPolicy() & Qt.FocusPolicy.TabFocus:
            inside.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        inside = inside.nextInFocusChain()
