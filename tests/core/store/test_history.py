"""The story of a post, for people."""

import datetime as dt
import sqlite3
from contextlib import closing

import msgspec
import pytest

from smcal.store import Area, Damaged, FieldChange, Workspace
from tests.library import ANNA, a_post


def test_history_says_who_did_what_to_which_field(workspace: Workspace) -> None:
    post, at = a_post(), dt.datetime(2026, 11, 21, 9, tzinfo=dt.UTC)
    with workspace.work("New post", ANNA.id, at) as work:
        work.put(post)
    with workspace.work("Edit", at=at) as work:
        work.put(msgspec.structs.replace(post, title="Другой", urgent=True))
    edited, added = workspace.read().history(post.id)
    assert (added.added, added.removed, added.person, added.at, added.label) == (True, False, "Анна", at, "New post")
    assert FieldChange("title", None, post.title) in added.fields
    assert (edited.person_id, edited.person, edited.area) == (None, "", Area.POSTS)
    assert set(edited.fields) == {FieldChange("title", post.title, "Другой"), FieldChange("urgent", False, True)}


def test_f33_history_goes_by_steps_and_not_by_the_clock(workspace: Workspace) -> None:
    post = a_post()
    for year in (2026, 2025, 2036):
        with workspace.work(str(year), at=dt.datetime(year, 1, 1, tzinfo=dt.UTC)) as work:
            work.put(msgspec.structs.replace(post, title=str(year)))
    assert [entry.label for entry in workspace.read().history(post.id)] == ["2036", "2025", "2026"]


def test_a_removal_and_its_undo_are_in_the_history(workspace: Workspace) -> None:
    post = a_post()
    with workspace.work("Add") as work:
        work.put(post)
    with workspace.work("Remove") as work:
        work.remove(Area.POSTS, post.id)
    workspace.apply(work.changes.inverse(), "Undo")
    story = [(entry.label, entry.added, entry.removed) for entry in workspace.read().history(post.id)]
    assert story == [("Undo", True, False), ("Remove", False, True), ("Add", True, False)]


@pytest.mark.parametrize("column", ["after", "at"])
def test_f15_a_damaged_step_is_told_as_damage(workspace: Workspace, column: str) -> None:
    post = a_post()
    with workspace.work("Add") as work:
        work.put(post)
    with closing(sqlite3.connect(workspace.path)) as other, other:
        table = "change_set" if column == "at" else "change"
        other.execute(f'UPDATE {table} SET "{column}" = CAST(zeroblob(20) AS TEXT)')
    with pytest.raises(Damaged, match="Restore the newest backup") as caught:
        workspace.read().history(post.id)
    assert str(workspace.path) in str(caught.value)
    with pytest.raises(Damaged):
        workspace.read().story(Area.POSTS, post.id)
