"""The weeks of one page, painted; a proposed card can be chosen, and carried to another day."""

import datetime as dt
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from smcal.layout.board import Level
from smcal.model import Period, Post
from smcal.words import _, ngettext
from smcal_ui.dates import LocaleDates
from smcal_ui.planner.drag import DragController
from smcal_ui.proposal.drawing import WeekDrawing, about
from smcal_ui.proposal.places import TOP, Places, Shown
from smcal_ui.widgets.shade import theme_of

LEFT = Qt.MouseButton.LeftButton
SOME_MONDAY = dt.date(2026, 1, 5)


class WeekStrip(QWidget):
    """Weeks below each other, seven days side by side."""

    picked = Signal(str)  # id of a proposed post
    let_go = Signal()  # the mouse is done with a card, wherever it was dropped

    def __init__(self, dates: LocaleDates, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dates = dates
        self._days: dict[dt.date, list[Shown]] = {}
        self._period = Period(dt.date.min, dt.date.min)
        self._first = dt.date.min
        self._shorts: Mapping[int, str] = {}
        self._chosen = ""
        self._lit: tuple[dt.date, Level] | None = None
        self._drawing: WeekDrawing | None = None
        self._drags: DragController | None = None
        self._pressed: tuple[QPoint, Shown] | None = None
        self._places = Places((), {}, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Esc is for the card in hand
        self.setMouseTracking(True)

    def show_posts(self, period: Period, first: dt.date, posts: Sequence[Shown], shorts: Mapping[int, str]) -> None:
        """Show the weeks of a period with these posts; days before `first` cannot be planned any more."""
        self._period, self._first, self._shorts = period, first, shorts
        self._days = {}
        for shown in sorted(posts, key=lambda s: (s.post.time or dt.time.max, s.post.id)):
            if shown.post.date is not None:
                self._days.setdefault(shown.post.date, []).append(shown)
        self._lay_out(list(period.weeks()))
        self.setFixedHeight(self._places.height)
        self._speak(posts)
        self.update()

    def let_drag(self, drags: DragController) -> None:
        """Let proposed cards be carried."""
        self._drags = drags
        drags.ended.connect(self.let_go)

    def choose(self, post_id: str) -> QRect:
        """Ring a post, and say where it stands."""
        self._chosen = post_id
        self.update()
        found = (self.rect_of(shown.post) for row in self._days.values() for shown in row if shown.post.id == post_id)
        return next(found, QRect())

    def light(self, day: dt.date | None, level: Level | None) -> None:
        """Light up a day below a card in hand; None: no day."""
        self._lit = (day, level) if day is not None and level is not None else None
        self.update()

    def rect_of(self, post: Post) -> QRect:
        """Where the card of a post stands."""
        row = self._days.get(post.date, []) if post.date else []
        ids = [shown.post.id for shown in row]
        return self._places.card(post.date, ids.index(post.id)) if post.date and post.id in ids else QRect()

    def rect_of_day(self, day: dt.date) -> QRect:
        """Where a day stands."""
        return self._places.day(day)

    def day_at(self, pos: QPoint) -> dt.date | None:
        """The day at a point."""
        return self._places.day_at(pos)

    def sizeHint(self) -> QSize:
        """As high as its weeks."""
        return QSize(700, self._places.height if self._places.weeks else TOP)

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Names, days, cards."""
        theme, places = theme_of(self), self._places
        if self._drawing is None or self._drawing.theme is not theme:
            self._drawing = WeekDrawing(theme, self._dates)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for weekday in range(7):
                name = self._dates.weekday(SOME_MONDAY + dt.timedelta(weekday))
                self._drawing.weekday(painter, places.column(weekday, 0, 0), name)
            for number, week in enumerate(places.weeks):
                if places.tops[number] <= event.rect().bottom() and places.tops[number + 1] >= event.rect().top():
                    self._week(painter, self._drawing, number, week)

    def _week(self, painter: QPainter, drawing: WeekDrawing, number: int, week: Period) -> None:
        top, below = self._places.tops[number], self._places.tops[number + 1]
        for day in week.days():
            if day < self._first or day not in self._period:
                drawing.closed(painter, self._places.day(day))
        columns = [self._places.column(weekday, top, 0).left() for weekday in range(7)]
        drawing.lines(painter, QRect(0, top, self.width(), below - top), columns)
        if self._lit is not None and self._lit[0] in week:
            drawing.lit(painter, self._places.day(self._lit[0]), self._lit[1])
        for day in week.days():
            for index, shown in enumerate(self._days.get(day, ())):
                self._card(painter, drawing, self._places.card(day, index), shown)
        drawing.name(painter, top, week)

    def _card(self, painter: QPainter, drawing: WeekDrawing, rect: QRect, shown: Shown) -> None:
        text = about(shown.post, self._shorts)
        drawing.card(painter, rect, shown, text, chosen=shown.post.id == self._chosen)

    # events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a proposed post, and perhaps begin to carry it."""
        pos = event.position().toPoint()
        found = self._places.card_at(pos)
        if event.button() == LEFT and found is not None and found.proposed:
            self._pressed = pos, found
            self.picked.emit(found.post.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry a card once the pointer went far enough; over one, a hand says that it can be carried."""
        pos = event.position().toPoint()
        if self._drags is not None and self._drags.active:
            self._drags.move(event.globalPosition().toPoint(), copy=False)
        elif self._pressed is not None:
            if (pos - self._pressed[0]).manhattanLength() >= QApplication.startDragDistance():
                self._begin(event)
        else:
            found = self._places.card_at(pos)
            proposed = found is not None and found.proposed and self._drags is not None
            self.setCursor(Qt.CursorShape.OpenHandCursor if proposed else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if self._drags is not None and self._drags.active:
            self._drags.move(event.globalPosition().toPoint(), copy=False)
            self._drags.drop()
        elif self._pressed is not None:
            self.let_go.emit()
        self._pressed = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Days are wider or narrower now."""
        super().resizeEvent(event)
        self._lay_out(self._places.weeks)

    def _begin(self, event: QMouseEvent) -> None:
        if self._drags is None or self._pressed is None:
            return
        pos, shown = self._pressed
        rect = self.rect_of(shown.post)
        self._pressed = None
        if not rect.isEmpty():
            picture = QPixmap(self.grab(rect))
            where = event.globalPosition().toPoint()
            self._drags.start(self, [shown.post.id], picture, pos - rect.topLeft(), where, copy=False)

    def _lay_out(self, weeks: Sequence[Period]) -> None:
        self._places = Places(weeks, self._days, self.width())

    def _speak(self, posts: Sequence[Shown]) -> None:
        there, proposed = sum(not s.proposed for s in posts), sum(s.proposed and s.ticked for s in posts)
        text = ngettext("{n} post planned already", "{n} posts planned already", there).format(n=there)
        more = ngettext("{n} proposed", "{n} proposed", proposed).format(n=proposed)
        self.setAccessibleName(_("{first}, {second}").format(first=text, second=more))
