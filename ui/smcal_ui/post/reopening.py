"""An edit has re-opened the review of the shown post: what was said before it, and how to take it all back."""

from smcal.model import Post, State
from smcal.planning.edit import SEEN_STATES
from smcal.planning.reopened import of_post, reopened
from smcal.store.changes import Area, ChangeSet
from smcal.words import N_, _
from smcal_ui.desk import Desk


class Reopening:
    """Follows one post from the edit that took it from the curator on, until it is back with them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._post_id: str | None = None
        self._before: Post | None = None
        self._since: ChangeSet | None = None

    @property
    def words(self) -> str:
        """What has happened, "" while nothing has."""
        return lost_words(self._before) if self._before is not None else ""

    def follow(self, post_id: str | None) -> None:
        """Another post is shown: nothing is told of the one before."""
        if post_id != self._post_id:
            self._post_id, self._before, self._since = post_id, None, None

    def take(self, changes: ChangeSet) -> None:
        """Take in a committed change set."""
        if self._post_id is None:
            return
        own = of_post(changes, self._post_id)
        lost = next((post for post in reopened(changes) if post.id == self._post_id), None)
        if lost is not None:
            self._before, self._since = lost, own
        elif self._since is not None:
            self._since = self._since.then(own) if own else self._since
            if changes.ids(Area.SUBMISSIONS) or self._is_back(own):
                self._before = self._since = None

    def take_back(self) -> None:
        """Make the post what the curator saw: by undo where it was the last step, else by a step of its own."""
        before, since = self._before, self._since
        if before is None or since is None:
            return
        last = self._desk.undo_stack.undo_step()
        if last is not None and any(c.after == before for c in last.changes if c.area is Area.POSTS):
            self._desk.undo()
        else:
            back = since.inverse()
            self._desk.do(N_("Take edits back"), lambda work: work.replay(back))

    def _is_back(self, own: ChangeSet) -> bool:
        states = [change.after.state for change in own.changes if isinstance(change.after, Post)]
        return any(state in SEEN_STATES | {State.CHANGES_REQUESTED, State.REJECTED} for state in states)


def lost_words(before: Post) -> str:
    """What an edit has cost a post that was like this."""
    if before.state is State.SUBMITTED:
        return _("The post was changed: it is no longer with the curator.")
    return _("The post was changed: it is no longer approved.")
