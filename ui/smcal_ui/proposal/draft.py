"""A proposal as somebody arranges it: posts on other days, at other times, other posts than were proposed."""

import datetime as dt
from collections.abc import Iterable, Sequence

from smcal.model import COUNTED_STATES, Page, Period, Post
from smcal.planning.preview import DropPreview
from smcal.planning.proposal import Item, Lack, NoDay, Proposal, Unmet, no_day, placed, remaining, taken_instead, trial
from smcal.regulation import Scope, Severity


class Draft:
    """Holds what is proposed for some pages; every change can be taken back, and nothing of it is in the plan."""

    def __init__(self, scope: Scope, pages: Sequence[Page], proposals: Sequence[Proposal]) -> None:
        self.scope, self.pages = scope, list(pages)
        self._proposals = {proposal.page_id: proposal for proposal in proposals}
        self._proposed = {item.post.id: item for proposal in proposals for item in proposal.items}
        self._items = dict(self._proposed)
        self._before: list[dict[str, Item]] = []
        self._asked: dict[str, tuple[list[Item], tuple[Unmet, ...]]] = {}  # by page: asked last, and the answer

    @property
    def items(self) -> list[Item]:
        """The proposed posts, by day and time."""
        return sorted(self._items.values(), key=_place)

    @property
    def left(self) -> list[Post]:
        """What of the tray has no place on any page, or has lost it to another post."""
        waiting = [post for proposal in self._proposals.values() for post in proposal.left]
        waiting += [item.post for item in self._proposed.values() if not item.new]
        found = {post.id: post for post in waiting}
        there = {item.post.id for item in self._items.values()}
        return [post for post in found.values() if post.id not in there]

    def item(self, post_id: str) -> Item | None:
        """A proposed post as it stands now."""
        return next((item for item in self._items.values() if item.post.id == post_id), None)

    def proposed(self, item: Item) -> Item:
        """What was proposed in its place."""
        return self._proposed[item.slot]

    def others(self, item: Item) -> list[Post]:
        """What waits in the tray and could be taken instead of a post."""
        return [post for post in self.left if post.page_id in (None, item.post.page_id)]

    def is_moved(self, item: Item) -> bool:
        """Whether somebody gave it another day or time, or took another post."""
        return item != self.proposed(item)

    def no_day(self, day: dt.date) -> NoDay | None:
        """Why nothing can stand on a day; None where it can."""
        return no_day(self.scope, day)

    def put(self, item: Item, day: dt.date, time: dt.time | None) -> bool:
        """Give a post another day and time; False where both stay as they are. Ask `no_day` before."""
        return self._change(item, placed(item, day, time))

    def take_instead(self, item: Item, post: Post) -> bool:
        """Take a post that waits in the tray in the place of one that is proposed."""
        return self._change(item, taken_instead(item, post))

    def restore(self, item: Item) -> bool:
        """Make it again what was proposed; False where it is."""
        return self._change(item, self.proposed(item))

    def take_back(self) -> bool:
        """Undo the last change; False where there is none."""
        if not self._before:
            return False
        self._items = self._before.pop()
        return True

    def would(self, item: Item, wanted: Iterable[Item], day: dt.date) -> DropPreview:
        """What it would break to have a post on a day, the others that are wanted standing in the plan."""
        page_id = item.post.page_id
        page = next(page for page in self.pages if page.id == page_id)
        return trial(self.scope, page, [one for one in wanted if one.post.page_id == page_id], item).at(None, day)

    def unmet(self, wanted: Sequence[Item]) -> list[Unmet]:
        """What the checks would still say, with what was brought about here first and what is past last."""
        theirs: dict[str | None, list[Item]] = {}
        for item in wanted:
            theirs.setdefault(item.post.page_id, []).append(item)
        found = [one for page in self.pages for one in self._unmet_on(page, theirs.get(page.id, []))]
        return sorted(found, key=self._rank)

    def is_past(self, unmet: Unmet) -> bool:
        """Whether it is about days that have gone: nobody can change it any more."""
        last = unmet.finding.date or unmet.finding.args.get("last")
        return last is not None and last < self.scope.now.date()

    def posts_of(self, page_id: str, period: Period) -> list[Post]:
        """What a page has in the plan already."""
        return [post for post in self.scope.plan.posts.get(page_id, ()) if _counts(post, period)]

    def post_of(self, unmet: Unmet) -> Post | None:
        """The post that a finding is about, if it is about one."""
        finding = unmet.finding
        posts = [*self.scope.plan.posts.get(finding.page_id, ()), *(item.post for item in self._items.values())]
        return next((post for post in posts if post.id == finding.post_id), None)

    def _change(self, item: Item, again: Item) -> bool:
        if again == item:
            return False
        self._before.append(dict(self._items))
        self._items[item.slot] = again
        return True

    def _unmet_on(self, page: Page, wanted: list[Item]) -> tuple[Unmet, ...]:
        """Pages whose posts are wanted as before are not asked again."""
        asked, found = self._asked.get(page.id, (None, ()))
        proposal = self._proposals.get(page.id)
        if proposal is not None and asked != wanted:
            found = remaining(self.scope, page, proposal, wanted)
            self._asked[page.id] = wanted, found
        return found

    def _rank(self, unmet: Unmet) -> tuple[bool, bool, bool]:
        return self.is_past(unmet), unmet.lack is not Lack.CHOSEN, unmet.finding.severity is not Severity.REQUIRED


def _place(item: Item) -> tuple[dt.date, dt.time, str]:
    return item.post.date or dt.date.max, item.post.time or dt.time.max, item.post.id


def _counts(post: Post, period: Period) -> bool:
    return post.date is not None and post.date in period and post.state in COUNTED_STATES and post.binned is None
