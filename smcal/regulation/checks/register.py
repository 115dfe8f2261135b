"""The register of pages: what it says of each page, who signs in, and who coordinates (spb-cbs 2, 5.1, 5.5, App. 1)."""

import datetime as dt
from calendar import monthrange
from collections.abc import Iterator

from smcal.model import Page, Person
from smcal.regulation.check import Check, Say, Voice, given
from smcal.regulation.finding import Finding
from smcal.regulation.look import Look


def complete(look: Look, say: Say) -> Iterator[Finding]:
    """A page that lacks something in the register: link, coordinator or day of approval, as the pack asks."""
    page, register = look.page, look.pack.register
    present = {
        "link": page.link.strip(),
        "coordinator": page.coordinator_id,
        "approval-day": page.approval_day.strip(),
    }
    asked = register.parts if register else tuple(present)
    if lacking := tuple(name for name in asked if not present[name]):
        yield say.standing(look, "complete-register", lacking=lacking)


def two_factor(look: Look, say: Say) -> Iterator[Finding]:
    """A page whose owner, administrators and coordinator have not all confirmed that sign-in is protected."""
    people = look.ground.scope.plan.facts.people
    lacking = () if look.page.owner_id else ("owner",)
    open_still = [people[who] for who in _keepers(look.page) if who in people and not people[who].two_factor]
    if lacking or open_still:
        yield say.standing(
            look,
            *(("confirm-two-factor",) if open_still else ()),
            *(("complete-register",) if lacking else ()),
            people=tuple(person.id for person in open_still),
            names=tuple(person.name for person in open_still),
            lacking=lacking,
        )


def fit(look: Look, say: Say) -> Iterator[Finding]:
    """A page whose coordinator has not served long enough, or was not trained with the curator, as of today."""
    asked = given(look.pack.coordinators)
    person = look.ground.scope.plan.facts.people.get(look.page.coordinator_id or "")
    if person is None:
        return
    served = _served(person, asked.months, look.ground.today)
    untrained = ("training",) if asked.trained and not person.trained else ()
    if lacking := (*served, *untrained):
        yield say.standing(
            look, "record-coordinator", people=(person.id,), names=(person.name,), lacking=lacking, months=asked.months
        )


def _keepers(page: Page) -> list[str]:
    """Who signs in, each once: the owner, the administrators, the coordinator."""
    return list(dict.fromkeys(who for who in (page.owner_id, *page.administrator_ids, page.coordinator_id) if who))


def _served(person: Person, months: int, today: dt.date) -> tuple[str, ...]:
    if months == 0:
        return ()
    if person.since is None:
        return ("since",)
    return ("service",) if _months_after(person.since, months) > today else ()


def _months_after(day: dt.date, months: int) -> dt.date:
    """The same day so many months later, or the last one of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > dt.MAXYEAR:
        return dt.date.max
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _complete(finding: Finding, voice: Voice) -> str:
    parts = {
        "link": voice.gettext("the link"),
        "coordinator": voice.gettext("the coordinator"),
        "approval-day": voice.gettext("the day of approval"),
    }
    text = voice.gettext("The register of pages lacks {parts}")
    return text.format(parts=voice.listed([parts[name] for name in finding.args["lacking"]]))


def _complete_badge(_finding: Finding, voice: Voice) -> str:
    return voice.gettext("register incomplete")


def _two_factor(finding: Finding, voice: Voice) -> str:
    names = finding.args["names"]
    if not names:
        return voice.gettext("The register does not say who owns the page")
    said = voice.gettext("Protected sign-in is not confirmed by {names}").format(names=voice.listed(names))
    if not finding.args["lacking"]:
        return said
    return voice.gettext("{said}; the register does not say who owns the page").format(said=said)


def _two_factor_badge(finding: Finding, voice: Voice) -> str:
    if not finding.args["names"]:
        return voice.gettext("no owner recorded")
    return voice.gettext("protected sign-in not confirmed")


def _fit(finding: Finding, voice: Voice) -> str:
    months = finding.args["months"]
    parts = {
        "since": voice.gettext("start of service not recorded"),
        "service": voice.ngettext(
            "less than {months} month in service", "less than {months} months in service", months
        ).format(months=months),
        "training": voice.gettext("training with the curator not recorded"),
    }
    (name,) = finding.args["names"]
    text = voice.gettext("Coordinator {name}: {parts}")
    return text.format(name=name, parts=voice.listed([parts[part] for part in finding.args["lacking"]]))


def _fit_badge(finding: Finding, voice: Voice) -> str:
    if finding.args["lacking"] == ("training",):
        return voice.gettext("coordinator not trained")
    return voice.gettext("coordinator: length of service")


RULES = {
    "register.complete": Check(complete, _complete, _complete_badge),
    "two-factor": Check(two_factor, _two_factor, _two_factor_badge),
    "coordinator.fit": Check(fit, _fit, _fit_badge, "coordinators"),
}
