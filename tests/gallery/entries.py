"""What the gallery shows: a name, and how to put that view or dialog on a stage."""

from collections.abc import Callable, Iterable
from difflib import get_close_matches

from PySide6.QtWidgets import QWidget

from tests.gallery import days, dialogs, handing_in, helping, neutral, planning, posts, rules, week
from tests.gallery.stage import Stage

ENTRIES: dict[str, Callable[[Stage], QWidget]] = {
    **week.ENTRIES,
    **posts.ENTRIES,
    **dialogs.ENTRIES,
    **handing_in.ENTRIES,
    **days.ENTRIES,
    **rules.ENTRIES,
    **helping.ENTRIES,
    **planning.ENTRIES,
    **neutral.ENTRIES,
}


def unknown(names: Iterable[str]) -> list[str]:
    """A line for each name that no entry has, with the names near to it."""
    return [_line(name) for name in names if name not in ENTRIES]


def _line(name: str) -> str:
    near = get_close_matches(name, ENTRIES, 5, 0.5) or sorted(ENTRIES)
    return f"There is no entry {name}. There are: {', '.join(near)}"
