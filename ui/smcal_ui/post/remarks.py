"""What is said about a post below its title: where it stands, what the curator wrote, what is not stored."""

from PySide6.QtCore import QRect, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smcal.words import _
from smcal_ui.post.finding_banner import WHY_KEY
from smcal_ui.post.notice import Notice
from smcal_ui.widgets.labels import Banner
from smcal_ui.widgets.link_banner import LinkBanner


class Remarks(QWidget):
    """Banners one below the other, each there only while it has something to say."""

    placeRequested = Signal()  # show the week the post went to
    takeBackRequested = Signal()  # the edits that re-opened the review
    deadlineAsked = Signal(QRect)  # why by then? where on the screen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.trouble = Banner()
        self.trouble.setObjectName("trouble")
        self.curator = Banner()
        self.curator.setObjectName("curator_said")
        self.reopened = LinkBanner()
        self.reopened.followed.connect(self.takeBackRequested)
        self.place = LinkBanner()
        self.place.followed.connect(self.placeRequested)
        self.deadline = LinkBanner()
        self.deadline.asked.connect(self._on_deadline)
        self.deadline.aside.setToolTip(WHY_KEY)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        for banner in (self.trouble, self.curator, self.reopened, self.place, self.deadline):
            self._column.addWidget(banner)

    def show_notice(self, notice: Notice, calm: str = "") -> None:
        """Say where the post stands; `calm` is what an edit would do to it."""
        text = "\n".join(line for line in (notice.text, calm) if line)
        self.deadline.say(text, notice.level, aside=_("Why?") if notice.counted and notice.text else "")

    def show_curator(self, words: str, level: str) -> None:
        """Say what the curator wrote."""
        self.curator.say(words, level)

    def show_reopened(self, words: str) -> None:
        """Say that an edit has re-opened the review, and offer to take it back."""
        self.reopened.say(words, "warn", _("Undo"))

    def show_place(self, where: str) -> None:
        """Say where the post is when the calendar does not show it."""
        self.place.say(where, "plain", _("Show that week"))

    def show_trouble(self, reason: str) -> None:
        """Say that what was typed is not stored, and that it stays."""
        text = _("Not saved yet; the text stays here and is tried again. {reason}")
        self.trouble.say(text.format(reason=reason) if reason else "", "bad")

    @property
    def spare(self) -> int:
        """Empty pixels kept where remarks went away, so that nothing below them moves."""
        return self._column.contentsMargins().bottom()

    def keep_spare(self, pixels: int) -> None:
        """Keep so many pixels empty below the remarks."""
        self._column.setContentsMargins(0, 0, 0, pixels)

    def links(self) -> tuple[QWidget, ...]:
        """Every link, whether it is shown now or not."""
        return tuple(link for told in (self.reopened, self.place, self.deadline) for link in (told.link, told.aside))

    def texts(self) -> list[str]:
        """Everything that is said."""
        told = (self.trouble, self.curator, self.reopened, self.place, self.deadline)
        return [banner.text for banner in told if banner.text]

    @Slot()
    def _on_deadline(self) -> None:
        self.deadlineAsked.emit(self.deadline.on_screen())
