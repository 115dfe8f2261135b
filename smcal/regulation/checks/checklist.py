"""What no program can see: somebody looks at a page's posts of a week and confirms (spb-cbs 3.2, 3.8 and others)."""

from collections.abc import Iterator

from smcal.regulation.check import Check, Say, Voice
from smcal.regulation.finding import Finding
from smcal.regulation.look import Look

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
    """Weeks with posts still to be handed in for which nobody has confirmed a point: one finding each."""
    if not look.open_weeks:
        return
    known = look.ground.scope.plan.facts.confirmed
    for point in look.ground.points.get(say.rule, ()):
        cited = say.instead(point.clause)
        for week in look.open_weeks:
            if (look.page.id, point.id, week.first) not in known:
                yield cited.week(look, week, f"confirm:{point.id}", item=point.id, title=point.title)


def _sentence(finding: Finding, voice: Voice) -> str:
    title = finding.args["title"].within(voice.words.language)
    return voice.gettext("Not confirmed: “{title}”").format(title=title)


def _badge(_finding: Finding, voice: Voice) -> str:
    return voice.gettext("not confirmed")


RULES = {rule: Check(confirmed, _sentence, _badge, "checklist") for rule in CONFIRMED}
