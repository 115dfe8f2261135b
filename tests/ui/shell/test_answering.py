"""Menu and button let nobody answer what changed since it was handed in."""

from smcal.model import State
from smcal.planning.edit import edit


def test_a_changed_post_is_handed_in_again_before_it_is_answered(opened):
    post = opened.a_post(lambda post: post.state is State.SUBMITTED)
    opened.show(post.id)
    command, steps = opened.window.actions_by_name["post.answer"], opened.inspector._steps
    assert command.isEnabled() and steps.next == "answer"
    opened.desk.do("text", lambda work: edit(work, post.id, text="Другой текст"))
    opened.settle()
    assert not command.isEnabled() and not steps.actions_by_name["answer"].isEnabled()
    assert steps.next == "submit" and steps.button.isVisible()
