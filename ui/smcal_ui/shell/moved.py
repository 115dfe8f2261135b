"""The words for posts that went out of sight."""

from collections.abc import Sequence

from smcal.model import Period, Post
from smcal.words import _
from smcal_ui.dates import LocaleDates


def words_for_moved(posts: Sequence[Post], copied: bool, week: Period, dates: LocaleDates) -> str:
    """Where posts went that are no longer in the shown week; "" when they are: then everybody can see it."""
    day = posts[0].date
    if day is None:
        return (
            _("A copy is in the list without a date. Ctrl+Z removes it.")
            if copied
            else _("Now in the list without a date. Ctrl+Z takes it back.")
        )
    if day in week:
        return ""
    text = _("Copied to {day}. Ctrl+Z removes it.") if copied else _("Moved to {day}. Ctrl+Z takes it back.")
    return text.format(day=dates.full_day(day))
