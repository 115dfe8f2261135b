"""The heads of the week: days above, pages at the left. They stay while the grid scrolls."""

import math
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from smcal.layout.board import Coverage, DayColumn, Gauge, Level, PageRow
from smcal.words import _
from smcal_ui.dates import LocaleDates
from smcal_ui.names import network_name
from smcal_ui.planner.cards import drawn
from smcal_ui.planner.painter import day_state, hours, short_hours
from smcal_ui.planner.texts import Fitter
from smcal_ui.theme import CAPTION, HEADING, TEXT, Theme

HEAD = 52
NOTES = 28
PAD = 10
GAUGE_PARTS = 14
KEPT = 2000


class HeadPainter:
    """Paints heads of days, the row of notes, and heads of pages."""

    def __init__(self, theme: Theme, dates: LocaleDates, compact: bool) -> None:
        self.theme = theme
        self.dates = dates
        self.compact = compact
        self.caption = Fitter(theme.font(CAPTION))
        self.caption_bold = Fitter(theme.font(CAPTION, 600))
        self.text = Fitter(theme.font(TEXT))
        self.bold = Fitter(theme.font(TEXT, 600))
        self._texts: dict[tuple[object, ...], QPixmap] = {}
        self._gauges: dict[tuple[object, ...], QPixmap] = {}
        self.number = Fitter(theme.font(HEADING, 600))

    def hours_fit(self, days: Iterable[DayColumn], width: int) -> bool:
        """Whether the hours of all these days have room in full: one row says them in one way."""
        room = width - PAD - 6
        return all(self.caption.width(hours(day)) <= room for day in days if day_state(day) == hours(day))

    def day(self, painter: QPainter, day: DayColumn, rect: QRect, short: bool = False) -> None:
        """The head of one day; its ground is painted already. `short`: hours are said in few letters."""
        colour = self.theme.colour
        quiet, text = (colour("faint"), colour("faint")) if day.past else (colour("quiet"), colour("text"))
        x, base = rect.left() + PAD, rect.top() + 26
        weekday = self.dates.weekday(day.date)
        self._say(painter, self.text, x, base, weekday, quiet)
        x += math.ceil(self.text.width(weekday)) + 5
        number = str(day.date.day)
        wide = math.ceil(self.number.width(number))
        if day.today:
            pill = QRectF(x, base - 18, wide + 12, 24)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent"))
            painter.drawRoundedRect(pill, 8, 8)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            x += 6
        self._say(painter, self.number, x, base, number, colour("on_accent") if day.today else text)
        x += wide + (12 if day.today else 5)
        month = self.dates.month_short(day.date)
        if x + self.text.width(month) < rect.right() - 2:
            self._say(painter, self.text, x, base, month, text)
        state = day_state(day)
        if short and state == hours(day):
            state = short_hours(day)
        both = f"{_('today')} · {state}" if state else _("today")
        if day.today and self.caption.width(both) < rect.width() - PAD - 6:
            state = both
        elif day.urgent_only and self.caption.width(state) > rect.width() - PAD - 6:
            state = _("urgent posts")
        tone = colour("warn") if day.urgent_only else quiet
        state = self.caption.one(state, rect.width() - PAD - 6)
        self._say(painter, self.caption, rect.left() + PAD, base + 16, state, tone)

    def notes(self, painter: QPainter, day: DayColumn, rect: QRect) -> None:
        """What is noted on a day; the name of a holiday stands here when its head has other news."""
        texts = list(day.notes)
        if day.name and day_state(day) != day.name:
            texts.insert(0, day.name)
        if texts:
            line = self.caption.one(" · ".join(texts), rect.width() - PAD - 6)
            self._say(painter, self.caption, rect.left() + PAD, rect.top() + 18, line, self.theme.colour("quiet"))

    def notes_title(self, painter: QPainter, rect: QRect) -> None:
        """The head of the row of notes."""
        self._say(
            painter, self.caption, rect.left() + PAD, rect.top() + 18, _("Notes and dates"), self.theme.colour("quiet")
        )

    def page(self, painter: QPainter, row: PageRow, rect: QRect) -> None:
        """The head of one page: title, network, gauge, coverage."""
        colour = self.theme.colour
        x, y, width = rect.left() + PAD, rect.top(), rect.width() - 2 * PAD
        network = network_name(row.page.network)
        if self.compact:
            self._say(painter, self.bold, x, y + 19, self.bold.one(row.page.title, width), colour("text"))
            self._gauge(painter, row.gauge, QRect(x, y + 42, width, 4))
            count = self._count(painter, row.gauge, x, y + 35)
            self._right(painter, network, x + width, y + 35, width - count - 8)
        else:
            title = self.bold.two(row.page.title, width)
            self._say(painter, self.bold, x, y + 25, title[0], colour("text"))
            if title[1]:
                self._say(painter, self.bold, x, y + 42, title[1], colour("text"))
                y += 17
            self._say(painter, self.text, x, y + 43, self.text.one(network, width), colour("quiet"))
            self._gauge(painter, row.gauge, QRect(x, y + 54, width, 6))
            self._count(painter, row.gauge, x, y + 76)
            if row.coverage.wanted:
                self._right(painter, self.topics(row, width), x + width, y + 76, width)

    def topics(self, row: PageRow, width: int) -> str:
        """Topics met of those wanted; in a narrow head, beside the count of posts, the figures alone."""
        text = coverage_text(row.coverage)
        room = width - self.caption_bold.width(gauge_text(row.gauge)) - 6
        return text if self.caption.width(text) <= room else f"{row.coverage.met}/{row.coverage.wanted}"

    def _count(self, painter: QPainter, gauge: Gauge, x: int, y: int) -> int:
        text = gauge_text(gauge)
        self._say(painter, self.caption_bold, x, y, text, self._tone(gauge.level))
        return math.ceil(self.caption_bold.width(text))

    def _right(self, painter: QPainter, text: str, right: int, y: int, width: int) -> None:
        text = self.caption.one(text, width)
        self._say(
            painter, self.caption, right - math.ceil(self.caption.width(text)), y, text, self.theme.colour("quiet")
        )

    def _gauge(self, painter: QPainter, gauge: Gauge, rect: QRect) -> None:
        if gauge.maximum is None:
            return
        dpr = painter.device().devicePixelRatio()
        key = (gauge, rect.size().toTuple(), dpr)
        found = self._gauges.get(key)
        if found is None:
            found = self._gauges[key] = drawn(
                rect.width(), rect.height(), dpr, lambda p: self._draw_gauge(p, gauge, rect.width(), rect.height())
            )
        painter.drawPixmap(rect.topLeft(), found)

    def _draw_gauge(self, painter: QPainter, gauge: Gauge, width: int, height: int) -> None:
        parts = min(max(gauge.maximum or 0, gauge.count, 1), GAUGE_PARTS)
        space = 3 if parts < 12 else 2
        wide = (width - space * (parts - 1)) / parts
        painter.setPen(Qt.PenStyle.NoPen)
        for part in range(parts):
            painter.setBrush(self._tone(gauge.level) if part < gauge.count else self.theme.colour("gauge"))
            painter.drawRoundedRect(QRectF(part * (wide + space), 0, wide, height), height / 2, height / 2)

    def _tone(self, level: Level) -> QColor:
        return self.theme.colour("quiet" if level is Level.PLAIN else level)

    def _say(self, painter: QPainter, fitter: Fitter, x: int, base: int, text: str, colour: QColor) -> None:
        """Heads say much the same every week: each text is drawn once and kept."""
        dpr = painter.device().devicePixelRatio()
        key = (text, id(fitter), colour.rgba(), dpr)
        found = self._texts.get(key)
        if found is None:

            def draw(on: QPainter) -> None:
                on.setFont(fitter.font)
                on.setPen(colour)
                on.drawText(QPointF(0, round(fitter.ascent)), text)

            if len(self._texts) > KEPT:
                self._texts.clear()
            wide, high = math.ceil(fitter.width(text)) + 2, math.ceil(fitter.line) + 1
            found = self._texts[key] = drawn(wide, high, dpr, draw)
        painter.drawPixmap(x, base - round(fitter.ascent), found)


def gauge_text(gauge: Gauge) -> str:
    """The count against what is asked for, as in «4 из 2–7»."""
    if gauge.minimum is None or gauge.maximum is None:
        return str(gauge.count)
    return _("{count} of {min}–{max}").format(count=gauge.count, min=gauge.minimum, max=gauge.maximum)


def page_name(row: PageRow) -> str:
    """A page for people who listen: title and network."""
    return f"{row.page.title}, {network_name(row.page.network)}"


def part_of_day(rect: QRect) -> QRect:
    """Where the head of a day says what kind of day it is."""
    return QRect(rect.left() + PAD - 4, rect.top() + 29, rect.width() - 2 * PAD + 8, 19)


def part_of_page(heads: HeadPainter, row: PageRow, rect: QRect) -> list[tuple[str, QRect]]:
    """Where the head of a page shows its gauge, and its topics."""
    x, y, width = rect.left() + PAD, rect.top(), rect.width() - 2 * PAD
    if heads.compact:
        return [("gauge", QRect(x - 4, y + 24, width + 8, 24))]
    if heads.bold.two(row.page.title, width)[1]:
        y += 17
    parts = []
    if row.coverage.wanted:
        wide = math.ceil(heads.caption.width(heads.topics(row, width)))
        parts.append(("coverage", QRect(x + width - wide - 4, y + 63, wide + 8, 18)))
    return [*parts, ("gauge", QRect(x - 4, y + 50, width + 8, 31))]


def coverage_text(coverage: Coverage) -> str:
    """Topics met of those wanted, as in «темы 7/9»."""
    return _("topics {met}/{wanted}").format(met=coverage.met, wanted=coverage.wanted)
