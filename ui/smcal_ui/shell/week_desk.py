"""The week at work: the planner, the tray, the mini-month and the findings, fed from the desk."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from smcal.layout.board import Card, WeekBoard
from smcal.layout.walk import Placement
from smcal.layout.week import finding_badges, make_card, week_board
from smcal.model import Period, Plan, Post
from smcal.model.period import week_of
from smcal.regulation import Finding, Pack
from smcal.store.changes import Area, ChangeSet
from smcal.words import _, spoken
from smcal_ui.desk import Desk
from smcal_ui.names import page_name
from smcal_ui.planner.drop import Verdict
from smcal_ui.shell.findings_lines import Line, finding_lines
from smcal_ui.shell.sayings import Sayings

if TYPE_CHECKING:
    from smcal.planning.preview import MovePreview
    from smcal_ui.shell.followed import Followed

WATCHED = frozenset(Area) - {Area.MEDIA, Area.VERDICTS, Area.SUBMITTED_POSTS}


IDLE = 80
"""Milliseconds after which nobody waits for anything, and the neighbouring weeks are prepared."""

BREATH = 10
"""Milliseconds between two such pieces of work: mouse and keys go first."""

NEAR = dt.timedelta(weeks=3)
"""So far beyond the neighbouring weeks the posts are read ahead."""


class Prepared(NamedTuple):
    """A week ready to be shown, as of a day and its horizon."""

    board: WeekBoard
    lines: list[Line]
    moment: tuple[dt.date, dt.date | None]


class WeekDesk(QObject):
    """What the week's widgets show and ask for. They are handed values; their wishes become units of work."""

    boardChanged = Signal(object)  # WeekBoard
    trayChanged = Signal(object)  # list[Card]
    linesChanged = Signal(object)  # list[Line]: the findings of the week
    prepared = Signal(object)  # Prepared: a week that may be shown next; whoever shows it can lay it out now
    moved = Signal(list, bool)  # posts as they are now, whether they are copies
    calm = Signal()  # nobody waits: whoever looks further ahead than the week may look now

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.week = week_of(desk.today)
        self.board: WeekBoard | None = None
        self._kept: dict[Period, Prepared] = {}
        self._followed: Followed | None = None
        self._sentence, self._badge = Sayings(desk.sentence), Sayings(desk.badge)
        self._told: set[Period] = set()  # prepared and announced since the shown week came
        self._tray: list[Card] | None = None
        self._names: dict[str, str] | None = None  # of pages
        self._drag: tuple[tuple[str, ...], bool, MovePreview] | None = None
        self._reload = QTimer(self, singleShot=True, interval=0)
        self._ahead = QTimer(self, singleShot=True)
        self._minute = QTimer(self, interval=60_000)
        self._connect()

    def show_week(self, day: dt.date) -> None:
        """Show the week that holds a day, now."""
        self.week = week_of(day)
        self.refresh()

    def glance(self, day: dt.date) -> None:
        """Show the cards of a week straight from the file; `refresh` then adds what the regulation says.

        So the first paint of a start waits for one week and not for the quarter that coverage is counted in.
        """
        self.week = week_of(day)
        pack = self._desk.workspace.pack()
        with self._desk.read() as reader:
            plan = reader.plan(self.week)
        self.board = self._board(plan, msgspec.structs.replace(pack, coverage=None), self.week, [])
        self.boardChanged.emit(self.board)
        self._show_tray()

    @Slot()
    def refresh(self) -> None:
        """Ask the plan again and tell the widgets."""
        self._reload.stop()
        self._drag = None
        self._told.clear()
        shown = self._prepared(self.week)
        self.board = shown.board
        self.boardChanged.emit(shown.board)
        self._show_tray()
        self.linesChanged.emit(shown.lines)
        self._ahead.start(IDLE)

    def _prepared(self, week: Period) -> Prepared:
        """A week as it is to be shown; kept while nothing changes and the horizon stands where it stood."""
        kept, moment = self._kept.get(week), self._moment()
        if kept is None or kept.moment != moment:
            scope = self._desk.scope(week)
            findings = self.followed.findings(scope)
            kept = Prepared(self._board(scope.plan, scope.pack, week, findings), self._lines(week, findings), moment)
            self._kept[week] = kept
        return kept

    @property
    def followed(self) -> "Followed":
        """The findings of the weeks that are kept. Made when first asked for: the first paint knows of none."""
        if self._followed is None:
            from smcal_ui.shell.followed import Followed  # brings all checks: after the first paint

            self._followed = Followed(self._desk.book.page_of)
        return self._followed

    def _moment(self) -> tuple[dt.date, dt.date | None]:
        """Today, and the horizon where the regulation has one."""
        workspace, now = self._desk.workspace, self._desk.now
        return now.date(), workspace.worktime().horizon(now) if workspace.pack().submission else None

    def _board(self, plan: Plan, pack: Pack, week: Period, findings: list[Finding]) -> WeekBoard:
        with self._desk.read() as reader:
            notes = reader.day_notes(week)
            branches = {branch.id: branch.name for branch in reader.branches()}
        today, horizon = self._moment()
        return week_board(
            plan,
            pack,
            week,
            self._desk.workspace.worktime().day,
            today=today,
            horizon=horizon,
            badges=finding_badges(findings, self._badge),
            notes=notes,
            branches=branches,
            language=spoken().language,
        )

    def _lines(self, week: Period, findings: list[Finding]) -> list[Line]:
        posts = {post.id: post for post in self._desk.book.posts(week)}
        return finding_lines(findings, self._page_names(), posts, self._sentence, self._desk.today)

    def _page_names(self) -> dict[str, str]:
        if self._names is None:
            with self._desk.read() as reader:
                branches = {branch.id: branch for branch in reader.branches()}
            self._names = {page.id: page_name(page, branches) for page in self._desk.book.pages}
        return self._names

    def _show_tray(self) -> None:
        """The tray is the same in every week: it is read again only after a change."""
        if self._tray is None:
            topics = {t.id: t.short.within(spoken().language) for t in self._desk.workspace.pack().topics}
            with self._desk.read() as reader:
                self._tray = [make_card(post, topics) for post in reader.tray()]
            self.trayChanged.emit(self._tray)

    def _forget(self) -> None:
        self._kept.clear()
        self._tray = self._names = None

    @property
    def checked(self) -> bool:
        """Whether what is shown is the whole week, with what the regulation says."""
        return self.week in self._kept

    def is_free(self, day: dt.date) -> bool:
        """Whether a day is off by the calendar."""
        return not self._desk.workspace.worktime().is_working(day)

    def busy_days(self, period: Period) -> list[dt.date]:
        """The days of a period that have posts."""
        return self._desk.book.busy_days(period)

    # wishes of the widgets

    def preview(self, ids: Sequence[str], page_id: str | None, date: dt.date | None, copy: bool) -> Verdict:
        """What dropping posts there would do, in few words; quick enough for every move of the mouse."""
        key = (tuple(ids), copy)
        if self._drag is None or self._drag[:2] != key or (date and date not in self._drag[2].scope.period):
            around = week_of(date) if date else self.week
            self._drag = (*key, self._desk.drag(self._posts(ids), copy, around=around))
        from smcal_ui.shell.verdicts import verdict_on  # after the first paint

        def say(finding: Finding) -> str:
            elsewhere = page_id is not None and finding.page_id != page_id
            words = self._desk.badge(finding)
            return f"{self._page_names()[finding.page_id]}: {words}" if elsewhere else words

        return verdict_on(self._drag[2].at(page_id, date), say)

    @Slot(object, object, object, bool)
    def move(self, ids: Sequence[str], page_id: str | None, date: dt.date | None, copy: bool) -> None:
        """Move or copy posts to a day of a page, or to the tray."""
        from smcal.planning import move  # after the first paint

        today = self._desk.today
        if copy:
            posts = self._desk.do(_("Copy posts"), lambda work: move.copy(work, ids, page_id, date, today=today))
        else:
            posts = self._desk.do(_("Move posts"), lambda work: move.move(work, ids, page_id, date, today=today))
        if posts:
            self.moved.emit(posts, copy)

    @Slot(list)
    def place(self, placements: list[Placement]) -> None:
        """Put every post where it is told, as one step."""
        from smcal.planning import move  # after the first paint

        today = self._desk.today
        self._desk.do(
            _("Move posts"),
            lambda work: [move.move(work, [p.post_id], p.page_id, p.date, today=today) for p in placements],
        )

    def _posts(self, ids: Sequence[str]) -> list[Post]:
        found = [self._desk.post(post_id) for post_id in ids]
        return [post for post in found if post is not None]

    def _connect(self) -> None:
        self._desk.changed.connect(self._on_changed)
        self._desk.renewed.connect(self._on_renewed)
        self._reload.timeout.connect(self.refresh)
        self._ahead.timeout.connect(self._prepare_ahead)
        self._minute.timeout.connect(self._on_minute)
        self._minute.start()

    @Slot(object)
    def _on_changed(self, changes: ChangeSet) -> None:
        if self._followed is not None:
            self._followed.take(changes)
        if any(change.area in WATCHED for change in changes.changes):
            self._forget()
            self._reload.start()

    @Slot()
    def _on_renewed(self) -> None:
        if self._followed is not None:
            self._followed.forget()
        self._forget()
        self._reload.start()

    @Slot()
    def _prepare_ahead(self) -> None:
        """Prepare the week after and the week before while nobody waits, one at a time."""
        near = [week_of(self.week.first + dt.timedelta(7 * step)) for step in (1, -1)]
        self._kept = {week: kept for week, kept in self._kept.items() if week in (self.week, *near)}
        self.followed.keep((self.week, *near))
        waiting = [week for week in near if week not in self._told]
        if waiting:
            self._told.add(waiting[0])
            self.prepared.emit(self._prepared(waiting[0]))
            self._ahead.start(BREATH)
        else:
            self._desk.book.load(Period(near[1].first - NEAR, near[0].last + NEAR))
            self.calm.emit()

    @Slot()
    def _on_minute(self) -> None:
        """Time goes on: days pass, and the horizon moves."""
        shown = self._kept.get(self.week)
        if shown is None or shown.moment != self._moment():
            self.refresh()
        self.calm.emit()
