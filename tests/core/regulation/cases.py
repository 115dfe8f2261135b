"""For each rule a plan that breaks it and one that just does not, made for any pack that has the rule on."""

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

import msgspec

from smcal.model import (
    Artwork,
    Attachment,
    DayNote,
    Facts,
    NoteKind,
    Person,
    Post,
    Removal,
    Role,
    State,
)
from smcal.model.period import week_of
from smcal.regulation import Finding, Pack, Scope, check_plan
from smcal.regulation.checks.checklist import CONFIRMED
from smcal.regulation.checks.credits import BOTH
from smcal.regulation.checks.topics import topic_reason
from smcal.regulation.judged import post_mark
from smcal.regulation.look import stretches_of
from smcal.worktime import Worktime
from tests.core.regulation.plans import MONDAY, NOW, PAGE, plain_year, post, posts, scope

AT = NOW.replace(tzinfo=dt.UTC)
ANNA = Person(id="anna", name="Anna", role=Role.COORDINATOR, since=dt.date(2020, 1, 1), trained=True, two_factor=True)
BORIS = Person(id="boris", name="Boris", role=Role.ADMINISTRATOR, two_factor=True)
KEPT = msgspec.structs.replace(
    PAGE,
    link="https://vk.com/library",
    coordinator_id=ANNA.id,
    approval_day="Tuesday",
    owner_id=ANNA.id,
    administrator_ids=(BORIS.id,),
)
"""A page about which the register says everything."""

MINUTE, DAY = dt.timedelta(minutes=1), dt.timedelta(1)


class Case(NamedTuple):
    """Two plans that differ in what one rule asks for, and in nothing else that it asks."""

    breaks: Scope
    just_not: Scope


def case(rule: str, pack: Pack) -> Case:
    """The two plans for a rule as a pack has it; the pack names the rule and the section it needs."""
    breaks, just_not = CASES[rule](pack)
    return Case(breaks, just_not)


def about(rule: str, of: Scope) -> list[Finding]:
    """What one rule says about a plan."""
    return [finding for finding in check_plan(of) if finding.rule == rule]


def made(pack: Pack, *of: Post, events: tuple[DayNote, ...] = (), **fields: object) -> Scope:
    """One page with these posts, its people known; fields of the scope, the page and the facts may be given."""
    facts = Facts(
        people=fields.pop("people", {ANNA.id: ANNA, BORIS.id: BORIS}),
        events=events,
        removals=fields.pop("removals", {}),
        confirmed=fields.pop("confirmed", {}),
    )
    usual = {"pack": pack, "worktime": worktime(pack), "page": KEPT, "facts": facts}
    return scope(of, **{**usual, **fields})


def worktime(pack: Pack) -> Worktime:
    """Plain years with the pack's own window."""
    return Worktime("RU", plain_year, window=pack.submission.window if pack.submission else None)


def _pair(pack: Pack, bad: Post, good: Post) -> tuple[Scope, Scope]:
    return made(pack, bad), made(pack, good)


def _too_many(pack: Pack) -> tuple[Scope, Scope]:
    most = pack.frequency.max
    return made(pack, *posts(most + 1)), made(pack, *posts(most))


def _too_few(pack: Pack) -> tuple[Scope, Scope]:
    least = pack.frequency.min
    return made(pack, *posts(least - 1)), made(pack, *posts(least))


def _window(pack: Pack) -> tuple[Scope, Scope]:
    by = worktime(pack).submit_by(MONDAY)
    return made(pack, post(), now=by + MINUTE), made(pack, post(), now=by)


def _urgent(pack: Pack) -> tuple[Scope, Scope]:
    return _pair(pack, post(urgent=True), post(urgent=True, urgent_reason="Burst pipe"))


def _coverage(pack: Pack) -> tuple[Scope, Scope]:
    (stretch,) = stretches_of(week_of(MONDAY), pack.coverage.period)
    due = [topic.id for topic in pack.topics if topic_reason(topic, KEPT, (), stretch).due]
    row = [post(number, topic=number) for number in due]
    return made(pack, *row[:-1]), made(pack, *row)


def _direction(pack: Pack) -> tuple[Scope, Scope]:
    return _pair(pack, post(direction="gossip"), post(direction="gossip", direction_consent="The director"))


def _partners_consent(pack: Pack) -> tuple[Scope, Scope]:
    return _pair(pack, post(partner="Bookshop"), post(partner="Bookshop", pr_consent=True))


def _partners_share(pack: Pack) -> tuple[Scope, Scope]:
    total = 20
    allowed = int(pack.partners.share * total)
    row = posts(total)
    return tuple(
        made(pack, *(msgspec.structs.replace(p, partner="Bookshop" if n < theirs else "") for n, p in enumerate(row)))
        for theirs in (allowed + 1, allowed)
    )


def _events(pack: Pack) -> tuple[Scope, Scope]:
    event = DayNote(id="event", date=MONDAY + DAY, text="City Day", kind=NoteKind.CITY_EVENT)
    first = event.date - dt.timedelta(pack.events.days)
    told = [post(date=date, event_id=event.id, state=State.PUBLISHED) for date in (first - DAY, first)]
    return tuple(made(pack, p, events=(event,)) for p in told)


def _privacy(pack: Pack) -> tuple[Scope, Scope]:
    direction = pack.privacy.directions[0]
    notice = pack.privacy.notice.within("en")
    bare, told = f"Come and read {notice[:-2]}", f"Come and read.\n{notice.upper()}"
    return _pair(pack, post(direction=direction, text=bare), post(direction=direction, text=told))


def _removal(pack: Pack) -> tuple[Scope, Scope]:
    removal = Removal(
        id="r",
        post_id="post-000",
        ground=pack.removal_grounds[0].id,
        edit_tried="The whole text was wrong",
        agreed_coordinator="Anna",
        at=AT,
    )
    alone = msgspec.structs.replace(removal, agreed_coordinator="")
    gone = post(state=State.REMOVED)
    return tuple(made(pack, gone, removals={gone.id: record}) for record in (alone, removal))


def _register(pack: Pack) -> tuple[Scope, Scope]:
    empty = {"link": {"link": " "}, "coordinator": {"coordinator_id": None}, "approval-day": {"approval_day": " "}}
    last = pack.register.parts[-1]
    others = {
        name: value
        for part, fields in empty.items()
        if part not in pack.register.parts
        for name, value in fields.items()
    }
    return (
        made(pack, page=msgspec.structs.replace(KEPT, **empty[last])),
        made(pack, page=msgspec.structs.replace(KEPT, **others)),
    )


def _two_factor(pack: Pack) -> tuple[Scope, Scope]:
    open_door = msgspec.structs.replace(BORIS, two_factor=False)
    return made(pack, people={ANNA.id: ANNA, BORIS.id: open_door}), made(pack)


def _fit(pack: Pack) -> tuple[Scope, Scope]:
    year, month = divmod(12 * NOW.year + NOW.month - 1 - pack.coordinators.months, 12)
    enough = dt.date(year, month + 1, NOW.day)
    new, old = (msgspec.structs.replace(ANNA, since=since) for since in (enough + DAY, enough))
    return made(pack, people={ANNA.id: new}), made(pack, people={ANNA.id: old})


def _personal(pack: Pack) -> tuple[Scope, Scope]:
    return _pair(pack, post(personal_data=True), post(personal_data=True, data_consent="The parents, in the folder"))


def _mistakes(pack: Pack) -> tuple[Scope, Scope]:
    wrong = {"state": State.PUBLISHED, "mistake": "The hour is wrong"}
    return _pair(pack, post(**wrong), post(**wrong, corrected=True))


def _credits(pack: Pack) -> tuple[Scope, Scope]:
    of_text, of_files = (pack.credits.text, pack.credits.files) if pack.credits else (BOTH, BOTH)
    if not of_files:
        named = post(borrowed=True, **dict.fromkeys(of_text, "A. Blok"))
        return _pair(pack, msgspec.structs.replace(named, **{of_text[-1]: " "}), named)
    file = Attachment(id="f", post_id="post-000", media_id="m", borrowed=True)
    whole = msgspec.structs.replace(file, **dict.fromkeys(of_files, "A. Blok"))
    but_one = msgspec.structs.replace(whole, **{of_files[-1]: " "})
    return made(pack, post(), files=[but_one]), made(pack, post(), files=[whole])


def _media(pack: Pack) -> tuple[Scope, Scope]:
    return _pair(pack, post(artwork=Artwork.ORDERED), post(artwork=Artwork.ARRIVED))


def _checklist(rule: str, pack: Pack) -> tuple[Scope, Scope]:
    items = [point.id for point in pack.checklist if point.rule == rule]
    looked_at = post_mark(post(), ())
    confirmed = {(PAGE.id, item, MONDAY): (looked_at,) for item in items}
    another = confirmed | {(PAGE.id, items[-1], MONDAY): (post_mark(post(1), ()),)}
    return made(pack, post(), confirmed=another), made(pack, post(), confirmed=confirmed)


def _point(rule: str) -> Callable[[Pack], tuple[Scope, Scope]]:
    return lambda pack: _checklist(rule, pack)


CASES: dict[str, Callable[[Pack], tuple[Scope, Scope]]] = {
    "frequency.max": _too_many,
    "frequency.min": _too_few,
    "submission.window": _window,
    "submission.urgent": _urgent,
    "topics.coverage": _coverage,
    "direction.listed": _direction,
    "partners.consent": _partners_consent,
    "partners.share": _partners_share,
    "citywide.events": _events,
    "events.privacy-notice": _privacy,
    "removal.grounds": _removal,
    "register.complete": _register,
    "two-factor": _two_factor,
    "coordinator.fit": _fit,
    "personal-data.consent": _personal,
    "mistakes.corrected": _mistakes,
    "credits.complete": _credits,
    "media.ready": _media,
    **{rule: _point(rule) for rule in CONFIRMED},
}
