"""The regulation in the gallery: each chapter, a draft with what it changes, its versions, a broken file."""

import datetime as dt
from collections.abc import Callable

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from smcal.model import Period
from smcal.planning.rules import impact, use_pack
from smcal.regulation import Pack, load_pack, pack_text
from smcal.regulation.load import lint_pack
from smcal.regulation.own import own_copy
from smcal.regulation.write import pack_toml
from smcal_ui.rules.chapters import all_chapters
from smcal_ui.rules.dialog import RegulationDialog
from smcal_ui.rules.draft import Draft
from smcal_ui.rules.entry import EntryDialog
from smcal_ui.rules.files import FaultsDialog
from smcal_ui.rules.impact_list import ImpactDialog
from smcal_ui.rules.in_force import in_force
from smcal_ui.rules.listed import ListChapter
from smcal_ui.rules.name import NameDialog
from smcal_ui.rules.rule_table import RulesChapter
from smcal_ui.rules.wording import ABOUT, CHECKLIST, DIRECTIONS, FIGURES, GROUNDS, HOURS, PAST, RULES, TOPICS
from tests.gallery.stage import Stage

COUNTED = 200  # milliseconds between two looks whether the worker has counted


def shipped(chapter: str) -> Callable[[Stage], QWidget]:
    """A chapter of the regulation that ships with smcal."""
    return lambda stage: _at(RegulationDialog(stage.desk, stage.tasks), chapter)


def own(chapter: str) -> Callable[[Stage], QWidget]:
    """A chapter of a library's own draft, which allows fewer posts a week."""

    def show(stage: Stage) -> QWidget:
        dialog = _at(RegulationDialog(stage.desk, stage.tasks), chapter)
        state = dialog.draft.state._replace(pack=_stricter(), text="")
        dialog.draft.begin(state._replace(pack=load_pack("spb-cbs")))
        dialog.draft.take(state)
        dialog.show()
        for _turn in range(20):
            QTest.qWait(COUNTED if dialog.impact.impact is None else 0)
        dialog.draft._start = dialog.draft.state  # so that closing asks nobody
        return dialog

    return show


def faulty(stage: Stage) -> QWidget:
    """The smallest number above the largest, and a clause that the document has not."""
    dialog = own(FIGURES)(stage)
    assert isinstance(dialog, RegulationDialog)
    frequency = _stricter().frequency
    assert frequency is not None
    wrong = msgspec.structs.replace(frequency, min=9, clause="5.88")
    dialog.draft.change(msgspec.structs.replace(_stricter(), frequency=wrong))
    assert dialog.draft.flaws
    dialog.draft._start = dialog.draft.state
    return dialog


def versions(stage: Stage) -> QWidget:
    """Two versions of our own after the one that ships with smcal."""
    first = own_copy(load_pack("spb-cbs"), "spb-cbs-own", "Регламент нашей библиотеки")
    for pack in (
        first,
        msgspec.structs.replace(first, version=2, frequency=_stricter().frequency, topics=first.topics[:-1]),
    ):
        person = stage.desk.person.id if stage.desk.person else None
        with stage.desk.workspace.work("Rules", person, stage.desk.at) as work:
            use_pack(work, pack_toml(pack))
    return _at(RegulationDialog(stage.desk, stage.tasks), PAST)


def small(stage: Stage) -> QWidget:
    """The rules on a small old screen."""
    dialog = own(RULES)(stage)
    dialog.resize(1008, 652)
    return dialog


def changes(stage: Stage) -> QWidget:
    """The findings that a stricter regulation would bring."""
    today = stage.desk.today
    scope = stage.desk.scope(Period(today, today + dt.timedelta(21)))
    return ImpactDialog(stage.desk, impact(scope, _stricter()))


def broken(stage: Stage) -> QWidget:
    """A file with three faults."""
    text = pack_text("spb-cbs").replace("max = 7", 'max = "seven"').replace("period = ", "periode = ")
    path = stage.place / "регламент.toml"
    path.write_text(text.replace('country = "RU"', 'country = "Россия"'), "utf-8")
    return FaultsDialog(path, lint_pack(path))


def entry(stage: Stage) -> QWidget:
    """A topic in its form."""
    topics = all_chapters(stage.desk, Draft(in_force(stage.desk)))[TOPICS]
    assert isinstance(topics, ListChapter)
    return EntryDialog(topics.kinds[0], _stricter(), 5)


def name(stage: Stage) -> QWidget:
    """What the copy is to be called."""
    return NameDialog("Регламент нашей библиотеки")


def tried(stage: Stage) -> QWidget:
    """Somebody tries to change what ships with smcal."""
    dialog = shipped(RULES)(stage)
    dialog.show()
    assert isinstance(dialog, RegulationDialog)
    rules = dialog.contents.chapters[RULES]
    assert isinstance(rules, RulesChapter)
    QTest.keyClick(rules.table, Qt.Key.Key_Space)
    return dialog


def _stricter() -> Pack:
    pack = own_copy(load_pack("spb-cbs"), "spb-cbs-own", "Регламент нашей библиотеки")
    assert pack.frequency is not None
    return msgspec.structs.replace(pack, frequency=msgspec.structs.replace(pack.frequency, max=4))


def _at(dialog: RegulationDialog, chapter: str) -> RegulationDialog:
    dialog.contents.open(chapter)
    return dialog


ENTRIES: dict[str, Callable[[Stage], QWidget]] = {
    "regulation": shipped(RULES),
    "regulation-figures": shipped(FIGURES),
    "regulation-about": own(ABOUT),
    "regulation-own": own(RULES),
    "regulation-own-figures": own(FIGURES),
    "regulation-topics": own(TOPICS),
    "regulation-directions": own(DIRECTIONS),
    "regulation-checklist": own(CHECKLIST),
    "regulation-grounds": own(GROUNDS),
    "regulation-hours": own(HOURS),
    "regulation-entry": entry,
    "regulation-name": name,
    "regulation-tried": tried,
    "regulation-versions": versions,
    "regulation-faulty": faulty,
    "regulation-small": small,
    "regulation-changes": changes,
    "regulation-broken": broken,
}
