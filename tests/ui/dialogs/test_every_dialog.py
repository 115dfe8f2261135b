"""What holds for every dialog: text is text, keys are unique, nothing is wider than an old screen."""

import ast
import datetime as dt
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QTabWidget,
    QWidget,
)

import smcal_ui
from smcal.model import Period, State
from smcal.preferences import Preferences
from smcal.words import WINDOW_LANGUAGES, speak
from smcal_ui.desk import Desk
from smcal_ui.dialogs.about import AboutDialog
from smcal_ui.dialogs.answer import AnswerDialog
from smcal_ui.dialogs.bin import BinDialog
from smcal_ui.dialogs.checklist import ChecklistDialog
from smcal_ui.dialogs.departures import DeparturesDialog
from smcal_ui.dialogs.errors import ErrorDialog
from smcal_ui.dialogs.find import FindDialog
from smcal_ui.dialogs.handing_in import HandedIn
from smcal_ui.dialogs.history import HistoryDialog
from smcal_ui.dialogs.importing import ImportDialog
from smcal_ui.dialogs.library import LibraryDialog
from smcal_ui.dialogs.library.pages import PageDialog
from smcal_ui.dialogs.move import MoveDialog
from smcal_ui.dialogs.notes import NotesDialog
from smcal_ui.dialogs.override import OverrideDialog
from smcal_ui.dialogs.plans import PlansDialog
from smcal_ui.dialogs.preferences import PreferencesDialog
from smcal_ui.dialogs.published import PublishedDialog
from smcal_ui.dialogs.removal import RemovalDialog
from smcal_ui.dialogs.shortcuts import ShortcutsDialog
from smcal_ui.dialogs.submit import SubmitDialog
from smcal_ui.dialogs.today import TodayDialog
from smcal_ui.dialogs.welcome import WelcomeDialog
from smcal_ui.dialogs.who import WhoDialog
from smcal_ui.tasks import Tasks

WEEK = Period(dt.date(2026, 11, 30), dt.date(2026, 12, 6))
HOME = Path(smcal_ui.__file__).parent


def a_post(desk: Desk) -> str:
    return next(p.id for row in desk.book.plan(WEEK).posts.values() for p in row if p.state is State.SUBMITTED)


def library_at(tab: int) -> Callable[[Desk, Tasks, Path], QDialog]:
    def make(desk: Desk, tasks: Tasks, folder: Path) -> QDialog:
        dialog = LibraryDialog(desk)
        dialog.tabs.setCurrentIndex(tab)
        return dialog

    return make


def welcome_at(step: int) -> Callable[[Desk, Tasks, Path], QDialog]:
    def make(desk: Desk, tasks: Tasks, folder: Path) -> QDialog:
        dialog = WelcomeDialog([], tasks, folder=folder)
        dialog._show_step(step)
        return dialog

    return make


def handed_in(desk: Desk, tasks: Tasks, folder: Path) -> QDialog:
    dialog = SubmitDialog(desk, tasks, None, WEEK)
    with desk.read() as reader:
        plan = reader.submissions()[0]
    dialog._on_handed_in(HandedIn(folder / "plan.docx", folder / "plan.pdf", submission=plan))
    return dialog


def importing(desk: Desk, tasks: Tasks, folder: Path) -> QDialog:
    path = folder / "plan.csv"
    path.write_text("date;title\n07.12.2026;One\nnever;Two\n", "utf-8")
    return ImportDialog(desk, path=path)


def person(desk: Desk, tasks: Tasks, folder: Path) -> QDialog:
    library = LibraryDialog(desk)
    dialog = library.people._dialog("Person", desk.person)
    dialog.destroyed.connect(library.deleteLater)
    dialog.setParent(None)
    dialog.library = library  # it lives as long
    return dialog


DIALOGS: dict[str, Callable[[Desk, Tasks, Path], QDialog]] = {
    "about": lambda desk, tasks, folder: AboutDialog(),
    "answer": lambda desk, tasks, folder: AnswerDialog(desk, [a_post(desk)]),
    "answers": lambda desk, tasks, folder: AnswerDialog(
        desk, [p.id for row in desk.book.plan(WEEK).posts.values() for p in row][:7]
    ),
    "handed-in": handed_in,
    "published": lambda desk, tasks, folder: PublishedDialog(desk, a_post(desk)),
    "bin": lambda desk, tasks, folder: BinDialog(desk),
    "checklist": lambda desk, tasks, folder: ChecklistDialog(desk, desk.book.pages[0].id, WEEK.first),
    "departures": lambda desk, tasks, folder: DeparturesDialog(desk),
    "plans": lambda desk, tasks, folder: PlansDialog(desk),
    "override": lambda desk, tasks, folder: OverrideDialog(desk, [], "Eight posts in a week."),
    "remove": lambda desk, tasks, folder: RemovalDialog(desk, desk.post(a_post(desk))),
    "error": lambda desk, tasks, folder: ErrorDialog("The disk is full."),
    "find": lambda desk, tasks, folder: FindDialog(desk, text="a"),
    "history": lambda desk, tasks, folder: HistoryDialog(desk, a_post(desk)),
    "import": importing,
    "move": lambda desk, tasks, folder: MoveDialog(desk, [a_post(desk)]),
    "notes": lambda desk, tasks, folder: NotesDialog(desk, desk.today),
    "page": lambda desk, tasks, folder: PageDialog(desk, "Page", msgspec.structs.asdict(desk.book.pages[0])),
    "person": person,
    "preferences": lambda desk, tasks, folder: PreferencesDialog(Preferences()),
    "shortcuts": lambda desk, tasks, folder: ShortcutsDialog([QAction("Do")]),
    "submit": lambda desk, tasks, folder: SubmitDialog(desk, tasks, None, WEEK),
    "today": lambda desk, tasks, folder: TodayDialog(desk),
    "who": lambda desk, tasks, folder: WhoDialog(desk),
    "welcome": lambda desk, tasks, folder: WelcomeDialog([], tasks, folder=folder),
    **{f"welcome-{step}": welcome_at(step) for step in range(3)},
    **{f"library-{tab}": library_at(tab) for tab in range(6)},
}


@pytest.fixture(params=WINDOW_LANGUAGES)
def language(request) -> str:
    speak(request.param)
    return request.param


@pytest.fixture(params=DIALOGS)
def dialog(request, qtbot, desk: Desk, tasks: Tasks, tmp_path: Path, language: str) -> QDialog:
    made = DIALOGS[request.param](desk, tasks, tmp_path)
    qtbot.addWidget(made)
    made.show()
    return made


def seen(dialog: QDialog, kind: type) -> list:
    return [widget for widget in dialog.findChildren(kind) if widget.isVisibleTo(dialog)]


def mnemonics(dialog: QDialog) -> list[tuple[str, str]]:
    texts = [b.text() for b in seen(dialog, QAbstractButton) if b.isVisible()]
    texts += [label.text() for label in seen(dialog, QLabel) if label.buddy() is not None]
    texts += [tabs.tabText(n) for tabs in seen(dialog, QTabWidget) for n in range(tabs.count())]
    keys = [(QKeySequence.mnemonic(text).toString(), text) for text in texts]
    keys += [(b.shortcut().toString(), b.accessibleName()) for b in seen(dialog, QAbstractButton) if not b.text()]
    return [(key, text) for key, text in keys if key]


def test_a_dialog_is_ready_for_everybody(dialog: QDialog) -> None:
    assert_every_key_is_for_one_thing(dialog)
    assert_text_is_text(dialog)
    assert_everything_has_a_name(dialog)
    assert_tab_reaches_everything(dialog)
    assert dialog.width() <= 900 and dialog.height() <= 700
    assert dialog.windowTitle()
    assert sum(b.isDefault() for b in seen(dialog, QAbstractButton) if hasattr(b, "isDefault")) == 1 or not [
        b for b in seen(dialog, QAbstractButton) if b.property("primary")
    ]


def assert_every_key_is_for_one_thing(dialog: QDialog) -> None:
    keys = mnemonics(dialog)
    count = Counter(key for key, _text in keys)
    assert not [(key, text) for key, text in keys if count[key] > 1], keys


def assert_text_is_text(dialog: QDialog) -> None:
    rich = [label.text() for label in dialog.findChildren(QLabel) if label.textFormat() != Qt.TextFormat.PlainText]
    assert not [text for text in rich if text]


def assert_everything_has_a_name(dialog: QDialog) -> None:
    """What a screen reader says of each field: its own name, or that of the label before it."""
    labelled = {label.buddy() for label in dialog.findChildren(QLabel)}
    fields: list[QWidget] = []
    for kind in (QLineEdit, QComboBox, QPlainTextEdit, QTableView):
        fields += [w for w in seen(dialog, kind) if w.parent() is not None and "qt_" not in w.objectName()]
    nameless = [w for w in fields if not w.accessibleName() and w not in labelled]
    assert not [w for w in nameless if not isinstance(w.parent(), QComboBox)], nameless


def assert_tab_reaches_everything(dialog: QDialog) -> None:
    """Whoever has no mouse goes round with Tab."""
    kinds = (QLineEdit, QComboBox, QPlainTextEdit, QTableView, QAbstractButton)
    wanted = {
        widget
        for kind in kinds
        for widget in seen(dialog, kind)
        if widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not is_inside_editor(widget)
    }
    reached = set()
    for _n in range(60):
        here = dialog.focusWidget()
        reached.add(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)  # inside a date it goes from day to month to year first
    assert wanted and not wanted - reached


def is_inside_editor(widget: QWidget) -> bool:
    return isinstance(widget.parent(), QComboBox | QAbstractSpinBox | QLineEdit)


@pytest.mark.parametrize("path", sorted(HOME.rglob("*.py")), ids=lambda path: path.relative_to(HOME).as_posix())
def test_f79_labels_are_made_in_one_place_and_boxes_by_nobody(path: Path) -> None:
    """A plain QLabel or QMessageBox would read HTML in a title as HTML, and load its pictures."""
    called = {
        node.func.id
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert "QMessageBox" not in called
    assert "QLabel" not in called


def test_f79_html_in_a_tool_tip_is_text(qtbot, desk: Desk) -> None:
    from smcal.planning.edit import new_post

    desk.do("New post", lambda work: new_post(work, None, title="<img src=x onerror=1> marmot"))
    dialog = FindDialog(desk, text="marmot")
    qtbot.addWidget(dialog)
    model = dialog.found.model()
    tips = [model.index(0, n).data(Qt.ItemDataRole.ToolTipRole) for n in range(model.columnCount())]
    assert "&lt;img" in tips[-1] and "<img" not in "".join(tips)
