"""People who are named or shown have agreed (ogre-novads 8.2)."""

from collections.abc import Iterator

from smcal.regulation.check import Check, Say, Voice
from smcal.regulation.finding import Finding
from smcal.regulation.look import Look


def consent(look: Look, say: Say) -> Iterator[Finding]:
    """Posts that name or show people without a record of who has agreed."""
    for post in look.live:
        if post.personal_data and not post.data_consent.strip():
            shown = (file.media_id for file in look.attachments(post))
            yield say.post(look, post, "record-data-consent", judged=(post.title, post.text, *shown))


def _sentence(_finding: Finding, voice: Voice) -> str:
    return voice.gettext("The post names or shows people, and their consent is not recorded")


def _badge(_finding: Finding, voice: Voice) -> str:
    return voice.gettext("people’s consent not recorded")


RULES = {"personal-data.consent": Check(consent, _sentence, _badge)}
