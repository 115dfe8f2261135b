"""Posts as a table: day, page, title, and what else a dialog wants to show."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from smcal.model import Post
from smcal.words import _
from smcal.worktime.zone import to_local
from smcal_ui.desk import Desk
from smcal_ui.names import page_name
from smcal_ui.widgets.table import Column, ValueTable


def page_names(desk: Desk) -> dict[str, str]:
    """Every page, those put away too, by the name that the library calls it."""
    with desk.read() as reader:
        branches = {branch.id: branch for branch in reader.branches()}
        return {page.id: page_name(page, branches) for page in reader.pages(archived=True)}


def day_text(desk: Desk, post: Post) -> str:
    """When a post is planned, with the year where it is another one; the tray where it is not."""
    if post.date is None:
        return _("tray")
    year = f"\u00a0{post.date.year}" if post.date.year != desk.today.year else ""
    time = f", {desk.dates.time(post.time)}" if post.time else ""
    return f"{desk.dates.day(post.date)}{year}{time}"


def local(desk: Desk, at: dt.datetime) -> dt.datetime:
    """An instant on the wall clock of the workspace."""
    return to_local(at, ZoneInfo(desk.workspace.settings().zone))


def posts_table(
    name: str,
    desk: Desk,
    more: Sequence[Column] = (),
    *,
    post_of: Callable[[object], Post] = lambda value: value,  # type: ignore[assignment, return-value]
    tint: Callable[[object], str] = lambda value: "",
    parent: QWidget | None = None,
) -> ValueTable:
    """A table of posts, or of values that `post_of` finds a post in."""
    names: Mapping[str, str] = page_names(desk)
    columns = (
        *more,
        Column(_("Day"), lambda value: day_text(desk, post_of(value)), tinted=False),
        Column(_("Page"), lambda value: names.get(post_of(value).page_id or "", "–"), widest=240, tinted=False),
        Column(_("Post"), lambda value: post_of(value).title or _("Untitled post"), wide=True, tinted=False),
    )
    return ValueTable(name, columns, tint, parent)
