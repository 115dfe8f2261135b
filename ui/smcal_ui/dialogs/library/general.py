"""What the library has settled as a whole: its name, PR service, language of documents."""

import msgspec
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smcal.store import Work
from smcal.store.settings import settings_to_rows
from smcal.text import clean_name
from smcal.words import N_, _, inside, spoken
from smcal_ui.desk import Desk
from smcal_ui.dialogs import choices
from smcal_ui.post.fields import CheckField, ChoiceField, LineField
from smcal_ui.widgets.form import Form, Row
from smcal_ui.widgets.labels import PlainLabel

ROWS = (
    Row("library", N_("&Name of the library"), LineField),
    Row("language", N_("Language of &documents"), lambda key: ChoiceField(key, choices.document_languages())),
    Row("pr_service", "", lambda key: CheckField(key, _("There is a PR &service: partner material needs its consent"))),
    Row("has_designer", "", lambda key: CheckField(key, _("There is a designer: &pictures can be ordered"))),
)


class GeneralTab(QWidget):
    """Each field is saved when it is left or chosen; undo takes it back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.form = Form(ROWS)
        self.fixed = PlainLabel(role="quiet", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.form)
        column.addWidget(self.fixed)
        column.addStretch()
        self.form.settled.connect(self._on_settled)
        self.reload()

    def reload(self) -> None:
        """Show what is stored."""
        settings, pack = self._desk.workspace.settings(), self._desk.workspace.pack()
        self.form.show_values(msgspec.structs.asdict(settings))
        self.fixed.setText(
            _("Regulation: “{title}”, version {version}. Country: {country}. Time zone: {zone}.").format(
                title=inside(pack.title.within(spoken().language)),
                version=pack.version,
                country=_(choices.COUNTRIES.get(settings.country, settings.country)),
                zone=settings.zone,
            )
        )

    @Slot(str)
    def _on_settled(self, key: str) -> None:
        before, value = self._desk.workspace.settings(), self.form.value(key)
        value = clean_name(value) if isinstance(value, str) else value
        if getattr(before, key) == value:
            return
        after = msgspec.structs.replace(before, **{key: value})

        def put(work: Work) -> bool:
            for row in settings_to_rows(after):
                work.put(row)
            return True

        self._desk.do(_("Change the settings of the library"), put)
