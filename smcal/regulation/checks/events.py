"""Events: announced on every page (spb-cbs 4.1), and with a notice that people may be photographed (Liepāja)."""

from collections.abc import Iterator

from smcal.model import NoteKind, Post
from smcal.regulation.check import Check, Say, Voice, given
from smcal.regulation.finding import Finding
from smcal.regulation.look import Look
from smcal.regulation.pack import Title
from smcal.regulation.scope import earlier
from smcal.words import inside


def announced(look: Look, say: Say) -> Iterator[Finding]:
    """City events of the period that no post of the page announces: on the day, or so many days before at most.

    `first` and `last` are the days on which the announcement may stand.
    """
    days = given(look.pack.events).days
    for event in look.notes(NoteKind.CITY_EVENT, look.period.first, look.period.last):
        first = earlier(event.date, days)
        if not any(post.event_id == event.id for post in look.between(first, event.date)):
            fixes = (f"announce-event:{event.id}",) if event.date >= look.ground.today else ()
            yield say.page(look, *fixes, event=event.id, text=event.text, day=event.date, first=first, last=event.date)


def privacy(look: Look, say: Say) -> Iterator[Finding]:
    """Announcements of events whose text lacks the notice, in whichever language of the pack."""
    section = given(look.pack.privacy)
    usual = look.ground.usual
    notices = _notices(section.notice)
    for post in look.live:
        direction = post.direction or usual.get(post.topic)
        if direction in section.directions and not _has_notice(post, notices):
            judged = (post.title, post.text, *notices)
            yield say.post(look, post, "add-privacy-notice", judged=judged, notice=section.notice)


def _notices(notice: Title) -> list[str]:
    return [_plain(text) for text in (notice.ru, notice.lv, notice.de, notice.en) if text.strip()]


def _has_notice(post: Post, notices: list[str]) -> bool:
    text = _plain(post.text)
    return any(notice in text for notice in notices)


def _plain(text: str) -> str:
    """Without regard to capitals, line breaks and runs of spaces."""
    return " ".join(text.casefold().split())


def _announced(finding: Finding, voice: Voice) -> str:
    text = voice.gettext("No post announces “{text}” ({day}); it may stand from {first} to {last}")
    day = voice.dates.plain_day(finding.args["day"])
    return text.format(text=inside(finding.args["text"], voice.words.language), day=day, **voice.span(finding))


def _announced_badge(finding: Finding, voice: Voice) -> str:
    return voice.gettext("event of {day} not announced").format(day=voice.dates.plain_day(finding.args["day"]))


def _privacy(finding: Finding, voice: Voice) -> str:
    notice = inside(finding.args["notice"].within(voice.words.language), voice.words.language)
    return voice.gettext("The text does not say: “{notice}”").format(notice=notice)


def _privacy_badge(_finding: Finding, voice: Voice) -> str:
    return voice.gettext("no notice on photographs")


RULES = {
    "citywide.events": Check(announced, _announced, _announced_badge, "events"),
    "events.privacy-notice": Check(privacy, _privacy, _privacy_badge, "privacy"),
}
