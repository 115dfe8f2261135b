"""Units of work: all or nothing, recorded, cleaned, replayed."""

import datetime as dt
from pathlib import Path

import msgspec
import pytest

from smcal.errors import WrongUse
from smcal.store import Area, Conflict, ReadOnly, StillNeeded, Workspace
from tests.library import ANNA, TELEGRAM, VK, WEEK, a_post

replace = msgspec.structs.replace


def test_what_is_put_is_read_back_equal(workspace: Workspace) -> None:
    post = a_post(
        time=dt.time(10, 30),
        text="Текст\nв две строки",
        topic=7,
        direction="events",
        urgent=True,
        first_submitted=dt.datetime(2026, 11, 16, 9, 30, 15, 250_000, dt.UTC),
    )
    with workspace.work("Add") as work:
        stored = work.put(post)
        assert work.get(Area.POSTS, post.id) == post
    assert stored == post == workspace.read().post(post.id)


def test_an_error_in_the_block_leaves_nothing(workspace: Workspace) -> None:
    post = a_post()
    with pytest.raises(ZeroDivisionError), workspace.work("Add") as work:
        work.put(post)
        _ = 1 / 0
    assert workspace.read().post(post.id) is None
    assert workspace.read().history(post.id) == []


def test_the_change_set_is_complete_after_the_block(workspace: Workspace) -> None:
    post = a_post()
    with workspace.work("Add", ANNA.id) as work:
        work.put(post)
        work.put(replace(post, title="Другой"))
    assert [(c.before, c.after) for c in work.changes.changes] == [(None, replace(post, title="Другой"))]
    assert work.changes.person_id == ANNA.id


def test_putting_the_same_again_is_no_step(workspace: Workspace) -> None:
    before = workspace.read().seq()
    with workspace.work("Nothing") as work:
        work.put(VK)
    assert not work.changes
    assert workspace.read().seq() == before


def test_texts_are_cleaned_and_instants_turned_to_utc(workspace: Workspace) -> None:
    moscow = dt.timezone(dt.timedelta(hours=3))
    with workspace.work("Add") as work:
        binned = dt.datetime(2026, 1, 1, 3, tzinfo=moscow)
        stored = work.put(a_post(title=" Е\u0308лка\x00\u202e ", text="а\r\nб\x0b\ud800", binned=binned))
    assert (stored.title, stored.text) == ("Ёлка", "а\nб\n")
    assert stored.binned == dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    assert stored == workspace.read().post(stored.id)


def test_an_instant_without_a_zone_is_refused(workspace: Workspace) -> None:
    with pytest.raises(ValueError, match="needs a zone"), workspace.work("Bin") as work:
        work.put(a_post(binned=dt.datetime(2026, 1, 1)))


def test_undo_and_redo_bring_back_the_same_values(workspace: Workspace) -> None:
    post = a_post()
    with workspace.work("Add") as work:
        work.put(post)
    undone = workspace.apply(work.changes.inverse(), "Undo")
    assert workspace.read().post(post.id) is None
    workspace.apply(undone.inverse(), "Redo")
    assert workspace.read().post(post.id) == post


def test_replaying_over_a_later_change_is_a_conflict_and_changes_nothing(workspace: Workspace) -> None:
    post = a_post()
    with workspace.work("Add") as work:
        work.put(post)
    with workspace.work("Edit") as later:
        later.put(replace(post, title="Позже"))
    with pytest.raises(Conflict):
        workspace.apply(work.changes.inverse())
    assert workspace.read().post(post.id) == replace(post, title="Позже")


def test_a_page_with_posts_cannot_be_removed(workspace: Workspace) -> None:
    with workspace.work("Add") as work:
        work.put(a_post())
    with pytest.raises(StillNeeded), workspace.work("Remove") as work:
        work.remove(Area.PAGES, VK.id)
    assert VK in workspace.read().pages()


def test_values_may_come_in_any_order(workspace: Workspace) -> None:
    page = replace(TELEGRAM, id="later", title="Позже")
    with workspace.work("Add") as work:
        work.put(a_post(page_id="later"))
        work.put(page)
    assert page in workspace.read().pages()


def test_a_value_that_breaks_a_rule_of_the_schema_is_refused(workspace: Workspace) -> None:
    with pytest.raises(WrongUse), workspace.work("Add") as work:
        work.put(replace(VK, id="x", network="myspace"))


def test_work_inside_work_and_inside_a_snapshot_is_an_error_of_ours(workspace: Workspace) -> None:
    with workspace.work("Outer"), pytest.raises(RuntimeError), workspace.work("Inner"):
        pass
    with workspace.read(), pytest.raises(RuntimeError), workspace.work("Waits for itself"):
        pass


def test_reading_only_writes_nothing(path: Path) -> None:
    with Workspace.open(path, read_only=True) as looked_at:
        assert looked_at.read().plan(WEEK).pages == (VK, TELEGRAM)
        with pytest.raises(ReadOnly), looked_at.work("Add") as work:
            work.put(a_post())
