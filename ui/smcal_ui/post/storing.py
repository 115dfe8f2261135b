"""How the value of one field gets into the plan: most are plain edits, some are steps with rules of their own."""

from typing import Any

from smcal.planning import answer, edit, move
from smcal.store.changes import Area
from smcal.store.work import Work
from smcal_ui.desk import Desk


def store_field(work: Work, area: Area, identifier: str, name: str, value: Any, desk: Desk) -> None:
    """Put a value into a field of a post or of a file in one. Raises Refused where the plan does not take it."""
    if area is Area.ATTACHMENTS:
        edit.edit_attachment(work, identifier, **{name: value})
    elif name == "date":
        move.move(work, [identifier], None, value, today=desk.today)
    elif name == "state":
        answer.set_state(work, identifier, value)
    elif name == "deferred":
        answer.place_deferred(work, identifier, value)
    else:
        edit.edit(work, identifier, **{name: value}, **_implied(work, identifier, name, value, desk))


def _implied(work: Work, post_id: str, name: str, value: Any, desk: Desk) -> dict[str, Any]:
    """A topic brings its usual direction, unless another one was chosen by hand."""
    if name != "topic":
        return {}
    post = edit.fetch(work, post_id)
    usual = {topic.id: topic.direction for topic in desk.workspace.pack().topics}
    by_hand = post.direction is not None and post.direction != usual.get(post.topic or 0)
    return {} if by_hand or not usual.get(value) else {"direction": usual[value]}
