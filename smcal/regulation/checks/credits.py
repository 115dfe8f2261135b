"""What is borrowed names its author and source (spb-cbs 5.7)."""

from collections.abc import Iterator
from typing import Literal

from smcal.model import Attachment, Post
from smcal.regulation.check import Check, Say, Voice
from smcal.regulation.finding import Finding
from smcal.regulation.look import Look

Asked = tuple[Literal["author", "source"], ...]
BOTH: Asked = ("author", "source")
"""Asked for where the pack says nothing of it."""


def complete(look: Look, say: Say) -> Iterator[Finding]:
    """Borrowed texts and borrowed files that lack an author or a source, as far as the pack asks: one finding each."""
    asked = look.pack.credits
    of_text, of_files = (asked.text, asked.files) if asked else (BOTH, BOTH)
    attachments = look.ground.scope.plan.attachments
    for post in look.live:
        if post.borrowed and (lacking := _lacking(post, of_text)):
            judged = (post.text, post.author, post.source)
            yield say.post(look, post, *_fixes(lacking), judged=judged, what="text", lacking=lacking)
        if files := attachments.get(post.id):
            yield from _files(look, post, files, of_files, say)


def _files(look: Look, post: Post, files: tuple[Attachment, ...], asked: Asked, say: Say) -> Iterator[Finding]:
    for number, file in enumerate(files, start=1):
        if file.borrowed and (lacking := _lacking(file, asked)):
            about = {"what": "file", "lacking": lacking, "number": number, "attachment": file.id}
            yield say.post(look, post, *_fixes(lacking), judged=(file.media_id, file.author, file.source), **about)


def _lacking(borrowed: Post | Attachment, asked: Asked) -> tuple[str, ...]:
    return tuple([name for name in asked if not getattr(borrowed, name).strip()])


def _fixes(lacking: tuple[str, ...]) -> tuple[str, ...]:
    return tuple([f"add-{name}" for name in lacking])


def _sentence(finding: Finding, voice: Voice) -> str:
    sentences = {
        ("text", "author"): voice.gettext("The text is borrowed, but its author is not named"),
        ("text", "source"): voice.gettext("The text is borrowed, but its source is not named"),
        ("text", "both"): voice.gettext("The text is borrowed, but its author and source are not named"),
        ("file", "author"): voice.gettext("File {number} is borrowed, but its author is not named"),
        ("file", "source"): voice.gettext("File {number} is borrowed, but its source is not named"),
        ("file", "both"): voice.gettext("File {number} is borrowed, but its author and source are not named"),
    }
    return sentences[_case(finding)].format(number=finding.args.get("number"))


def _badge(finding: Finding, voice: Voice) -> str:
    badges = {
        ("text", "author"): voice.gettext("text without author"),
        ("text", "source"): voice.gettext("text without source"),
        ("text", "both"): voice.gettext("text without author and source"),
        ("file", "author"): voice.gettext("file without author"),
        ("file", "source"): voice.gettext("file without source"),
        ("file", "both"): voice.gettext("file without author and source"),
    }
    return badges[_case(finding)]


def _case(finding: Finding) -> tuple[str, str]:
    lacking = finding.args["lacking"]
    return finding.args["what"], lacking[0] if len(lacking) == 1 else "both"


RULES = {"credits.complete": Check(complete, _sentence, _badge)}
