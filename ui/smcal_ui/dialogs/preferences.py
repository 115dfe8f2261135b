"""What one person sets for this computer: language, colours and size of the window."""

import msgspec
from PySide6.QtWidgets import QWidget

from smcal.preferences import Preferences
from smcal.words import N_, _
from smcal_ui.dialogs import choices
from smcal_ui.dialogs.frame import Dialog
from smcal_ui.post.fields import ChoiceField
from smcal_ui.widgets.form import Form, Row


def _languages() -> list[tuple[str, str]]:
    return [("", _("as the system")), *choices.languages()]


def _themes() -> list[tuple[str, str]]:
    return [("", _("as the system")), ("light", _("light")), ("dark", _("dark"))]


def _scales() -> list[tuple[str, str]]:
    return [("", _("as the system")), ("1.1", "110 %"), ("1.25", "125 %"), ("1.5", "150 %")]


ROWS = (
    Row("language", N_("&Language of the window"), lambda key: ChoiceField(key, _languages())),
    Row("theme", N_("Colou&rs"), lambda key: ChoiceField(key, _themes())),
    Row("scale", N_("Si&ze of letters and everything else"), lambda key: ChoiceField(key, _scales())),
)


class PreferencesDialog(Dialog):
    """Shows preferences; after it was accepted, `preferences` are the changed ones."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Preferences"),
            parent,
            intro=_("For this computer. The size changes with the next start, all else at once."),
            size=(420, 0),
        )
        self.preferences = preferences
        self.form = Form(ROWS)
        self.form.show_values(msgspec.structs.asdict(preferences))
        self.body.addWidget(self.form)
        self.body.addStretch()
        self.add_buttons(_("&Apply"))
        self.form.focus("language")

    def accept(self) -> None:
        self.preferences = msgspec.structs.replace(self.preferences, **self.form.values())
        super().accept()
