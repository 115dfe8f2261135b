"""What the colours and signs of the year mean: samples drawn as the days are, each with its words."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from smcal.words import N_, _
from smcal_ui.calendar.signs import HATCH_INK, DayPainter, Look, Mark
from smcal_ui.theme import CAPTION
from smcal_ui.widgets.shade import theme_of

SAMPLE = (22, 18)
LINE, GAP = 22, 16
TODAY, HATCH = "today", "hatch"
SAMPLES: tuple[tuple[Look | str, str], ...] = (
    (Look("closed", "quiet"), N_("day off")),
    (Look("bad.soft", "bad", True), N_("public holiday")),
    (Look("bad.soft", "bad", False, Mark.MOVED), N_("moved day off")),
    (Look("", "text", True, Mark.WORKED), N_("worked weekend")),
    (Look("warn.soft", "warn", False, Mark.SHORT), N_("one hour shorter")),
    (Look("accent.soft", "accent", True, Mark.NONE, True), N_("special day off")),
    (Look("", "text", False, Mark.NONE, True), N_("special day")),
    (TODAY, N_("today")),
    (HATCH, N_("provisional: not decreed yet")),
)


class Legend(QWidget):
    """Samples in as many lines as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(_("Signs: {list}").format(list=", ".join(_(words) for _look, words in SAMPLES)))

    def hasHeightForWidth(self) -> bool:
        """Narrow legends are higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        return self._places(width)[-1].bottom() + 3

    def sizeHint(self) -> QSize:
        """Two lines in a roomy window."""
        return QSize(600, self.heightForWidth(max(self.width(), 600)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As high as the lines need."""
        self.setFixedHeight(self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Samples and words."""
        drawing = DayPainter(theme_of(self))
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for (look, words), place in zip(SAMPLES, self._places(self.width()), strict=True):
                _sample(painter, drawing, QRect(place.left(), place.top() + 2, *SAMPLE), look)
                drawing.text(painter, place.adjusted(SAMPLE[0] + 6, 0, 0, 0), _(words), "quiet", place=0)

    def _places(self, width: int) -> list[QRect]:
        metrics = QFontMetrics(theme_of(self).font(CAPTION))
        x = y = 0
        found = []
        for _look, words in SAMPLES:
            wide = SAMPLE[0] + 6 + metrics.horizontalAdvance(_(words)) + 2
            if x and x + wide > width:
                x, y = 0, y + LINE
            found.append(QRect(x, y, wide, LINE))
            x += wide + GAP
        return found


def _sample(painter: QPainter, drawing: DayPainter, place: QRect, look: Look | str) -> None:
    if look == HATCH:
        painter.fillRect(place, QBrush(drawing.theme.colour(HATCH_INK), Qt.BrushStyle.BDiagPattern))
    elif isinstance(look, Look):
        drawing.day(painter, place, look, "8")
    else:
        drawing.day(painter, place, Look("", "accent", True), "8")
        drawing.ring(painter, place, "accent", 1.5)
