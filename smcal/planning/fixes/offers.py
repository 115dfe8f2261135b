"""From the words in a finding to offers: fields of a post, days, records beside the posts, letters; a file each."""

from collections.abc import Callable, Iterator

from smcal.planning.fixes import asking, days, fields, records
from smcal.planning.fixes.offer import Ask, Offer
from smcal.regulation import Finding

Family = dict[str, Callable[[Ask, Finding, str], Iterator[Offer]]]

_FAMILIES: Family = {**fields.FIXES, **days.FIXES, **records.FIXES, **asking.FIXES}

BESIDE = {
    "frequency.min": ("plan-week",),
    "partners.consent": ("ask-pr",),
    "partners.share": ("new-post",),
}
"""What planning can do besides what a finding names itself."""


def offers(ask: Ask, finding: Finding) -> tuple[Offer, ...]:
    """What would mend a finding, the best first; a fix that is not possible now is not offered."""
    found: list[Offer] = []
    for fix in (*finding.fixes, *BESIDE.get(finding.rule, ())):
        name, _colon, detail = fix.partition(":")
        found += _FAMILIES[name](ask, finding, detail)
    return tuple(found)
