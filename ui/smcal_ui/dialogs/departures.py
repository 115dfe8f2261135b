"""Every departure from the regulation: why, by whom, under which edition, and whether it still holds."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from smcal.words import N_, _, ngettext
from smcal_ui.desk import Desk
from smcal_ui.dialogs.frame import Dialog
from smcal_ui.dialogs.rulings import Ruling, RulingTable, rulings, take_back
from smcal_ui.post.fields import ChoiceField
from smcal_ui.widgets.buttons import button
from smcal_ui.widgets.form import Form, Row
from smcal_ui.widgets.labels import PlainLabel

STANDING, WITHDRAWN, ALL = "standing", "withdrawn", "all"
SHOWN = {STANDING: N_("those that hold"), WITHDRAWN: N_("withdrawn"), ALL: N_("all")}


class DeparturesDialog(Dialog):
    """The latest first; Enter goes to the post."""

    jumpRequested = Signal(str)  # id of the post that one is about

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Departures from the regulation"), parent, size=(900, 520))
        self._desk = desk
        offered = [(key, _(name)) for key, name in SHOWN.items()]
        self.form = Form((Row("shown", N_("&Show"), lambda key: ChoiceField(key, offered)),))
        self.count = PlainLabel(role="quiet")
        self.table = RulingTable(desk, pages=True)
        self.withdraw = button(_("&Withdraw"))
        self.to_post = button(_("&Go to the post"))
        self.form.show_values({"shown": STANDING})
        self.form.setMaximumWidth(280)
        self.body.addWidget(self.form)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.count)
        self.footer.addWidget(self.withdraw)
        self.footer.addWidget(self.to_post)
        self.add_buttons()
        self.form.edited.connect(self._show)
        self.form.settled.connect(self._show)
        self.table.moved.connect(self._show_abilities)
        self.table.chosen.connect(self._on_post)
        self.to_post.clicked.connect(self._on_post)
        self.withdraw.clicked.connect(self._on_withdraw)
        self.listen(desk)
        self._show()
        self.table.setFocus()

    @Slot()
    def _show(self) -> None:
        wanted = self.form.value("shown")
        with self._desk.read() as reader:
            every = reader.overrides()
        shown = [made for made in every if wanted == ALL or (made.withdrawn is not None) == (wanted == WITHDRAWN)]
        self.table.show_values(rulings(self._desk, shown))
        text = ngettext("{n} departure", "{n} departures", len(shown)).format(n=len(shown))
        self.count.setText(text if shown else _("There are none."))
        self._show_abilities()

    @Slot()
    def _show_abilities(self) -> None:
        ruling = self.table.current()
        self.withdraw.setEnabled(ruling is not None and ruling.made.withdrawn is None)
        self.to_post.setEnabled(ruling is not None and ruling.post is not None)

    @Slot()
    def _on_post(self) -> None:
        ruling: Ruling | None = self.table.current()
        if ruling is not None and ruling.post is not None:
            self.jumpRequested.emit(ruling.post.id)
            self.accept()

    @Slot()
    def _on_withdraw(self) -> None:
        ruling = self.table.current()
        if ruling is not None and take_back(self._desk, ruling, self):
            self.table.setFocus()  # before the button goes off: then the keyboard would go to the next one
            self._show()
