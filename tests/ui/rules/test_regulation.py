"""The regulation by mouse and keys: copied, changed, looked at from the plan, put in force, taken back."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QListWidget, QPushButton, QWidget

from smcal.planning.rules import use_pack
from smcal.planning.scope import scope_over
from smcal.regulation import Severity, check_plan, context, load_pack, pack_text, read_pack
from smcal.regulation.write import pack_toml
from smcal.words import speak
from smcal.worktime import Counting, Hours
from smcal_ui.desk import Desk
from smcal_ui.rules.dialog import RegulationDialog
from smcal_ui.rules.fields import clause_read, clause_written
from smcal_ui.rules.figures import FiguresChapter
from smcal_ui.rules.impact_list import ImpactDialog
from smcal_ui.rules.listed import ListChapter
from smcal_ui.rules.past import PastChapter
from smcal_ui.rules.rule_table import RulesChapter
from smcal_ui.rules.taking import take_copy
from smcal_ui.rules.wording import ABOUT, CHAPTERS, CHECKLIST, FIGURES, HOURS, PAST, RULES, TOPICS
from tests.ui.dialogs.test_every_dialog import (
    assert_every_key_is_for_one_thing,
    assert_everything_has_a_name,
    assert_tab_reaches_everything,
    assert_text_is_text,
)

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
Later = Callable[[Callable[[Any], None]], None]


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, LEFT)


def go(dialog: RegulationDialog, chapter: str) -> Any:
    """Walk to a chapter with the arrows."""
    nav: QListWidget = dialog.contents.nav
    nav.setFocus()
    QTest.keyClick(nav, Qt.Key.Key_Home)
    for _n in range(list(CHAPTERS).index(chapter)):
        QTest.keyClick(nav, Qt.Key.Key_Down)
    assert dialog.contents.chapters[chapter].isVisible()
    return dialog.contents.chapters[chapter]


def type_in(widget: QWidget, text: str) -> None:
    widget.setFocus()
    QTest.keySequence(widget, "Ctrl+A")
    QTest.keyClicks(widget, text)


def figure(dialog: RegulationDialog, section: str, key: str) -> QWidget:
    chapter = dialog.contents.chapters[FIGURES]
    assert isinstance(chapter, FiguresChapter)
    return chapter.boxes[section].form.fields[key].widget


def choose_rule(rules: RulesChapter, name: str) -> None:
    rules.table.setFocus()
    QTest.keyClick(rules.table, Qt.Key.Key_Home, CTRL)
    while rules.table.current().id != name:
        QTest.keyClick(rules.table, Qt.Key.Key_Down)


def rows(desk: Desk, *tables: str) -> list[tuple[Any, ...]]:
    """What the file has in some tables, byte by byte."""
    with closing(sqlite3.connect(desk.workspace.path)) as file:
        return [row for table in tables for row in file.execute(f"SELECT * FROM {table} ORDER BY id")]


# a shipped one


def test_a_shipped_regulation_is_read_only_and_says_so(shown: RegulationDialog) -> None:
    rules = go(shown, RULES)
    choose_rule(rules, "frequency.max")
    QTest.keyClick(rules.table, Qt.Key.Key_Space)
    type_in(rules.form.fields["clause"].widget, "9.9")
    go(shown, FIGURES)
    type_in(figure(shown, "frequency", "max"), "9")
    press(shown.contents.chapters[TOPICS].buttons["remove"])  # type: ignore[attr-defined]
    assert not shown.draft.touched
    assert shown.head.make_own.isVisible() and "cannot be changed" in shown.head.state.text()
    assert not shown.put.isEnabled()


def test_one_button_makes_a_copy_with_a_name(shown: RegulationDialog, in_next_dialog: Later) -> None:
    def name_it(dialog: Any) -> None:
        type_in(dialog.form.fields["name"].widget, "Rules of Sadovaya")
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    in_next_dialog(name_it)
    before = shown.contents.nav.geometry()
    press(shown.head.make_own)
    QApplication.processEvents()
    assert shown.contents.nav.geometry() == before, "the chapters stay below the pointer"
    pack = shown.draft.pack
    assert (pack.title.ru, pack.id, pack.version, pack.based_on) == (
        "Rules of Sadovaya",
        "spb-cbs-own",
        1,
        "spb-cbs 1",
    )
    assert not shown.head.make_own.isVisible()
    assert "not in force yet" in shown.head.state.text()


def test_whoever_wants_no_name_gets_no_copy(shown: RegulationDialog, in_next_dialog: Later) -> None:
    in_next_dialog(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    press(shown.head.make_own)
    assert not shown.draft.touched


# numbers, rules, lists


def test_a_number_typed_tells_at_once_what_appears(own: RegulationDialog, desk: Desk, qtbot: Any) -> None:
    go(own, FIGURES)
    type_in(figure(own, "frequency", "max"), "4")
    qtbot.waitUntil(own.impact.link.isVisible, timeout=2000)
    told = own.impact.impact
    assert told is not None
    period = own.impact.watch._outlook.scope.period  # type: ignore[union-attr]
    assert (str(period.first), period.last.weekday()) == ("2026-11-23", 6)
    scope = scope_over(desk.workspace, desk.book.plan, period, desk.at)
    before = [(f.key, f.severity) for f in check_plan(scope)]
    after = [(f.key, f.severity) for f in check_plan(msgspec.structs.replace(scope, pack=own.draft.pack))]
    assert [(f.key, f.severity) for f in told.appear] == [one for one in after if one not in before] != []
    assert [(f.key, f.severity) for f in told.vanish] == [one for one in before if one not in after]
    assert str(len(told.appear)) in own.impact.link.text()


def test_another_period_of_topics_is_counted_with_all_the_posts_it_needs(
    own: RegulationDialog, desk: Desk, qtbot: Any
) -> None:
    """The pack in force looks at quarters, the draft at months and half a year of days: more posts are read."""
    go(own, FIGURES)
    type_in(figure(own, "events", "days"), "180")
    qtbot.waitUntil(lambda: own.impact.impact is not None, timeout=2000)
    held = own.impact.watch._outlook
    assert held is not None and held.serves(own.draft.pack)
    around = context(held.scope.period, own.draft.pack)
    assert (held.held.first, held.held.last) <= (around.first, held.held.last)


def test_smallest_above_largest_is_said_at_the_field_and_cannot_be_put_in_force(own: RegulationDialog) -> None:
    go(own, FIGURES)
    type_in(figure(own, "frequency", "min"), "9")
    box = own.contents.chapters[FIGURES].boxes["frequency"]  # type: ignore[attr-defined]
    assert box.faults.lines["min"].text() == "The smallest number is larger than the largest."
    assert figure(own, "frequency", "min").property("level") == "bad"
    assert not own.put.isEnabled()
    assert "1 thing must be mended" in own.impact.link.text()
    assert own.contents.nav.item(list(CHAPTERS).index(FIGURES)).text().endswith("(1)")
    own.contents.nav.setCurrentRow(0)
    press(own.impact.link)
    assert own.contents.nav.currentRow() == list(CHAPTERS).index(FIGURES)
    type_in(figure(own, "frequency", "min"), "2")
    assert (box.faults.lines["min"].isVisible(), own.put.isEnabled()) == (False, True)


def test_an_unknown_clause_is_said_in_words_and_may_be_added_to_the_document(own: RegulationDialog) -> None:
    go(own, FIGURES)
    type_in(figure(own, "frequency", "clause"), "5.88")
    box = own.contents.chapters[FIGURES].boxes["frequency"]  # type: ignore[attr-defined]
    assert box.faults.lines["clause"].text().startswith("The document has no cl. 5.88.")
    about = go(own, "about")
    clauses = about.form.fields["clauses"].widget
    clauses.setFocus()
    QTest.keyClick(clauses, Qt.Key.Key_End, CTRL)
    QTest.keyClicks(clauses, "; 5.88")
    assert own.draft.flaws == ()
    assert "5.88" in own.draft.pack.clauses


def test_a_rule_is_turned_in_its_place_by_keys(own: RegulationDialog) -> None:
    rules = go(own, RULES)
    choose_rule(rules, "frequency.max")
    QTest.keyClick(rules.table, Qt.Key.Key_Space)
    assert own.draft.pack.severity("frequency.max") is Severity.RECOMMENDED
    assert rules.table.current().id == "frequency.max"
    QTest.keyClick(rules.table, Qt.Key.Key_Space)
    assert own.draft.pack.severity("frequency.max") is Severity.OFF
    QTest.keyClick(rules.table, Qt.Key.Key_Left)
    assert own.draft.pack.severity("frequency.max") is Severity.RECOMMENDED
    QTest.keyClick(rules.table, Qt.Key.Key_Return)
    assert rules.form.fields["severity"].widget.hasFocus()


def test_a_rule_without_its_section_says_what_it_needs(own: RegulationDialog) -> None:
    rules = go(own, RULES)
    choose_rule(rules, "events.privacy-notice")
    assert "tick “Notice about photographs” in “Frequency and deadlines” first" in rules.about.text()
    QTest.keyClick(rules.table, Qt.Key.Key_Space)
    assert own.draft.pack.severity("events.privacy-notice") is Severity.OFF
    assert own.draft.flaws == ()


def test_a_section_that_goes_takes_its_rules_with_it(own: RegulationDialog) -> None:
    go(own, FIGURES)
    box = own.contents.chapters[FIGURES].boxes["frequency"]  # type: ignore[attr-defined]
    box.there.setFocus()
    QTest.keyClick(box.there, Qt.Key.Key_Space)
    assert own.draft.pack.frequency is None
    assert own.draft.pack.severity("frequency.max") is Severity.OFF
    assert own.draft.flaws == ()
    QTest.keyClick(box.there, Qt.Key.Key_Space)
    assert "Name the clause" in box.faults.lines["clause"].text()


def test_a_new_rule_takes_the_clause_of_its_section(own: RegulationDialog) -> None:
    rules = go(own, RULES)
    choose_rule(rules, "mistakes.corrected")
    QTest.keyClick(rules.table, Qt.Key.Key_Space)
    assert "Name the clause" in rules.faults.lines["clause"].text()
    QTest.keyClick(rules.table, Qt.Key.Key_Left)
    assert "mistakes.corrected" not in own.draft.pack.rules
    assert own.draft.flaws == ()


def test_typing_is_one_step_and_ctrl_z_takes_it_back(own: RegulationDialog) -> None:
    go(own, FIGURES)
    type_in(figure(own, "submission", "working_days"), "12")
    assert own.draft.pack.submission.working_days == 12  # type: ignore[union-attr]
    QTest.keyClick(own.contents.nav, Qt.Key.Key_Z, CTRL)
    assert own.draft.pack.submission.working_days == 5  # type: ignore[union-attr]
    QTest.keyClick(own.contents.nav, Qt.Key.Key_Y, CTRL)
    assert own.draft.pack.submission.working_days == 12  # type: ignore[union-attr]


def test_a_topic_is_added_ordered_changed_and_removed(own: RegulationDialog, in_next_dialog: Later) -> None:
    topics = go(own, TOPICS)
    assert isinstance(topics, ListChapter)

    def fill(dialog: Any) -> None:
        type_in(dialog.form.fields["title_ru"].widget, "Podcasts")
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        assert dialog.isVisible() and dialog.notice.text  # the short name and the clause are missing
        type_in(dialog.form.fields["short_ru"].widget, "Podcast")
        type_in(dialog.form.fields["clause"].widget, "App. 2, 11")
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    in_next_dialog(fill)
    press(topics.buttons["add topics"])
    added = own.draft.pack.topics[-1]
    assert (added.id, added.title.ru, added.clause) == (12, "Podcasts", "App. 2, 11")
    QTest.keyClick(topics.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [topic.id for topic in own.draft.pack.topics][-2:] == [12, 11]
    assert topics.table.current().id == 12

    in_next_dialog(lambda dialog: (type_in(dialog.form.fields["short_ru"].widget, "Pod"), dialog.accept()))
    QTest.keyClick(topics.table, Qt.Key.Key_Return)
    assert own.draft.pack.topic(12).short.ru == "Pod"  # type: ignore[union-attr]
    QTest.keyClick(topics.table, Qt.Key.Key_Delete)
    assert own.draft.pack.topic(12) is None


def test_a_number_that_is_taken_is_refused_in_the_form(own: RegulationDialog, in_next_dialog: Later) -> None:
    topics = go(own, TOPICS)

    def fill(dialog: Any) -> None:
        type_in(dialog.form.fields["id"].widget, "3")
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        assert dialog.isVisible()
        assert dialog.notice.text == "This number is there twice."

    in_next_dialog(fill)
    QTest.keyClick(topics.table, Qt.Key.Key_End, CTRL)
    press(topics.buttons["edit"])
    assert own.draft.pack.topics == load_pack("spb-cbs").topics


def test_the_last_point_of_a_rule_turns_it_off(own: RegulationDialog) -> None:
    points = go(own, CHECKLIST)
    points.table.choose(2)
    press(points.buttons["remove"])
    assert own.draft.pack.severity("language.opinion") is Severity.OFF
    assert own.draft.flaws == ()


# in force


def test_put_in_force_is_one_step_that_history_outlives(own: RegulationDialog, desk: Desk) -> None:
    decided = rows(desk, "submission", "submitted_post", "override", "kept_pack")
    said: list[str] = []
    own.said.connect(said.append)
    go(own, FIGURES)
    type_in(figure(own, "frequency", "max"), "6")
    press(own.put)
    assert not own.isVisible()
    assert (desk.workspace.pack().id, desk.workspace.pack().frequency.max) == ("spb-cbs-own", 6)  # type: ignore[union-attr]
    assert said == ["In force now: “Our rules”, version 1"]
    assert set(decided) <= set(rows(desk, "submission", "submitted_post", "override", "kept_pack"))
    assert desk.undo_stack.undo_label == "Put a regulation in force"
    desk.undo()
    assert desk.workspace.pack() == load_pack("spb-cbs")
    assert set(decided) <= set(rows(desk, "submission", "submitted_post", "override", "kept_pack"))
    with desk.read() as reader:
        assert "spb-cbs-own" in {kept.regulation for kept in reader.kept_packs()}, "it was in force for a while"
    desk.redo()
    assert desk.workspace.pack().id == "spb-cbs-own"


def test_the_next_change_is_the_next_version_and_the_story_tells_both(
    own: RegulationDialog, desk: Desk, make_dialog: Callable[[], RegulationDialog]
) -> None:
    press(own.put)
    second = make_dialog()
    go(second, FIGURES)
    type_in(figure(second, "frequency", "max"), "5")
    topics = go(second, TOPICS)
    QTest.keyClick(topics.table, Qt.Key.Key_End, CTRL)
    QTest.keyClick(topics.table, Qt.Key.Key_Delete)
    assert "version 2" in second.head.state.text()
    press(second.put)
    third = make_dialog()
    past = go(third, PAST)
    assert isinstance(past, PastChapter)
    assert [(v.pack.id, v.pack.version, v.in_force) for v in past.table.values] == [
        ("spb-cbs-own", 2, True),
        ("spb-cbs-own", 1, False),
        ("spb-cbs", 1, False),
    ]
    latest, _first, shipped = past.table.values
    assert (latest.person, latest.at) == (desk.person.name, desk.at)  # type: ignore[union-attr]
    assert shipped.submissions == 48
    assert past.changes.values == [
        ("How often to post: at most, posts in a week", "7", "5"),
        ("Topics: Specialised online resources", "was there", "removed"),
    ]
    past.table.choose(1)
    press(past.take)
    assert third.draft.pack.frequency.max == 7  # type: ignore[union-attr]
    press(third.put)
    assert (desk.workspace.pack().version, desk.workspace.pack().frequency.max) == (3, 7)  # type: ignore[union-attr]


def test_hours_alone_are_a_step_without_a_version(shown: RegulationDialog, desk: Desk, qtbot: Any) -> None:
    hours = go(shown, HOURS)
    friday: QCheckBox = hours.editor._days[4].open
    friday.setFocus()
    QTest.keyClick(friday, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: shown.impact.impact is not None, timeout=2000)
    press(shown.put)
    assert desk.workspace.settings().pack is None
    assert desk.workspace.worktime().with_hours(Hours.default()) is not None
    assert not desk.workspace.worktime().is_working(desk.today.replace(day=27))
    assert desk.undo_stack.undo_label == "Change the curator's working hours"
    desk.undo()
    assert desk.workspace.worktime().is_working(desk.today.replace(day=27))


def test_hours_and_rules_together_are_one_step(own: RegulationDialog, desk: Desk) -> None:
    hours = go(own, HOURS)
    QTest.keyClick(hours.editor._days[4].open, Qt.Key.Key_Space)
    steps = desk.undo_stack.undo_label
    press(own.put)
    assert desk.workspace.settings().pack is not None
    desk.undo()
    assert desk.workspace.settings().pack is None
    assert desk.workspace.worktime().is_working(desk.today.replace(day=27))
    assert desk.undo_stack.undo_label == steps


def test_back_to_the_original_keeps_ours_among_the_versions(
    own: RegulationDialog, desk: Desk, make_dialog: Callable[[], RegulationDialog], in_next_dialog: Later
) -> None:
    press(own.put)
    dialog = make_dialog()
    in_next_dialog(lambda question: press(question.go))
    press(dialog.go_back)
    assert desk.workspace.pack() == load_pack("spb-cbs")
    with desk.read() as reader:
        assert {kept.regulation for kept in reader.kept_packs()} == {"spb-cbs", "spb-cbs-own"}


def test_another_counting_reaches_the_deadlines(own: RegulationDialog, desk: Desk) -> None:
    go(own, FIGURES)
    counting = figure(own, "submission", "counting")
    example = own.contents.chapters[FIGURES].boxes["submission"].example  # type: ignore[attr-defined]
    before = example.text()
    counting.setFocus()
    QTest.keyClick(counting, Qt.Key.Key_Down)
    assert own.draft.pack.submission.counting is Counting.CLEAR_DAYS  # type: ignore[union-attr]
    assert example.text() != before
    day = desk.today.replace(day=30)
    early = desk.workspace.worktime().submit_by(day)
    press(own.put)
    assert desk.workspace.worktime().submit_by(day) < early


# leaving


def test_closing_asks_about_what_is_not_in_force(own: RegulationDialog, in_next_dialog: Later) -> None:
    in_next_dialog(lambda question: press(question.stay))
    QTest.keyClick(own, Qt.Key.Key_Escape)
    assert own.isVisible()
    in_next_dialog(lambda question: press(question.go))
    own.close()
    assert not own.isVisible()


def test_closing_an_untouched_one_asks_nothing(shown: RegulationDialog) -> None:
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_enter_in_a_field_puts_nothing_in_force(own: RegulationDialog, desk: Desk) -> None:
    go(own, FIGURES)
    QTest.keyClick(figure(own, "frequency", "clause"), Qt.Key.Key_Return)
    assert own.isVisible()
    assert desk.workspace.settings().pack is None


def test_the_list_of_findings_jumps_once_leaving_is_agreed(
    own: RegulationDialog, qtbot: Any, in_next_dialog: Later
) -> None:
    go(own, FIGURES)
    type_in(figure(own, "frequency", "max"), "4")
    qtbot.waitUntil(own.impact.link.isVisible, timeout=2000)
    pages: list[tuple[str, object]] = []
    own.pageRequested.connect(lambda page, day: pages.append((page, day)))
    own.jumpRequested.connect(lambda post: pages.append((post, None)))

    def choose(dialog: Any) -> None:
        assert isinstance(dialog, ImpactDialog)
        assert dialog.table.values[0].appears
        in_next_dialog(lambda question: press(question.go))
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)

    in_next_dialog(choose)
    press(own.impact.link)
    assert len(pages) == 1
    assert not own.isVisible()


# files


BROKEN = {
    "type": (lambda text: text.replace("max = 7", 'max = "seven"'), "frequency.max"),
    "order": (lambda text: text.replace("min = 2", "min = 8"), "frequency.min"),
    "clause": (lambda text: text.replace('clause = "5.8"\nmin', 'clause = "5.99"\nmin'), "frequency.clause"),
    "key": (lambda text: text.replace("max = 7", "maxx = 7"), "frequency.maxx"),
    "twice": (lambda text: text.replace("id = 2\n", "id = 1\n"), "topics[2].id"),
    "zone": (lambda text: text.replace("Europe/Moscow", "Europe/Atlantis"), "regulation.zone"),
    "country": (lambda text: text.replace('country = "RU"', 'country = "QQ"'), "regulation.country"),
    "endless": (lambda text: text.replace("max = 7", "max = 99999999999999999999999"), "frequency.max"),
    "number": (lambda text: text.replace("id = 11\n", "id = 9223372036854775808\n"), "topics[11].id"),
    "version": (lambda text: text.replace("version = 1\n", "version = 1000000000000000000000\n"), "regulation.version"),
    "long": (lambda text: text.replace('ru = "Регламент', f'ru = "{"я" * 200_000}', 1), "regulation.title.ru"),
    "newer": (lambda text: text.replace("version = 1", "version = 1\nformat = 99"), "regulation.format"),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_file_is_told_with_line_and_key_and_nothing_changes(
    own: RegulationDialog, desk: Desk, tmp_path: Path, in_next_dialog: Later, fault: str
) -> None:
    press(own.put)
    before = rows(desk, "kept_pack", "setting"), desk.workspace.pack_text()
    own.show()
    broken, key = BROKEN[fault]
    text = broken(pack_text("spb-cbs")).replace('id = "spb-cbs"', 'id = "theirs"')
    path = tmp_path / "theirs.toml"
    path.write_text(text, "utf-8")
    told: list[Any] = []
    in_next_dialog(lambda dialog: told.extend(dialog.table.values))
    own.take_from(path)
    assert key in [one.key for one in told]
    line = next(one.line for one in told if one.key == key)
    assert 1 < line <= text.count("\n")
    assert (rows(desk, "kept_pack", "setting"), desk.workspace.pack_text()) == before
    assert not own.draft.touched


def test_the_largest_numbers_are_shown_as_they_are(own: RegulationDialog, tmp_path: Path) -> None:
    largest = (("max = 7", "max = 1000"), ("days = 14", "days = 366"), ("months = 6", "months = 1200"))
    text = pack_text("spb-cbs").replace('id = "spb-cbs"', 'id = "theirs"').replace("id = 11\n", "id = 9999\n")
    for old, new in largest:
        assert old in text
        text = text.replace(old, new, 1)
    path = tmp_path / "theirs.toml"
    path.write_text(text, "utf-8")
    own.take_from(path)
    go(own, FIGURES)
    assert figure(own, "frequency", "max").value() == 1000  # type: ignore[attr-defined]
    assert figure(own, "events", "days").value() == 366  # type: ignore[attr-defined]
    assert figure(own, "coordinators", "months").value() == 1200  # type: ignore[attr-defined]
    assert own.draft.pack.topics[-1].id == 9999 and not own.draft.flaws


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"x" * (10 * 1024 * 1024), "too large"),
        ('[regulation]\nid = "ж"\n'.encode("cp1251"), "UTF-8"),
        (b"[regulation\n", "TOML"),
        (b"x = " + b"9" * 5_000, "too many digits"),
        (b"x = " + b"[" * 5_000, "nested too deeply"),
        (b"\x00\x01\x02" * 50, "TOML"),
    ],
)
def test_what_is_no_regulation_at_all_is_said_in_one_line(
    shown: RegulationDialog, tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "file.toml"
    path.write_bytes(content)
    shown.take_from(path)
    assert said in shown.notice.text
    assert "stays as it is" in shown.notice.text
    assert not shown.draft.touched


def test_an_empty_and_a_missing_file_are_told_too(
    shown: RegulationDialog, tmp_path: Path, in_next_dialog: Later
) -> None:
    (tmp_path / "empty.toml").touch()
    told: list[Any] = []
    in_next_dialog(lambda dialog: told.extend(dialog.table.values))
    shown.take_from(tmp_path / "empty.toml")
    assert told
    shown.take_from(tmp_path / "nowhere.toml")
    assert "nowhere.toml" in shown.notice.text


def test_out_and_in_again_is_the_same_and_is_looked_at_first(
    own: RegulationDialog, desk: Desk, tmp_path: Path, qtbot: Any
) -> None:
    go(own, FIGURES)
    type_in(figure(own, "frequency", "max"), "6")
    wanted = own.draft.pack
    own.save_to(tmp_path / "ours.toml")
    assert read_pack((tmp_path / "ours.toml").read_bytes(), "") == wanted
    own.draft.begin(own.draft._start)
    own.take_from(tmp_path / "ours.toml")
    assert own.draft.pack == wanted
    assert desk.workspace.settings().pack is None
    press(own.put)
    assert desk.workspace.pack_text() == (tmp_path / "ours.toml").read_text("utf-8")


def test_a_file_keeps_its_comments_when_it_comes_in_force(shown: RegulationDialog, desk: Desk, tmp_path: Path) -> None:
    text = pack_text("generic").replace('id = "generic"', 'id = "theirs"') + "# a word of ours\n"
    (tmp_path / "theirs.toml").write_text(text, "utf-8")
    shown.take_from(tmp_path / "theirs.toml")
    press(shown.put)
    assert desk.workspace.pack_text() == text


def test_a_changed_file_under_a_shipped_name_is_given_one_of_its_own(
    shown: RegulationDialog, tmp_path: Path, in_next_dialog: Later
) -> None:
    (tmp_path / "ours.toml").write_text(pack_text("spb-cbs").replace("max = 7", "max = 6"), "utf-8")
    in_next_dialog(lambda dialog: dialog.accept())
    shown.take_from(tmp_path / "ours.toml")
    assert (shown.draft.pack.id, shown.draft.pack.frequency.max) == ("spb-cbs-own", 6)  # type: ignore[union-attr]


def test_a_folder_that_cannot_be_written_is_told(own: RegulationDialog, tmp_path: Path) -> None:
    own.save_to(tmp_path / "nowhere" / "ours.toml")
    assert "was not written" in own.notice.text


# everybody


@pytest.mark.parametrize("chapter", list(CHAPTERS))
@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_chapter_is_ready_for_everybody(
    make_dialog: Callable[[], RegulationDialog], chapter: str, language: str
) -> None:
    speak(language)
    dialog = make_dialog()
    go(dialog, chapter)
    assert_every_key_is_for_one_thing(dialog)
    assert_text_is_text(dialog)
    assert_everything_has_a_name(dialog)
    if chapter not in (ABOUT, FIGURES):  # Tab goes on inside those for longer than the test walks
        assert_tab_reaches_everything(dialog)
    assert dialog.minimumSizeHint().width() <= 1008 and dialog.minimumSizeHint().height() <= 652


def test_markup_in_a_name_is_shown_as_it_is(shown: RegulationDialog, desk: Desk) -> None:
    take_copy(desk, shown.draft, shown.draft.pack, "<b>Ours</b>")
    assert "<b>Ours</b>" in shown.head.state.text()


@pytest.mark.parametrize("regulation", ["spb-cbs", "liepaja-lczb", "ogre-novads", "espelkamp", "generic"])
def test_every_shipped_regulation_can_be_shown_copied_and_put_in_force(
    desk: Desk, make_dialog: Callable[[], RegulationDialog], regulation: str
) -> None:
    """A look through all chapters changes nothing, and a copy of each is in force at a press."""
    with desk.workspace.work("Another") as work:
        use_pack(work, pack_toml(msgspec.structs.replace(load_pack(regulation), id=f"{regulation}-here")))
    dialog = make_dialog()
    for chapter in CHAPTERS:
        go(dialog, chapter)
    assert not dialog.draft.touched
    take_copy(desk, dialog.draft, dialog.draft.pack, "Ours")
    assert dialog.draft.flaws == ()
    press(dialog.put)
    assert desk.workspace.pack().based_on == f"{regulation}-here 1"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("п. 5.8", "5.8"),
        ("5.6, 5.11", "5.6, 5.11"),
        ("прил. 2, п. 6", "App. 2, 6"),
        ("Прил. 2, 6; пп. 5.1, 5.2", "App. 2, 6; 5.1, 5.2"),
        ("  ", ""),
    ],
)
def test_a_clause_is_typed_as_people_cite_it(typed: str, written: str) -> None:
    speak("ru")
    assert clause_written(typed) == written
    assert clause_written(clause_read(written)) == written
