"""Writes one plan document in a format that is there already."""

from collections.abc import Callable
from pathlib import Path

from smcal.documents import PlanDocument, Written, write_csv, write_docx, write_pdf
from smcal.errors import WrongUse
from smcal.model import Page, Period, Submission
from smcal.words import Words, _

WRITERS: dict[str, Callable[[PlanDocument, Path, Words], Written]] = {
    "docx": write_docx,
    "pdf": write_pdf,
    "csv": write_csv,
}
LATER = ("odt", "xlsx", "html", "ics")


def writer(name: str) -> Callable[[PlanDocument, Path, Words], Written]:
    """The writer of a format. Raises `WrongUse` for one that comes later, or that nobody knows."""
    wanted = name.strip().lower().removeprefix(".")
    if wanted in WRITERS:
        return WRITERS[wanted]
    there = ", ".join(WRITERS)
    if wanted in LATER:
        message = _("The format {name} comes with a later version; there are {formats} now. Nothing was written.")
    else:
        message = _("There is no format “{name}”; there are {formats}. Nothing was written.")
    raise WrongUse(message.format(name=wanted, formats=there))


def file_name(said: Words, page: Page, span: Period, submission: Submission | None = None) -> str:
    """A name for a document that every system takes, without its suffix: "plan 3 v1 vk Main Library 2026-11-30"."""
    if submission is None:
        kind = said.gettext("plan")
    else:
        numbered = said.gettext("plan {number} v{version}")
        kind = numbered.format(number=submission.number, version=submission.version)
    title = "".join(letter if letter.isalnum() or letter in " -_" else " " for letter in page.title)
    return " ".join(f"{kind} {page.network.value} {title[:80]} {span.first}".split())


def missing_letters(written: Written) -> str | None:
    """A line about characters that no font here can show; None when all are shown."""
    if not written.replaced:
        return None
    return _("No font on this computer has {letters}: they are shown as □.").format(letters=", ".join(written.replaced))
