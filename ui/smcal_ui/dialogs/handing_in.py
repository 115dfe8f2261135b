"""Hands a plan in and writes its documents: the slow part, away from the window."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import Event

import msgspec

from smcal.errors import WrongUse
from smcal.model import Page, Period, Submission
from smcal.reasons import reason_of
from smcal.store import ChangeSet, Workspace
from smcal.words import N_, _, words


class Order(msgspec.Struct, frozen=True):
    """What is to be handed in, by whom, when (UTC), and where its documents shall lie."""

    page: Page
    period: Period
    at: datetime
    person_id: str | None
    folder: Path


class HandedIn(msgspec.Struct, frozen=True):
    """The documents, and the plan version that they are of, where one was handed in."""

    docx: Path
    pdf: Path
    remark: str = ""  # letters that no font here can show
    submission: Submission | None = None
    changes: ChangeSet | None = None


def hand_in(workspace: Workspace, order: Order, stop: Event, report: Callable[[str], object]) -> HandedIn:
    """Make plan version N with DOCX and PDF. Where a document cannot be written or `stop` is set, it is taken back.

    Raises SmcalError with one clear line.
    """
    from smcal.planning.submit import submit

    _make(order.folder)
    report(_("Making the plan…"))
    submission, changes = submit(workspace, order.page, order.period, order.at, order.person_id)
    try:
        papers = _write(workspace, order, submission, stop, report)
    except BaseException:
        workspace.apply(changes.inverse(), N_("Take back the plan: its documents could not be written"))
        raise
    return msgspec.structs.replace(papers, submission=submission, changes=changes)


def write_papers(workspace: Workspace, order: Order, stop: Event, report: Callable[[str], object]) -> HandedIn:
    """Write the plan as it stands as DOCX and PDF; nothing is handed in. Raises SmcalError with one clear line."""
    _make(order.folder)
    report(_("Making the plan…"))
    return _write(workspace, order, None, stop, report)


def _write(
    workspace: Workspace, order: Order, submission: Submission | None, stop: Event, report: Callable[[str], object]
) -> HandedIn:
    """Both documents, or none: what was begun is removed."""
    from smcal.cli.papers import file_name, missing_letters  # documents bring Word and type setting: only here
    from smcal.documents import Cancelled, write_docx, write_pdf
    from smcal.documents.gather import page_document

    said = words(workspace.settings().language)
    made: list[Path] = []
    try:
        document = page_document(workspace, order.page, order.period, order.at, said, submission=submission)
        base = order.folder / file_name(said, order.page, order.period, submission)
        docx, pdf = base.with_name(f"{base.name}.docx"), base.with_name(f"{base.name}.pdf")
        made += [path for path in (docx, pdf) if not path.exists()]
        report(_("Writing the Word document…"))
        write_docx(document, docx, said)
        report(_("Setting the PDF…"))
        remark = missing_letters(write_pdf(document, pdf, said, cancel=stop))
        if stop.is_set():
            raise Cancelled(
                _("Stopped: the plan was not handed in.") if submission else _("Stopped; nothing was written.")
            )
    except BaseException:
        for path in made:
            path.unlink(missing_ok=True)
        raise
    return HandedIn(docx, pdf, remark or "")


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WrongUse(
            _("The folder {path} cannot be made ({reason}). Nothing was handed in: choose another one.").format(
                path=folder, reason=reason_of(error)
            )
        ) from error
