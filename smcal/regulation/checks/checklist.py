"""What no program can see: somebody looks at a page's posts of a week and confirms (spb-cbs 3.2, 3.8 and others)."""

from collections.abc import Iterator

from smcal.regulation.check import Check, Say, Voice
from smcal.regulation.finding import Finding, Severity
from smcal.regulation.look import Look
from smcal.words import inside

CONFIRMED = (
    "profile.fit",
    "language.opinion",
    "language.style",
    "voice.we",
    "content.useful",
    "content.ethics",
    "content.advertising",
    "content.openness",
    "content.law",
    "content.respect",
)
"""The rules that are confirmed point by point."""


def confirmed(look: Look, say: Say) -> Iterator[Finding]:
    """Weeks with posts still to be handed in for which a point is to be confirmed: one finding each.

    That is where nobody has confirmed it, or where a post is not as it stood then, or was not there. A week in which
    everything was handed in at least once is not asked about for the first time.
    """
    points = look.ground.points.get(say.rule)
    if not points or not look.waiting:
        return
    known = look.ground.scope.plan.facts.confirmed
    for point in points:
        cited = say.instead(point.clause)
        for waiting in look.waiting:
            seen = known.get((look.page.id, point.id, waiting.week.first))
            if waiting.fresh if seen is None else not waiting.seen(seen):
                case = {} if seen is None else {"case": "changed"}
                fix, judged = f"confirm:{point.id}", waiting.marks if say.severity is Severity.REQUIRED else ()
                yield cited.week(look, waiting.week, fix, judged=judged, item=point.id, title=point.title, **case)


def _sentence(finding: Finding, voice: Voice) -> str:
    title = inside(finding.args["title"].within(voice.words.language), voice.words.language)
    if "case" in finding.args:
        return voice.gettext("Posts have changed since this was confirmed: “{title}”").format(title=title)
    return voice.gettext("Not confirmed: “{title}”").format(title=title)


def _badge(finding: Finding, voice: Voice) -> str:
    return voice.gettext("changed since confirmed") if "case" in finding.args else voice.gettext("not confirmed")


RULES = {rule: Check(confirmed, _sentence, _badge, "checklist") for rule in CONFIRMED}
