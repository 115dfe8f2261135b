"""The form of a post: which fields stand where, and which of them show only when they matter."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smcal.model import Artwork, Post
from smcal.words import _
from smcal_ui.post.asked import NEEDS
from smcal_ui.post.editors import Combo
from smcal_ui.post.fields import (
    CheckField,
    ChoiceField,
    DateField,
    Field,
    HeadingField,
    LineField,
    TextField,
    TimeField,
)
from smcal_ui.widgets.labels import PlainLabel

OTHER_DIRECTION = "other"
"""A direction outside the pack's list: the administration's consent is recorded (spb-cbs 4.2)."""

SHOWN_IF: dict[str, Callable[[Post], bool]] = {
    "urgent_reason": lambda post: post.urgent,
    "partner": lambda post: bool(post.partner) or post.pr_consent,
    "pr_consent": lambda post: bool(post.partner) or post.pr_consent,
    "author": lambda post: post.borrowed,
    "source": lambda post: post.borrowed,
    "direction_consent": lambda post: post.direction == OTHER_DIRECTION,
    "data_consent": lambda post: post.personal_data,
    "corrected": lambda post: bool(post.mistake),
}
"""Fields that only some posts need; `focus` opens them before there is a value."""


SHORTEST = 5
"""Letters that a choice beside another one always shows: both fit the narrowest inspector."""


class PostForm(QWidget):
    """Shows a post field by field, and says which field was edited to what."""

    edited = Signal(str)  # name of the field in which the person is typing
    settled = Signal(str)  # name of the field whose value is whole
    textRequested = Signal()  # Enter in the title

    def __init__(self, below_title: QWidget, below_text: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, Field] = {}
        self.rows: dict[str, QWidget] = {}  # each field with its caption
        self._places: dict[str, QWidget] = {}  # by field: what stands last of it in the column
        self._partner = CheckField("has_partner", _("Partner’s material"))
        self._build(below_title, below_text)
        self._connect()

    def show_post(self, post: Post, spare: frozenset[str] = frozenset()) -> None:
        """Show a post; the fields named in `spare` are being edited and stay as they are."""
        for name, field in self.fields.items():
            if name not in spare:
                field.show(getattr(post, name))
        if not spare & {"partner", "pr_consent"}:
            self._partner.show(bool(post.partner) or post.pr_consent)
        for name, needed in SHOWN_IF.items():
            if name not in spare:
                self.rows[name].setVisible(needed(post) or self._opened(name))

    def leave_out(self, names: frozenset[str]) -> None:
        """Hide the fields (or switches) that the regulation has no use for, and show the others again."""
        for name in NEEDS.keys() | {"deferred"}:
            self._row_of(name).setVisible(name not in names)

    def value(self, name: str) -> Any:
        """What stands in a field."""
        return self.fields[name].value()

    def focused(self) -> str | None:
        """The field with the cursor."""
        return next((name for name, field in self.fields.items() if field.widget.hasFocus()), None)

    def offer(self, name: str, choices: Sequence[tuple[Any, str]], shorter: Mapping[str, str] | None = None) -> None:
        """Say what can be chosen in a field, and what stands for a choice that has no room there."""
        field = self.fields[name]
        assert isinstance(field, ChoiceField)
        field.offer(choices)
        field.abridge(shorter or {})

    def focus(self, name: str) -> QWidget:
        """Show a field, put the cursor into it, behind what is there, and return its editor."""
        for part in {"partner", "pr_consent"} if name in {"partner", "pr_consent"} else {name}:
            self.rows[part].show()
        self.fields[name].widget.setFocus()
        self.fields[name].cursor_to_end()
        return self.fields[name].widget

    def put_below(self, name: str, widget: QWidget) -> None:
        """Put something below a field, and below what was put there before; "media" are the files, "end" is the end."""
        last = self._places[name]
        self._column.insertWidget(self._column.indexOf(last) + 1, widget)
        for place, standing in self._places.items():
            if standing is last:
                self._places[place] = widget

    @property
    def last_field(self) -> QWidget:
        """The editor that Tab comes to last."""
        return self.fields["corrected"].widget

    def caption(self, name: str, text: str, level: str = "") -> None:
        """Change what stands above a field; level "bad" makes it red."""
        label = self.rows[name].findChild(PlainLabel)
        assert label is not None
        label.setText(text)
        if label.property("tint") != level:
            label.setProperty("tint", level)
            label.style().unpolish(label)
            label.style().polish(label)

    def set_enabled(self, names: Sequence[str], enabled: bool) -> None:
        """Let fields be edited, or only read."""
        for name in names:
            self.fields[name].widget.setEnabled(enabled)

    def _row_of(self, name: str) -> QWidget:
        return self._partner.widget if name == "has_partner" else self.rows[name]

    def _opened(self, name: str) -> bool:
        """Whether the partner's fields were opened by ticking, before there is a name."""
        return name in {"partner", "pr_consent"} and self._partner.value()

    def _build(self, below_title: QWidget, below_text: QWidget) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._add(self._row("", HeadingField("title", _("Title")), name=_("Title")))
        self._add(below_title)
        self._add_pair(self._row(_("Date"), DateField("date")), self._row(_("Time"), TimeField("time")), (3, 2))
        self._add(self._row(_("Page"), ChoiceField("page_id", ())))
        topic, direction = (
            self._row(_("Topic"), ChoiceField("topic", ())),
            self._row(_("Direction"), ChoiceField("direction", ())),
        )
        self._add_pair(topic, direction, (5, 4))
        self._add(self._row(_("Who agreed to this direction"), LineField("direction_consent")))
        self._add(self._row(_("Text"), TextField("text", 8)))
        self._add(below_text)
        self._places["media"] = below_text
        self._add(self._row(_("Pictures from the designer"), ChoiceField("artwork", _artwork())))
        self._add(self._row(_("City event that it announces"), ChoiceField("event_id", ())))
        for row in self._switches():
            self._add(row)
        self._add(self._row(_("Note for colleagues"), TextField("note", 2)))
        self._add(self._row("", CheckField("deferred", _("Placed in VK’s deferred posts"))))
        self._row("", ChoiceField("state", ()), name=_("State"))  # stands at the foot
        self._add(self._row(_("Mistake found after publication"), LineField("mistake", _("none found"))))
        self._add(self._row("", CheckField("corrected", _("Corrected where readers see it"))))
        self._places["end"] = self.rows["corrected"]

    def _add(self, part: QWidget) -> None:
        self._column.addWidget(part)
        self._places |= {name: part for name, row in self.rows.items() if row is part}

    def _add_pair(self, left: QWidget, right: QWidget, stretch: tuple[int, int]) -> None:
        """Two fields beside each other; one alone takes the room of both."""
        pair = QWidget(self)
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part, share in zip((left, right), stretch, strict=True):
            row.addWidget(part, share)
            for combo in part.findChildren(Combo):
                combo.setMinimumContentsLength(SHORTEST)
        self._column.addWidget(pair)
        self._places |= {name: pair for name, part in self.rows.items() if part in {left, right}}

    def _switches(self) -> list[QWidget]:
        """Check boxes, each with the fields that it opens."""
        return [
            self._row("", CheckField("urgent", _("Urgent post"))),
            self._row(_("Why it is urgent"), LineField("urgent_reason")),
            self._partner.widget,
            self._row(_("Partner"), LineField("partner")),
            self._row("", CheckField("pr_consent", _("Agreed with the PR service"))),
            self._row("", CheckField("borrowed", _("Borrowed text"))),
            self._row(_("Author"), LineField("author")),
            self._row(_("Source"), LineField("source", "https://")),
            self._row("", CheckField("personal_data", _("Names or shows people"))),
            self._row(_("Who agreed, and where that is kept"), LineField("data_consent")),
        ]

    def _row(self, caption: str, field: Field, name: str = "") -> QWidget:
        self.fields[field.name] = field
        row = QWidget(self)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if caption:
            label = PlainLabel(caption, role="caption", wrap=True)
            label.setBuddy(field.widget)
            column.addWidget(label)
        if caption or name:
            field.widget.setAccessibleName(caption or name)
        column.addWidget(field.widget)
        self.rows[field.name] = row
        return row

    def _connect(self) -> None:
        for field in self.fields.values():
            field.edited.connect(self._on_edited)
            field.settled.connect(self._on_settled)
        self._partner.settled.connect(self._on_partner_toggled)
        title = self.fields["title"]
        assert isinstance(title, HeadingField)
        title.entered.connect(self.textRequested)

    @Slot()
    def _on_edited(self) -> None:
        name = self._sender_name()
        if name == "mistake":  # the next field must be there before Tab is pressed
            self.rows["corrected"].setVisible(bool(self.value("mistake").strip()) or self.value("corrected"))
        self.edited.emit(name)

    @Slot()
    def _on_settled(self) -> None:
        self.settled.emit(self._sender_name())

    def _sender_name(self) -> str:
        field = self.sender()
        assert isinstance(field, Field)
        return field.name

    @Slot()
    def _on_partner_toggled(self) -> None:
        """Ticking opens the fields; unticking empties them."""
        has_partner = self._partner.value()
        for name in ("partner", "pr_consent"):
            self.rows[name].setVisible(has_partner)
            if not has_partner:
                self.fields[name].show("" if name == "partner" else False)
                self.settled.emit(name)
        if has_partner:
            self.focus("partner")


def _artwork() -> list[tuple[Artwork, str]]:
    return [
        (Artwork.NONE, _("not ordered")),
        (Artwork.ORDERED, _("ordered, not here yet")),
        (Artwork.ARRIVED, _("have arrived")),
    ]
