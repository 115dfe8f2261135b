"""Posts per page and ISO week (spb-cbs 5.8)."""

from collections.abc import Iterator

from smcal.regulation.check import Check, Say, Voice, given
from smcal.regulation.finding import Finding
from smcal.regulation.look import Look


def too_many(look: Look, say: Say) -> Iterator[Finding]:
    """Weeks with more posts than allowed; days of the week outside the period count."""
    most = given(look.pack.frequency).max
    for week, count in look.weeks:
        if count > most:
            yield say.week(look, week, "move", count=count, max=most)


def too_few(look: Look, say: Say) -> Iterator[Finding]:
    """Weeks with fewer posts than asked for, empty ones included."""
    least = given(look.pack.frequency).min
    for week, count in look.weeks:
        if count < least:
            yield say.week(look, week, "take-from-tray", "new-post", count=count, min=least)


def _too_many(finding: Finding, voice: Voice) -> str:
    text = voice.ngettext(
        "{count} post from {first} to {last}, and at most {max} a week are allowed",
        "{count} posts from {first} to {last}, and at most {max} a week are allowed",
        finding.args["count"],
    )
    return text.format(**finding.args | voice.span(finding))


def _too_many_badge(finding: Finding, voice: Voice) -> str:
    count = finding.args["count"]
    nth = _ordinal(count) if voice.words.language == "en" else count
    return voice.gettext("{nth} post this week").format(nth=nth)


def _too_few(finding: Finding, voice: Voice) -> str:
    if finding.args["count"]:
        text = voice.ngettext(
            "Only {count} post from {first} to {last}, and at least {min} a week are asked for",
            "Only {count} posts from {first} to {last}, and at least {min} a week are asked for",
            finding.args["count"],
        )
    else:
        text = voice.gettext("No post from {first} to {last}, and at least {min} a week are asked for")
    return text.format(**finding.args | voice.span(finding))


def _too_few_badge(finding: Finding, voice: Voice) -> str:
    return voice.gettext("{count} of {min} posts this week").format(**finding.args)


def _ordinal(number: int) -> str:
    """An English ordinal; the translations of other languages make theirs from the bare number."""
    teens = 10 < number % 100 < 20
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


RULES = {
    "frequency.max": Check(too_many, _too_many, _too_many_badge, "frequency"),
    "frequency.min": Check(too_few, _too_few, _too_few_badge, "frequency"),
}
