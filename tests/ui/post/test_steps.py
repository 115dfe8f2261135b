"""Which steps a post offers."""

import datetime as dt

import pytest

from smcal.model import Post, State
from smcal_ui.post.steps import Steps

ANSWERED = {State.SUBMITTED, State.CHANGES_REQUESTED, State.APPROVED, State.REJECTED}


@pytest.mark.parametrize("state", State)
def test_only_what_was_handed_in_and_not_changed_since_is_answered(qtbot, state: State) -> None:
    steps = Steps()
    qtbot.addWidget(steps)
    handed_in = dt.datetime(2026, 11, 2, 7, tzinfo=dt.UTC)
    post = Post(id="p", page_id="page", state=state, date=dt.date(2026, 11, 24), first_submitted=handed_in)
    steps.show_post(post, "", has_media=False)
    assert steps.buttons["answer"].isEnabled() == (state in ANSWERED)
