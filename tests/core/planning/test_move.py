"""Moving, copying, binning: one gesture, all or nothing."""

import datetime as dt

import pytest

from smcal.model import State
from smcal.planning import move
from smcal.planning.refusal import PastDay, PostHasHappened

from .conftest import LATER, NOW, TODAY

NEXT = LATER + dt.timedelta(1)


def test_a_move_keeps_the_clock_time_and_takes_the_page(library):
    post = library.post(time=dt.time(15, 30))
    with library.workspace.work("move") as work:
        (moved,) = move.move(work, [post.id], library.other.id, NEXT, today=TODAY)
    assert (moved.page_id, moved.date, moved.time) == (library.other.id, NEXT, dt.time(15, 30))


def test_to_the_tray_and_back_again(library):
    post = library.post()
    with library.workspace.work("tray") as work:
        move.move(work, [post.id], None, None, today=TODAY)
    with library.workspace.read() as reader:
        assert [p.id for p in reader.tray()] == [post.id]
    with library.workspace.work("back") as work:
        move.move(work, [post.id], None, LATER, today=TODAY)
    assert library.now(post) == post


@pytest.mark.parametrize("copy", [False, True])
def test_a_past_day_takes_nothing(library, copy):
    post = library.post()
    act = move.copy if copy else move.move
    with pytest.raises(PastDay), library.workspace.work("move") as work:
        act(work, [post.id], None, TODAY - dt.timedelta(1), today=TODAY)
    assert library.now(post) == post


def test_one_published_post_among_several_stops_them_all(library):
    free, gone = library.post(), library.post(state=State.PUBLISHED)
    with pytest.raises(PostHasHappened), library.workspace.work("move") as work:
        move.move(work, [free.id, gone.id], None, NEXT, today=TODAY)
    assert library.now(free) == free


def test_a_copy_is_a_new_draft_with_the_same_text_and_no_history(library):
    post = library.post(state=State.PUBLISHED, link="https://vk.example/1", first_submitted=NOW)
    with library.workspace.work("copy") as work:
        (twin,) = move.copy(work, [post.id], library.other.id, NEXT, today=TODAY)
    assert twin.id != post.id
    assert (twin.text, twin.topic, twin.page_id, twin.date) == (post.text, post.topic, library.other.id, NEXT)
    assert (twin.state, twin.link, twin.first_submitted) == (State.DRAFT, "", None)
    assert library.now(post) == post


def test_the_bin_gives_back_what_it_took(library):
    post = library.post()
    with library.workspace.work("bin") as work:
        move.bin_posts(work, [post.id], NOW)
    with library.workspace.read() as reader:
        assert [p.id for p in reader.bin()] == [post.id]
    with library.workspace.work("unbin") as work:
        move.unbin(work, [post.id])
    assert library.now(post) == post


def test_a_shift_moves_each_from_where_it_stands(library):
    first, second = library.post(), library.post(date=NEXT)
    with library.workspace.work("shift") as work:
        shifted = move.shift(work, [first.id, second.id], 7, today=TODAY)
    assert [p.date for p in shifted] == [LATER + dt.timedelta(7), NEXT + dt.timedelta(7)]
