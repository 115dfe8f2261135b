"""The library's own regulation: what another pack would change in the plan, and putting it in force."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, Literal

import msgspec

from smcal.model import CURATOR, KeptPack, Period, Setting
from smcal.model.period import week_of
from smcal.model.plan import Plan
from smcal.planning.keeping import keep_pack
from smcal.planning.scope import scope_over
from smcal.planning.setup import set_hours
from smcal.regulation import Finding, Pack, Rule, Scope, Severity, check_plan, context
from smcal.regulation.checks import all_checks
from smcal.regulation.clauses import single_clauses
from smcal.regulation.complaint import Complaint
from smcal.regulation.lint import contradictions, too_strict
from smcal.regulation.pack import Heading
from smcal.store.work import Work
from smcal.store.workspace import Workspace
from smcal.worktime import Hours, Worktime

YEAR = dt.timedelta(365)
NO_PLAN = Plan(pages=(), posts={}, attachments={})


class Impact(msgspec.Struct, frozen=True):
    """What the plan would gain and lose in findings, each in the order of the plan."""

    appear: tuple[Finding, ...]
    vanish: tuple[Finding, ...]

    def __bool__(self) -> bool:
        return bool(self.appear or self.vanish)


def impact(scope: Scope, pack: Pack, worktime: Worktime | None = None) -> Impact:
    """What checking the same plan by another pack, and another working time, would say differently.

    A finding that only weighs otherwise, or counts otherwise, vanishes as it was and appears as it would be.
    The plan of `scope` must hold the posts that either pack looks at.
    """
    return _told(scope, check_plan(scope), pack, worktime)


class Outlook(msgspec.Struct, frozen=True):
    """The plan ahead, and what the regulation in force says about it: asked once, compared with many drafts."""

    scope: Scope
    held: Period  # the days whose posts are in it
    findings: tuple[Finding, ...]

    def impact(self, pack: Pack, hours: Hours | None = None) -> Impact:
        """What a draft of a pack, and of the curator's hours, would say differently."""
        worktime = self.scope.worktime
        if pack.submission is not None:
            worktime = worktime.with_window(pack.submission.window)
        return _told(self.scope, self.findings, pack, worktime if hours is None else worktime.with_hours(hours))

    def serves(self, pack: Pack) -> bool:
        """Whether it has all the posts that a draft looks at."""
        around = context(self.scope.period, pack)
        return around.first in self.held and around.last in self.held


def outlook(workspace: Workspace, at: dt.datetime, draft: Pack) -> Outlook:
    """From this week's Monday to the last dated week, at most a year, with the posts that a draft looks at as well.

    Reads the file: for a thread beside the window.
    """
    pack = workspace.pack()
    with workspace.read() as reader:
        empty = scope_over(workspace, lambda _around: NO_PLAN, Period(at.date(), at.date()), at)
        ahead = _ahead(empty.now.date(), [post.date for post in reader.posts(_year(empty.now.date())) if post.date])
        held = context(ahead, pack).hull(context(ahead, draft))
        scope = msgspec.structs.replace(empty, plan=reader.plan(held), period=ahead)
    return Outlook(scope, held, tuple(check_plan(scope)))


def flaws(pack: Pack) -> tuple[Complaint, ...]:
    """Everything for which a pack would be refused, each with its key; empty where it can be put in force."""
    from smcal.regulation.shape import misfits  # only for packs that are being changed

    heading: dict[str, Any] = {}
    body: dict[str, Any] = {}
    for name, value in msgspec.to_builtins(pack, builtin_types=()).items():
        (heading if name in Heading.__struct_fields__ else body)[name] = value
    shape = tuple(misfits({"regulation": heading, **body}))
    return shape or (*contradictions(pack), *too_strict(pack))


def with_section(pack: Pack, section: str, value: object) -> Pack:
    """The pack with another section; rules that cannot do without one that is gone are off then."""
    changed = msgspec.structs.replace(pack, **{section: value})
    off = {name: msgspec.structs.replace(rule, severity=Severity.OFF) for name, rule in _bereft(changed)}
    return msgspec.structs.replace(changed, rules={**changed.rules, **off}) if off else changed


def with_binding(pack: Pack, binding: Literal["rules", "guidelines"]) -> Pack:
    """The pack as rules or as guidelines; what guidelines would require they recommend."""
    strict = [(name, rule) for name, rule in pack.rules.items() if rule.severity is Severity.REQUIRED]
    if binding == "rules" or not strict:
        return msgspec.structs.replace(pack, binding=binding)
    laxer = {name: msgspec.structs.replace(rule, severity=Severity.RECOMMENDED) for name, rule in strict}
    return msgspec.structs.replace(pack, binding=binding, rules={**pack.rules, **laxer})


def with_clause(pack: Pack, clause: str) -> Pack:
    """The pack whose document has a clause as well, or several: "5.6, 5.11". One without a list may cite any anyway."""
    new = tuple(one for one in single_clauses(clause) if one and one not in pack.clauses)
    return msgspec.structs.replace(pack, clauses=(*pack.clauses, *new)) if pack.clauses else pack


def lacking(pack: Pack, rule: str) -> str | None:
    """The section that a rule needs and the pack does not have, so that it cannot be switched on; else None."""
    needs = all_checks()[rule].needs
    if needs is None:
        return None
    if needs == "checklist":
        return None if any(point.rule == rule for point in pack.checklist) else needs
    return None if getattr(pack, needs) else needs


def own_id(pack: Pack, kept: Iterable[KeptPack]) -> str:
    """An identifier for a new copy, which no regulation of this workspace has had."""
    taken, base = {one.regulation for one in kept}, f"{pack.id.partition('-own')[0]}-own"
    numbered = (base if n == 1 else f"{base}-{n}" for n in range(1, len(taken) + 2))
    return next(id for id in numbered if id not in taken)


def numbered(pack: Pack, kept: Iterable[KeptPack]) -> Pack:
    """The pack with a version of its own: its own number where it is free, else the next after all that were kept."""
    versions = [one.version for one in kept if one.regulation == pack.id]
    if not versions or pack.version > max(versions):
        return pack
    return msgspec.structs.replace(pack, version=max(versions) + 1)


def use_pack(work: Work, text: str) -> KeptPack:
    """Put a regulation in force, from now on; what was decided keeps the one that it was decided by.

    `text` is the pack as TOML; raises UnreadableFile for a broken one.
    """
    kept = keep_pack(work, text)
    _set(work, kept.id)
    return kept


def use_hours(work: Work, hours: Hours) -> None:
    """Settle the hours by which submissions are measured: the curator's."""
    set_hours(work, CURATOR, hours)


def use_shipped(work: Work) -> None:
    """Go back to the regulation that ships with smcal."""
    _set(work, None)


def _set(work: Work, pack_id: str | None) -> None:
    work.put(Setting(id="pack", value=msgspec.json.encode(pack_id).decode()))


def _told(scope: Scope, before: Iterable[Finding], pack: Pack, worktime: Worktime | None) -> Impact:
    after = check_plan(msgspec.structs.replace(scope, pack=pack, worktime=worktime or scope.worktime))
    return Impact(_without(after, before), _without(before, after))


def _without(findings: Iterable[Finding], others: Iterable[Finding]) -> tuple[Finding, ...]:
    there = {(finding.key, finding.severity) for finding in others}
    return tuple(finding for finding in findings if (finding.key, finding.severity) not in there)


def _bereft(pack: Pack) -> list[tuple[str, Rule]]:
    on = ((name, rule) for name, rule in pack.rules.items() if rule.severity is not Severity.OFF)
    return [(name, rule) for name, rule in on if name in all_checks() and lacking(pack, name)]


def _year(today: dt.date) -> Period:
    monday = week_of(today).first
    return Period(monday, monday + min(YEAR, dt.date.max - monday))


def _ahead(today: dt.date, days: Iterable[dt.date]) -> Period:
    year = _year(today)
    last = max(days, default=today)
    return Period(year.first, max(min(week_of(last).last, year.last), week_of(today).last))
