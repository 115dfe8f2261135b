"""The files of a post: thumbnails, alternative text and credit; add by button, drop or paste."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QIcon, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from smcal.errors import SmcalError
from smcal.model import Attachment, Media, MediaKind, Post
from smcal.planning import edit
from smcal.words import _
from smcal_ui.desk import Desk
from smcal_ui.post.fields import CheckField, Field, LineField
from smcal_ui.widgets.labels import PlainLabel
from smcal_ui.widgets.tips import plain_tip

THUMB = 72


class MediaPanel(QWidget):
    """Thumbnails in a row, and below them what belongs to the chosen one."""

    refused = Signal(str)  # a file that could not be added, and why

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._post: Post | None = None
        self._attachments: dict[str, Attachment] = {}
        self._build()
        self._connect()
        self.setAcceptDrops(True)

    def show_post(self, post: Post, attachments: tuple[Attachment, ...], media: dict[str, Media]) -> None:
        """Show the files of a post; the chosen one stays chosen."""
        chosen = self._chosen_id()
        self._post = post
        self._attachments = {a.id: a for a in attachments}
        self._strip.blockSignals(True)
        self._strip.clear()
        for attachment in attachments:
            self._strip.addItem(self._item(attachment, media[attachment.media_id]))
        self._strip.setVisible(bool(attachments))
        row = next((n for n, a in enumerate(attachments) if a.id == chosen), 0 if attachments else -1)
        self._strip.setCurrentRow(row)
        self._strip.blockSignals(False)
        self._show_details()

    def add(self, paths: list[Path]) -> None:
        """Add files to the post, one step for all; a file that cannot be added is named and left out."""
        post = self._post
        if post is None:
            return
        stored: list[Media] = []
        for path in paths:
            try:
                stored.append(self._desk.workspace.media.add(path, path.name))
            except SmcalError as error:
                self.refused.emit(str(error))
        if stored:
            self._desk.do(_("Add files"), lambda work: [_place(work, post.id, media) for media in stored])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.add([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._strip = QListWidget(viewMode=QListWidget.ViewMode.IconMode, movement=QListWidget.Movement.Static)
        self._strip.setIconSize(QSize(THUMB, THUMB))
        self._strip.setFixedHeight(THUMB + 24)
        self._strip.setWrapping(False)
        self._strip.setAccessibleName(_("Files of the post"))
        column.addWidget(self._strip)
        buttons = QHBoxLayout()
        self._add = QPushButton(_("Add files…"))
        self._remove = QPushButton(_("Remove"))
        buttons.addWidget(self._add)
        buttons.addWidget(self._remove)
        buttons.addStretch()
        column.addLayout(buttons)
        column.addWidget(self._build_details())

    def _build_details(self) -> QWidget:
        self._details = QWidget()
        column = QVBoxLayout(self._details)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._fields: dict[str, Field] = {}
        self._captions: dict[str, PlainLabel] = {}
        for name, caption, field in (
            ("alt", _("What the picture shows (for those who cannot see it)"), LineField("alt")),
            ("borrowed", "", CheckField("media_borrowed", _("Borrowed: somebody else's work"))),
            ("author", _("Author"), LineField("media_author")),
            ("source", _("Source"), LineField("media_source", "https://")),
        ):
            if caption:
                self._captions[name] = PlainLabel(caption, role="caption", wrap=True)
                column.addWidget(self._captions[name])
                field.widget.setAccessibleName(caption)
            column.addWidget(field.widget)
            field.setProperty("attribute", name)
            self._fields[name] = field
        return self._details

    def _connect(self) -> None:
        self._add.clicked.connect(self._on_add)
        self._remove.clicked.connect(self._on_remove)
        self._strip.currentRowChanged.connect(self._on_chosen)
        for field in self._fields.values():
            field.settled.connect(self._on_settled)

    def _item(self, attachment: Attachment, media: Media) -> QListWidgetItem:
        item = QListWidgetItem(media.name if media.kind is not MediaKind.PICTURE else "")
        item.setData(Qt.ItemDataRole.UserRole, attachment.id)
        item.setToolTip(plain_tip(media.name))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, attachment.alt or media.name)
        if media.kind is MediaKind.PICTURE:
            picture = QPixmap(str(self._desk.workspace.media.thumbnail(media, 480)))
            ratio = self.devicePixelRatioF()
            scaled = picture.scaled(
                int(THUMB * ratio),
                int(THUMB * ratio),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            scaled.setDevicePixelRatio(ratio)
            item.setIcon(QIcon(scaled))
        return item

    def _chosen_id(self) -> str | None:
        item = self._strip.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else None

    def _show_details(self) -> None:
        attachment = self._attachments.get(self._chosen_id() or "")
        self._details.setVisible(attachment is not None)
        self._remove.setVisible(attachment is not None)
        if attachment is None:
            return
        for name, field in self._fields.items():
            field.show(getattr(attachment, name))
        for name in ("author", "source"):
            self._fields[name].widget.setVisible(attachment.borrowed)
            self._captions[name].setVisible(attachment.borrowed)

    @Slot()
    def _on_add(self) -> None:
        names, _filter = QFileDialog.getOpenFileNames(
            self,
            _("Add files to the post"),
            "",
            _("Pictures, video and sound") + " (*.jpg *.jpeg *.png *.webp *.mp4 *.mov *.mp3 *.pdf)",
        )
        self.add([Path(name) for name in names])

    @Slot()
    def _on_remove(self) -> None:
        chosen = self._chosen_id()
        if chosen is not None:
            self._desk.do(_("Remove a file"), lambda work: edit.detach(work, chosen))

    @Slot(int)
    def _on_chosen(self, _row: int) -> None:
        self._show_details()

    @Slot()
    def _on_settled(self) -> None:
        chosen = self._attachments.get(self._chosen_id() or "")
        field = self.sender()
        name = field.property("attribute")
        if chosen is not None and getattr(chosen, name) != field.value():
            self._desk.do(_("Edit a file"), lambda work: edit.edit_attachment(work, chosen.id, **{name: field.value()}))


def _place(work: edit.Work, post_id: str, media: Media) -> Attachment:
    work.put(media)
    return edit.attach(work, post_id, media.id)
