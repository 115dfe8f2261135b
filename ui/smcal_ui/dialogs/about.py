"""What this program is."""

from PySide6.QtWidgets import QWidget

from smcal import __version__
from smcal.words import _
from smcal_ui.dialogs.frame import Dialog
from smcal_ui.widgets.labels import PlainLabel


class AboutDialog(Dialog):
    """Name, version, purpose and licence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("smcal", parent, intro=_("The editorial calendar for public libraries"), size=(420, 0))
        lines = (
            _("Version {version}").format(version=__version__),
            _(
                "It plans posts, checks them against the regulation and makes the plan for the curator. "
                "A planned date never publishes anything by itself."
            ),
            _("Everything stays on this computer, in the file of your workspace."),
            _("Free software under the Apache License 2.0; made with Qt and Python."),
        )
        for line in lines:
            label = PlainLabel(line, wrap=True)
            label.setMinimumWidth(380)
            self.body.addWidget(label)
        self.add_buttons()
