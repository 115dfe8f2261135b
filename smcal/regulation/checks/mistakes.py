"""Mistakes found after publication are put right (espelkamp, „Zu Fehlern stehen“)."""

from collections.abc import Iterator

from smcal.model import State
from smcal.regulation.check import Check, Say, Voice
from smcal.regulation.finding import Finding
from smcal.regulation.look import Look


def corrected(look: Look, say: Say) -> Iterator[Finding]:
    """Published posts with a mistake that readers still see."""
    for post in look.live:
        if post.mistake and not post.corrected and post.state is State.PUBLISHED and post.mistake.strip():
            mistake = post.mistake.strip()
            yield say.post(look, post, "mark-corrected", judged=(mistake,), mistake=mistake)


def _sentence(finding: Finding, voice: Voice) -> str:
    mistake = " ".join(finding.args["mistake"].split()).rstrip(".")  # typed by people, full stop and lines included
    return voice.gettext("A mistake is not put right yet: {mistake}").format(mistake=mistake)


def _badge(_finding: Finding, voice: Voice) -> str:
    return voice.gettext("mistake not put right")


RULES = {"mistakes.corrected": Check(corrected, _sentence, _badge)}
