"""Pages: the register of Appendix 1, as far as planning needs it."""

from typing import Any

import msgspec
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from smcal.model import Network, Page, new_id
from smcal.words import N_, _
from smcal_ui.desk import Desk
from smcal_ui.dialogs import choices
from smcal_ui.dialogs.form_dialog import FormDialog, filled
from smcal_ui.dialogs.library.order import OrderedTab
from smcal_ui.dialogs.library.tab import Deed
from smcal_ui.names import network_name
from smcal_ui.post.fields import CheckField, ChoiceField, LineField
from smcal_ui.widgets.form import Row
from smcal_ui.widgets.many import ManyField
from smcal_ui.widgets.table import Column


class PageDialog(FormDialog):
    """Every field of one page."""

    def __init__(self, desk: Desk, title: str, page: dict[str, Any], parent: QWidget | None = None) -> None:
        with desk.read() as reader:
            branches = [(branch.id, branch.name) for branch in reader.branches()]
            named = {page["coordinator_id"], page["owner_id"], *page["administrator_ids"]}
            known = [p for p in reader.people(archived=True) if not p.archived or p.id in named]
        people, several = choices.people(known, none=_("nobody yet")), choices.people(known)
        rows = (
            (
                Row("branch_id", N_("&Branch"), lambda key: ChoiceField(key, branches)),
                Row("network", N_("&Network"), lambda key: ChoiceField(key, choices.networks())),
            ),
            Row("title", N_("&Title"), LineField),
            Row("link", N_("&Link"), lambda key: LineField(key, "https://")),
            (
                Row("coordinator_id", N_("C&oordinator"), lambda key: ChoiceField(key, people)),
                Row("owner_id", N_("O&wner in the network"), lambda key: ChoiceField(key, people)),
            ),
            Row("administrator_ids", N_("&Administrators"), lambda key: ManyField(key, several)),
            Row("approval_day", N_("&Day of approval"), lambda key: LineField(key, _("as in “Thursdays”"))),
            Row("has_collection", "", lambda key: CheckField(key, _("&Keeps a collection or editions of its profile"))),
        )
        missing = filled("title", _("Type the title of the page, as readers see it."))
        super().__init__(title, rows, page, _("&Save"), check=missing, parent=parent)
        self.form.focus("title")


class PagesTab(OrderedTab):
    """Pages by branch, those put away last."""

    REORDERING = N_("Change the order of pages")

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            _("Pages"),
            (
                Column(_("Page title"), lambda page: page.title, wide=True),
                Column(_("Network"), lambda page: network_name(page.network)),
                Column(_("Branch"), lambda page: self._branches.get(page.branch_id, ""), widest=180),
                Column(_("Coordinator"), lambda page: self._people.get(page.coordinator_id, "–"), widest=170),
                Column(_("State"), lambda page: _("put away") if page.archived else _("in use")),
            ),
            about=_("Pages that are no longer kept are put away: their posts stay, the calendar no longer shows them."),
            tint=lambda page: "faint" if page.archived else "",
        )
        self.offer(
            Deed("add", _("&Add…"), self._on_add, needs_row=False),
            Deed("edit", _("&Edit…"), self._on_edit),
            Deed("archive", _("&Put away"), self._on_archive),
            *self.order_deeds(),
        )
        self.table.moved.connect(self._name_archive)

    def values(self) -> list[Page]:
        with self.desk.read() as reader:
            self._branches = {branch.id: branch.name for branch in reader.branches()}
            self._people = {person.id: person.name for person in reader.people(archived=True)}
            return sorted(reader.pages(archived=True), key=lambda page: page.archived)

    def like(self, value: Page) -> list[Page]:
        return [p for p in self.table.values if p.branch_id == value.branch_id and p.archived == value.archived]

    @Slot()
    def _name_archive(self) -> None:
        page = self.table.current()
        self.buttons["archive"].setText(_("Take &back") if page is not None and page.archived else _("&Put away"))

    @Slot()
    def _on_add(self) -> None:
        current = self.table.current()
        branch_id = current.branch_id if current else next(iter(self._branches), None)
        empty = msgspec.structs.asdict(Page(id="", branch_id=branch_id or "", network=Network.VK, title=""))
        dialog = PageDialog(self.desk, _("New page"), empty, self)
        if dialog.exec():
            values = dialog.values()
            position = sum(page.branch_id == values["branch_id"] for page in self.table.values)
            page = Page(id=new_id(), position=position, **values)
            if self.desk.do(_("Add a page"), lambda work: work.put(page)) is not None:
                self.choose(page.id)

    @Slot()
    def _on_edit(self) -> None:
        page = self.table.current()
        dialog = PageDialog(self.desk, _("Page"), msgspec.structs.asdict(page), self)
        if dialog.exec():
            changed = msgspec.structs.replace(page, **dialog.values())
            self.desk.do(_("Change a page"), lambda work: work.put(changed))

    @Slot()
    def _on_archive(self) -> None:
        page = self.table.current()
        changed = msgspec.structs.replace(page, archived=not page.archived)
        label = _("Put a page away") if changed.archived else _("Take a page back")
        self.desk.do(label, lambda work: work.put(changed))
        self.choose(page.id)
