"""The library's own regulation: what another pack would change in the plan, and putting it in force."""

from collections.abc import Iterable

import msgspec

from smcal.model import KeptPack, Setting
from smcal.planning.keeping import keep_pack
from smcal.regulation import Finding, Pack, Scope, check_plan
from smcal.store.work import Work
from smcal.worktime import Worktime


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
    before = check_plan(scope)
    after = check_plan(msgspec.structs.replace(scope, pack=pack, worktime=worktime or scope.worktime))
    return Impact(_without(after, before), _without(before, after))


def use_pack(work: Work, text: str) -> KeptPack:
    """Put a regulation in force, from now on; what was decided keeps the one that it was decided by.

    `text` is the pack as TOML; raises UnreadableFile for a broken one.
    """
    kept = keep_pack(work, text)
    _set(work, kept.id)
    return kept


def use_shipped(work: Work) -> None:
    """Go back to the regulation that ships with smcal."""
    _set(work, None)


def _set(work: Work, pack_id: str | None) -> None:
    work.put(Setting(id="pack", value=msgspec.json.encode(pack_id).decode()))


def _without(findings: Iterable[Finding], others: Iterable[Finding]) -> tuple[Finding, ...]:
    there = {(finding.key, finding.severity) for finding in others}
    return tuple(finding for finding in findings if (finding.key, finding.severity) not in there)
