"""A day in words: what it is, why, and who said so."""

from typing import NamedTuple

from smcal.words import N_, _, begun_small
from smcal.worktime import Day, DayKind, Norm, Origin
from smcal_ui.calendar.signs import OWN
from smcal_ui.dates import NBSP, LocaleDates

ORIGINS = {
    Origin.WEEK: N_("By the hours of the week."),
    Origin.HOLIDAY: N_("A public holiday set by law."),
    Origin.MOVED: N_("A day off moved here: no holiday itself."),
    Origin.SWAPPED: N_("Worked in place of another day, by decree."),
    Origin.EVE: N_("One hour shorter: the next day is a public holiday."),
    Origin.LIBRARY: N_("A special day of all branches."),
    Origin.BRANCH: N_("A special day of the branch."),
}


class Story(NamedTuple):
    """The title of a day, what it is, and its lines of explanation."""

    title: str
    kind: str
    lines: tuple[str, ...]

    def sentence(self) -> str:
        """All of it in one line, for a tip and for screen readers."""
        return ". ".join(part.rstrip(".") for part in (f"{self.title}: {self.kind}", *self.lines) if part) + "."


def story_of(day: Day, national: Day, dates: LocaleDates) -> Story:
    """What is told of a day; `national` is what it would be without the library's own word."""
    weekday = dates.long_weekday(day.date)
    title = f"{weekday[:1].upper()}{weekday[1:]}, {dates.long_day(day.date)}"
    own = day.origin in OWN
    lines = [
        day.name,
        _(ORIGINS[day.origin]),
        _("Without it: {day}.").format(day=_brief(national, dates)) if own else "",
        _("Provisional: for {year} no days have been moved by decree yet.").format(year=day.date.year)
        if day.provisional
        else "",
    ]
    return Story(title, kind_words(day, dates), tuple(filter(None, lines)))


def kind_words(day: Day, dates: LocaleDates) -> str:
    """What a day is, with its hours."""
    if day.opens is None or day.closes is None:
        return _("Day off")
    text = _("Shortened day, {hours}") if day.kind is DayKind.SHORTENED else _("Working day, {hours}")
    return text.format(hours=f"{dates.time(day.opens)}–{dates.time(day.closes)}")


def norm_words(norm: Norm, dates: LocaleDates) -> str:
    """Days and hours in short, as in «20 дн., 159 ч»."""
    return _("{days} d, {hours} h").format(days=norm.days, hours=dates.number(norm.hours)).replace(" ", NBSP)


def _brief(day: Day, dates: LocaleDates) -> str:
    words = begun_small(kind_words(day, dates))
    return f"{words} ({day.name})" if day.name else words
