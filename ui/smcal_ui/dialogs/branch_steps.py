"""The three steps that make a branch: the library, its hours, its pages."""

from pathlib import Path

from PySide6.QtCore import QLocale, QTimeZone, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from smcal.errors import SmcalError
from smcal.regulation import Pack, load_pack
from smcal.store import Settings
from smcal.words import N_, _, spoken
from smcal.worktime import Hours
from smcal_ui.dates import LocaleDates
from smcal_ui.dialogs import choices
from smcal_ui.dialogs.founding import Founding, free_path
from smcal_ui.dialogs.page_rows import PageRows
from smcal_ui.post.fields import ChoiceField, LineField
from smcal_ui.widgets.buttons import button
from smcal_ui.widgets.form import Form, Row, captioned
from smcal_ui.widgets.hours import HoursEditor
from smcal_ui.widgets.labels import PlainLabel

STEPS = (
    (N_("Your library"), N_("Names and rules can be changed later; country and time zone stay.")),
    (N_("When the branch is open"), N_("Opening hours of your branch. They can be changed later.")),
    (N_("Pages in social networks"), N_("One line per page. More can be added later.")),
)


USUAL = {"ru": "spb-cbs", "lv": "liepaja-lczb", "de": "espelkamp", "en": "generic"}
"""The regulation offered first to who reads a language."""


class BranchSteps(QStackedWidget):
    """Asks for a new branch step by step. `wrong` says what the shown step still lacks."""

    edited = Signal()  # somebody is at work on what is shown

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._own_path = False
        self.form = Form(self._rows())
        self.hours = HoursEditor(LocaleDates(spoken().language))
        self.shared = QCheckBox(_("The &curator takes plans in the same hours"))
        self._otherwise = PlainLabel(
            _("Otherwise the curator takes plans Monday to Friday, 9:00–18:00."), role="quiet", wrap=True
        )
        self.about = PlainLabel(role="quiet", wrap=True)
        self.pages = PageRows()
        self.coordinator = QLineEdit()
        self.path = QLineEdit()
        self.change = button(_("Chan&ge…"))
        self._build()
        self._connect()
        self._begin()

    def wrong(self) -> str:
        """What the shown step still lacks, in words; "" where it is complete."""
        if self.currentIndex() == 0 and not self.form.value("branch").strip():
            self.form.focus("branch")
            return _("Type the name of the branch.")
        if self.currentIndex() == 1:
            try:
                self.hours.hours()
            except SmcalError as error:
                return str(error)
        if self.currentIndex() == 2 and not self.pages.rows:
            return _("Add at least one page: posts are planned for pages.")
        nameless = next((row for row in self.pages.rows if not row.value()[1]), None)
        if self.currentIndex() == 2 and nameless is not None:
            nameless.title.setFocus()
            return _("Type the title of the page, as readers see it.")
        return ""

    @property
    def regulation(self) -> str:
        """The one that is chosen; at first one in the language of the window."""
        return str(self.form.value("regulation"))

    def founding(self) -> tuple[Path, Founding]:
        """Where the file shall lie, and what shall be in it."""
        asked = {key: value.strip() if isinstance(value, str) else value for key, value in self.form.values().items()}
        pack = self._pack
        settings = Settings(
            library=asked["library"] or asked["branch"],
            regulation=asked["regulation"],
            country=asked["country"],
            zone=asked["zone"],
            subdivision=pack.subdivision if asked["country"] == pack.country else None,
            language=pack.language if pack.country else spoken().language,
        )
        hours = self.hours.hours()
        founding = Founding(
            settings=settings,
            branch=asked["branch"],
            hours=hours,
            curator_hours=hours if self.shared.isChecked() else Hours.default(),
            pages=self.pages.values(),
            coordinator=self.coordinator.text().strip(),
        )
        return Path(self.path.text()), founding

    def _rows(self) -> list[Row | tuple[Row, ...]]:
        return [
            Row("branch", N_("&Branch or department"), LineField),
            Row("library", N_("&Library system, if it has several branches"), LineField),
            Row("regulation", N_("&Regulation"), lambda key: ChoiceField(key, choices.regulations())),
            (
                Row("country", N_("C&ountry"), lambda key: ChoiceField(key, choices.countries())),
                Row("zone", N_("Time &zone"), lambda key: ChoiceField(key, ())),
            ),
        ]

    def _build(self) -> None:
        self.form.put_below("regulation", self.about)
        first = _page(self.form)
        second = _page(self.hours, self.shared, self._otherwise)
        third = QWidget()
        column = QVBoxLayout(third)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.pages, 1)
        column.addLayout(captioned(_("Coordinator of these &pages: name and initials"), self.coordinator))
        column.addLayout(captioned(_("&File of the workspace"), self.path, self.change))
        for step in (first, second, third):
            self.addWidget(step)

    def _connect(self) -> None:
        self.form.edited.connect(self._on_edited)
        self.form.edited.connect(self.edited)
        self.hours.edited.connect(self.edited)
        self.pages.add.clicked.connect(self.edited)
        for line in (self.coordinator, self.path):
            line.textEdited.connect(self.edited)
        self.path.textEdited.connect(self._on_path_typed)
        self.change.clicked.connect(self._on_change)
        self.currentChanged.connect(self._on_step)

    def _begin(self) -> None:
        self.form.show_values({"regulation": USUAL[spoken().language]})
        self.hours.show_hours(Hours.default())
        self._take_pack()

    def _take_pack(self) -> None:
        """A regulation says what it asks; it brings its country, and that its zones. Else it is this computer's."""
        pack = self._pack
        self.about.setText(pack.description.within(spoken().language))
        known = [code for code, _name in choices.countries()]
        here = QLocale.territoryToCode(QLocale.system().territory())
        self.form.show_values({"country": pack.country or (here if here in known else known[0])})
        for widget in (self.shared, self._otherwise):
            widget.setVisible(pack.submission is not None)
        self._offer_zones(pack.zone or "")

    def _offer_zones(self, usual: str) -> None:
        offered = choices.zones(self.form.value("country"), usual)
        here = bytes(QTimeZone.systemTimeZoneId().data()).decode()
        names = [name for name, _text in offered]
        field = self.form.fields["zone"]
        assert isinstance(field, ChoiceField)
        field.offer(offered)
        self.form.show_values({"zone": usual or (here if here in names else names[0] if names else None)})

    @property
    def _pack(self) -> Pack:
        return load_pack(self.form.value("regulation"))

    @Slot(str)
    def _on_edited(self, key: str) -> None:
        if key == "regulation":
            self._take_pack()
        elif key == "country":
            self._offer_zones("")

    @Slot(int)
    def _on_step(self, step: int) -> None:
        if step == 1:
            self.hours.setFocus()
        if step == 2:
            branch = self.form.value("branch").strip()
            self.pages.show_usual(branch)
            if not self._own_path:
                self.path.setText(str(free_path(self._folder, branch)))
                self.path.setCursorPosition(0)

    @Slot()
    def _on_path_typed(self) -> None:
        self._own_path = True

    @Slot()
    def _on_change(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(
            self, _("File of the workspace"), self.path.text(), _("smcal workspaces (*.smcal)")
        )
        if name:
            self._own_path = True
            self.path.setText(name if name.endswith(".smcal") else f"{name}.smcal")


def _page(*widgets: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch()
    return page
