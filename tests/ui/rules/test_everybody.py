"""Every chapter is ready for keys, screen readers and small screens."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from smcal.words import speak
from smcal_ui.desk import Desk
from smcal_ui.rules.dialog import RegulationDialog
from smcal_ui.rules.taking import take_copy
from smcal_ui.rules.wording import ABOUT, CHAPTERS, FIGURES, PAST, RULES, TOPICS
from smcal_ui.tasks import Tasks
from tests.ui.dialogs.test_every_dialog import (
    assert_every_key_is_for_one_thing,
    assert_everything_has_a_name,
    assert_tab_reaches_everything,
    assert_text_is_text,
)
from tests.ui.rules.driving import CTRL, figure, go, type_in


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


def test_control_and_the_page_keys_turn_the_chapters_from_everywhere(own: RegulationDialog) -> None:
    go(own, FIGURES)
    figure(own, "frequency", "clause").setFocus()
    QTest.keyClick(figure(own, "frequency", "clause"), Qt.Key.Key_PageDown, CTRL)
    assert own.contents.shown == TOPICS and own.contents.nav.hasFocus()
    for _step in range(4):
        QTest.keyClick(own.contents.nav, Qt.Key.Key_PageUp, CTRL)
    assert own.contents.shown == PAST


def test_it_opens_again_at_the_chapter_where_it_was_left(qtbot: Any, desk: Desk, tasks: Tasks, tmp_path: Path) -> None:
    window = QWidget()
    window.memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)  # type: ignore[attr-defined]
    qtbot.addWidget(window)
    first = RegulationDialog(desk, tasks, window)
    first.show()
    assert first.contents.shown == RULES
    go(first, TOPICS)
    QTest.keyClick(first, Qt.Key.Key_Escape)
    assert RegulationDialog(desk, tasks, window).contents.shown == TOPICS


def test_spaces_stay_while_a_name_is_being_typed(own: RegulationDialog) -> None:
    """What is stored has no doubled spaces; the field is not written over under the cursor."""
    about = go(own, ABOUT)
    title = about.form.fields["title"].widget
    type_in(title, "Our  own  ru")
    QTest.keyClicks(title, "les")
    assert (title.text(), own.draft.pack.title.ru) == ("Our  own  rules", "Our own rules")
