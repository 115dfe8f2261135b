"""smcal check and submit with overrides: what is open counts, what is overridden is told apart."""

import datetime as dt

import pytest

from smcal.model import Period, Person, Role, new_id
from smcal.planning.override import override, withdraw
from smcal.planning.submit import readiness
from smcal.store import Workspace

LATE = ("--at", "2026-11-27T10:00")
AT = dt.datetime(2026, 11, 27, 7, 0, tzinfo=dt.UTC)
WEEK = ("--page", "Маяк", "--from", "2026-11-30", "--to", "2026-12-06")


@pytest.fixture
def overridden(planned):
    """How many of the two late posts are overridden, by Марина; returns the overrides."""

    def make(count):
        made = []
        with Workspace.open(planned) as workspace:
            with workspace.read() as reader:
                (page,) = reader.pages()
            week = Period(dt.date(2026, 11, 30), dt.date(2026, 12, 6))
            blockers = readiness(workspace, page, week, AT).blockers
            with workspace.work("override", at=AT) as work:
                person = work.put(Person(id=new_id(), name="Марина", role=Role.CURATOR))
                for finding in blockers[:count]:
                    told = {"reason": "Афишу просит город", "message": "Поздно", "pack_text": workspace.pack_text()}
                    made.append(override(work, finding, person_id=person.id, **told))
        return made

    return make


def test_an_overridden_finding_keeps_its_severity_and_tells_who_and_why(run, planned, overridden):
    (made,) = overridden(1)
    answer = run("check", planned, *WEEK, *LATE, "--json")
    assert answer.code == 1
    summary, required = answer.json["summary"], [f for f in answer.json["findings"] if f["severity"] == "required"]
    assert (summary["required"], summary["overridden"], len(required)) == (1, 1, 2)
    assert [f["override"] for f in required].count(None) == 1
    assert required[0]["override"] == {
        "id": made.id,
        "person": "Марина",
        "at": "2026-11-27T07:00:00Z",
        "reason": "Афишу просит город",
    }


def test_with_all_overridden_the_plan_goes(run, planned, overridden, tmp_path):
    made = overridden(2)
    assert run("check", planned, *WEEK, *LATE, "--json").code == 0
    lines = run("check", planned, *WEEK, *LATE).out
    assert "Overridden by Марина: Афишу просит город" in lines and "✗" not in lines and "2 overridden" in lines
    answer = run("submit", planned, *WEEK, *LATE, "--out", tmp_path / "out", "--json")
    assert answer.code == 0, answer.err
    assert len([f for f in answer.json["findings"] if f["override"]]) == 2
    with Workspace.open(planned) as workspace, workspace.work("withdraw") as work:
        withdraw(work, made[0].id, made[0].person_id)
    assert run("check", planned, *WEEK, "--at", "2026-11-27T10:00", "--json").json["summary"]["overridden"] <= 1


def test_one_that_is_open_stops_it(run, planned, overridden, tmp_path):
    overridden(1)
    answer = run("submit", planned, *WEEK, *LATE, "--out", tmp_path / "out", "--json")
    assert answer.code == 1
    assert len([f for f in answer.json["findings"] if f["override"]]) == 1
    assert not (tmp_path / "out").exists()
