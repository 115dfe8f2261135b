"""Coverage by mouse and keys: gaps are filled in one step, posts are gone to, and words tell why."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from smcal.layout.coverage import Columns, coverage_board
from smcal.model import Period, Post
from smcal.model.period import month_of, quarter_of
from smcal.planning.edit import edit
from smcal.planning.keeping import keep_pack
from smcal.regulation import pack_text
from smcal.sample import make_sample
from smcal.store.settings import settings_to_rows
from smcal.store.work import Work
from smcal.words import LANGUAGES, speak
from smcal_ui.coverage.choosing import About
from smcal_ui.coverage.dialog import CoverageDialog
from smcal_ui.coverage.grid import TOP, Cell
from smcal_ui.desk import Desk
from smcal_ui.theme import Theme
from smcal_ui.themes.sheet import style_sheet
from tests.ui.dialogs.conftest import AT
from tests.ui.dialogs.test_every_dialog import (
    assert_every_key_is_for_one_thing,
    assert_everything_has_a_name,
    assert_tab_reaches_everything,
)

LEFT = Qt.MouseButton.LeftButton
TODAY = dt.date(2026, 11, 24)
QUARTER = quarter_of(TODAY)
Open = Callable[..., CoverageDialog]


def owing(desk: Desk) -> str:
    """A page of the sample that owes a few topics and has others."""
    for page in desk.book.pages:
        board = coverage_board(desk.book.plan(QUARTER), desk.workspace.pack(), [page], QUARTER, Columns.WEEKS)
        if 1 < board.gaps < 6:
            return page.id
    raise LookupError


def gap_row(view: CoverageDialog, applies: str = "always") -> int:
    assert view.board is not None
    return next(n for n, row in enumerate(view.board.rows) if row.gaps and row.topic.applies == applies)


def week_of(view: CoverageDialog, day: dt.date) -> int:
    assert view.board is not None
    return next(n for n, column in enumerate(view.board.columns) if day in column)


def click(view: CoverageDialog, cell: Cell) -> None:
    QTest.mouseClick(view.view, LEFT, pos=view.view.rect_of(cell).center())
    settle()


def key(view: CoverageDialog, *keys: Qt.Key) -> None:
    for one in keys:
        QTest.keyClick(QApplication.activePopupWidget() or view.view, one)
    settle()


def settle() -> None:
    for _turn in range(3):
        QApplication.processEvents()


def on_topic(desk: Desk, page_id: str, topic: int) -> list[Post]:
    with desk.read() as reader:
        return [p for p in reader.posts(QUARTER, [page_id]) if p.topic == topic]


def test_a_click_on_a_gap_makes_a_post_there_in_one_step(open_view: Open, desk: Desk) -> None:
    page = owing(desk)
    view = open_view(page)
    made: list[str] = []
    view.madePost.connect(made.append)
    assert view.board is not None
    row, column = gap_row(view), week_of(view, dt.date(2026, 12, 9))
    topic, owed = view.board.rows[row].topic, view.board.gaps
    click(view, Cell(row, column))
    (post,) = on_topic(desk, page, topic.id)
    assert post.date in Period(dt.date(2026, 12, 7), dt.date(2026, 12, 13))
    assert (post.title, post.direction, made) == (topic.title.within("ru"), topic.direction, [post.id])
    assert (view.board.gaps, view.board.rows[row].cells[column]) == (owed - 1, (post,))
    assert "Post made for" in view.saying.text
    QTest.keySequence(view.view, "Ctrl+Z")
    settle()
    assert on_topic(desk, page, topic.id) == []
    assert (view.board.gaps, view.saying.text) == (owed, "")


def test_keys_alone_fill_a_gap(open_view: Open, desk: Desk) -> None:
    page = owing(desk)
    view = open_view(page)
    assert view.board is not None and view.view.cell == Cell(0, week_of(view, TODAY))
    row = gap_row(view)
    key(view, *[Qt.Key.Key_Down] * row, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert "week 50" in view.view.accessibleName() and "no post on it" in view.view.accessibleName()
    assert "Enter makes a post" in view.view.accessibleDescription()
    key(view, Qt.Key.Key_Return)
    assert len(on_topic(desk, page, view.board.rows[row].topic.id)) == 1
    assert "Enter goes to the post" in view.view.accessibleDescription()


def test_a_change_that_is_over_gets_no_day_behind_it(open_view: Open, desk: Desk) -> None:
    page = owing(desk)
    view = open_view(page)
    row = gap_row(view, "on-event")  # the hours change on 24 November, today
    assert view.board is not None
    click(view, Cell(row, week_of(view, dt.date(2026, 12, 9))))
    assert on_topic(desk, page, view.board.rows[row].topic.id) == [] and view.gaps.menu is not None
    actions = view.gaps.menu.actions()
    assert actions[0].text() == "The change is over, or only an urgent post would still be in time for it"
    assert not any(action.isEnabled() for action in actions)


def test_where_no_day_is_in_time_the_next_one_is_offered(open_view: Open, desk: Desk) -> None:
    page = owing(desk)
    view = open_view(page)
    row = gap_row(view)
    assert view.board is not None
    topic = view.board.rows[row].topic.id
    click(view, Cell(row, week_of(view, TODAY)))
    assert on_topic(desk, page, topic) == [] and view.gaps.menu is not None
    texts = [action.text() for action in view.gaps.menu.actions()]
    assert texts[0] == "Too late to hand a plan in for these days" and "(the next possible day)" in texts[1]
    key(view, Qt.Key.Key_Escape)
    assert on_topic(desk, page, topic) == []
    key(view, Qt.Key.Key_Return)
    key(view, Qt.Key.Key_Return)
    (post,) = on_topic(desk, page, topic)
    assert post.date is not None and post.date >= desk.workspace.worktime().horizon(desk.now)


def test_days_gone_by_say_so(open_view: Open, desk: Desk) -> None:
    view = open_view(owing(desk))
    click(view, Cell(gap_row(view), 0))
    assert view.gaps.menu is not None
    assert view.gaps.menu.actions()[0].text() == "These days are past"
    key(view, Qt.Key.Key_Escape)


def test_a_click_on_a_post_goes_to_it_and_on_several_asks_which(open_view: Open, desk: Desk) -> None:
    view = open_view()
    view.cut(Columns.MONTHS)
    went: list[str] = []
    view.jumpRequested.connect(went.append)
    assert view.board is not None
    cells = {Cell(r, c): posts for r, row in enumerate(view.board.rows) for c, posts in enumerate(row.cells)}
    one = next(cell for cell, posts in cells.items() if len(posts) == 1 and cell.column == 0)
    click(view, one)
    assert went == [cells[one][0].id]
    many = next(cell for cell, posts in cells.items() if len(posts) > 2)
    click(view, many)
    key(view, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert went[1:] == [cells[many][1].id]


def test_posts_without_a_topic_are_gone_to_from_the_last_line(open_view: Open, desk: Desk) -> None:
    page = owing(desk)
    desk.do("No topic", lambda work: work.put(Post(id="untold", page_id=page, date=dt.date(2026, 12, 23), title="?")))
    view = open_view(page)
    went: list[str] = []
    view.jumpRequested.connect(went.append)
    assert view.board is not None
    last, column = len(view.board.rows), week_of(view, dt.date(2026, 12, 23))
    (post, *others) = view.board.untold[column]
    assert post.id == "untold" and not others
    click(view, Cell(last, column))
    assert view.view.cell == Cell(last, column) and went == ["untold"]
    assert view.beside.topic.text() == "Without a topic" and "?" in view.beside.lines.text()
    key(view, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert went == ["untold", "untold"]
    free = next(n for n, posts in enumerate(view.board.untold) if not posts)
    click(view, Cell(last, free))
    assert len(went) == 2 and view.gaps.menu is None and view.view.accessibleDescription() == ""


def test_below_the_posts_of_others_the_pages_that_owe_one_are_offered(open_view: Open, desk: Desk) -> None:
    view = open_view()
    view.cut(Columns.MONTHS)
    assert view.board is not None
    row = next(n for n, r in enumerate(view.board.rows) if r.gaps and r.cells[2])
    gaps, topic = view.board.rows[row].gaps, view.board.rows[row].topic.id
    click(view, Cell(row, 2))
    key(view, Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert on_topic(desk, gaps[-1], topic) and not any(on_topic(desk, page, topic) for page in gaps[:-1])


def test_several_pages_are_asked_one_by_one_or_all_at_once(open_view: Open, desk: Desk) -> None:
    view = open_view()
    view.cut(Columns.WEEKS)
    assert view.board is not None
    column = week_of(view, dt.date(2026, 12, 16))
    row = next(
        n
        for n, r in enumerate(view.board.rows)
        if len(r.gaps) > 1 and not r.cells[column] and r.topic.applies == "always"
    )
    gaps, topic = view.board.rows[row].gaps, view.board.rows[row].topic.id
    click(view, Cell(row, column))
    assert view.gaps.menu is not None
    texts = [action.text() for action in view.gaps.menu.actions() if not action.isSeparator()]
    assert len(texts) == len(gaps) + 1 and texts[0] == f"On all {len(gaps)} pages at once"
    key(view, Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert all(on_topic(desk, page, topic) for page in gaps)
    assert view.board.rows[row].gaps == ()
    desk.undo()
    assert not any(on_topic(desk, page, topic) for page in gaps)


def test_a_long_menu_is_one_column_that_scrolls(open_view: Open) -> None:
    view = open_view()
    view.setStyleSheet(style_sheet(Theme.chosen("light").values))
    menu = QMenu(view.view)
    for number in range(80):
        menu.addAction(f"Page {number}")
    menu.popup(QPoint(10, 10))
    settle()
    lefts = {menu.actionGeometry(action).left() for action in menu.actions()}
    menu.close()
    assert len(lefts) == 1


def test_topics_say_why_they_are_due_or_not(open_view: Open, desk: Desk) -> None:
    plain = next(page for page in desk.book.pages if not page.has_collection)
    view = open_view(plain.id)
    assert view.board is not None
    said = {row.topic.id: view.teller.status(row) for row in view.board.rows}
    assert "no collection of its own" in said[5]
    for row in view.board.rows:
        if row.gaps:
            assert said[row.topic.id].startswith("owed")
        elif any(row.cells):
            assert said[row.topic.id].startswith("there: ")


def test_a_topic_that_is_due_on_a_condition_says_which_also_where_it_is_covered(open_view: Open, desk: Desk) -> None:
    page = next(page for page in desk.book.pages if page.has_collection)
    desk.do("Collection", lambda work: work.put(Post(id="c", page_id=page.id, date=TODAY, title="New", topic=5)))
    view = open_view(page.id)
    assert view.board is not None
    view.view.go_to(Cell(next(n for n, row in enumerate(view.board.rows) if row.topic.id == 5), 3))
    assert "Due, for the page has a collection of its own." in view.beside.lines.text()
    view.view.go_to(Cell(next(n for n, row in enumerate(view.board.rows) if row.topic.id == 7), 3))
    assert "Due" not in view.beside.lines.text()


def test_of_several_pages_the_posts_that_are_owed_are_counted(open_view: Open, desk: Desk) -> None:
    view = open_view()
    assert view.board is not None
    assert view.head.count.text() == f"{view.board.gaps} posts on topics are owed"
    view.choose(About(page_id=owing(desk)))
    assert view.head.count.text() == f"{view.board.gaps} of {view.board.due} topics are owed"


def test_long_directions_are_told_whole(open_view: Open, desk: Desk) -> None:
    speak("ru")
    view = open_view()
    mix = view.beside.mix
    assert any(mix._lines(bar)[1] for bar in mix.bars)
    assert all("…" not in "".join(mix._lines(bar)) for bar in mix.bars)
    assert mix.height() == sum(map(mix._height, mix.bars))


def test_quarters_and_cuts_change_by_keys_and_buttons(open_view: Open, desk: Desk) -> None:
    view = open_view()
    assert "IV" in view.head.title.text() and "2026" in view.head.title.text()
    key(view, Qt.Key.Key_PageDown)
    assert "2027" in view.head.title.text()
    QTest.mouseClick(view.head.now, LEFT)
    assert "2026" in view.head.title.text()
    QTest.mouseClick(view.head.cuts[1], LEFT)
    assert view.board is not None and len(view.board.columns) == 3
    QTest.mouseClick(view.head.cuts[2], LEFT)
    assert len(view.board.columns) == 1
    key(view, Qt.Key.Key_Escape)
    assert not view.isVisible()


def test_it_follows_the_plan(open_view: Open, desk: Desk) -> None:
    page = owing(desk)
    view = open_view(page)
    assert view.board is not None
    row = next(n for n, r in enumerate(view.board.rows) if sum(map(len, r.cells)) == 1 and r.due)
    post = next(post for cell in view.board.rows[row].cells for post in cell)
    owed = view.board.gaps
    desk.do("Another topic", lambda work: edit(work, post.id, topic=None))
    settle()
    assert view.board.gaps == owed + 1 and view.board.rows[row].gaps == (page,)


def test_a_regulation_that_counts_by_months_is_followed(open_view: Open, desk: Desk) -> None:
    view = open_view()
    view.cut(Columns.MONTHS)
    toml = pack_text("spb-cbs").replace('period = "quarter"', 'period = "month"')

    def change(work: Work) -> None:
        kept = keep_pack(work, toml)
        for setting in settings_to_rows(msgspec.structs.replace(desk.workspace.settings(), pack=kept.id)):
            work.put(setting)

    desk.attempt("Months", change)
    settle()
    assert [made.text() for made in view.head.cuts] == ["Weeks", "Month"]
    assert view.board is not None and (view.board.stretch, len(view.board.columns)) == (month_of(QUARTER.first), 5)
    QTest.mouseClick(view.head.on, LEFT)
    assert "November" in view.head.title.text()


def test_shares_and_directions_stand_beside(open_view: Open, desk: Desk) -> None:
    view = open_view()
    assert view.board is not None
    assert [bar.label for bar in view.beside.shares.bars] == ["October", "November", "December"]
    assert view.beside.shares.bars[1].limit == 0.5 and "50%" in view.beside.limit.text()
    assert sum(int(bar.figure) for bar in view.beside.mix.bars) == sum(mix.count for mix in view.board.mix)


def test_a_regulation_without_topics_says_so_and_still_shows_directions(
    open_view: Open, desk: Desk, tmp_path: Path
) -> None:
    with make_sample(tmp_path / "liepaja.smcal", "liepaja-lczb", AT) as workspace:
        view = open_view(None, Desk(workspace, None, clock=lambda: AT))
        assert view.empty.isVisible() and "asks for no topics" in view.empty.text()
        assert view.beside.mix.isVisible() and not view.beside.shares.isVisible()
        QTest.mouseClick(view.head.on, LEFT)
        view.close()


def test_a_branch_shows_its_pages(open_view: Open, desk: Desk) -> None:
    branch = desk.book.pages[0].branch_id
    view = open_view()
    view.choose(About(branch_id=branch))
    assert {page.branch_id for page in view.pages} == {branch}
    assert view.board is not None
    assert {owing.page_id for owing in view.board.rows[0].pages} == {page.id for page in view.pages}


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_stands_on_an_old_screen_and_everything_can_be_reached(open_view: Open, desk: Desk, language: str) -> None:
    speak(language)
    view = open_view(owing(desk))
    assert view.minimumSizeHint().width() <= 1008 and view.minimumSizeHint().height() <= 652
    assert_everything_has_a_name(view)
    assert_every_key_is_for_one_thing(view)
    assert_tab_reaches_everything(view)


def test_words_of_people_are_shown_as_they_are(open_view: Open, desk: Desk) -> None:
    page = desk.book.pages[0]
    desk.do("Rename", lambda work: work.put(msgspec.structs.replace(page, title="<b>A & B</b>")))
    view = open_view()
    assert view.board is not None
    row = next(r for r in view.board.rows if page.id in r.gaps or any(p.page_id == page.id for c in r.cells for p in c))
    assert "<b>A & B</b>" in view.teller.standings(row)


@pytest.mark.parametrize("columns", list(Columns))
def test_every_cell_and_head_has_a_tip(open_view: Open, desk: Desk, columns: Columns) -> None:
    view = open_view()
    view.cut(columns)
    assert view.board is not None
    for number, row in enumerate(view.board.rows):
        text, _rect = view.view._tip(view.view._matrix.head(number).center())
        assert view.teller.topic(row) in text
        for column in range(len(view.board.columns)):
            text, _rect = view.view._tip(view.view.rect_of(Cell(number, column)).center())
            assert view.teller.days(column) in text


def test_the_names_of_the_weeks_stay_where_rows_are_scrolled_away(open_view: Open, desk: Desk) -> None:
    view = open_view(owing(desk))
    view.resize(944, 420)
    QApplication.processEvents()
    names = QRect(0, 0, view.room.viewport().width(), TOP)
    assert view.board is not None
    seen = {}
    for row in (len(view.board.rows) - 1, 3):
        view.view.go_to(Cell(row, 2))
        QApplication.processEvents()
        above = -view.view.y()
        assert above > 0, "it was not scrolled"
        seen[above] = view.room.viewport().grab(names).toImage()
        shown = view.view.rect_of(view.view.cell).translated(0, -above)
        assert names.bottom() < shown.top(), "the cell with the keys is below the names"
        assert shown.bottom() <= view.room.viewport().height()
    one, other = seen.values()  # scrolled differently far
    assert one == other
    hidden = next(n for n in range(9) if view.view.rect_of(Cell(n, 0)).bottom() > -view.view.y())
    place = view.view.rect_of(Cell(hidden, 5)).center()
    place.setY(-view.view.y() + TOP // 2)
    QTest.mouseClick(view.view, LEFT, pos=place)
    assert view.view.cell == Cell(3, 2), "a click on a name is on no cell"
