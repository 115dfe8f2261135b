"""Why a post is to be handed in by then, and why a day is closed, short or hatched."""

import datetime as dt
from collections.abc import Iterator

from smcal.planning.why.story import Asked, Line, Mark, Story
from smcal.regulation.check import Voice
from smcal.regulation.pack import SubmissionTerms
from smcal.worktime import Counting, Day
from smcal.worktime.day import DayKind, Origin

_DAY = dt.timedelta(1)


def deadline(asked: Asked, publish: dt.date) -> Story:
    """Why a post to be published on a date is to be handed in by then: the days back from it, one by one."""
    gettext, dates = asked.voice.gettext, asked.voice.dates
    terms = asked.scope.pack.submission
    if terms is None:
        return Story(
            title=gettext("Publication on {day}").format(day=dates.day(publish)),
            conclusion=gettext("This regulation asks for no time between handing in and publishing."),
        )
    by = asked.scope.worktime.submit_by(publish)
    return Story(
        title=gettext("Why hand in by {moment}?").format(moment=dates.moment(by)),
        lines=tuple(_counted_back(asked, terms, publish, by.date())),
        conclusion=_rule(asked.voice, terms) + " " + gettext("So it is {moment}.").format(moment=dates.moment(by)),
        clause=asked.clause(terms.clause),
        reading=asked.reading("submission.window"),
        provisional=asked.unsure(by.date(), publish),
    )


def horizon(asked: Asked) -> Story:
    """Why days before a date are for urgent posts only: what is handed in now, and the first date it is in time for."""
    gettext, dates, worktime = asked.voice.gettext, asked.voice.dates, asked.scope.worktime
    terms, now = asked.scope.pack.submission, asked.scope.now
    if terms is None:
        return deadline(asked, now.date())
    first, effective = worktime.horizon(now), worktime.effective(now)
    here = gettext("What is handed in now counts from {moment}.").format(moment=dates.moment(effective))
    if effective == now:
        here = gettext("It is working time: what is handed in now counts at once.")
    return Story(
        title=gettext("Why only urgent posts before {day}?").format(day=dates.day(first)),
        lines=(Line(text=here), *_counted_back(asked, terms, first, worktime.submit_by(first).date())),
        conclusion=gettext(
            "{day} is the first date that a plan handed in now is in time for. "
            "Earlier posts go as urgent, with a reason."
        ).format(day=dates.day(first)),
        clause=asked.clause(terms.clause),
        provisional=asked.unsure(now.date(), first),
    )


def day(asked: Asked, date: dt.date) -> Story:
    """Why a day is worked, off or shorter, and who says so."""
    gettext, dates = asked.voice.gettext, asked.voice.dates
    found = asked.scope.worktime.day(date)
    hours = (
        gettext("Off") if found.opens is None or found.closes is None else f"{found.opens:%H:%M}–{found.closes:%H:%M}"
    )
    return Story(
        title=dates.day(date),
        lines=(Line(text=hours, note=found.name, mark=_mark(found)),),
        conclusion=_origin(asked.voice, found),
        provisional=asked.unsure(date, date),
    )


def _counted_back(asked: Asked, terms: SubmissionTerms, publish: dt.date, until: dt.date) -> Iterator[Line]:
    gettext, dates, worktime = asked.voice.gettext, asked.voice.dates, asked.scope.worktime
    yield Line(text=dates.day(publish), note=gettext("publication: not counted"))
    counted, date = 0, publish - _DAY
    clear = terms.counting is Counting.CLEAR_DAYS
    while date >= until:
        found = worktime.day(date)
        if found.opens is None:
            yield Line(text=dates.day(date), note=found.name or gettext("day off"), mark=Mark.SKIPPED)
        else:
            counted += 1
            last = date == until
            number = None if clear and last else counted
            mark = Mark.GOOD if last else Mark.COUNTED
            yield Line(text=dates.day(date), note=_worked(asked.voice, found, last), mark=mark, number=number)
        date -= _DAY


def _worked(voice: Voice, found: Day, last: bool) -> str:
    closes = f"{found.closes:%H:%M}"
    short = found.kind is DayKind.SHORTENED
    if last:
        text = voice.gettext("hand in until {time}, a short day") if short else voice.gettext("hand in until {time}")
        return text.format(time=closes)
    parts = [found.name] if found.name else []
    return ", ".join([*parts, *([voice.gettext("a short day")] if short and not parts else [])])


def _rule(voice: Voice, terms: SubmissionTerms) -> str:
    n = terms.working_days
    if terms.counting is Counting.CLEAR_DAYS:
        text = voice.ngettext(
            "{n} full working day lies between handing in and publishing.",
            "{n} full working days lie between handing in and publishing.",
            n,
        )
    else:
        text = voice.ngettext(
            "Plans are handed in {n} working day before publication, in working hours.",
            "Plans are handed in {n} working days before publication, in working hours.",
            n,
        )
    return text.format(n=n)


def _mark(found: Day) -> Mark:
    if found.opens is None:
        return Mark.SKIPPED
    return Mark.COUNTED if found.kind is DayKind.WORKING else Mark.PLAIN


def _origin(voice: Voice, found: Day) -> str:
    gettext = voice.gettext
    off = found.opens is None
    texts = {
        Origin.HOLIDAY: gettext("A public holiday set by law."),
        Origin.MOVED: gettext(
            "A day off that the government has moved here, or one observed for a holiday on a weekend."
        ),
        Origin.SWAPPED: gettext("A weekend day that is worked, by decree, in exchange for a day off."),
        Origin.EVE: gettext("The working day right before a public holiday is one hour shorter by law."),
        Origin.LIBRARY: gettext("Your library has changed this day."),
        Origin.BRANCH: gettext("Your branch has changed this day."),
        Origin.WEEK: gettext("A plain day of the week without working hours.")
        if off
        else gettext("A plain working day."),
    }
    return texts[found.origin]
