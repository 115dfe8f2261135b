"""Buttons in the three ways that the style sheet knows: plain, primary and flat."""

from PySide6.QtWidgets import QPushButton


def button(text: str, *, primary: bool = False, flat: bool = False) -> QPushButton:
    """A push button; `text` has its mnemonic. In a dialog Enter presses it while it has the focus,
    and the primary one everywhere else."""
    made = QPushButton(text)
    if primary:
        made.setProperty("primary", True)
        made.setDefault(True)
    if flat:
        made.setProperty("flat", True)
    return made
