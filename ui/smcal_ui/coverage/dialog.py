"""The coverage view: a window of its own, so that the week and its inspector stay at hand."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from smcal.layout.coverage import Columns, CoverageBoard, coverage_board
from smcal.model import Page, Period, Post
from smcal.planning.why import Asked
from smcal.regulation.check import Voice
from smcal.words import _, spoken
from smcal_ui.coverage import making
from smcal_ui.coverage.beside import WIDTH, Beside
from smcal_ui.coverage.choosing import About, choices, cuts, stretch_of, stretch_on
from smcal_ui.coverage.gaps import Gaps
from smcal_ui.coverage.grid import TOP, Cell
from smcal_ui.coverage.head import Head
from smcal_ui.coverage.view import CoverageView
from smcal_ui.coverage.words import Teller, names_of, stretch_title
from smcal_ui.desk import Desk
from smcal_ui.dialogs.frame import Dialog
from smcal_ui.names import page_name
from smcal_ui.shell.saying import Saying
from smcal_ui.widgets.labels import PlainLabel


class CoverageDialog(Dialog):
    """Stays open beside the window while somebody fills gaps; follows every change of the plan."""

    jumpRequested = Signal(str)  # id of a post to go to
    madePost = Signal(str)  # id of a post that was just made here
    undoRequested = Signal()
    redoRequested = Signal()

    def __init__(self, desk: Desk, page_id: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(_("Topics: what is covered and what is owed"), parent, size=(1120, 720))
        self.setModal(False)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._desk = desk
        self._stretch = stretch_of(desk.today, desk.workspace.pack())
        self._columns = Columns.WEEKS
        self._names: dict[str, str] = {}
        self.board: CoverageBoard | None = None
        self.head = Head()
        self.view = CoverageView(desk.dates, desk.today)
        self.gaps = Gaps(desk, self.view)
        self.empty = PlainLabel(role="quiet", wrap=True)
        self.room = _scrolled(self.view)
        self.beside = Beside(desk.dates)
        self.saying = Saying()
        self._reload = QTimer(self, singleShot=True, interval=0)
        self._build()
        self._connect()
        self._offer(page_id)
        self.refresh()
        self.view.setFocus()

    @property
    def pages(self) -> list[Page]:
        """The pages that are shown."""
        about = self.head.about.value() or About()
        return about.pages(self._desk.book.pages)

    @Slot(object)
    def cut(self, columns: Columns) -> None:
        """Show weeks, months or the whole stretch."""
        self._columns = columns
        self.head.show_cut(columns)
        self.refresh()

    def choose(self, about: About) -> None:
        """Show other pages."""
        self.head.about.show(about)
        self.refresh()

    @Slot()
    def renew(self) -> None:
        """Follow the library: pages, regulation, plan."""
        self._stretch = stretch_of(self._stretch.first, self._desk.workspace.pack())
        self._offer(None)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Ask the plan again."""
        self._reload.stop()
        desk, pack, pages = self._desk, self._desk.workspace.pack(), self.pages
        self.board = board = coverage_board(desk.book.plan(self._stretch), pack, pages, self._stretch, self._columns)
        asked = Asked(desk.scope(Period(desk.today, desk.today)), Voice(spoken(), desk.dates))
        self.teller = Teller(board, self._columns, asked, names_of(pages, self._names))
        self.head.tell(stretch_title(self._stretch, desk.dates), board)
        has_rows = bool(board.rows and pages)
        self.room.setVisible(has_rows)
        self.empty.setVisible(not has_rows)
        self.empty.setText(_nothing(bool(pages)))
        self.beside.show_board(board, pack)
        if has_rows:
            self.view.show_board(board, self.teller)
            self.beside.tell(board, self.teller, self.view.cell)

    # building

    def _build(self) -> None:
        self.heading.hide()
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setFixedWidth(440)
        sheet = QVBoxLayout()
        sheet.setSpacing(8)
        sheet.addWidget(self.room, 1)
        sheet.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignHCenter)
        shelf = _scrolled(self.beside)  # a small screen shows less of it, and the matrix whole
        shelf.setFixedWidth(WIDTH + 14)
        shelf.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        middle = QHBoxLayout()
        middle.setSpacing(24)
        middle.addLayout(sheet, 1)
        middle.addWidget(shelf)
        self.body.addWidget(self.head)
        self.body.addLayout(middle, 1)
        self.saying.layout().setContentsMargins(0, 0, 0, 0)
        self.footer.addWidget(self.saying, 1)
        closing = self.add_buttons()
        closing.setDefault(False)
        closing.setAutoDefault(False)

    def _connect(self) -> None:
        self.head.stepped.connect(self.go)
        self.head.todayRequested.connect(self._on_today)
        self.head.aboutChosen.connect(self.refresh)
        self.head.cutChosen.connect(self.cut)
        self.view.moved.connect(self._on_moved)
        self.view.hovered.connect(self._on_hovered)
        self.view.pressed.connect(self._on_pressed)
        self.view.stretchRequested.connect(self.go)
        self.gaps.jumpRequested.connect(self.jumpRequested)
        self.gaps.made.connect(self._on_made)
        self.gaps.refused.connect(self.complain)
        self._reload.timeout.connect(self.renew)
        self._desk.changed.connect(self._on_changed)
        self._desk.renewed.connect(self._on_changed)
        QShortcut(QKeySequence.StandardKey.Undo, self, self.undoRequested.emit)
        QShortcut(QKeySequence.StandardKey.Redo, self, self.redoRequested.emit)
        self.listen(self._desk)

    def _offer(self, page_id: str | None) -> None:
        """What can be chosen in the head, as pages and regulation are now."""
        pages = self._desk.book.pages
        with self._desk.read() as reader:
            branches = reader.branches()
        by_id = {branch.id: branch for branch in branches}
        self._names = {page.id: page_name(page, by_id) for page in pages}
        self.head.offer(choices(pages, branches), About(page_id=page_id))
        offered = cuts(self._desk.workspace.pack())
        if self._columns not in [cut for cut, _name in offered]:
            self._columns = offered[0][0]
        self.head.offer_cuts(offered)
        self.head.show_cut(self._columns)

    # going

    @Slot(int)
    def go(self, count: int) -> None:
        """Show the stretch so many on."""
        self._stretch = stretch_on(self._stretch, count, self._desk.workspace.pack())
        self.refresh()

    @Slot()
    def _on_today(self) -> None:
        self._stretch = stretch_of(self._desk.today, self._desk.workspace.pack())
        self.refresh()
        self.view.setFocus()

    @Slot(object)
    def _on_moved(self, cell: Cell) -> None:
        rect = self.view.rect_of(cell)
        self.room.ensureVisible(rect.center().x(), rect.center().y(), rect.width(), TOP + rect.height())
        self._tell(cell)

    @Slot(object)
    def _on_hovered(self, cell: Cell | None) -> None:
        self._tell(cell or self.view.cell)

    def _tell(self, cell: Cell) -> None:
        if self.board is not None and self.board.rows:
            self.beside.tell(self.board, self.teller, cell)

    @Slot()
    def _on_changed(self) -> None:
        """What is closed asks again when it is opened."""
        self.hush()
        self.saying.hush()
        if self.isVisible():
            self._reload.start()

    @Slot(object)
    def _on_pressed(self, cell: Cell) -> None:
        if self.board is not None:
            self.gaps.press(self.board, cell, self.pages, self.teller)

    @Slot(list)
    def _on_made(self, made: list[Post]) -> None:
        self.refresh()
        self.saying.say(
            making.made_text(self._desk, made), link=_("Take it back: Ctrl+Z"), follow=self.undoRequested.emit
        )
        self.madePost.emit(made[0].id)


def _scrolled(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(widget)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def _nothing(has_pages: bool) -> str:
    if not has_pages:
        return _("There are no pages yet: add them in the menu Library.")
    return _(
        "This regulation asks for no topics, so nothing can be owed. "
        "A library that wants to follow topics can add some to a copy of its regulation."
    )
