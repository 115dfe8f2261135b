"""Settings, regulation and working time of a workspace."""

import datetime as dt
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from smcal.errors import WrongUse
from smcal.model import CURATOR, CalendarChange, ChangeKind, Setting, WorkingHours
from smcal.store import Settings, Workspace
from tests.library import BRANCH, SETTINGS

PUBLISH = dt.date(2026, 11, 30)


def _hours(weekday: int, owner: str, opens: int, closes: int) -> WorkingHours:
    return WorkingHours(
        id=f"{owner} {weekday}", owner=owner, weekday=weekday, opens=dt.time(opens), closes=dt.time(closes)
    )


def test_settings_are_read_back_and_follow_a_change(workspace: Workspace) -> None:
    assert workspace.settings() == SETTINGS
    with workspace.work("Settle") as work:
        work.put(Setting(id="pr_service", value="false"))
        work.put(Setting(id="of_a_later_version", value="7"))
    assert workspace.settings() == Settings(library=SETTINGS.library, pr_service=False)


def test_a_senseless_setting_is_told(workspace: Workspace) -> None:
    with workspace.work("Settle") as work:
        work.put(Setting(id="pr_service", value='"perhaps"'))
    with pytest.raises(WrongUse, match="setting"):
        workspace.settings()


def test_the_pack_is_that_of_the_settings(workspace: Workspace) -> None:
    assert workspace.pack().id == "spb-cbs"
    assert workspace.pack() is workspace.pack()


def test_working_time_follows_the_librarys_days_and_the_curators_hours(workspace: Workspace) -> None:
    assert workspace.worktime().submit_by(PUBLISH) == dt.datetime(2026, 11, 23, 18)
    kept = workspace.worktime()
    with workspace.work("Close") as work:
        work.put(CalendarChange(id="c", date=dt.date(2026, 11, 26), kind=ChangeKind.FREE, reason="Ремонт"))
        for weekday in range(5):
            work.put(_hours(weekday, CURATOR, 10, 17))
    assert workspace.worktime() is not kept
    assert workspace.worktime().submit_by(PUBLISH) == dt.datetime(2026, 11, 20, 17)


def test_a_branch_has_its_own_days_and_hours(workspace: Workspace) -> None:
    saturday, monday, closed = dt.date(2026, 11, 28), dt.date(2026, 11, 30), dt.date(2026, 12, 5)
    with workspace.work("Open on Saturday") as work:
        work.put(_hours(5, BRANCH.id, 11, 19))
        work.put(CalendarChange(id="c", date=closed, kind=ChangeKind.FREE, reason="Ремонт", branch_id=BRANCH.id))
    branch = workspace.branch_worktime(BRANCH.id)
    assert (branch.is_working(saturday), branch.is_working(monday)) == (True, False)
    assert not branch.is_working(closed)
    assert not workspace.worktime().is_working(saturday)


def test_a_year_once_asked_for_is_kept_in_the_file(workspace: Workspace, path: Path) -> None:
    before = workspace.read().holiday_years("RU", "", "ru").keys()
    assert workspace.worktime().submit_by(dt.date(2019, 5, 14)) == dt.datetime(2019, 4, 30, 17)
    workspace.close()
    with Workspace.open(path) as again:
        assert 2019 in again.read().holiday_years("RU", "", "ru").keys() - before


def test_years_of_another_version_of_the_library_are_asked_for_again(workspace: Workspace, path: Path) -> None:
    assert not workspace.refresh_calendar(dt.date.today())
    with closing(sqlite3.connect(workspace.path)) as connection, connection:
        connection.execute("UPDATE holiday_year SET days = replace(days, '_version\":\"', '_version\":\"0.')")
        connection.execute("UPDATE holiday_year SET days = replace(days, '\"off\":true', '\"off\":false')")
    workspace.close()
    with Workspace.open(path) as again:
        kept = again.worktime()
        assert again.refresh_calendar(dt.date.today())
        assert again.worktime() is not kept
        assert not again.refresh_calendar(dt.date.today())


def test_an_unknown_country_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(WrongUse):
        Workspace.create(tmp_path / "new.smcal", Settings(country="XX"))
    assert [file.name for file in tmp_path.iterdir()] == []
