"""A draft of a regulation: what is wrong with it, which version it would be, what it means for the plan ahead."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from smcal.model import KeptPack, Period
from smcal.planning.rules import flaws, lacking, numbered, outlook, own_id, use_hours, with_binding, with_section
from smcal.planning.scope import scope_for
from smcal.regulation import Pack, Severity, check_plan, load_pack, pack_ids, pack_text
from smcal.store import Workspace
from smcal.worktime import Hours
from tests.library import a_post, make_library

AT = dt.datetime(2026, 11, 20, 9, tzinfo=dt.UTC)
PACK = load_pack("spb-cbs")
replace = msgspec.structs.replace


def kept(regulation: str, version: int) -> KeptPack:
    return KeptPack(id=f"{regulation} {version}", regulation=regulation, version=version, toml="", at=AT)


@pytest.mark.parametrize("regulation", pack_ids())
def test_what_ships_has_no_flaws(regulation: str) -> None:
    assert flaws(load_pack(regulation)) == ()


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (lambda p: replace(p, frequency=replace(p.frequency, min=8)), ("frequency", "min")),
        (lambda p: replace(p, frequency=replace(p.frequency, clause="")), ("frequency", "clause")),
        (lambda p: replace(p, frequency=replace(p.frequency, clause="5.99")), ("frequency", "clause")),
        (lambda p: replace(p, partners=replace(p.partners, share=0.0)), ("partners", "share")),
        (lambda p: replace(p, frequency=None), ("rules", "frequency.min")),
        (lambda p: replace(p, topics=(p.topics[0], *p.topics)), ("topics", 1, "id")),
        (lambda p: replace(p, title=type(p.title)()), ("regulation", "title")),
    ],
)
def test_a_flaw_is_found_before_anything_is_written(
    change: Callable[[Pack], Pack], path: tuple[str | int, ...]
) -> None:
    assert path in [complaint.path for complaint in flaws(change(PACK))]


def test_guidelines_require_nothing_and_say_so() -> None:
    assert ("rules", "frequency.max", "severity") in [c.path for c in flaws(replace(PACK, binding="guidelines"))]
    advising = with_binding(PACK, "guidelines")
    assert flaws(advising) == () and advising.severity("frequency.max") is Severity.RECOMMENDED
    assert with_binding(PACK, "rules") == PACK


def test_a_section_that_goes_turns_its_rules_off_and_only_these() -> None:
    without = with_section(PACK, "frequency", None)
    assert [name for name in PACK.rules if PACK.rules[name] != without.rules[name]] == [
        "frequency.min",
        "frequency.max",
    ]
    assert without.severity("frequency.max") is Severity.OFF
    assert (lacking(without, "frequency.max"), lacking(PACK, "frequency.max")) == ("frequency", None)
    assert flaws(without) == ()


def test_a_version_is_never_used_twice() -> None:
    assert numbered(PACK, []).version == 1
    assert numbered(PACK, [kept("other", 9)]).version == 1
    assert numbered(PACK, [kept("spb-cbs", 1), kept("spb-cbs", 4)]).version == 5
    assert numbered(replace(PACK, version=8), [kept("spb-cbs", 4)]).version == 8


def test_a_copy_has_an_identifier_that_nothing_here_ever_had() -> None:
    assert own_id(PACK, []) == "spb-cbs-own"
    assert own_id(PACK, [kept("spb-cbs-own", 1), kept("spb-cbs-own", 2)]) == "spb-cbs-own-2"
    assert own_id(replace(PACK, id="spb-cbs-own"), [kept("spb-cbs-own", 1)]) == "spb-cbs-own-2"


def test_the_plan_ahead_ends_with_its_last_dated_week_and_never_beyond_a_year(tmp_path: Path) -> None:
    with Workspace.open(make_library(tmp_path / "plan.smcal", posts=3)) as workspace:
        ahead = outlook(workspace, AT, PACK)
        assert ahead.scope.period == Period(dt.date(2026, 11, 16), dt.date(2026, 11, 29))
        assert ahead.impact(PACK) == ahead.impact(PACK, Hours.default())
        assert not ahead.impact(PACK)
        with workspace.work("Far") as work:
            work.put(a_post(700))
            work.put(a_post(300))
        assert outlook(workspace, AT, PACK).scope.period.last == dt.date(2027, 9, 19)
    with Workspace.open(make_library(tmp_path / "empty.smcal")) as empty:
        assert outlook(empty, AT, PACK).scope.period == Period(dt.date(2026, 11, 16), dt.date(2026, 11, 22))


def test_other_hours_make_posts_late_and_the_same_is_found_once_they_are_settled(tmp_path: Path) -> None:
    """The numbers before are those of a full check afterwards."""
    with Workspace.open(make_library(tmp_path / "plan.smcal", posts=7)) as workspace:
        short = Hours((None, None, None, *Hours.default().days[3:5], None, None))
        ahead = outlook(workspace, AT, PACK)
        told = ahead.impact(PACK, short)
        assert {finding.rule for finding in told.appear} == {"submission.window"}
        with workspace.work("Hours") as work:
            use_hours(work, short)
        with workspace.read() as reader:
            after = check_plan(scope_for(workspace, reader, ahead.scope.period, AT))
        gone = {(f.key, f.severity) for f in told.vanish}
        foretold = {(f.key, f.severity) for f in ahead.findings} - gone | {(f.key, f.severity) for f in told.appear}
        assert {(f.key, f.severity) for f in after} == foretold


def test_a_draft_that_looks_further_is_given_more_posts(tmp_path: Path) -> None:
    with Workspace.open(make_library(tmp_path / "plan.smcal", posts=3)) as workspace:
        ahead = outlook(workspace, AT, PACK)
        assert ahead.serves(PACK)
        assert PACK.events
        far = replace(PACK, events=replace(PACK.events, days=300))
        assert not ahead.serves(far)
        assert outlook(workspace, AT, far).serves(far)


def test_the_story_of_a_setting_says_who_put_what_in_force(tmp_path: Path) -> None:
    from smcal.planning.rules import use_pack, use_shipped
    from smcal.store import Area
    from tests.library import ANNA

    with Workspace.open(make_library(tmp_path / "plan.smcal")) as workspace:
        with workspace.work("Ours", ANNA.id, AT) as work:
            ours = use_pack(work, pack_text("spb-cbs").replace('id = "spb-cbs"', 'id = "ours"'))
        with workspace.work("Back") as work:
            use_shipped(work)
        back, first = workspace.read().story(Area.SETTINGS, "pack")[:2]
        assert (first.person, first.at) == (ANNA.name, AT)
        assert [change.after for change in first.fields if change.field == "value"] == [f'"{ours.id}"']
        assert [change.after for change in back.fields if change.field == "value"] == ["null"]
