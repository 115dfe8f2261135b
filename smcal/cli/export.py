"""smcal export: one document of a plan."""

from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from smcal.cli.options import At, First, Json, Last, PageName, Workspace_, path_of
from smcal.cli.output import complain, emit
from smcal.cli.papers import missing_letters, writer
from smcal.cli.when import day, instant, period
from smcal.documents.gather import page_document
from smcal.errors import WrongUse
from smcal.planning.pages import find_page, page_name
from smcal.store import Workspace
from smcal.words import N_, _, ngettext, words

Format = Annotated[str, typer.Option("--format", metavar="FORMAT", help=N_("docx, pdf or csv"))]
Out = Annotated[
    Path, typer.Option("--out", metavar="PATH", parser=path_of, help=N_("file to write; an older one is replaced"))
]


def register(app: typer.Typer) -> None:
    """Add `smcal export`."""
    app.command("export", help=_("Write a plan as a document: DOCX, PDF or CSV."))(export)


def export(
    file: Workspace_,
    *,
    page: PageName,
    first: First,
    last: Last,
    format_: Format,
    out: Out,
    at: At = None,
    json: Json = False,
) -> None:
    """Write one document of a page's plan; findings do not hinder it."""
    write = writer(format_)
    span = period(day(first, "--from"), day(last, "--to"))
    with Workspace.open(file, read_only=True) as workspace:
        settings = workspace.settings()
        now = instant(at, "--at", ZoneInfo(settings.zone))
        with workspace.read() as reader:
            of = find_page(reader.pages(), page)
        said = words(settings.language)
        document = page_document(workspace, of, span, now, said)
        _refuse_own_file(out, workspace.path)
        written = write(document, out, said)
    if warning := missing_letters(written):
        complain(warning)
    n = len(document.posts)
    answer = {"file": str(out), "page": page_name(of), "from": span.first, "to": span.last, "posts": n}
    text = ngettext("Wrote {file}: {n} post.", "Wrote {file}: {n} posts.", n)
    emit(json, answer, [text.format(file=out, n=n)])


def _refuse_own_file(out: Path, workspace: Path) -> None:
    if out.absolute() == workspace:
        raise WrongUse(_("--out is the workspace itself. Nothing was written; choose another name."))
