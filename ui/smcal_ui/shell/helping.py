"""What helps on: why something is so, and what mends it. Both are loaded when somebody asks."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Slot
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from smcal.layout.board import Spot
from smcal.model.period import week_of
from smcal.regulation import Finding
from smcal.words import _
from smcal_ui.shell.findings_lines import is_checklist

if TYPE_CHECKING:
    from smcal.planning.fixes import Offer
    from smcal.planning.why import Story
    from smcal_ui.main_window import MainWindow
    from smcal_ui.shell.here import Here
    from smcal_ui.why.panel import WhyPanel
    from smcal_ui.why.stories import Stories

DAY, GAUGE, COVERAGE = "day", "gauge", "coverage"


class Helping(QObject):
    """Opens explanations and menus of fixes over a window, where somebody asks for them."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.panel: WhyPanel | None = None
        self._here: tuple[Here | None, int] = (None, 0)  # what Shift+F1 tells, and which of it is open
        window.desk.changed.connect(self._on_changed)

    # why?

    @Slot(object, QRect)
    def why_findings(self, findings: Sequence[Finding], near: QRect) -> None:
        """Why these findings of one line are told."""
        self._tell(self.stories().findings(findings), near)

    def why_post(self, post_id: str, near: QRect) -> None:
        """Why a post is to be handed in by then."""
        post = self._window.desk.post(post_id)
        story = self.stories().deadline(post) if post is not None else None
        if story is not None:
            self._tell(story, near)

    @Slot(str, str, QRect)
    def why_badge(self, post_id: str, text: str, near: QRect) -> None:
        """Why a card has a badge."""
        findings = self.of_post(post_id)
        named = [finding for finding in findings if self._window.desk.badge(finding) == text]
        post = self._window.desk.post(post_id)
        if named:
            self.why_findings(named[:1], near)
        elif post is not None and post.page_id is not None and post.date is not None:
            self.why_head(GAUGE, post.page_id, post.date, near)  # the week's eighth post

    @Slot(str, object, object, QRect)
    def why_head(self, what: str, page_id: str | None, date: dt.date, near: QRect) -> None:
        """Why the head of a day, a gauge or the topics of a page say what they say."""
        stories = self.stories()
        if page_id is None:
            self._tell(stories.day(date, urgent_only=self._is_urgent_only(date)), near)
        elif what == GAUGE:
            self._tell(stories.gauge(page_id, date), near)
        else:
            self._tell(stories.coverage(page_id, date), near)

    def why_here(self) -> None:
        """Why what has the keyboard is as it is; asked again, what else there is to explain about it."""
        from smcal_ui.shell.here import explained_here  # when somebody asks

        window = self._window
        held = window.focusWidget()
        if self.panel is not None and held is not None and self.panel.isAncestorOf(held):
            self.why_next()
            return
        here = explained_here(window)
        if here is None:
            window.say(_("Go to a post, a day or a finding first: then the reason is shown."))
        else:
            self._tell_one(here, 0)

    @Slot()
    def why_next(self) -> None:
        """The next explanation of the same place; after the last one the keyboard goes back."""
        here, number = self._here
        if self.panel is not None:
            self.panel.close_and_return()
        if here is not None and number + 1 < len(here.tellings):
            self._tell_one(here, number + 1)

    @Slot(QRect)
    def why_in_inspector(self, near: QRect) -> None:
        """Why the post in the inspector is to be handed in by then."""
        if self._window.inspector.post is not None:
            self.why_post(self._window.inspector.post.id, near)

    # what mends it

    def fixes_here(self) -> None:
        """What mends what has the keyboard: a line of the findings, or a post."""
        window, line = self._window, self._line_here()
        if line is not None:
            near = window.findings.current_rect()
            self.show_fixes(line, near)
            return
        ids = window.selected()
        findings = self.of_post(ids[0]) if len(ids) == 1 else []
        if not findings:
            window.say(_("There is nothing to mend here."))
            return
        self.show_fixes(findings, self.post_rect(ids[0]))

    @Slot(object, QRect)
    def show_fixes(self, findings: Sequence[Finding], near: QRect) -> None:
        """The menu of fixes below a rectangle of the screen; Enter takes the first one."""
        menu = self.fixes_menu(findings, near)
        menu.setActiveAction(menu.actions()[0])
        menu.exec(near.bottomLeft())

    @Slot(object, QRect, QPoint)
    def show_menu(self, findings: Sequence[Finding], near: QRect, where: QPoint) -> None:
        """The menu of a line of the findings: fixes, why, and the way to its post."""
        menu = self.fixes_menu(findings, near)
        menu.addSeparator()
        menu.addAction(_("Why?"), partial(self.why_findings, findings, near))
        menu.addAction(_("Go there"), partial(self._window.findings.jumpRequested.emit, findings[0]))
        menu.exec(where)

    def fixes_menu(self, findings: Sequence[Finding], near: QRect) -> QMenu:
        """The offers for findings as a menu; the checklist has its own place."""
        menu = QMenu(self._window)
        if is_checklist(findings[0]):
            first = findings[0]
            open_list = partial(self._window.library_commands.checklist, first.page_id, first.args["first"])
            menu.addAction(_("Open the checklist…"), open_list)
            return menu
        self.add_fixes(menu, findings, near)
        return menu

    def add_fixes(self, menu: QMenu, findings: Sequence[Finding], near: QRect) -> None:
        """Put the offers for findings into a menu."""
        from smcal_ui.fixes.menu import add_offers  # when somebody asks
        from smcal_ui.fixes.offering import offers_for

        offers = offers_for(self._window.desk, findings, self._window.week.week.first)
        add_offers(menu, offers, partial(self._take, near, self._keep_place()))

    def has_deadline(self, post_id: str) -> bool:
        """Whether there is something to say about by when a post is to be handed in."""
        post = self._window.desk.post(post_id)
        return post is not None and post.date is not None

    def post_rect(self, post_id: str) -> QRect:
        """A post on the screen: its card, else the inspector."""
        view = self._window.view
        board = view.board()
        spot = board.find(post_id) if board is not None else None
        return view.on_screen(view.rect_of(spot)) if spot is not None else on_screen(self._window.inspector)

    def cell_rect(self, page_id: str, date: dt.date) -> QRect:
        """A cell of the shown week on the screen."""
        view = self._window.view
        board = view.board()
        assert board is not None  # cells are asked about where a week is shown
        return view.on_screen(view.rect_of(Spot(board.row_of(page_id) or 0, board.column_of(date) or 0)))

    def _keep_place(self) -> Callable[[], None]:
        """Whoever asked in the list goes on there; whoever asked in the inspector goes on with the post."""
        window, held = self._window, QApplication.focusWidget()
        if held is not None and window.inspector.isAncestorOf(held):
            return self._to_post
        return window.findings.keep_place()

    @Slot()
    def _to_post(self) -> None:
        """To the next remark of the post; where there is none to its card, which comes into view."""
        window, ids, board = self._window, self._window.selected(), self._window.view.board()
        spot = board.find(ids[0]) if board is not None and len(ids) == 1 else None
        if spot is not None:
            window.view.focus_on(spot)
        if not window.inspector.focus_remark():
            window.to_calendar()

    def _take(self, near: QRect, back: Callable[[], None], finding: Finding, offer: "Offer") -> None:
        from smcal_ui.fixes.fixer import take

        def done() -> None:
            self._window.week.refresh()
            back()

        take(self._window, finding, offer, near, done)

    # inside

    def _tell_one(self, here: "Here", number: int) -> None:
        count = len(here.tellings)
        follows = _("Next ({n} of {total})").format(n=number + 2, total=count) if number + 1 < count else ""
        self._tell(here.tellings[number](), here.near, follows)
        self._here = here, number

    def _tell(self, story: "Story", near: QRect, follows: str = "") -> None:
        from smcal_ui.why.panel import WhyPanel

        if self.panel is not None:
            self.panel.close()
        self._here = None, 0
        self.panel = panel = WhyPanel(story, self._window, follows)
        panel.nextRequested.connect(self.why_next)
        panel.jumpRequested.connect(self._window.jump_to)
        panel.closed.connect(self._on_closed)
        panel.open_near(near)

    @Slot()
    def _on_changed(self) -> None:
        """What was counted may be another number now."""
        if self.panel is not None:
            self.panel.close_and_return()

    @Slot()
    def _on_closed(self) -> None:
        if self.sender() is self.panel:
            self.panel = None

    def stories(self) -> "Stories":
        """What explains, in the language of the window."""
        from smcal_ui.why.stories import Stories

        return Stories(self._window.desk)

    def _line_here(self) -> tuple[Finding, ...] | None:
        """The findings of the line that has the keyboard."""
        held = self._window.focusWidget()
        return self._window.findings.current() if held is self._window.findings.table else None

    def of_post(self, post_id: str) -> list[Finding]:
        """What is found about a post, what blocks first."""
        lines, week = self._window.findings.lines, self._window.week.week
        post = self._window.desk.post(post_id)
        if post is not None and post.date is not None and post.date not in week:
            return [one for one in self._window.desk.findings(week_of(post.date)) if one.post_id == post_id]
        return [finding for line in lines for finding in line.all if finding.post_id == post_id]

    def _is_urgent_only(self, date: dt.date) -> bool:
        board = self._window.view.board()
        return board is not None and any(day.urgent_only for day in board.days if day.date == date)


def on_screen(widget: QWidget) -> QRect:
    """A widget on the screen."""
    return QRect(widget.mapToGlobal(QPoint()), widget.size())
