"""Fixes that need a day: the nearest one on which nothing else breaks."""

import datetime as dt
from collections.abc import Iterable, Iterator

import msgspec

from smcal.model import FIXED_STATES, Page, Period, Post, State, new_id
from smcal.planning.edit import SEEN_STATES
from smcal.planning.fixes.fields import Fix
from smcal.planning.fixes.offer import Ask, Offer
from smcal.planning.preview import Level, MovePreview
from smcal.planning.proposal.ledger import Ledger, first_in_time
from smcal.planning.proposal.occasions import Occasions
from smcal.regulation import Finding, Severity
from smcal.regulation.checks.partners import is_partners
from smcal.words import inside

REACH = dt.timedelta(35)
"""So far from where a post stands a better day is looked for."""

MOST = 14
"""New posts that one click makes."""

_DAY = dt.timedelta(1)


def _move(ask: Ask, finding: Finding, _detail: str) -> Iterator[Offer]:
    """Move a post to the nearest day that fits; of a week or a month too full, the one that is easiest to move."""
    for post in _movable(ask, finding):
        day = nearest_day(ask, post, finding)
        if day is not None:
            yield _moving(ask, post, day, named=finding.post_id is None)
            return


def nearest_day(ask: Ask, post: Post, finding: Finding) -> dt.date | None:
    """The day nearest to where a post stands on which it breaks nothing, else the nearest that is only advised against.

    None when there is none within reach: then moving is no remedy.
    """
    preview = MovePreview(ask.scope, [post])
    occasions = Occasions(ask.scope, _page(ask, post.page_id or finding.page_id))
    second: dt.date | None = None
    for day in _days_around(ask, post):
        if not occasions.allows(post, day):
            continue
        if finding.post_id is None and day in Period(finding.args["first"], finding.args["last"]):
            continue  # the week, or the month, would stay as full
        drop = preview.at(post.page_id, day)
        worse = [f for f in drop.findings if f not in drop.still or f.rule == finding.rule]
        if drop.level is Level.FINE or not worse:
            return day
        if second is None and all(f.severity is not Severity.REQUIRED and f.rule != finding.rule for f in worse):
            second = day
    return second


def _days_around(ask: Ask, post: Post) -> Iterator[dt.date]:
    """Days that a plan handed in now is in time for, the nearest first, later ones before earlier ones."""
    assert post.date is not None
    first = first_in_time(ask.scope)
    known = ask.scope.period
    start = max(first, post.date)
    for step in range(1 if start == post.date else 0, REACH.days + 1):
        later, earlier = start + step * _DAY, post.date - step * _DAY
        if later in known:
            yield later
        if earlier >= first and earlier in known and earlier != later:
            yield earlier


def _movable(ask: Ask, finding: Finding) -> list[Post]:
    """The post of the finding, or those of its stretch: drafts before what the curator has seen, the latest first."""
    row = ask.scope.plan.posts.get(finding.page_id, [])
    if finding.post_id is not None:
        return [post for post in row if post.id == finding.post_id]
    stretch = Period(finding.args["first"], finding.args["last"])
    today = ask.scope.now.date()
    free = [p for p in row if _stands_in(p, stretch) and p.state not in FIXED_STATES and not p.binned]
    free = [p for p in free if p.date is not None and p.date >= today]
    if finding.rule == "partners.share":
        free = [post for post in free if is_partners(post, ask.scope.pack)]
    return sorted(free, key=lambda p: (p.state not in SEEN_STATES, p.date or today, p.id), reverse=True)


def _stands_in(post: Post, stretch: Period) -> bool:
    return post.date is not None and post.date in stretch


def _moving(ask: Ask, post: Post, day: dt.date, *, named: bool) -> Offer:
    gettext, dates = ask.voice.gettext, ask.voice.dates
    label = gettext("Move “{title}” to {day}") if named else gettext("Move to {day}")
    done = gettext("“{title}” has moved to {day}")
    told = {"day": dates.day(day), "title": _title(ask, post)}
    label = label.format(**told)
    if not ask.scope.worktime.is_working(day):
        label = gettext("{offer}, a day off").format(offer=label)
    return Offer(fix="move", label=label, done=done.format(**told), edits={post.id: {"date": day}})


def _from_tray(ask: Ask, finding: Finding, _detail: str) -> Iterator[Offer]:
    """Take what waits for this page into the week."""
    waiting = [p for p in ask.tray if p.page_id in (None, finding.page_id) and p.state in (State.IDEA, State.DRAFT)]
    for post in sorted(waiting, key=lambda p: (p.page_id is None, not p.text.strip(), p.id)):
        ledger = _ledger(ask, finding)
        day = ledger.best_day(ask.scope.period, post)
        if day is not None:
            gettext = ask.voice.gettext
            whole, bare = gettext("Take “{title}” for {day}"), gettext("Take “{title}” for {day}, to be written")
            label = whole if post.text.strip() else bare
            fields = {"page_id": finding.page_id, "date": day, "time": post.time or ledger.time_on(day)}
            done = ask.voice.gettext("“{title}” now stands on {day}")
            told = {"title": _title(ask, post), "day": ask.voice.dates.day(day)}
            yield Offer(
                fix="take-from-tray",
                label=label.format(**told),
                done=done.format(**told),
                edits={post.id: fields},
            )
            return


def _new(ask: Ask, finding: Finding, _detail: str) -> Iterator[Offer]:
    """A new post in the week; where partners have too much, as many of our own as it takes."""
    if finding.rule == "partners.share":
        yield from _ours(ask, finding)
    else:
        yield from _new_post(ask, finding, "new-post", ask.voice.gettext("New post on {day}, to be written"))


def _ours(ask: Ask, finding: Finding) -> Iterator[Offer]:
    """Posts of our own that bring partners down to their share; none where the days left do not take them all."""
    theirs, there, share = (finding.args[name] for name in ("count", "all", "share"))
    ledger, stretch = _ledger(ask, finding), Period(finding.args["first"], finding.args["last"])
    made: list[Post] = []
    while theirs > share * (there + len(made)):
        day = ledger.best_day(stretch)
        if day is None or len(made) == MOST:
            return
        made.append(Post(id=new_id(), page_id=finding.page_id, date=day, time=ledger.time_on(day)))
        ledger.put(made[-1])
    days = [post.date for post in made if post.date]
    label = ask.voice.ngettext(
        "{n} new post of our own on {day}, to be written",
        "{n} new posts of our own from {day} on, to be written",
        len(made),
    )
    text = label.format(n=len(made), day=ask.voice.dates.day(min(days)))
    yield Offer(fix="new-post", label=text, new=tuple(made))


def _topic(ask: Ask, finding: Finding, detail: str) -> Iterator[Offer]:
    """A new post on the topic, or a post without a topic that is about it already."""
    topic = ask.scope.pack.topic(int(detail))
    if topic is None:
        return
    language = ask.voice.words.language
    title, short = topic.title.within(ask.scope.pack.language), inside(topic.short.within(language), language)
    fields = {"topic": topic.id, "direction": topic.direction, "title": title}
    label = ask.voice.gettext("New post on “{topic}” on {day}, to be written").replace("{topic}", _literal(short))
    yield from _new_post(ask, finding, f"create-topic:{detail}", label, **fields)
    for post in _without_topic(ask, finding)[:1]:
        text = ask.voice.gettext("Give “{title}” this topic").format(title=_title(ask, post))
        done = ask.voice.gettext("“{title}” has the topic “{topic}” now").format(title=_title(ask, post), topic=short)
        yield Offer(fix=f"create-topic:{detail}", label=text, done=done, edits={post.id: {"topic": topic.id}})


def _without_topic(ask: Ask, finding: Finding) -> list[Post]:
    stretch = Period(finding.args["first"], finding.args["last"])
    row = ask.scope.plan.posts.get(finding.page_id, ())
    return [p for p in row if p.topic is None and _stands_in(p, stretch) and p.state is State.DRAFT and not p.binned]


def _announce(ask: Ask, finding: Finding, detail: str) -> Iterator[Offer]:
    """An announcement of a city event."""
    title = ask.voice.gettext("Announcement: {event}").format(event=finding.args["text"])
    label = ask.voice.gettext("New announcement on {day}, to be written")
    direction = ask.scope.pack.events.direction if ask.scope.pack.events else None
    given = {"title": title, "event_id": detail, "direction": direction}
    yield from _new_post(ask, finding, f"announce-event:{detail}", label, **given)


def _new_post(ask: Ask, finding: Finding, fix: str, label: str, **fields: object) -> Iterator[Offer]:
    """A new draft on the best day of the finding's stretch; none where every day is too near, of no use or full."""
    ledger = _ledger(ask, finding)
    about = msgspec.convert({"id": "", "page_id": finding.page_id, **fields}, Post)
    day = ledger.best_day(Period(finding.args["first"], finding.args["last"]), about)
    if day is None:
        return
    given = {"id": new_id(), "page_id": finding.page_id, "date": day, "time": ledger.time_on(day), **fields}
    text = label.format(day=ask.voice.dates.day(day))
    yield Offer(fix=fix, label=text, new=(msgspec.convert(given, Post),))


def _ledger(ask: Ask, finding: Finding) -> Ledger:
    """The page, on the days that the finding is about."""
    stretch = Period(finding.args["first"], finding.args["last"])
    first, last = max(stretch.first, ask.scope.period.first), min(stretch.last, ask.scope.period.last)
    return Ledger(msgspec.structs.replace(ask.scope, period=Period(first, last)), _page(ask, finding.page_id))


def _page(ask: Ask, page_id: str) -> Page:
    pages: Iterable[Page] = ask.scope.plan.pages
    return next(page for page in pages if page.id == page_id)


def _literal(text: str) -> str:
    """A text as it stands in a format string: a library may write braces."""
    return text.replace("{", "{{").replace("}", "}}")


def _title(ask: Ask, post: Post) -> str:
    """What a post is called, as it stands inside quotation marks."""
    title = post.title.strip() or next(iter(post.text.strip().splitlines()), "") or ask.voice.gettext("untitled")
    return inside(title, ask.voice.words.language)


FIXES: dict[str, Fix] = {
    "move": _move,
    "take-from-tray": _from_tray,
    "new-post": _new,
    "create-topic": _topic,
    "announce-event": _announce,
}
