"""Why a gauge says what it says: posts of a week, topics of a quarter, partners of a month, one by one."""

import datetime as dt

from smcal.model import COUNTED_STATES, Page, Period, Post
from smcal.model.period import month_of, quarter_of, week_of
from smcal.planning.why.story import Asked, Line, Mark, Story
from smcal.regulation import Topic
from smcal.regulation.checks.partners import is_partners
from smcal.regulation.checks.topics import Reason, TopicReason, topic_reason
from smcal.words import inside


def gauge(asked: Asked, page: Page, date: dt.date) -> Story:
    """The posts of a page in the week of a day against what the regulation asks for."""
    gettext, frequency = asked.voice.gettext, asked.scope.pack.frequency
    week = week_of(date)
    posts = _counted(asked, page, week)
    most = frequency.max if frequency is not None else None
    lines = [_post_line(asked, post, number, most) for number, post in enumerate(posts, start=1)]
    left_out = [post for post in _row(asked, page, week) if post not in posts]
    lines += [_post_line(asked, post, None) for post in left_out]
    title = asked.voice.ngettext("{n} post this week", "{n} posts this week", len(posts)).format(n=len(posts))
    if frequency is None:
        return Story(
            title=title, lines=tuple(lines), conclusion=gettext("This regulation asks for no number of posts.")
        )
    text = gettext("{min} to {max} posts a week and page are asked for, from Monday to Sunday.")
    return Story(
        title=title,
        lines=tuple(lines),
        conclusion=text.format(min=frequency.min, max=frequency.max) + " " + _verdict(asked, len(posts)),
        clause=asked.clause(frequency.clause),
        reading=asked.reading("frequency.min"),
    )


def coverage(asked: Asked, page: Page, date: dt.date) -> Story:
    """Every topic in the stretch that holds a day: which post covers it, or whether it is owed and why."""
    gettext, section = asked.voice.gettext, asked.scope.pack.coverage
    if section is None:
        return Story(title=gettext("Topics"), conclusion=gettext("This regulation asks for no topics."))
    stretch = month_of(date) if section.period == "month" else quarter_of(date)
    lines = tuple(_topic_line(asked, page, topic, stretch) for topic in asked.scope.pack.topics)
    owed = sum(line.mark is Mark.BAD for line in lines)
    covered = sum(line.mark is Mark.GOOD for line in lines)
    title = gettext("Topics from {first} to {last}").format(**asked.voice.ends(stretch))
    ends = asked.voice.ngettext("{n} topic is still owed.", "{n} topics are still owed.", owed).format(n=owed)
    return Story(
        title=title,
        lines=lines,
        conclusion=gettext("Each topic that is due stands at least once in this time.")
        + " "
        + (ends if owed else gettext("Nothing is owed."))
        + ("" if covered or not owed else " " + gettext("Nothing is covered yet.")),
        clause=asked.clause(section.clause),
        reading=asked.reading("topics.coverage"),
    )


def share(asked: Asked, page: Page, date: dt.date) -> Story:
    """Partners' posts among all of the month that holds a day."""
    gettext, section = asked.voice.gettext, asked.scope.pack.partners
    if section is None:
        return Story(title=gettext("Partners"), conclusion=gettext("This regulation sets no share for partners."))
    stretch = month_of(date) if section.period == "month" else quarter_of(date)
    posts = _counted(asked, page, stretch)
    theirs = [post for post in posts if is_partners(post, asked.scope.pack)]
    text = gettext("Partners have {count} of {all} posts; at most {percent}% are allowed.")
    return Story(
        title=gettext("Partners from {first} to {last}").format(**asked.voice.ends(stretch)),
        lines=tuple(_post_line(asked, post, number) for number, post in enumerate(theirs, start=1)),
        conclusion=text.format(count=len(theirs), all=len(posts), percent=round(100 * section.share)),
        clause=asked.clause(section.clause),
        reading=asked.reading("partners.share"),
    )


def _verdict(asked: Asked, count: int) -> str:
    gettext, frequency = asked.voice.gettext, asked.scope.pack.frequency
    assert frequency is not None
    if count > frequency.max:
        text = asked.voice.ngettext("{n} post is too many.", "{n} posts are too many.", count - frequency.max)
        return text.format(n=count - frequency.max)
    if count < frequency.min:
        text = asked.voice.ngettext("{n} post is missing.", "{n} posts are missing.", frequency.min - count)
        return text.format(n=frequency.min - count)
    return gettext("This week is fine.")


def _row(asked: Asked, page: Page, stretch: Period) -> list[Post]:
    row = asked.scope.plan.posts.get(page.id, ())
    return [post for post in row if post.date is not None and post.date in stretch and post.binned is None]


def _counted(asked: Asked, page: Page, stretch: Period) -> list[Post]:
    return [post for post in _row(asked, page, stretch) if post.state in COUNTED_STATES]


def _post_line(asked: Asked, post: Post, number: int | None, most: int | None = None) -> Line:
    assert post.date is not None
    gettext = asked.voice.gettext
    over = number is not None and most is not None and number > most
    note = gettext("one too many") if over else ""
    if number is None:
        note = gettext("does not count: an idea, on hold, rejected, cancelled or removed")
    return Line(
        text=f"{asked.voice.dates.day(post.date)} – {_title(asked, post)}",
        note=note,
        number=number,
        mark=Mark.BAD if over else Mark.COUNTED if number else Mark.SKIPPED,
        post_id=post.id,
    )


def _topic_line(asked: Asked, page: Page, topic: Topic, stretch: Period) -> Line:
    language, dates = asked.voice.words.language, asked.voice.dates
    text = f"{topic.id} · {topic.title.within(language)}"
    post = next((post for post in _counted(asked, page, stretch) if post.topic == topic.id), None)
    reason = topic_reason(topic, page, asked.scope.plan.facts.events, stretch)
    if post is not None and post.date is not None:
        return Line(text=text, note=dates.day(post.date), mark=Mark.GOOD, post_id=post.id)
    return Line(text=text, note=reason_text(asked, reason), mark=Mark.BAD if reason.due else Mark.SKIPPED)


def reason_text(asked: Asked, reason: TopicReason) -> str:
    """Why a topic is due or not, in a few words."""
    gettext = asked.voice.gettext
    texts = {
        Reason.ALWAYS: gettext("owed: always due"),
        Reason.HAS_COLLECTION: gettext("owed: the page has a collection of its own"),
        Reason.NO_COLLECTION: gettext("not due: the page has no collection of its own"),
        Reason.NO_EVENT: gettext("not due: no change of hours or services is recorded"),
    }
    if reason.note is None:
        return texts[reason.case]
    day = asked.voice.dates.plain_day(reason.note.date)
    return gettext("owed: “{text}” on {day}").format(text=inside(reason.note.text, asked.voice.words.language), day=day)


def _title(asked: Asked, post: Post) -> str:
    return post.title.strip() or next(iter(post.text.strip().splitlines()), "") or asked.voice.gettext("untitled")
