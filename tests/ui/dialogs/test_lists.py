"""Find, today, bin, history, notes: lists that one walks through with the keyboard."""

import datetime as dt

from PySide6.QtCore import Qt

from smcal.model import Decision, NoteKind, Period, Role, State, Verdict, new_id
from smcal.planning import move
from smcal.planning.edit import edit, new_post
from smcal_ui.desk import Desk
from smcal_ui.dialogs.bin import BinDialog
from smcal_ui.dialogs.find import FindDialog
from smcal_ui.dialogs.history import HistoryDialog
from smcal_ui.dialogs.notes import NotesDialog
from smcal_ui.dialogs.today import TodayDialog


def made(desk: Desk, **fields):
    return desk.do("New post", lambda work: new_post(work, desk.book.pages[0].id, **fields))


def test_a_post_is_found_by_a_word_of_its_text(qtbot, desk: Desk) -> None:
    post = made(desk, title="<img src=x> Owls", text="Birds of the night", date=dt.date(2026, 12, 9))
    dialog, jumps = FindDialog(desk), []
    qtbot.addWidget(dialog)
    dialog.jumpRequested.connect(jumps.append)
    dialog.show()
    qtbot.keyClicks(dialog.search, "NIGHT bird")
    qtbot.waitUntil(lambda: dialog.found.values == [post])
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert jumps == [post.id] and not dialog.isVisible()


def test_enter_right_after_typing_finds_first(qtbot, desk: Desk) -> None:
    post = made(desk, title="Zebra crossing", date=dt.date(2026, 12, 9))
    dialog, jumps = FindDialog(desk), []
    qtbot.addWidget(dialog)
    dialog.jumpRequested.connect(jumps.append)
    dialog.show()
    qtbot.keyClicks(dialog.search, "zebra")
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert jumps == [post.id]


def test_arrows_walk_through_what_was_found(qtbot, desk: Desk) -> None:
    posts = [made(desk, title=f"Heron {n}", date=dt.date(2026, 12, n)) for n in (9, 10, 11)]
    dialog, jumps = FindDialog(desk, text="heron"), []
    qtbot.addWidget(dialog)
    dialog.jumpRequested.connect(jumps.append)
    dialog.show()
    qtbot.keyClick(dialog.search, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert jumps == [posts[1].id]


def test_nothing_found_says_so(qtbot, desk: Desk) -> None:
    dialog = FindDialog(desk, text="xylophonist")
    qtbot.addWidget(dialog)
    assert "Nothing found" in dialog.count.text() and not dialog.primary.isEnabled()


def test_today_says_what_the_curator_wants_changed(qtbot, desk: Desk) -> None:
    post = made(desk, title="Back", date=desk.today + dt.timedelta(3), state=State.CHANGES_REQUESTED)
    comment = "Say when it opens, and where to find it: readers asked for both"
    with desk.workspace.work("Prepare") as work:
        curator = next(person for person in work.read.people() if person.role is Role.CURATOR)
        said = {"decision": Decision.CHANGES, "comment": comment, "person_id": curator.id, "at": desk.at}
        work.put(Verdict(id=new_id(), post_id=post.id, submission_id=None, **said))
    dialog = TodayDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    row = next(n for n, due in enumerate(dialog.dues.values) if due.post.id == post.id)
    assert dialog.dues.model().index(row, 0).data() == f"corrections asked for: {comment}"
    dialog.dues.choose(0)
    while dialog.dues.current().post.id != post.id:
        qtbot.keyClick(dialog.dues, Qt.Key.Key_Down)
    assert dialog.comment.isVisible()
    assert dialog.comment.text == f"The curator {curator.name}, 24\xa0November: {comment}"


def test_today_lists_late_posts_first_and_jumps(qtbot, desk: Desk) -> None:
    late = made(desk, title="Late one", date=desk.today + dt.timedelta(2))
    due = made(desk, title="Due one", date=dt.date(2026, 12, 1))
    dialog, jumps = TodayDialog(desk), []
    qtbot.addWidget(dialog)
    dialog.jumpRequested.connect(jumps.append)
    dialog.show()
    shown = [d.post.id for d in dialog.dues.values]
    assert shown.index(late.id) < shown.index(due.id)
    assert "late" in dialog.summary.text and "today" in dialog.summary.text
    dialog.dues.choose(shown.index(due.id))
    qtbot.keyClick(dialog.dues, Qt.Key.Key_Return)
    assert jumps == [due.id]


def test_the_bin_gives_a_post_back(qtbot, desk: Desk) -> None:
    post = made(desk, title="Thrown away", date=dt.date(2026, 12, 9))
    desk.do("bin", lambda work: move.bin_posts(work, [post.id], desk.at))
    dialog = BinDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.posts.current().id == post.id
    qtbot.keyClick(dialog.posts, Qt.Key.Key_Return)
    assert desk.post(post.id).binned is None and "Thrown away" in dialog.notice.text
    assert post.id not in [p.id for p in dialog.posts.values]
    desk.undo()
    assert desk.post(post.id).binned is not None


def test_an_empty_bin_says_so(qtbot, desk: Desk) -> None:
    with desk.read() as reader:
        desk.do(
            "empty", lambda work: (move.unbin(work, [p.id for p in work.read.bin()]), True)
        ) if reader.bin() else None
    dialog = BinDialog(desk)
    qtbot.addWidget(dialog)
    assert dialog.posts.values == [] and "empty" in dialog.intro.text() and not dialog.primary.isEnabled()


def test_history_tells_who_changed_what(qtbot, desk: Desk) -> None:
    post = made(desk, title="Before", date=dt.date(2026, 12, 9))
    desk.do("Edit a post", lambda work: edit(work, post.id, title="After <b>", time=dt.time(15, 30)))
    dialog = HistoryDialog(desk, post.id)
    qtbot.addWidget(dialog)
    latest, first = dialog.entries.values
    model = dialog.entries.model()
    told = [model.data(model.index(0, column)) for column in range(model.columnCount())]
    assert desk.person.name in told[1] and told[2] == "Edit a post"
    assert "title: Before → After <b>" in told[3] and "time: – → 15:30" in told[3]
    assert first.added and not latest.added


def test_notes_are_added_changed_and_removed(qtbot, desk: Desk) -> None:
    day = dt.date(2026, 12, 15)
    dialog = NotesDialog(desk, day)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClicks(dialog.line, "Tea  day")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert [note.text for note in dialog.notes.values] == ["Tea day"] and dialog.isVisible()
    qtbot.keyClick(dialog.notes, Qt.Key.Key_Return)
    qtbot.keyClicks(dialog.line, "!")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert [note.text for note in dialog.notes.values] == ["Tea day!"]
    qtbot.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    with desk.read() as reader:
        assert reader.day_notes(Period(day, day)) == []
    desk.undo()
    assert [note.text for note in dialog.notes.values] == ["Tea day!"]
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_states_in_a_history_are_words(qtbot, desk: Desk) -> None:
    post = made(desk, title="Idea")
    desk.do("Edit a post", lambda work: edit(work, post.id, date=dt.date(2026, 12, 9)))
    dialog = HistoryDialog(desk, post.id)
    qtbot.addWidget(dialog)
    told = dialog.entries.model().index(0, 3).data()
    assert State.IDEA.value.capitalize() in told and "Draft" in told


def test_a_note_is_a_city_event_or_a_change_of_service_of_one_branch(qtbot, desk: Desk) -> None:
    day = dt.date(2026, 12, 15)
    dialog = NotesDialog(desk, day)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClicks(dialog.line, "Night of arts")
    qtbot.keyClick(dialog.facts.fields["kind"].widget, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.notes.values[0].kind is NoteKind.CITY_EVENT
    assert dialog.facts.value("kind") is NoteKind.NOTE  # the next one is a plain note again
    qtbot.keyClicks(dialog.line, "Closes at five")
    qtbot.keyClick(dialog.facts.fields["kind"].widget, Qt.Key.Key_End)
    qtbot.keyClick(dialog.facts.fields["branch_id"].widget, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    with desk.read() as reader:
        branch, notes = reader.branches()[0], {note.text: note for note in reader.day_notes(Period(day, day))}
    assert notes["Closes at five"].kind is NoteKind.SERVICE_CHANGE
    assert notes["Closes at five"].branch_id == branch.id
    assert {event.text for event in desk.book.facts.events} >= {"Night of arts", "Closes at five"}
    qtbot.keyClick(dialog.notes, Qt.Key.Key_Return)
    assert dialog.facts.value("kind") is dialog.notes.current().kind
