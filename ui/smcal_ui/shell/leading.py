"""Dialogs that begin where somebody is in the calendar, and lead back into it: to a post, or to a day of a page."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from smcal.model import Period
from smcal.model.period import week_of

if TYPE_CHECKING:
    from smcal_ui.main_window import MainWindow


class LeadingDialogs(QObject):
    """Opens them over a window. What is being typed is part of the plan: it is saved first where that matters."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    @Slot()
    def hand_in(self) -> None:
        """Hand in the plan of the page and week with the focus."""
        window = self._window
        window.inspector.save()
        page_id, _date = window.view.focused_cell() or (None, None)
        self._hand_in(page_id, window.week.week)

    @Slot()
    def hand_in_chosen(self) -> None:
        """Hand in the plan of the page and week of the post in the inspector."""
        window = self._window
        window.inspector.save()
        post = window.inspector.post
        if post is None or post.page_id is None or post.date is None:
            self.hand_in()
        else:
            self._hand_in(post.page_id, week_of(post.date))

    @Slot(str)
    def edit(self, post_id: str) -> None:
        """Open a post with the cursor in its title."""
        self._window.open_post(post_id)
        self._window.inspector.edit_title()

    @Slot(str, str, object)
    def mend(self, post_id: str, field: str, attachment_id: str | None = None) -> None:
        """Open a post with the cursor in the field that mends it."""
        self._window.open_post(post_id)
        self._window.inspector.focus_field(field, attachment_id)

    @Slot()
    def find_post(self) -> None:
        """Find a post by its text."""
        self._window.library_commands.find(self._window.jump_to)

    @Slot()
    def due(self) -> None:
        """What must be handed in today."""
        self._window.library_commands.due(self._window.jump_to)

    def _hand_in(self, page_id: str | None, week: Period) -> None:
        window = self._window
        window.library_commands.hand_in(page_id, week, window.jump_to, window.show_page, self.mend)

    def departures(self) -> None:
        """What somebody decided to hand in all the same."""
        self._window.library_commands.departures(self._window.jump_to)

    def regulation(self) -> None:
        """The regulation: its rules, numbers and lists, and what changing them would change."""
        self._window.inspector.save()
        self._window.library_commands.regulation(self._window.jump_to, self._window.show_page)

    def shortcuts(self) -> None:
        """The page of shortcuts."""
        self._window.library_commands.shortcuts(self._window.actions_by_name)

    def print_week(self) -> None:
        """Print the shown week."""
        if self._window.week.board is not None:
            self._window.library_commands.print_week(self._window.week.board)
