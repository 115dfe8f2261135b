"""The dialog of library settings: one tab for each list."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QTabWidget, QWidget

from smcal.store.changes import Area, ChangeSet
from smcal.words import _
from smcal_ui.desk import Desk
from smcal_ui.dialogs.frame import Dialog
from smcal_ui.dialogs.library.branches import BranchesTab
from smcal_ui.dialogs.library.days import DaysTab
from smcal_ui.dialogs.library.general import GeneralTab
from smcal_ui.dialogs.library.hours import HoursTab
from smcal_ui.dialogs.library.pages import PagesTab
from smcal_ui.dialogs.library.people import PeopleTab

SHOWN_IN = {
    Area.SETTINGS: ("general",),
    Area.BRANCHES: ("branches", "pages", "people", "days"),
    Area.PAGES: ("branches", "pages"),
    Area.PEOPLE: ("people", "pages"),
    Area.WORKING_HOURS: ("branches", "hours"),
    Area.CALENDAR_CHANGES: ("days",),
}


class LibraryDialog(Dialog):
    """Everything is saved as it is changed, and each change is one step to undo."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Library"),
            parent,
            intro=_("Changes are saved at once; Ctrl+Z in the calendar takes them back."),
            size=(820, 560),
        )
        self._desk = desk
        self.tabs = QTabWidget()
        self.general, self.branches, self.pages = GeneralTab(desk), BranchesTab(desk), PagesTab(desk)
        self.people, self.hours, self.days = PeopleTab(desk), HoursTab(desk), DaysTab(desk)
        for tab, title in (
            (self.pages, _("Pa&ges")),
            (self.branches, _("B&ranches")),
            (self.people, _("Peop&le")),
            (self.hours, _("Working &hours")),
            (self.days, _("Special da&ys")),
            (self.general, _("&In general")),
        ):
            self.tabs.addTab(tab, title)
        self._fit()
        self.body.addWidget(self.tabs, 1)
        self.add_buttons()
        desk.changed.connect(self._on_changed)
        self.hours.edited.connect(self.hush)
        self.listen(desk)

    @Slot(object)
    def _on_changed(self, changes: ChangeSet) -> None:
        self.hush()
        touched = {name for area, names in SHOWN_IN.items() if changes.ids(area) for name in names}
        for name in touched:
            getattr(self, name).reload()
        self._fit()

    def _fit(self) -> None:
        """Where nothing is handed in, nobody asks when the curator works; hours that were set can be seen."""
        asked = self._desk.workspace.pack().submission is not None
        self.tabs.setTabVisible(self.tabs.indexOf(self.hours), asked or self.hours.are_set)
