"""The bin: what lies in it, and how to take it back."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from smcal.model import Post
from smcal.planning import move
from smcal.store import Work
from smcal.words import _, inside
from smcal_ui.desk import Desk
from smcal_ui.dialogs.frame import Dialog
from smcal_ui.dialogs.posts_table import local, posts_table
from smcal_ui.widgets.table import Column


class BinDialog(Dialog):
    """Binned posts, the latest first; Enter takes one back to where it was. Stays open for the next."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Bin"), parent, size=(720, 460))
        self._desk = desk
        self.posts = posts_table(_("Posts in the bin"), desk, (Column(_("In the bin since"), self._since),))
        self.body.addWidget(self.posts, 1)
        self.add_buttons(_("&Take back"), _("&Close"))
        self.posts.chosen.connect(self._on_chosen)
        self.listen(desk)
        self._show()

    def accept(self) -> None:
        post = self.posts.current()
        if post is not None:
            self._on_chosen(post)

    def _show(self) -> None:
        with self._desk.read() as reader:
            posts = reader.bin()
        self.posts.show_values(posts)
        self.intro.setText(
            _("Posts return to where they were. Nothing is ever removed from the bin by itself.")
            if posts
            else _("The bin is empty.")
        )
        self.intro.show()
        assert self.primary is not None
        self.primary.setEnabled(bool(posts))

    def _since(self, post: Post) -> str:
        return self._desk.dates.moment(local(self._desk, post.binned)) if post.binned else ""

    @Slot(object)
    def _on_chosen(self, post: Post) -> None:
        def back(work: Work) -> bool:
            move.unbin(work, [post.id])
            return True

        if self._desk.do(_("Take a post out of the bin"), back):
            self.notice.say(_("“{title}” is back.").format(title=inside(post.title or _("Untitled post"))), "ok")
        self._show()
