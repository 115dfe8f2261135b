"""Change sets fold, turn round and forget what came to nothing."""

import datetime as dt

import msgspec

from smcal.store import Area, Change, ChangeSet
from tests.library import a_post

NOW = dt.datetime(2026, 11, 21, 9, tzinfo=dt.UTC)
POST = a_post()
LATER = msgspec.structs.replace(POST, title="Другой")


def _set(*changes: Change) -> ChangeSet:
    return ChangeSet(id="x", at=NOW, label="Edit", changes=changes)


def _change(before: object, after: object) -> Change:
    return Change(Area.POSTS, POST.id, before, after)


def test_a_change_set_is_falsy_when_nothing_changed() -> None:
    assert not _set()
    assert _set(_change(None, POST))


def test_ids_are_those_of_one_area() -> None:
    changes = _set(_change(None, POST))
    assert changes.ids(Area.POSTS) == {POST.id}
    assert changes.ids(Area.PAGES) == frozenset()


def test_the_inverse_swaps_before_and_after_and_undoes_the_last_first() -> None:
    other = Change(Area.POSTS, "other", None, a_post(id="other"))
    changes = _set(_change(POST, LATER), other)
    assert [(c.id, c.before, c.after) for c in changes.inverse().changes] == [
        ("other", other.after, None),
        (POST.id, LATER, POST),
    ]
    assert changes.inverse().inverse().changes == changes.changes


def test_two_steps_fold_into_one() -> None:
    folded = _set(_change(None, POST)).then(_set(_change(POST, LATER)))
    assert folded.changes == (_change(None, LATER),)


def test_what_ends_as_it_began_drops_out() -> None:
    assert not _set(_change(POST, LATER)).then(_set(_change(LATER, POST)))
    assert not _set(_change(None, POST)).then(_set(_change(POST, None)))
