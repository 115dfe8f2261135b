"""The form of a post: which fields stand where, and which of them show only when they matter."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from smcal.model import Artwork, Post
from smcal.words import _
from smcal_ui.post.fields import CheckField, ChoiceField, DateField, Field, LineField, TextField, TimeField
from smcal_ui.widgets.labels import PlainLabel

SHOWN_IF: dict[str, Callable[[Post], bool]] = {
    "urgent_reason": lambda post: post.urgent,
    "partner": lambda post: bool(post.partner) or post.pr_consent,
    "pr_consent": lambda post: bool(post.partner) or post.pr_consent,
    "author": lambda post: post.borrowed,
    "source": lambda post: post.borrowed,
    "direction_consent": lambda post: post.direction == OTHER_DIRECTION,
}
"""Fields that only some posts need; `PostForm.reveal` opens them before there is a value."""

OTHER_DIRECTION = "other"
"""A direction outside the pack's list: the administration's consent is recorded (spb-cbs 4.2)."""


class PostForm(QWidget):
    """Shows a post field by field, and says which field was edited to what."""

    edited = Signal(str)  # name of the field in which the person is typing
    settled = Signal(str)  # name of the field whose value is whole

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, Field] = {}
        self._rows: dict[str, QWidget] = {}
        self._partner = CheckField("has_partner", _("Partner's material"))
        self._build()
        self._connect()

    def show_post(self, post: Post, spare: frozenset[str] = frozenset()) -> None:
        """Show a post; the fields named in `spare` are being edited and stay as they are."""
        for name, field in self.fields.items():
            if name not in spare:
                field.show(getattr(post, name))
        self._partner.show(bool(post.partner) or post.pr_consent)
        for name, needed in SHOWN_IF.items():
            self._rows[name].setVisible(needed(post))

    def value(self, name: str) -> Any:
        """What stands in a field."""
        return self.fields[name].value()

    def offer(self, name: str, choices: Sequence[tuple[Any, str]]) -> None:
        """Say what can be chosen in a field."""
        field = self.fields[name]
        assert isinstance(field, ChoiceField)
        field.offer(choices)

    def focus(self, name: str) -> None:
        """Show a field and put the cursor into it."""
        if name in self._rows:
            self._rows[name].show()
        self.fields[name].widget.setFocus()

    def caption(self, name: str, text: str) -> None:
        """Change what stands above a field."""
        label = self._rows[name].findChild(PlainLabel)
        assert label is not None
        label.setText(text)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._row(_("Title"), LineField("title")))
        column.addLayout(
            _pair(self._row(_("Date"), DateField("date")), self._row(_("Time"), TimeField("time")), stretch=(3, 2))
        )
        column.addWidget(self._row(_("Page"), ChoiceField("page_id", ())))
        column.addWidget(self._row(_("Topic"), ChoiceField("topic", ())))
        column.addWidget(self._row(_("Direction"), ChoiceField("direction", ())))
        column.addWidget(self._row(_("Who agreed to this direction"), LineField("direction_consent")))
        column.addWidget(self._row(_("Text"), TextField("text", 8)))
        for field, below in self._switches():
            column.addWidget(field.widget)
            for caption, part in below:
                column.addWidget(self._row(caption, part))
        column.addWidget(self._row(_("Pictures from the designer"), ChoiceField("artwork", _artwork())))
        column.addWidget(self._row(_("Note for colleagues"), TextField("note", 2)))

    def _switches(self) -> list[tuple[Field, list[tuple[str, Field]]]]:
        urgent = self._keep(CheckField("urgent", _("Urgent post")))
        borrowed = self._keep(CheckField("borrowed", _("Borrowed text")))
        return [
            (urgent, [(_("Why it is urgent"), LineField("urgent_reason"))]),
            (
                self._partner,
                [
                    (_("Partner"), LineField("partner")),
                    ("", CheckField("pr_consent", _("Agreed with the PR service"))),
                ],
            ),
            (
                borrowed,
                [
                    (_("Author"), LineField("author")),
                    (_("Source"), LineField("source", "https://")),
                ],
            ),
        ]

    def _keep(self, field: Field) -> Field:
        self.fields[field.name] = field
        return field

    def _row(self, caption: str, field: Field) -> QWidget:
        self._keep(field)
        row = QWidget(self)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if caption:
            label = PlainLabel(caption, role="caption")
            label.setBuddy(field.widget)
            column.addWidget(label)
            field.widget.setAccessibleName(caption)
        column.addWidget(field.widget)
        self._rows[field.name] = row
        return row

    def _connect(self) -> None:
        for field in self.fields.values():
            field.edited.connect(self._on_edited)
            field.settled.connect(self._on_settled)
        self._partner.settled.connect(self._on_partner_toggled)

    @Slot()
    def _on_edited(self) -> None:
        self.edited.emit(self.sender().name)

    @Slot()
    def _on_settled(self) -> None:
        self.settled.emit(self.sender().name)

    @Slot()
    def _on_partner_toggled(self) -> None:
        """Ticking opens the fields; unticking empties them."""
        has_partner = self._partner.value()
        for name in ("partner", "pr_consent"):
            self._rows[name].setVisible(has_partner)
            if not has_partner:
                self.fields[name].show("" if name == "partner" else False)
                self.settled.emit(name)
        if has_partner:
            self.fields["partner"].widget.setFocus()


def _pair(left: QWidget, right: QWidget, stretch: tuple[int, int] = (1, 1)) -> QGridLayout:
    pair = QGridLayout()
    pair.setHorizontalSpacing(8)
    for column, widget in enumerate((left, right)):
        pair.addWidget(widget, 0, column)
        pair.setColumnStretch(column, stretch[column])
    return pair


def _artwork() -> list[tuple[Artwork, str]]:
    return [
        (Artwork.NONE, _("not ordered")),
        (Artwork.ORDERED, _("ordered, not here yet")),
        (Artwork.ARRIVED, _("have arrived")),
    ]
