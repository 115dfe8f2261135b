"""The inspector shows the fields that the regulation has a use for, and every fact that a check asks can be entered."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from smcal.model import DayNote, NoteKind, Period, State, new_id

DAY = dt.date(2026, 12, 3)
SWITCHABLE = (
    "topic",
    "direction",
    "event_id",
    "artwork",
    "urgent",
    "has_partner",
    "personal_data",
    "mistake",
    "corrected",
    "deferred",
)
SHOWN = {
    "spb-cbs": {"topic", "direction", "event_id", "artwork", "urgent", "has_partner", "deferred"},
    "liepaja-lczb": {"direction"},
    "ogre-novads": {"personal_data"},
    "espelkamp": set(),
    "generic": {"artwork", "personal_data"},
}
MISTAKES = {"espelkamp", "generic"}


def shown(opened) -> set[str]:
    return {name for name in SWITCHABLE if opened.field(name).isVisibleTo(opened.inspector)}


@pytest.mark.parametrize("regulation", SHOWN)
def test_a_post_shows_the_fields_that_its_regulation_asks_for(opened_under, regulation):
    opened = opened_under(regulation)
    post = opened.make(title="Abend", date=DAY, page_id=opened.desk.book.pages[0].id)
    opened.show(post.id)
    assert shown(opened) == SHOWN[regulation]
    told = opened.make(title="Abend", date=DAY, page_id=opened.desk.book.pages[0].id, state=State.PUBLISHED)
    opened.show(told.id)
    assert ("mistake" in shown(opened)) == (regulation in MISTAKES)


def test_what_stands_in_a_field_is_shown_although_nobody_asks(opened_under):
    opened = opened_under("espelkamp")
    post = opened.make(title="Abend", date=DAY, page_id=opened.desk.book.pages[0].id, urgent=True, partner="Kino")
    opened.show(post.id)
    assert shown(opened) == {"urgent", "has_partner"}


def test_consent_of_people_is_recorded_by_keyboard(opened_under):
    opened = opened_under("ogre-novads")
    post = opened.make(title="Paldies", text="Paldies Ainai!", date=DAY, page_id=opened.desk.book.pages[0].id)
    opened.show(post.id)
    box = opened.field("personal_data")
    box.setFocus()
    opened.key(Qt.Key.Key_Space)
    week = Period(DAY - dt.timedelta(3), DAY + dt.timedelta(3))
    assert any(f.rule == "personal-data.consent" and f.post_id == post.id for f in opened.desk.findings(week))
    opened.key(Qt.Key.Key_Tab)
    assert opened.field("data_consent").hasFocus()
    opened.write("data_consent", "Aina L., 20.11., mape 4")
    opened.key(Qt.Key.Key_Tab)
    stored = opened.stored(post.id)
    assert (stored.personal_data, stored.data_consent) == (True, "Aina L., 20.11., mape 4")
    assert not any(f.rule == "personal-data.consent" and f.post_id == post.id for f in opened.desk.findings(week))


def test_a_mistake_is_told_and_corrected(opened_under):
    opened = opened_under("espelkamp")
    post = opened.make(title="Abend", text="Um acht.", page_id=opened.desk.book.pages[0].id, state=State.PUBLISHED)
    opened.show(post.id)
    assert not opened.field("corrected").isVisible()
    opened.type("mistake", "Es ist um sieben")
    assert opened.field("corrected").isVisible()
    opened.key(Qt.Key.Key_Tab)
    assert opened.field("corrected").hasFocus()
    opened.key(Qt.Key.Key_Space)
    stored = opened.stored(post.id)
    assert (stored.mistake, stored.corrected) == ("Es ist um sieben", True)


def test_a_post_announces_a_city_event(opened):
    event = DayNote(id=new_id(), date=DAY + dt.timedelta(2), text="Ночь искусств", kind=NoteKind.CITY_EVENT)
    with opened.desk.workspace.work("Prepare") as work:
        work.put(event)
        work.put(DayNote(id=new_id(), date=DAY, text="Памятная дата"))
    opened.desk.book.take(work.changes)
    opened.desk.changed.emit(work.changes)
    post = opened.make(title="Ночь искусств", date=DAY)
    opened.show(post.id)
    combo = opened.field("event_id")
    assert isinstance(combo, QComboBox)
    texts = [combo.itemText(row) for row in range(combo.count())]
    assert not any("Памятная" in text for text in texts)
    combo.setFocus()
    while "Ночь искусств" not in combo.currentText():
        QTest.keyClick(combo, Qt.Key.Key_Down)
    opened.settle()
    assert opened.stored(post.id).event_id == event.id
    late = opened.make(title="После", date=DAY + dt.timedelta(3))
    opened.show(late.id)
    assert not any("Ночь" in combo.itemText(row) for row in range(combo.count()))
