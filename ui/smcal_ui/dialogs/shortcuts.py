"""The page of shortcuts, made from the commands that there are."""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from smcal.words import N_, _
from smcal_ui.dialogs.frame import Dialog
from smcal_ui.widgets.labels import PlainLabel

GROUPS = {
    "file": N_("File"),
    "edit": N_("Edit"),
    "post": N_("Post"),
    "view": N_("View"),
    "go": N_("Go"),
    "library": N_("Library"),
    "help": N_("Help"),
}
"""What stands before the dot in the name of a command."""

WEEK = (
    ("←  →  ↑  ↓", N_("Go from day to day and from page to page")),
    ("Alt+←  Alt+→  Alt+↑  Alt+↓", N_("Move the chosen posts")),
    ("Enter", N_("Open the chosen post")),
    ("N", N_("New post on the chosen day")),
    ("Del", N_("Move the chosen posts to the bin")),
    ("Ctrl", N_("Held while a card is dragged: copy it")),
    ("Ctrl+V", N_("On the files of a post: add what was copied")),
)
"""Keys of the week, which are no commands of a menu."""


class Line(NamedTuple):
    """A command and its keys."""

    group: str
    text: str
    keys: str


class ShortcutsDialog(Dialog):
    """Groups of commands with their keys, in two columns."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(_("Shortcuts"), parent, size=(560, 560))
        self.lines = shortcut_lines(actions)
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for group, lines in groupby(self.lines, key=lambda line: line.group):
            row = grid.rowCount()
            heading = PlainLabel(group, role="strong")
            heading.setContentsMargins(0, 8 if row > 1 else 0, 0, 2)
            grid.addWidget(heading, row, 0, 1, 2)
            for number, line in enumerate(lines, row + 1):
                grid.addWidget(PlainLabel(line.keys, role="quiet"), number, 0)
                grid.addWidget(PlainLabel(line.text, wrap=True), number, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inner)
        scroll.setAccessibleName(_("Shortcuts"))
        self.body.addWidget(scroll, 1)
        self.add_buttons()


def shortcut_lines(actions: Sequence[QAction]) -> list[Line]:
    """The keys of the week, then every command that has keys, by groups."""
    week = [Line(_("In the week"), _(text), keys) for keys, text in WEEK]
    found = [
        Line(_(GROUPS.get(_group(action), "Other")), action.text().replace("&", "").rstrip("…"), _keys(action))
        for action in sorted(actions, key=lambda action: list(GROUPS).index(_group(action)))
        if action.shortcuts() and action.isVisible()
    ]
    return week + found


def _group(action: QAction) -> str:
    group = action.objectName().partition(".")[0]
    return group if group in GROUPS else "help"


def _keys(action: QAction) -> str:
    told = (keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in action.shortcuts())
    return _(" or ").join(keys.replace("Return", "Enter") for keys in told)  # what stands on the key
