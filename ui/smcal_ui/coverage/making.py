"""What a click on a cell can lead to: its posts, a new post on its topic, or the next day that is possible."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from smcal.layout.coverage import CoverageBoard
from smcal.model import Page, Post
from smcal.model.period import week_of
from smcal.planning.proposal import Filling, fill, first_in_time, reach_of
from smcal.regulation import Topic
from smcal.words import _, ngettext
from smcal_ui.coverage.grid import Cell
from smcal_ui.desk import Desk


class Chance(NamedTuple):
    """A page and the post that would be made for it; None where no day in reach is possible."""

    page: Page
    filling: Filling | None


def chances(desk: Desk, board: CoverageBoard, cell: Cell, pages: Sequence[Page]) -> list[Chance]:
    """What could be made in a cell: for the pages that owe a post on its topic, else for all that are shown."""
    row, column = board.rows[cell.row], board.columns[cell.column]
    owing = [page for page in pages if page.id in row.gaps]
    scope = desk.scope(reach_of(column, desk.today))
    return [Chance(page, fill(scope, page, row.topic, column)) for page in owing or pages]


def day_words(desk: Desk, post: Post) -> str:
    """«чт 3 дек, 12:00»."""
    assert post.date is not None
    day = desk.dates.day(post.date)
    return f"{day}, {desk.dates.time(post.time)}" if post.time else day


def why_not_here(desk: Desk, topic: Topic, last: dt.date, found: Sequence[Chance]) -> str:
    """Why no day of a column can be offered, in a few words."""
    if topic.applies == "on-event" and not any(chance.filling for chance in found):
        return _("The change is over, or only an urgent post would still be in time for it")
    if last <= desk.today:
        return _("These days are past")
    if last < first_in_time(desk.scope(week_of(last))):
        return _("Too late to hand a plan in for these days")
    return _("These weeks are full")


def offer_text(desk: Desk, chance: Chance, names: Mapping[str, str], *, named: bool) -> str:
    """What an entry of the menu says: where and when a post would be made."""
    if chance.filling is None:
        return _("{page}: no day is possible in the next weeks").format(page=names[chance.page.id])
    when = day_words(desk, chance.filling.post)
    if not chance.filling.inside:
        when = _("{day} (the next possible day)").format(day=when)
    if named:
        return f"{names[chance.page.id]}: {when}"
    return _("Make it on {day}").format(day=when)


def all_text(count: int) -> str:
    """The entry that makes a post for every page at once."""
    return ngettext("On {n} page at once", "On all {n} pages at once", count).format(n=count)


def made_text(desk: Desk, posts: Sequence[Post]) -> str:
    """What was made."""
    if len(posts) == 1:
        return _("Post made for {day}.").format(day=day_words(desk, posts[0]))
    return ngettext("{n} post made.", "{n} posts made.", len(posts)).format(n=len(posts))
