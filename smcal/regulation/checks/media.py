"""Text and pictures are there before a post is handed in (spb-cbs 5.7, 5.11)."""

from collections.abc import Iterator

from smcal.model import Artwork
from smcal.regulation.check import Check, Say, Voice
from smcal.regulation.finding import Finding
from smcal.regulation.look import Look


def ready(look: Look, say: Say) -> Iterator[Finding]:
    """Posts still to come out whose ordered pictures have not arrived, or whose text is not written."""
    ordered = Artwork.ORDERED
    for post in look.unpublished:
        if post.artwork is ordered:
            yield say.post(look, post, "mark-arrived", judged=(post.title, post.text), what="artwork")
        if not post.text or post.text.isspace():
            yield say.post(look, post, "write-text", judged=(post.title,), what="text")


def _sentence(finding: Finding, voice: Voice) -> str:
    if finding.args["what"] == "artwork":
        return voice.gettext("The pictures ordered from the designer have not arrived")
    return voice.gettext("The text is not written yet")


def _badge(finding: Finding, voice: Voice) -> str:
    return voice.gettext("pictures not here yet") if finding.args["what"] == "artwork" else voice.gettext("no text")


RULES = {"media.ready": Check(ready, _sentence, _badge)}
