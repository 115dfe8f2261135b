"""Why published posts were taken down (spb-cbs 5.10)."""

from collections.abc import Iterator

from smcal.model import Removal
from smcal.regulation.check import Check, Say, Voice
from smcal.regulation.finding import Finding
from smcal.regulation.look import Look


def grounds(look: Look, say: Say) -> Iterator[Finding]:
    """Posts taken down without a listed ground, the coordinator's agreement, or why editing was not enough."""
    listed = {ground.id for ground in look.pack.removal_grounds}
    recorded = look.ground.scope.plan.facts.removals
    for post in look.removed:
        if lacking := _lacking(recorded.get(post.id), listed):
            yield say.post(look, post, "explain-removal", lacking=lacking)


def _lacking(removal: Removal | None, listed: set[str]) -> tuple[str, ...]:
    if removal is None:
        return ("record",)
    present = {
        "ground": removal.ground in listed,
        "agreement": bool(removal.agreed_coordinator.strip()),
        "editing": bool(removal.edit_tried.strip()),
    }
    return tuple(name for name, there in present.items() if not there)


def _sentence(finding: Finding, voice: Voice) -> str:
    lacking = finding.args["lacking"]
    if lacking == ("record",):
        return voice.gettext("The post was taken down, and nothing says why")
    parts = {
        "ground": voice.gettext("a ground from the list"),
        "agreement": voice.gettext("the coordinator’s agreement"),
        "editing": voice.gettext("why editing was not enough"),
    }
    text = voice.gettext("The post was taken down, and this is not recorded: {parts}")
    return text.format(parts=voice.listed([parts[name] for name in lacking]))


def _badge(_finding: Finding, voice: Voice) -> str:
    return voice.gettext("removal not explained")


RULES = {"removal.grounds": Check(grounds, _sentence, _badge, "removal_grounds")}
