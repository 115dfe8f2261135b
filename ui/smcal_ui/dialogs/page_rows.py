"""Pages typed line by line: network, title, link."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from smcal.model import Network
from smcal.words import _
from smcal_ui.dialogs.choices import networks
from smcal_ui.widgets.buttons import button

USUAL = (Network.VK, Network.TELEGRAM)


class PageRow(QWidget):
    """One page being typed."""

    def __init__(self, network: Network, title: str) -> None:
        super().__init__()
        self.network = QComboBox()
        self.network.setAccessibleName(_("Network"))
        for value, name in networks():
            self.network.addItem(name, value)
        self.network.setCurrentIndex(self.network.findData(network))
        self.title = QLineEdit(title)
        self.title.setAccessibleName(_("Title of the page"))
        self.link = QLineEdit(placeholderText="https://")
        self.link.setAccessibleName(_("Link to the page"))
        self.remove = button("×", flat=True)
        self.remove.setAccessibleName(_("Take this page out of the list"))
        self.remove.setToolTip(_("Take this page out of the list"))
        self.remove.setFixedWidth(32)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.network)
        row.addWidget(self.title, 3)
        row.addWidget(self.link, 3)
        row.addWidget(self.remove)

    def value(self) -> tuple[Network, str, str]:
        """Network, title and link."""
        return Network(self.network.currentData()), self.title.text().strip(), self.link.text().strip()


class PageRows(QWidget):
    """The pages of a branch, as many as are wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[PageRow] = []
        self._usual_title = ""
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.setSpacing(8)
        self._column.addStretch()
        inner = QWidget()
        inner.setLayout(self._column)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setMinimumHeight(128)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        self.add = button(_("&Add a page"))
        self.add.clicked.connect(self.add_row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll, 1)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._scroll = scroll

    def show_usual(self, title: str) -> None:
        """Propose the name of the branch as the title of pages; begin with one page of VK."""
        for row in self.rows:
            if row.title.text() == self._usual_title:
                row.title.setText(title)
        self._usual_title = title
        if not self.rows:
            self.add_row()

    def values(self) -> tuple[tuple[Network, str, str], ...]:
        """Every page in order."""
        return tuple(row.value() for row in self.rows)

    @Slot()
    def add_row(self) -> None:
        """One more line, with a network that is not there yet, and the cursor in it."""
        taken = {row.value()[0] for row in self.rows}
        network = next((n for n in (*USUAL, *Network) if n not in taken), Network.OTHER)
        row = PageRow(network, self._usual_title)
        row.remove.clicked.connect(self._on_remove)
        self.rows.append(row)
        self._column.insertWidget(self._column.count() - 1, row)
        row.title.setFocus()
        row.title.selectAll()
        self._scroll.widget().adjustSize()
        self._scroll.verticalScrollBar().setValue(self._scroll.verticalScrollBar().maximum())

    @Slot()
    def _on_remove(self) -> None:
        row = next(r for r in self.rows if r.remove is self.sender())
        self.rows.remove(row)
        row.setParent(None)
        row.deleteLater()
        self.add.setFocus()
