"""smcal demo: the sample library, its week checked, its documents written, and the window where there is a display."""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer

from smcal.cli.options import At, Json, path_of
from smcal.cli.output import emit, say
from smcal.cli.papers import file_name
from smcal.cli.when import instant
from smcal.documents import BabelDates, write_docx, write_pdf
from smcal.documents.gather import page_document
from smcal.errors import WrongUse
from smcal.model import Period, Post
from smcal.model.period import week_of
from smcal.planning.pages import page_name, said_name
from smcal.planning.scope import scope_for
from smcal.regulation import Pack, Severity, check_plan, load_pack
from smcal.store import Workspace
from smcal.words import N_, _, inside, ngettext, spoken, words
from smcal.worktime.zone import to_local

NAME = "sample.smcal"
USUAL = "spb-cbs"  # the regulation of a sample where none is asked for

Folder = Annotated[
    Path | None, typer.Argument(metavar="[DIR]", parser=path_of, help=N_("folder for the sample; made when missing"))
]
Regulation = Annotated[
    str | None, typer.Option("--regulation", metavar="ID", help=N_("regulation of the sample library"))
]
Window = Annotated[bool, typer.Option("--window/--no-window", help=N_("open the window where there is a display"))]


def register(app: typer.Typer) -> None:
    """Add `smcal demo`."""
    app.command("demo", help=_("Make the sample library, check a week and write its documents."))(demo)


def demo(
    context: typer.Context,
    folder: Folder = None,
    regulation: Regulation = None,
    at: At = None,
    window: Window = True,
    json: Json = False,
) -> None:
    """Make the sample library, or open the one made before; exit code 0 once the documents are written."""
    folder = folder if folder is not None else _usual_folder()
    tell: Callable[[str], None] = (lambda _line: None) if json else say
    pack = load_pack(regulation or USUAL)  # before anything is made
    if folder.exists() and not folder.is_dir():
        raise WrongUse(_("{path} is a file: give a folder for the sample.").format(path=folder))
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / NAME
    made = not file.exists()
    with _open(file, pack, regulation is not None, at, tell) as workspace:
        answer = _week(workspace, at, folder, tell)
    answer = {"file": str(file), "made": made, **answer}
    emit(json, answer, [_("The sample library is {file}.").format(file=file)])
    if window and context.obj.show is not None:
        context.obj.show(file)


def _usual_folder() -> Path:
    from smcal.preferences import data_folder

    return data_folder() / "sample"


def _open(file: Path, pack: Pack, asked: bool, at: str | None, tell: Callable[[str], None]) -> Workspace:
    if file.exists():
        tell(_("The sample library is there already."))
        workspace = Workspace.open(file, read_only=True)  # so that it may be open in a window
        there = workspace.pack().id
        if asked and there != pack.id:
            workspace.close(backup=False)
            raise WrongUse(
                _("{file} is there already and follows the regulation {there}: give another folder.").format(
                    file=file, there=there
                )
            )
        return workspace
    from smcal.sample import make_sample, sample_settings

    now = instant(at, "--at", ZoneInfo(sample_settings(pack.id).zone))
    tell(_("Making the sample library …"))
    return make_sample(file, pack.id, now, lambda line: tell(f"  {line}"))


def _week(workspace: Workspace, at: str | None, folder: Path, tell: Callable[[str], None]) -> dict[str, Any]:
    now = instant(at, "--at", ZoneInfo(workspace.settings().zone))
    span = _next_week(workspace, now)
    with workspace.read() as reader:
        scope = scope_for(workspace, reader, span, now)
        page = max(reader.pages(), key=lambda page: _posts_in(span, scope.plan.posts.get(page.id, [])))
    tell(_("Checking the week of {week} …").format(week=BabelDates(spoken().language).span(span)))
    findings = check_plan(scope)
    required = sum(finding.severity is Severity.REQUIRED for finding in findings)
    tell("  " + _found(required, len(findings) - required))
    tell(_("Writing the plan of “{page}” …").format(page=inside(said_name(page))))
    said = words(workspace.settings().language)
    base = folder / file_name(said, page, span)
    files = [base.with_name(f"{base.name}{suffix}") for suffix in (".docx", ".pdf")]
    if at is not None or not _up_to_date(files, workspace.path):
        document = page_document(workspace, page, span, now, said)
        write_docx(document, files[0], said)
        write_pdf(document, files[1], said)
    for path in files:
        tell(f"  {path}")
    return {
        "page": page_name(page),
        "from": span.first,
        "to": span.last,
        "required": required,
        "recommended": len(findings) - required,
        "documents": [str(path) for path in files],
    }


def _up_to_date(files: Sequence[Path], source: Path) -> bool:
    """Whether documents were written today and nothing was planned since: the window need not wait for them again."""
    today = dt.datetime.combine(dt.date.today(), dt.time()).timestamp()
    since = max(today, source.stat().st_mtime)
    return all(path.is_file() and path.stat().st_mtime >= since for path in files)


def _next_week(workspace: Workspace, now: dt.datetime) -> Period:
    """The first week that a plan handed in now is in time for from its first day to its last.

    Where nothing is handed in, the coming week.
    """
    if workspace.pack().submission is None:
        return week_of(to_local(now, ZoneInfo(workspace.settings().zone)).date() + dt.timedelta(7))
    horizon = workspace.worktime().horizon(to_local(now, ZoneInfo(workspace.settings().zone)))
    return week_of(horizon + dt.timedelta(-horizon.weekday() % 7))


def _posts_in(span: Period, posts: Sequence[Post]) -> int:
    return sum(post.date is not None and post.date in span for post in posts)


def _found(required: int, advice: int) -> str:
    blocking = ngettext("{n} required finding", "{n} required findings", required).format(n=required)
    rest = ngettext("{n} piece of advice", "{n} pieces of advice", advice).format(n=advice)
    return f"{blocking}, {rest}"
