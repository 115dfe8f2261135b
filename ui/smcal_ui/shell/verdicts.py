"""What a drop would do, in the words of a cell. Loaded with the first drag."""

from collections.abc import Callable

from smcal.layout.board import Level as BoardLevel
from smcal.planning.preview import DropPreview, Level, Refusal
from smcal.regulation import Finding, Severity
from smcal.words import _
from smcal_ui.planner.drop import Verdict

MOST_SAID = 5
"""Consequences of a drop that are told one by one."""


def verdict_on(preview: DropPreview, say: Callable[[Finding], str]) -> Verdict:
    """A preview in the words of a cell, a sentence a line: required before advice, refused drops with the reason."""
    match preview.refusal:
        case Refusal.PAST_DAY:
            return Verdict(False, BoardLevel.BAD, _("This day has passed"))
        case Refusal.HAS_HAPPENED:
            return Verdict(False, BoardLevel.BAD, _("Published: it stays where it is"))

    def told(finding: Finding) -> str:
        return _("still {what}").format(what=say(finding)) if finding in preview.still else say(finding)

    required = [told(finding) for finding in preview.findings if finding.severity is Severity.REQUIRED]
    advice = [told(finding) for finding in preview.findings if finding.severity is not Severity.REQUIRED]
    reopens = [_("the review re-opens")] if preview.reopens else []
    said = list(dict.fromkeys(required + reopens + advice))  # several posts in hand may meet the same rule
    more = [_("and {n} more").format(n=len(said) - MOST_SAID)] if len(said) > MOST_SAID else []
    levels = {Level.FINE: BoardLevel.OK, Level.ADVICE: BoardLevel.WARN, Level.BREAKS: BoardLevel.BAD}
    return Verdict(True, levels[preview.level], "\n".join(said[:MOST_SAID] + more))
