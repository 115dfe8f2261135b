"""A dialog that is one form: values in, values out."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from smcal_ui.dialogs.frame import Dialog
from smcal_ui.widgets.form import Form, Row

Check = Callable[[dict[str, Any]], tuple[str, str]]
"""Looks at the values: ("", "") where they are fine, else the key of a field and what is wrong with it."""


class FormDialog(Dialog):
    """Shows a form; OK gives `values()` once `check` is content, and says what is missing until then."""

    def __init__(
        self,
        title: str,
        rows: Sequence[Row | tuple[Row, ...]],
        values: Mapping[str, Any],
        ok: str,
        *,
        check: Check | None = None,
        intro: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent, intro=intro)
        self._check = check or (lambda values: ("", ""))
        self.form = Form(rows)
        self.body.addWidget(self.form)
        self.body.addStretch()
        if check is not None:
            self.notice.keep_room()  # else what is wrong would move the button under the pointer
        self.add_buttons(ok)
        self.form.show_values(values)
        self.form.edited.connect(self._on_edited)

    def values(self) -> dict[str, Any]:
        """What stands in the form."""
        return self.form.values()

    def accept(self) -> None:
        key, wrong = self._check(self.values())
        if wrong:
            self.complain(wrong)
            self.form.focus(key)
            return
        super().accept()

    @Slot()
    def _on_edited(self) -> None:
        self.notice.say("")


def filled(key: str, wrong: str) -> Check:
    """A check that a text is there."""
    return lambda values: ("", "") if str(values[key]).strip() else (key, wrong)
