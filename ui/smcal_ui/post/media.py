"""The files of a post: thumbnails, alternative text and credit; add by button, by drop or by pasting."""

from pathlib import Path

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from smcal.errors import SmcalError
from smcal.model import Attachment, Media, MediaKind, Post
from smcal.planning import edit
from smcal.store.changes import Area
from smcal.store.work import Work
from smcal.words import _
from smcal_ui.desk import Desk
from smcal_ui.post.fields import CheckField, Field, LineField
from smcal_ui.post.pasting import files_in, png_of
from smcal_ui.post.thumbs import Thumbs
from smcal_ui.post.typing import Target, Typing
from smcal_ui.widgets.labels import PlainLabel


class MediaPanel(QWidget):
    """Thumbnails, and below them what belongs to the chosen one."""

    refused = Signal(str)  # a file that could not be added, and why

    def __init__(self, desk: Desk, typing: Typing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._typing = desk, typing
        self._post: Post | None = None
        self._attachments: dict[str, Attachment] = {}
        self._media: dict[str, Media] = {}
        self._shown: Attachment | None = None
        self._own: set[str] = set()  # fields whose news are what was typed in them
        self._build()
        self._connect()
        self.setAcceptDrops(True)

    def show_post(self, post: Post, attachments: tuple[Attachment, ...], media: dict[str, Media]) -> None:
        """Show the files of a post; the chosen one stays chosen, and what is being typed stays too."""
        self._post = post
        self._attachments = {a.id: a for a in attachments}
        self._media = media
        self._thumbs.show_files(attachments, media)
        self._show_details()

    def focus(self, name: str, attachment_id: str | None = None) -> QWidget | None:
        """Put the cursor into a field of a file, and return its editor; None where there is no file."""
        if attachment_id in self._attachments:
            self._thumbs.choose(attachment_id)
        if self._shown is None:
            return None
        editor = self._fields[name].widget
        editor.setFocus()
        return editor

    def gather(self) -> None:
        """Note what stands in the field with the cursor."""
        for name, field in self._fields.items():
            if field.widget.hasFocus():
                self._note(name)

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
        self._attach(stored)

    def paste(self) -> None:
        """Add what is on the clipboard: files, else a picture; without either nothing happens."""
        clipboard = QGuiApplication.clipboard()
        paths, picture = files_in(clipboard.mimeData()), clipboard.image()
        if paths:
            self.add(paths)
        elif not picture.isNull():
            try:
                self._attach([self._desk.workspace.media.add(png_of(picture), _("Pasted picture") + ".png")])
            except SmcalError as error:
                self.refused.emit(str(error))

    def _attach(self, stored: list[Media]) -> None:
        post = self._post
        if post is not None and stored:
            self._desk.do(_("Add files"), lambda work: [_place(work, post.id, media) for media in stored])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V adds what was copied, wherever in this part the keyboard is, but for the lines of text."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped here."""
        if files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        event.acceptProposedAction()
        self.add(files_in(event.mimeData()))

    def _build(self) -> None:
        self._thumbs = Thumbs(self._desk.workspace.media)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(PlainLabel(_("Pictures and files"), role="caption"))
        column.addWidget(self._thumbs)
        column.addWidget(self._build_details())

    def _build_details(self) -> QWidget:
        self._details = QWidget()
        column = QVBoxLayout(self._details)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._about = PlainLabel(role="caption", wrap=True)
        self._remove = QPushButton(_("Remove"))
        self._remove.setObjectName("remove_media")
        head = QHBoxLayout()
        head.addWidget(self._about, 1)
        head.addWidget(self._remove)
        column.addLayout(head)
        self._fields: dict[str, Field] = {}
        self._captions: dict[str, PlainLabel] = {}
        for name, caption, field in (
            ("alt", _("What the picture shows (for those who cannot see it)"), LineField("alt")),
            ("borrowed", "", CheckField("media_borrowed", _("Borrowed: somebody else’s work"))),
            ("author", _("Author"), LineField("media_author")),
            ("source", _("Source"), LineField("media_source", "https://")),
        ):
            if caption:
                self._captions[name] = PlainLabel(caption, role="caption", wrap=True)
                self._captions[name].setBuddy(field.widget)
                column.addWidget(self._captions[name])
                field.widget.setAccessibleName(caption)
            column.addWidget(field.widget)
            field.setProperty("attribute", name)
            self._fields[name] = field
        return self._details

    def _connect(self) -> None:
        self._thumbs.addRequested.connect(self._on_add)
        self._thumbs.removeRequested.connect(self._on_remove)
        self._thumbs.orderRequested.connect(self._on_order)
        self._thumbs.chosen.connect(self._on_chosen)
        self._remove.clicked.connect(self._on_remove_chosen)
        self._typing.stored.connect(self._on_stored)
        for field in self._fields.values():
            field.edited.connect(self._on_edited)
            field.settled.connect(self._on_settled)

    def _show_details(self) -> None:
        fresh, known = self._attachments.get(self._thumbs.current or ""), self._shown
        self._shown = fresh
        self._details.setVisible(fresh is not None)
        if fresh is None:
            return
        waiting = self._typing.waiting(Target(Area.ATTACHMENTS, fresh.id))
        for name, field in self._fields.items():
            same = known is not None and known.id == fresh.id
            unchanged = same and (name in self._own or getattr(known, name) == getattr(fresh, name))
            untouched = unchanged and field.widget.hasFocus()
            if not untouched and not (same and name in waiting):
                field.show(waiting.get(name, getattr(fresh, name)))
        self._own.clear()
        media = self._media[fresh.media_id]
        self._about.setText(about(media))
        picture = media.kind is MediaKind.PICTURE
        for widget in (self._captions["alt"], self._fields["alt"].widget):
            widget.setVisible(picture)
        for name in ("author", "source"):
            self._fields[name].widget.setVisible(fresh.borrowed)
            self._captions[name].setVisible(fresh.borrowed)

    def _note(self, name: str) -> None:
        if self._shown is None:
            return
        target, value = Target(Area.ATTACHMENTS, self._shown.id), self._fields[name].value()
        if value != getattr(self._shown, name) or name in self._typing.waiting(target):
            self._typing.note(target, name, value)

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
    def _on_remove_chosen(self) -> None:
        if self._shown is not None:
            self._on_remove(self._shown.id)

    @Slot(str)
    def _on_remove(self, attachment_id: str) -> None:
        self._typing.settle()
        self._desk.do(_("Remove a file"), lambda work: edit.detach(work, attachment_id))

    @Slot(list)
    def _on_order(self, attachment_ids: list[str]) -> None:
        self._typing.settle()
        self._desk.do(_("Change the order of files"), lambda work: edit.arrange(work, attachment_ids))

    @Slot(str)
    def _on_chosen(self, _attachment_id: str) -> None:
        self._typing.settle()
        self._show_details()

    @Slot()
    def _on_edited(self) -> None:
        self._note(self._field_name())

    @Slot()
    def _on_settled(self) -> None:
        self._note(self._field_name())
        self._typing.settle()

    @Slot(object, str)
    def _on_stored(self, target: Target, name: str) -> None:
        if self._shown is not None and target == Target(Area.ATTACHMENTS, self._shown.id):
            self._own.add(name)

    def _field_name(self) -> str:
        return str(self.sender().property("attribute"))


def about(media: Media) -> str:
    """A file in a line: its name, its size in pixels where it is a picture, and in bytes."""
    size = QLocale().formattedDataSize(media.size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
    pixels = f" · {media.width} × {media.height}" if media.kind is MediaKind.PICTURE else ""
    return f"{media.name}{pixels} · {size}"


def _place(work: Work, post_id: str, media: Media) -> Attachment:
    work.put(media)
    return edit.attach(work, post_id, media.id)
