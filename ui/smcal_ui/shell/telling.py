"""What the window tells about moves: where posts went that are out of sight, and why something was refused."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtWidgets import QApplication

from smcal.model import Post
from smcal.store.changes import ChangeSet
from smcal.words import _, ngettext
from smcal_ui.shell.moved import words_for_moved
from smcal_ui.shell.saying import place_of_keys, point_out

if TYPE_CHECKING:
    from smcal_ui.main_window import MainWindow


class Telling(QObject):
    """Listens to the parts of a window, and speaks in its status bar and beside the place in question."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._lost = ""  # that the last change took posts from the curator
        window.desk.changed.connect(self._on_changed)
        window.desk.refused.connect(self._on_refused)
        window.drag.refused.connect(self._on_drop_refused)
        window.week.moved.connect(self._on_moved)
        window.plan_commands.moved.connect(self._on_moved)
        window.inspector.placeRequested.connect(self._on_place)
        window.week.boardChanged.connect(self.show_place)
        window.week.trayChanged.connect(self.show_place)

    @Slot()
    def show_place(self) -> None:
        """Say in the inspector where its post is, should the calendar not show it."""
        self._window.inspector.tell_place(self._window.chosen.whereabouts())

    @Slot(object)
    def _on_changed(self, changes: ChangeSet) -> None:
        """Ctrl+Z would take something else back now: what was said before is no longer true."""
        self._window.saying.hush()
        self._lost = _lost_words(changes)
        if self._lost:
            self._window.saying.say(self._lost, link=_("Undo"), follow=self._window.undo)

    @Slot(list, bool)
    def _on_moved(self, posts: list[Post], copied: bool) -> None:
        window = self._window
        text = words_for_moved(posts, copied, window.week.week, window.desk.dates)
        if not text:
            return
        text = f"{self._lost} {text}" if self._lost else text
        if posts[0].date is None:
            window.saying.say(text)
        else:
            window.saying.say(text, link=_("Show that week"), follow=partial(self._follow, posts[0].id))

    @Slot(str)
    def _on_refused(self, text: str) -> None:
        """A dialog tells by itself; else it stands beside what has the keyboard."""
        if QApplication.activeModalWidget() is None:
            self._window.saying.say(text, "bad")
            point_out(text, place_of_keys(self._window), self._window)

    @Slot(str, QPoint)
    def _on_drop_refused(self, reason: str, where: QPoint) -> None:
        text = _("{reason}. Nothing was changed.").format(reason=reason)
        self._window.saying.say(text, "bad")
        point_out(text, where, self._window)

    @Slot()
    def _on_place(self) -> None:
        for post_id in self._window.chosen.ids[:1]:
            self._follow(post_id)

    def _follow(self, post_id: str) -> None:
        self._window.jump_to(post_id)
        self._window.to_calendar()


def _lost_words(changes: ChangeSet) -> str:
    """What a change has cost posts that the curator had before them, or had agreed to; else ""."""
    from smcal.planning.reopened import reopened  # after the first paint
    from smcal_ui.post.reopening import lost_words

    lost = reopened(changes)
    if len(lost) == 1:
        return lost_words(lost[0])
    text = ngettext(
        "{n} post was changed and has to be handed in again.",
        "{n} posts were changed and have to be handed in again.",
        len(lost),
    )
    return text.format(n=len(lost)) if lost else ""
