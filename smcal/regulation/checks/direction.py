"""Posts belong to a direction that the regulation lists (spb-cbs 4.1, 4.2)."""

from collections.abc import Iterator

from smcal.model import OTHER_DIRECTION
from smcal.regulation.check import Check, Say, Voice
from smcal.regulation.finding import Finding
from smcal.regulation.look import Look
from smcal.words import inside


def listed(look: Look, say: Say) -> Iterator[Finding]:
    """Posts of another direction without the administration's consent; advice where none was chosen.

    A topic brings its usual direction.
    """
    known = {direction.id for direction in look.pack.directions}
    usual = look.ground.usual
    for post in look.live:
        direction = post.direction or usual.get(post.topic)
        if direction in known or post.direction_consent.strip():
            continue
        if direction:
            judged = (direction, post.title, post.text)
            yield say.post(look, post, "choose-direction", "record-consent", judged=judged, direction=direction)
        else:
            yield say.advice(look, post, "choose-direction")


def _sentence(finding: Finding, voice: Voice) -> str:
    direction = finding.args.get("direction")
    if direction is None:
        return voice.gettext("No direction is chosen")
    if direction == OTHER_DIRECTION:
        return voice.gettext("The direction is not on the list: the administration has to agree")
    text = voice.gettext("The direction “{direction}” is not on the list: the administration has to agree")
    return text.format(direction=inside(direction, voice.words.language))


def _badge(finding: Finding, voice: Voice) -> str:
    return voice.gettext("direction not on the list") if "direction" in finding.args else voice.gettext("no direction")


RULES = {"direction.listed": Check(listed, _sentence, _badge, "directions")}
