"""Hand in although a required rule is broken: a named person says why, and may take it back."""

import msgspec

from smcal.model import Override, Person, new_id
from smcal.planning.keeping import keep_pack
from smcal.planning.refusal import NoReason, NothingToOverride, NotOverridden, OverriddenAlready, UnnamedRuler
from smcal.regulation import Finding, Severity
from smcal.store.changes import Area
from smcal.store.work import Work
from smcal.text import clean_name, clean_text


def override(
    work: Work, finding: Finding, *, reason: str, person_id: str | None, message: str, pack_text: str
) -> Override:
    """Keep a person's decision that this one finding, and no other, no longer stands in the way of handing in.

    `message` is the finding as it reads now, in the workspace's language; `pack_text` the regulation in force, which is
    kept word for word beside it. Raises `NothingToOverride` for what stands in nobody's way, `OverriddenAlready`,
    `UnnamedRuler` for nobody or somebody who has left, and `NoReason`.
    """
    if finding.severity is not Severity.REQUIRED:
        raise NothingToOverride
    if any(made.subject == finding.key and made.withdrawn is None for made in work.read.overrides()):
        raise OverriddenAlready
    ruler = present(work, person_id)
    if not clean_name(reason):
        raise NoReason
    return work.put(
        Override(
            id=new_id(),
            subject=finding.key,
            rule=finding.rule,
            clause=finding.clause,
            message=message,
            page_id=finding.page_id,
            post_id=finding.post_id,
            reason=clean_text(reason).strip(),
            person_id=ruler,
            at=work.at,
            pack_id=keep_pack(work, pack_text).id,
        )
    )


def withdraw(work: Work, override_id: str, person_id: str | None) -> Override:
    """Take an override back: its finding stands in the way again. Raises `NotOverridden`, `UnnamedRuler`."""
    made = work.get(Area.OVERRIDES, override_id)
    if not isinstance(made, Override) or made.withdrawn is not None:
        raise NotOverridden
    ruler = present(work, person_id)
    return work.put(msgspec.structs.replace(made, withdrawn=work.at, withdrawn_by=ruler))


def present(work: Work, person_id: str | None) -> str:
    """The identifier of somebody who works here still, or `UnnamedRuler`."""
    person = work.get(Area.PEOPLE, person_id) if person_id is not None else None
    if not isinstance(person, Person) or person.archived:
        raise UnnamedRuler
    return person.id
