"""The library's own regulation: what it would change is told before, and history keeps the old one."""

import datetime as dt
from pathlib import Path

import msgspec
import pytest

from smcal.errors import UnreadableFile
from smcal.model import Period
from smcal.planning.rules import impact, numbered, use_pack, use_shipped
from smcal.planning.submit import submit
from smcal.planning.undo import UndoStack
from smcal.regulation import Rule, Severity, load_pack, pack_text, read_pack
from smcal.store import Area, Workspace
from smcal.worktime import Counting
from tests.core.regulation.plans import post, posts, scope
from tests.library import VK, make_library

STRICTER = pack_text("spb-cbs").replace("max = 7", "max = 5").replace("version = 1", "version = 2")


def test_a_smaller_number_makes_a_finding_appear_and_a_larger_one_lets_it_vanish() -> None:
    pack = load_pack("spb-cbs")
    assert pack.frequency
    stricter = msgspec.structs.replace(pack, frequency=msgspec.structs.replace(pack.frequency, max=5))
    of = scope(posts(6))
    told = impact(of, stricter)
    assert [f.rule for f in told.appear] == ["frequency.max"]
    assert told.vanish == ()
    back = impact(msgspec.structs.replace(of, pack=stricter), pack)
    assert ([f.key for f in back.vanish], back.appear) == ([f.key for f in told.appear], ())
    assert not impact(of, pack)


def test_a_rule_that_weighs_less_vanishes_as_required_and_appears_as_advice() -> None:
    pack = load_pack("spb-cbs")
    advice = Rule(severity=Severity.RECOMMENDED, clause="5.8")
    softer = msgspec.structs.replace(pack, rules={**pack.rules, "frequency.max": advice})
    told = impact(scope(posts(8)), softer)
    assert [f.severity for f in told.vanish] == [Severity.REQUIRED]
    assert [f.severity for f in told.appear] == [Severity.RECOMMENDED]


def test_another_counting_needs_another_working_time() -> None:
    of = scope([post(1, dt.date(2026, 11, 9))], Period(dt.date(2026, 11, 9), dt.date(2026, 11, 15)))
    pack = of.pack
    assert pack.submission
    terms = msgspec.structs.replace(pack.submission, counting=Counting.CLEAR_DAYS)
    clear = msgspec.structs.replace(pack, submission=terms)
    told = impact(of, clear, of.worktime.with_window(terms.window))
    assert [f.rule for f in told.appear] == ["submission.window"]


def test_what_was_decided_and_taken_back_still_finds_its_pack_and_no_other_gets_its_number(tmp_path: Path) -> None:
    """A plan was handed in by our version 2; both are undone, and our regulation is changed again."""
    at, stack = dt.datetime(2026, 11, 2, 9, tzinfo=dt.UTC), UndoStack()
    week = Period(dt.date(2026, 11, 23), dt.date(2026, 11, 29))
    with Workspace.open(make_library(tmp_path / "plan.smcal")) as workspace:
        with workspace.work("Posts") as work:
            for number in range(3):
                work.put(post(number, page_id=VK.id, topic=7))
        with workspace.work("Rules") as work:
            kept = use_pack(work, STRICTER)
        stack.push(work.changes)
        handed, changes = submit(workspace, VK, week, at, None)
        stack.push(changes)
        for _step in range(2):
            step = stack.undo_step()
            assert step is not None
            workspace.apply(step)
            stack.undone()
        assert workspace.settings().pack is None and workspace.pack() == load_pack("spb-cbs")
        with workspace.read() as reader:
            assert len(reader.story(Area.SUBMISSIONS, handed.id)) == 2, "handed in, and taken back"
            assert reader.get(Area.PACKS, handed.pack_id or "") == kept
            assert numbered(read_pack(kept.toml.encode(), ""), reader.kept_packs()).version == 3
        for _step in range(2):
            step = stack.redo_step()
            assert step is not None
            workspace.apply(step)
            stack.redone()
        assert (workspace.settings().pack, workspace.pack().version) == (kept.id, 2)
        with workspace.read() as reader:
            assert reader.submissions(VK.id)[-1].pack_id == kept.id


def test_a_pack_in_force_is_one_step_and_submissions_keep_the_one_they_were_made_by(tmp_path: Path) -> None:
    at = dt.datetime(2026, 11, 2, 9, tzinfo=dt.UTC)
    week = Period(dt.date(2026, 11, 23), dt.date(2026, 11, 29))
    with Workspace.open(make_library(tmp_path / "plan.smcal")) as workspace:
        with workspace.work("Posts") as work:
            for number in range(3):
                work.put(post(number, page_id=VK.id, topic=7))
        first, _changes = submit(workspace, VK, week, at, None)
        with workspace.work("Rules") as work:
            kept = use_pack(work, STRICTER)
        assert (workspace.pack().version, workspace.pack().frequency.max) == (2, 5)
        assert workspace.pack_text() == STRICTER
        second, _changes = submit(workspace, VK, week, at, None)
        assert (first.regulation_version, second.regulation_version, second.pack_id) == (1, 2, kept.id)
        old = workspace.read().get(Area.PACKS, first.pack_id or "")
        assert old is not None and old.toml == pack_text("spb-cbs")
        with workspace.work("Back") as work:
            use_shipped(work)
        assert workspace.pack() == load_pack("spb-cbs")
        with pytest.raises(UnreadableFile), workspace.work("Broken") as work:
            use_pack(work, "[regulation]\n")
        nowhere = STRICTER.replace('country = "RU"', 'country = "RU"\nsubdivision = "ZZ"')
        unknown = pytest.raises(UnreadableFile, match=r"regulation\.subdivision: this country has no such part")
        with unknown, workspace.work("Nowhere") as work:
            use_pack(work, nowhere)
        assert workspace.pack() == load_pack("spb-cbs")
    with Workspace.open(tmp_path / "plan.smcal") as again:
        assert {pack.version for pack in again.read().kept_packs()} == {1, 2}


def test_a_finding_that_only_counts_otherwise_is_a_change() -> None:
    """A week that was too full by seven is as well by five: the rule asks for something else, and says so."""
    pack = load_pack("spb-cbs")
    assert pack.frequency
    stricter = msgspec.structs.replace(pack, frequency=msgspec.structs.replace(pack.frequency, max=5))
    told = impact(scope(posts(8)), stricter)
    assert [(f.rule, f.args["max"]) for f in told.appear] == [("frequency.max", 5)]
    assert [(f.rule, f.args["max"]) for f in told.vanish] == [("frequency.max", 7)]
