"""Print a week: preview, printer or PDF; dark ink on white paper whatever the window looks like."""

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from smcal.layout.board import WeekBoard
from smcal.words import _
from smcal_ui.desk import Desk
from smcal_ui.dialogs.sheet import WeekSheet

MARGIN = 10.0  # millimetres


class WeekPreview(QPrintPreviewDialog):
    """How a week comes out on paper; it is printed from here. Owns its printer and what is painted."""

    def __init__(self, board: WeekBoard, desk: Desk, parent: QWidget | None = None) -> None:
        self._printer = _landscape_printer()
        self._printer.setDocName(_("Week {week}").format(week=board.week.first.isoformat()))
        super().__init__(self._printer, parent)
        self.setWindowTitle(_("Print the week"))
        self.resize(1000, 720)
        self._sheet = WeekSheet(board, desk.dates, desk.workspace.settings().library, parent=self)
        self.paintRequested.connect(self._sheet.paint)


def print_week(board: WeekBoard, desk: Desk, parent: QWidget | None = None) -> None:
    """Show how a week comes out on paper, and print it from there."""
    dialog = preview_of(board, desk, parent)
    dialog.exec()
    dialog.deleteLater()


def preview_of(board: WeekBoard, desk: Desk, parent: QWidget | None = None) -> WeekPreview:
    """The preview, not yet shown."""
    return WeekPreview(board, desk, parent)


def _landscape_printer() -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Landscape,
            QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN),
            QPageLayout.Unit.Millimeter,
        )
    )
    return printer
