"""Colours by meaning for what a widget paints itself: the theme that its palette belongs to."""

from functools import cache

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from smcal_ui.theme import Theme


def shade(widget: QWidget, meaning: str) -> QColor:
    """A colour by its meaning ("bad", "warn.soft", "quiet") in the scheme that the widget is drawn in."""
    return theme_of(widget).colour(meaning)


def theme_of(widget: QWidget) -> Theme:
    """The theme in which a widget is drawn."""
    window = widget.palette().color(QPalette.ColorRole.Window)
    return _theme("dark" if window.lightness() < 128 else "light")


@cache
def _theme(name: str) -> Theme:
    return Theme.chosen(name)
