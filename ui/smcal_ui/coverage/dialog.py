"""The coverage view: a window of its own, so that the week and its inspector stay at hand."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QToolButton, QVBoxLayout, QWidget

from smcal.layout.coverage import Columns, CoverageBoard, coverage_board
from smcal.model import Page, Period, Post
from smcal.planning.why import Asked
from smcal.regulation.check import Voice
from smcal.store.work import Work
from smcal.words import N_, _, ngettext, spoken
from smcal_ui.coverage import making
from smcal_ui.coverage.beside import WIDTH, Beside
from smcal_ui.coverage.choosing import About, choices, cuts, stretch_of, stretch_on
from smcal_ui.coverage.grid import TOP, Cell
from smcal_ui.coverage.making import Chance
from smcal_ui.coverage.view import CoverageView
from smcal_ui.coverage.words import Teller, names_of, stretch_title
from smcal_ui.desk import Desk
from smcal_ui.dialogs.frame import Dialog
from smcal_ui.names import page_name
from smcal_ui.post.fields import ChoiceField
from smcal_ui.shell.saying import Saying
from smcal_ui.widgets.buttons import button
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
        self.menu: QMenu | None = None
        self.heading.hide()
        self.back, self.on, self.now = button("‹"), button("›"), button(_("&Today"))
        self.about = ChoiceField("about", ())
        self.title = PlainLabel(role="heading")
        self.count = PlainLabel(role="quiet", wrap=True)
        self.view = CoverageView(desk.dates, desk.today)
        self.empty = PlainLabel(role="quiet", wrap=True)
        self.beside = Beside(desk.dates)
        self.saying = Saying()
        self._cut_row = QHBoxLayout()
        self.cuts: list[QToolButton] = []  # no group: Tab stops at each
        self._reload = QTimer(self, singleShot=True, interval=0)
        self._build()
        self._connect()
        self._offer(page_id)
        self.refresh()
        self.view.setFocus()

    @property
    def pages(self) -> list[Page]:
        """The pages that are shown."""
        about = self.about.value() or About()
        return about.pages(self._desk.book.pages)

    def cut(self, columns: Columns) -> None:
        """Show weeks, months or the whole stretch."""
        self._columns = columns
        for number, (cut, _name) in enumerate(cuts(self._desk.workspace.pack())):
            self.cuts[number].setChecked(cut is columns)
        self.refresh()

    def choose(self, about: About) -> None:
        """Show other pages."""
        self.about.show(about)
        self.refresh()

    @Slot()
    def renew(self) -> None:
        """Follow the library: pages, regulation, plan."""
        self._stretch = stretch_of(self._stretch.first, self._desk.workspace.pack())
        self._build_cuts()
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
        self.title.setText(stretch_title(self._stretch, desk.dates))
        self.count.setText(self._count(board))
        has_rows = bool(board.rows and pages)
        self.room.setVisible(has_rows)
        self.empty.setVisible(not has_rows)
        self.empty.setText(self._nothing(bool(pages)))
        self.beside.show_board(board, pack)
        if has_rows:
            self.view.show_board(board, self.teller)
            self.beside.tell(board, self.teller, self.view.cell)

    # building

    def _build(self) -> None:
        self.back.setAccessibleName(_("Earlier"))
        self.on.setAccessibleName(_("Later"))
        self.about.widget.setAccessibleName(_("Pages"))
        self.about.widget.setMinimumWidth(180)
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget in (self.back, self.title, self.on, self.now):
            head.addWidget(widget)
        head.addSpacing(8)
        head.addWidget(self.count, 1)
        head.addWidget(self.about.widget, 1)
        head.addSpacing(8)
        self._cut_row.setSpacing(0)
        head.addLayout(self._cut_row)
        self._build_cuts()
        for pressed in (self.back, self.on, self.now):
            pressed.setAutoDefault(False)  # Enter is for the cell
        self.room = QScrollArea()
        self.room.setWidget(self.view)
        self.room.setWidgetResizable(True)
        self.room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sheet = QVBoxLayout()
        sheet.setSpacing(8)
        sheet.addWidget(self.room, 1)
        self.empty.setFixedWidth(440)
        sheet.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignHCenter)
        beside = QHBoxLayout()
        beside.setSpacing(24)
        beside.addLayout(sheet, 1)
        shelf = QScrollArea()  # a small screen shows less of it, and the matrix whole
        shelf.setWidget(self.beside)
        shelf.setFixedWidth(WIDTH + 14)
        shelf.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        shelf.setWidgetResizable(True)
        shelf.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        beside.addWidget(shelf)
        self.body.addLayout(head)
        self.body.addLayout(beside, 1)
        self.saying.layout().setContentsMargins(0, 0, 0, 0)
        self.footer.addWidget(self.saying, 1)
        closing = self.add_buttons()
        closing.setDefault(False)
        closing.setAutoDefault(False)

    def _build_cuts(self) -> None:
        """A button for each way to cut; they change only with the regulation."""
        offered = cuts(self._desk.workspace.pack())
        if [made.text() for made in self.cuts] == [name for _cut, name in offered]:
            return
        for made in self.cuts:
            made.deleteLater()
        self.cuts = []
        if self._columns not in [cut for cut, _name in offered]:
            self._columns = offered[0][0]
        for number, (cut, name) in enumerate(offered):
            made = QToolButton()
            made.setText(name)
            made.setCheckable(True)
            made.setChecked(cut is self._columns)
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            made.clicked.connect(partial(self._on_cut, number))
            self.cuts.append(made)
            self._cut_row.addWidget(made)

    def _connect(self) -> None:
        self.back.clicked.connect(self._on_back)
        self.on.clicked.connect(self._on_next)
        self.now.clicked.connect(self._on_today)
        self.about.settled.connect(self.refresh)
        self.view.moved.connect(self._on_moved)
        self.view.hovered.connect(self._on_hovered)
        self.view.pressed.connect(self._on_pressed)
        self.view.stretchRequested.connect(self.go)
        self._reload.timeout.connect(self.renew)
        self._desk.changed.connect(self._on_changed)
        self._desk.renewed.connect(self._on_changed)
        QShortcut(QKeySequence.StandardKey.Undo, self, self.undoRequested.emit)
        QShortcut(QKeySequence.StandardKey.Redo, self, self.redoRequested.emit)
        self.listen(self._desk)

    def _offer(self, page_id: str | None) -> None:
        pages = self._desk.book.pages
        with self._desk.read() as reader:
            branches = reader.branches()
        by_id = {branch.id: branch for branch in branches}
        self._names = {page.id: page_name(page, by_id) for page in pages}
        offered, before = choices(pages, branches), self.about.value()
        self.about.offer(offered)
        wanted = before if before is not None else About(page_id=page_id)
        known = [about for about, _name in offered]
        if known:
            self.about.show(wanted if wanted in known else known[0])

    # words

    def _count(self, board: CoverageBoard) -> str:
        if not board.rows:
            return ""
        if not board.gaps:
            return _("nothing is owed") if board.due else ""
        text = ngettext("{n} of {due} topics is owed", "{n} of {due} topics are owed", board.gaps)
        return text.format(n=board.gaps, due=board.due)

    def _nothing(self, has_pages: bool) -> str:
        if not has_pages:
            return _("There are no pages yet: add them in the menu Library.")
        return _(
            "This regulation asks for no topics, so nothing can be owed. "
            "A library that wants to follow topics can add some to a copy of its regulation."
        )

    # going

    @Slot(int)
    def go(self, count: int) -> None:
        """Show the stretch so many on."""
        self._stretch = stretch_on(self._stretch, count, self._desk.workspace.pack())
        self.refresh()

    @Slot()
    def _on_back(self) -> None:
        self.go(-1)

    @Slot()
    def _on_next(self) -> None:
        self.go(1)

    @Slot()
    def _on_today(self) -> None:
        self._stretch = stretch_of(self._desk.today, self._desk.workspace.pack())
        self.refresh()
        self.view.setFocus()

    def _on_cut(self, number: int, _checked: bool = False) -> None:
        self.cut(cuts(self._desk.workspace.pack())[number][0])

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

    # filling and going to posts

    @Slot(object)
    def _on_pressed(self, cell: Cell) -> None:
        assert self.board is not None
        posts = self.board.rows[cell.row].cells[cell.column]
        missing = self._missing(cell) if posts else []
        if len(posts) == 1 and not missing:
            self.jumpRequested.emit(posts[0].id)
        elif posts:
            self._open_list(cell, posts, missing)
        elif self._desk.workspace.read_only:
            self.complain(_("Open for reading only: no post can be made."))
        else:
            self._fill(cell)

    def _fill(self, cell: Cell) -> None:
        """One page with a day in the column: at once. Otherwise it is asked for."""
        assert self.board is not None
        found = making.chances(self._desk, self.board, cell, self.pages)
        if len(found) == 1 and found[0].filling is not None and found[0].filling.inside:
            self._make([found[0].filling.post])
        else:
            self._open_offers(cell, found)

    def _missing(self, cell: Cell) -> list[Chance]:
        """Pages that still owe a post on the topic of a cell with posts of others, as far as it has a day for them."""
        assert self.board is not None
        if not self.board.rows[cell.row].gaps or self._desk.workspace.read_only:
            return []
        found = making.chances(self._desk, self.board, cell, self.pages)
        return [chance for chance in found if chance.filling is not None and chance.filling.inside]

    def _open_list(self, cell: Cell, posts: tuple[Post, ...], missing: list[Chance]) -> None:
        menu = QMenu(self)
        for post in posts:
            menu.addAction(self.teller.post(post).replace("&", "&&"), partial(self.jumpRequested.emit, post.id))
        if missing:
            menu.addSeparator()
        for chance in missing:
            assert chance.filling is not None
            text = _("New post: {where}").format(where=making.offer_text(self._desk, chance, self._names, named=True))
            menu.addAction(text.replace("&", "&&"), partial(self._make, [chance.filling.post]))
        self._pop_up(menu, cell)

    def _open_offers(self, cell: Cell, found: list[Chance]) -> None:
        assert self.board is not None
        menu = QMenu(self)
        here = [chance for chance in found if chance.filling is not None and chance.filling.inside]
        if not here:
            topic, last = self.board.rows[cell.row].topic, self.board.columns[cell.column].last
            menu.addAction(making.why_not_here(self._desk, topic, last, found)).setEnabled(False)
        names = {page.id: self._names[page.id] for page in self.pages}
        for chance in found:
            text = making.offer_text(self._desk, chance, names, named=len(found) > 1)
            action = menu.addAction(text.replace("&", "&&"))
            action.setEnabled(chance.filling is not None)
            if chance.filling is not None:
                action.triggered.connect(partial(self._on_offer, [chance.filling.post]))
        if len(here) > 1:
            menu.addSeparator()
            every = [chance.filling.post for chance in here if chance.filling is not None]
            menu.addAction(making.all_text(len(every)), partial(self._make, every))
        self._pop_up(menu, cell)

    def _pop_up(self, menu: QMenu, cell: Cell) -> None:
        self.menu = menu
        menu.aboutToHide.connect(menu.deleteLater)
        enabled = [action for action in menu.actions() if action.isEnabled() and not action.isSeparator()]
        menu.popup(self.view.mapToGlobal(self.view.rect_of(cell).bottomLeft() + QPoint(0, 2)))
        if enabled:
            menu.setActiveAction(enabled[0])

    def _on_offer(self, posts: list[Post], _checked: bool = False) -> None:
        self._make(posts)

    def _make(self, posts: list[Post]) -> None:
        def put(work: Work) -> list[Post]:
            return [work.put(post) for post in posts]

        made = self._desk.do(N_("New post on a topic"), put)
        if made is None:  # the desk has told why
            return
        self.refresh()
        self.saying.say(
            making.made_text(self._desk, made), link=_("Take it back: Ctrl+Z"), follow=self.undoRequested.emit
        )
        self.madePost.emit(made[0].id)
