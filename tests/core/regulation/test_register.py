"""What the register says of pages and people (2, 5.1, 5.5), and the words for it."""

import datetime as dt

import msgspec
import pytest

from smcal.documents.dates import BabelDates
from smcal.model import Period, Removal, State
from smcal.regulation import message, short_message
from smcal.regulation.checks.register import _months_after
from smcal.words import words
from tests.core.regulation.cases import ANNA, AT, BORIS, KEPT, about, made
from tests.core.regulation.plans import MONDAY, NOW, PAGE, post, whole_pack


def told(rule, of, language="ru"):
    (finding,) = about(rule, of)
    return message(finding, words(language), BabelDates(language)).replace("\u00a0", " ")


def test_a_bare_page_lacks_all_that_the_register_asks_for():
    bare = made(whole_pack(), page=PAGE)
    (finding,) = about("register.complete", bare)
    assert finding.args["lacking"] == ("link", "coordinator", "approval-day")
    assert told("register.complete", bare).startswith(
        "В реестре страниц не указано: ссылка, координатор и день согласования ("
    )
    assert told("register.complete", bare, "en").startswith(
        "The register of pages lacks the link, the coordinator and the day of approval ("
    )


def test_everybody_who_signs_in_is_asked_once():
    careless = {p.id: msgspec.structs.replace(p, two_factor=False) for p in (ANNA, BORIS)}
    (finding,) = about("two-factor", made(whole_pack(), people=careless))
    assert (finding.args["people"], finding.args["names"]) == (("anna", "boris"), ("Anna", "Boris"))
    assert finding.fixes == ("confirm-two-factor",)
    assert told("two-factor", made(whole_pack(), people=careless)).startswith(
        "Двухфакторная защита входа не подтверждена: Anna и Boris ("
    )


def test_a_page_without_an_owner_is_told():
    ownerless = msgspec.structs.replace(KEPT, owner_id=None)
    (finding,) = about("two-factor", made(whole_pack(), page=ownerless))
    assert (finding.args["lacking"], finding.args["people"], finding.fixes) == (("owner",), (), ("complete-register",))
    assert "владелец" in told("two-factor", made(whole_pack(), page=ownerless))
    careless = {BORIS.id: msgspec.structs.replace(BORIS, two_factor=False)}
    both = told("two-factor", made(whole_pack(), page=ownerless, people=careless))
    assert both.startswith("Двухфакторная защита входа не подтверждена: Boris; владелец страницы в реестре не указан (")


@pytest.mark.parametrize(
    ("fields", "lacking", "russian"),
    [
        ({"since": None}, ("since",), "не записано, с какого времени работает"),
        ({"since": NOW.date()}, ("service",), "стаж меньше 6 месяцев"),
        ({"trained": False}, ("training",), "стажировка у куратора не отмечена"),
        ({"since": None, "trained": False}, ("since", "training"), "работает и стажировка"),
    ],
)
def test_the_coordinators_service_and_training_are_told_apart(fields, lacking, russian):
    of = made(whole_pack(), people={ANNA.id: msgspec.structs.replace(ANNA, **fields)})
    (finding,) = about("coordinator.fit", of)
    assert finding.args["lacking"] == lacking
    assert russian in told("coordinator.fit", of)


def test_a_page_without_coordinator_is_the_registers_business_alone():
    assert about("coordinator.fit", made(whole_pack(), page=PAGE)) == []


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (dt.date(2026, 8, 31), 6, dt.date(2027, 2, 28)),
        (dt.date(2026, 1, 1), 12, dt.date(2027, 1, 1)),
        (dt.date(9999, 12, 1), 1, dt.date.max),
    ],
)
def test_months_are_counted_by_the_calendar(day, months, then):
    assert _months_after(day, months) == then


def test_what_stands_has_the_same_key_whatever_the_period():
    week, day = (
        about("two-factor", made(whole_pack(), page=PAGE, period=period))
        for period in (Period(MONDAY, MONDAY + dt.timedelta(6)), Period(MONDAY, MONDAY))
    )
    assert [f.key for f in week] == [f.key for f in day]


def test_a_removal_says_what_its_record_lacks():
    gone = post(state=State.REMOVED)
    empty = Removal(id="r", post_id=gone.id, ground="mood", edit_tried=" ", agreed_coordinator="", at=AT)
    nothing, poor = made(whole_pack(), gone), made(whole_pack(), gone, removals={gone.id: empty})
    assert told("removal.grounds", nothing).startswith("Пост удалён со страницы, а почему – не записано (")
    assert "не записано: основание из перечня, согласие координатора и почему не хватило правки (" in told(
        "removal.grounds", poor
    )
    (finding,) = about("removal.grounds", poor)
    assert (finding.post_id, finding.blocks) == (gone.id, True)
    assert short_message(finding, words("ru"), BabelDates("ru")) == "удаление не объяснено"
