"""Why a remark is made: what was counted where something is counted, and what the rule says."""

import datetime as dt
from collections.abc import Sequence

from smcal.model import Page
from smcal.planning.why.counts import coverage, gauge, share
from smcal.planning.why.days import deadline
from smcal.planning.why.story import Asked, Line, Mark, Story
from smcal.regulation import Finding, Severity, message

COUNTING = {"frequency.min": gauge, "frequency.max": gauge, "topics.coverage": coverage, "partners.share": share}
"""Rules whose findings are explained by counting."""


def finding(asked: Asked, found: Finding) -> Story:
    """The remark itself, what it was counted from, and what follows from it."""
    story = _counted(asked, found)
    return Story(
        title=_sentence(asked, found),
        lines=story.lines if story else (),
        conclusion=" ".join(filter(None, [story.conclusion if story else "", _weight(asked, found)])),
        clause=asked.clause(found.clause),
        reading=asked.reading(found.rule),
        provisional=story.provisional if story else "",
    )


def findings_together(asked: Asked, found: Sequence[Finding]) -> Story:
    """Several findings of one rule or one checklist of a page, told as one; a single one as `finding` tells it."""
    first = found[0]
    if len(found) == 1:
        return finding(asked, first)
    story = _counted(asked, first)
    count = asked.voice.ngettext("{n} finding", "{n} findings", len(found))
    sentences = (_sentence(asked, one) for one in found)
    return Story(
        title=story.title if story else count.format(n=len(found)),
        lines=story.lines if story else tuple(Line(text=text, mark=Mark.BAD) for text in sentences),
        conclusion=" ".join(filter(None, [story.conclusion if story else "", _weight(asked, first)])),
        clause=story.clause if story else "",
        reading=asked.reading(first.rule),
    )


def _sentence(asked: Asked, found: Finding) -> str:
    """The remark without its clause, which a story cites beside it."""
    sentence = message(found, asked.voice.words, asked.voice.dates)
    return sentence.removesuffix(f" ({asked.clause(found.clause)}).")


def _counted(asked: Asked, found: Finding) -> Story | None:
    if found.rule in COUNTING:
        return COUNTING[found.rule](asked, _page(asked, found.page_id), _day(found))
    if found.rule == "submission.window" and found.date is not None and found.args.get("case") != "gone-by":
        return deadline(asked, found.date)
    return None


def _page(asked: Asked, page_id: str) -> Page:
    return next(page for page in asked.scope.plan.pages if page.id == page_id)


def _day(found: Finding) -> dt.date:
    day: dt.date = found.args["first"]
    return day


def _weight(asked: Asked, found: Finding) -> str:
    gettext = asked.voice.gettext
    if found.override is not None:
        return gettext("Somebody has decided, by name and with a reason, to hand in all the same.")
    if found.severity is Severity.REQUIRED:
        return gettext("The plan is handed in once this is mended, or a named person overrides it with a reason.")
    return gettext("This is advice: the plan can be handed in all the same.")
