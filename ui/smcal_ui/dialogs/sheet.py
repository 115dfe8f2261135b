"""A week on paper: a row for each page, a column for each day, every title whole, as many sheets as it takes."""

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtPrintSupport import QPrinter

from smcal.layout.board import Card, DayColumn, PageRow, WeekBoard
from smcal.words import _, begun_small, ngettext
from smcal_ui.dates import LocaleDates
from smcal_ui.names import network_name, state_name

INK, QUIET, LINE, CLOSED = QColor("#1d2430"), QColor("#5d6779"), QColor("#c9ced8"), QColor("#f1f3f6")
HEAD, TEXT, SMALL = 13.0, 8.0, 6.5  # points
SCALES = (1.0, 0.92, 0.85)
HEAD_SHARE = 0.13  # of the width, for the names of pages
WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class Run:
    """A piece of text in one font and colour."""

    def __init__(self, text: str, size: float = TEXT, bold: bool = False, quiet: bool = False) -> None:
        self.text, self.size, self.bold, self.quiet = text, size, bold, quiet


class WeekSheet(QObject):
    """Paints a board onto a printer; asked again for each preview."""

    def __init__(self, board: WeekBoard, dates: LocaleDates, library: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board, self._dates, self._library = board, dates, library

    def paint(self, printer: QPrinter) -> int:
        """Paint the week and return how many sheets it took."""
        painter = QPainter(printer)
        try:
            return _Painting(painter, printer, self._dates).run(self._board, self._library)
        finally:
            painter.end()


class _Painting:
    """One painting: knows the paper, and how far down it is."""

    def __init__(self, painter: QPainter, printer: QPrinter, dates: LocaleDates) -> None:
        self._painter, self._printer, self._dates = painter, printer, dates
        area = printer.pageRect(QPrinter.Unit.DevicePixel)
        self._width, self._height = area.width(), area.height()
        self._unit = printer.resolution() / 72  # device pixels of a point
        self._pad = 3 * self._unit
        first = self._width * HEAD_SHARE
        rest = (self._width - first) / 7
        self._edges = [0.0, *(first + rest * n for n in range(8))]
        self._scale = SCALES[0]
        self._y = 0.0
        self._sheet = 1

    def run(self, board: WeekBoard, library: str) -> int:
        title = [Run(self._dates.week_title(board.week), HEAD, bold=True), Run(library, TEXT, quiet=True)]
        heads = [[], *(self._day(day) for day in board.days)]
        rows = [
            [self._page(row), *([run for card in cell for run in self._card(card)] for cell in row.cells)]
            for row in board.rows
        ]
        self._choose_scale(title, [heads, *rows])
        self._y = self._write(title, QRectF(0, 0, self._width, self._height)) + self._pad
        self._band(heads, board.days)
        for cells in rows:
            if self._y + self._tall(cells) > self._height:
                self._printer.newPage()
                self._sheet += 1
                self._y = 0.0
                self._band(heads, board.days)
            self._band(cells, board.days)
        return self._sheet

    def _choose_scale(self, title: list[Run], bands: list[list[list[Run]]]) -> None:
        """The largest type with which one sheet is enough; where none is, the usual one on several."""
        for scale in SCALES:
            self._scale = scale
            tall = sum(self._measure(run, self._width) for run in title) + self._pad
            if tall + sum(self._tall(cells) for cells in bands) <= self._height:
                return
        self._scale = SCALES[0]

    def _day(self, day: DayColumn) -> list[Run]:
        runs = [Run(self._dates.day(day.date), TEXT, bold=True)]
        if day.name:
            runs.append(Run(day.name, SMALL, quiet=True))
        elif day.closed:
            runs.append(Run(_("day off"), SMALL, quiet=True))
        return runs + [Run(note, SMALL) for note in day.notes]

    def _page(self, row: PageRow) -> list[Run]:
        count, least, most = row.gauge.count, row.gauge.minimum, row.gauge.maximum
        norm = (
            _("{n} of {least}–{most}").format(n=count, least=least, most=most)
            if most is not None
            else (ngettext("{n} post", "{n} posts", count).format(n=count))
        )
        network = Run(network_name(row.page.network), SMALL, quiet=True)
        return [Run(row.page.title or row.branch, TEXT, bold=True), network, Run(norm, SMALL)]

    def _card(self, card: Card) -> list[Run]:
        time = self._dates.time(card.time) if card.time else ""
        head = " · ".join(filter(None, (time, card.topic_name, begun_small(state_name(card.state)))))
        runs = [Run(head, SMALL, quiet=True), Run(card.title or _("Untitled post"), TEXT)]
        if card.badges:
            runs.append(Run("! " + ", ".join(badge.text for badge in card.badges), SMALL, bold=True))
        return [*runs, Run("", SMALL / 3)]

    def _band(self, cells: list[list[Run]], days: tuple[DayColumn, ...]) -> None:
        """One row of the table: a head and seven cells, as high as the highest of them."""
        height = self._tall(cells)
        for number, runs in enumerate(cells):
            box = QRectF(self._edges[number], self._y, self._edges[number + 1] - self._edges[number], height)
            if number and days[number - 1].closed:
                self._painter.fillRect(box, CLOSED)
            self._painter.setPen(QPen(LINE, self._unit * 0.5))
            self._painter.drawRect(box)
            self._write(runs, box.adjusted(self._pad, self._pad, -self._pad, 0))
        self._y += height

    def _tall(self, cells: list[list[Run]]) -> float:
        widths = [self._edges[n + 1] - self._edges[n] - 2 * self._pad for n in range(len(cells))]
        tallest = max(sum(self._measure(run, width) for run in runs) for runs, width in zip(cells, widths, strict=True))
        return min(tallest + 2 * self._pad, self._height)

    def _write(self, runs: list[Run], box: QRectF) -> float:
        y = box.top()
        for run in runs:
            tall = self._measure(run, box.width())
            self._painter.setPen(QUIET if run.quiet else INK)
            self._painter.drawText(QRectF(box.left(), y, box.width(), tall), WRAP, run.text)
            y += tall
        return y

    def _measure(self, run: Run, width: float) -> float:
        font = QFont(self._painter.font())
        font.setPointSizeF(run.size * self._scale)
        font.setBold(run.bold)
        self._painter.setFont(font)
        if not run.text:
            return run.size * self._scale * self._unit
        return self._painter.boundingRect(QRectF(0, 0, width, 1e6), WRAP, run.text).height()
