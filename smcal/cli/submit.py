"""smcal submit: hand a plan in, and write its documents."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer

from smcal.cli.check import View, caution
from smcal.cli.main import FINDINGS, FINE
from smcal.cli.options import At, First, Json, Last, PageName, Workspace_, path_of
from smcal.cli.output import complain, emit
from smcal.cli.papers import file_name, missing_letters
from smcal.cli.when import day, instant, period
from smcal.documents import PlanDocument, write_docx, write_pdf
from smcal.documents.gather import page_document
from smcal.errors import WrongUse
from smcal.model import Page, Submission
from smcal.planning.pages import find_page, page_name, said_name
from smcal.planning.refusal import EmptyPlan
from smcal.planning.submit import Readiness, readiness
from smcal.planning.submit import submit as hand_in
from smcal.regulation import Finding
from smcal.store import ChangeSet, Workspace
from smcal.words import N_, Words, _, inside, spoken, words

Out = Annotated[
    Path, typer.Option("--out", metavar="DIR", parser=path_of, help=N_("folder for the documents; made when missing"))
]


def register(app: typer.Typer) -> None:
    """Add `smcal submit`."""
    app.command("submit", help=_("Hand a plan in to the curator: plan version N as DOCX and PDF."))(submit)


def submit(
    file: Workspace_, *, page: PageName, first: First, last: Last, out: Out, at: At = None, json: Json = False
) -> int:
    """Make plan version N and its documents; with open required findings nothing is written and the exit code is 1."""
    span = period(day(first, "--from"), day(last, "--to"))
    _refuse_file(out)
    with Workspace.open(file) as workspace:
        settings = workspace.settings()
        now = instant(at, "--at", ZoneInfo(settings.zone))
        with workspace.read() as reader:
            of, facts = find_page(reader.pages(), page), reader.facts()
        ready = readiness(workspace, of, span, now)
        said = words(settings.language)
        view = View([of], {post.id: post for post in ready.posts}, said if json else spoken(), facts)
        answer = _answer(of, ready, view)
        if ready.blockers:
            emit(json, answer, [*view.lines(_all(ready), span), *caution(ready.provisional)])
            complain(
                _(
                    "The plan was not handed in: required findings are open. Nothing was written; "
                    "mend them, or record a departure in the window."
                )
            )
            return FINDINGS
        if not ready.posts:
            raise EmptyPlan
        out.mkdir(parents=True, exist_ok=True)
        submission, changes = hand_in(workspace, of, span, now, None)
        with _taken_back(workspace, changes):
            document = page_document(workspace, of, span, now, said, submission=submission)
            files = _write(document, out / file_name(said, of, span, submission), said)
        lines = _lines(of, submission, files, agreed=workspace.pack().submission is not None)
        lines += caution(ready.provisional)
    emit(json, {**answer, **_handed_in(submission), "files": [str(f) for f in files]}, lines)
    return FINE


def _answer(page: Page, ready: Readiness, view: View) -> dict[str, Any]:
    return {
        "page": page_name(page),
        "number": None,
        "version": None,
        "posts": len(ready.posts),
        "effective": None,
        "provisional": ready.provisional,
        "files": [],
        "later": ["package", "xlsx", "mail"],
        "findings": [view.finding(finding) for finding in _all(ready)],
    }


def _all(ready: Readiness) -> list[Finding]:
    return [*ready.blockers, *ready.overridden, *ready.advice]


def _handed_in(submission: Submission) -> dict[str, Any]:
    return {
        "number": submission.number,
        "version": submission.version,
        "effective": submission.effective.isoformat(timespec="minutes"),
        "digest": submission.digest,
    }


def _refuse_file(out: Path) -> None:
    if out.exists() and not out.is_dir():
        raise WrongUse(_("--out {path} is a file: give a folder. Nothing was written.").format(path=out))


@contextmanager
def _taken_back(workspace: Workspace, changes: ChangeSet) -> Iterator[None]:
    """When its documents cannot be written, a plan was not handed in."""
    try:
        yield
    except BaseException:
        workspace.apply(changes.inverse(), N_("Take back the plan: its documents could not be written"))
        raise


def _write(document: PlanDocument, base: Path, said: Words) -> list[Path]:
    """Both documents, or none: what was begun is removed."""
    word = base.with_name(f"{base.name}.docx")
    new = not word.exists()
    docx = write_docx(document, word, said)
    try:
        pdf = write_pdf(document, base.with_name(f"{base.name}.pdf"), said)
    except BaseException:
        if new:
            word.unlink(missing_ok=True)
        raise
    if warning := missing_letters(pdf):
        complain(warning)
    return [docx.path, pdf.path]


def _lines(page: Page, submission: Submission, files: list[Path], agreed: bool) -> list[str]:
    """What was done; `agreed` says whether the regulation has plans agreed to at all."""
    told = _("Plan {number}, version {version} of “{page}” is handed in.")
    if not agreed:
        told = _("Plan {number}, version {version} of “{page}” is kept for information: nobody has to agree to it.")
    return [
        told.format(number=submission.number, version=submission.version, page=inside(said_name(page))),
        *(f"  {path}" for path in files),
        _("The plan package, XLSX and the mail to the curator come with a later version."),
    ]
