"""Menu and button let nobody answer what changed since it was handed in."""

from smcal.model import State
from smcal.planning.edit import edit


def test_a_changed_post_is_handed_in_again_before_it_is_answered(opened):
    post = opened.a_post(lambda post: post.state is State.SUBMITTED)
    opened.show(post.id)
    command, button = opened.window.actions_by_name["post.answer"], opened.field("step_answer")
    assert command.isEnabled() and button.isEnabled()
    opened.desk.do("text", lambda work: edit(work, post.id, text="Другой текст"))
    opened.settle()
    assert not command.isEnabled() and not button.isEnabled()
    assert opened.field("step_submit").isEnabled()
