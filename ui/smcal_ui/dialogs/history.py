"""What happened to a post: when, who, what, and what stood there before and after."""

from PySide6.QtWidgets import QWidget

from smcal.store import HistoryEntry
from smcal.words import _
from smcal_ui.desk import Desk
from smcal_ui.dialogs.frame import Dialog
from smcal_ui.dialogs.history_words import HistoryWords
from smcal_ui.dialogs.posts_table import local
from smcal_ui.widgets.table import Column, ValueTable


class HistoryDialog(Dialog):
    """Steps, the latest first."""

    def __init__(self, desk: Desk, post_id: str, parent: QWidget | None = None) -> None:
        post = desk.post(post_id)
        title = post.title if post and post.title else _("Untitled post")
        super().__init__(_("History"), parent, intro=title, size=(820, 520))
        self._desk = desk
        words = HistoryWords(desk)
        self.entries = ValueTable(
            _("History"),
            (
                Column(_("When"), self._when),
                Column(_("Who"), lambda entry: entry.person or "–", widest=160),
                Column(_("What was done"), words.deed, widest=210),
                Column(_("Before → after"), words.changes, wide=True),
            ),
            wrap=True,
        )
        with desk.read() as reader:
            found = reader.history(post_id)
        self.entries.show_values([entry for entry in found if words.tells(entry)])
        self.body.addWidget(self.entries, 1)
        self.add_buttons()
        self.entries.setFocus()

    def _when(self, entry: HistoryEntry) -> str:
        return self._desk.dates.moment(local(self._desk, entry.at))
