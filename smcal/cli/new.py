"""smcal new: a new workspace with its branches and pages."""

from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from smcal.cli import COMMANDS
from smcal.cli.options import Country, Json, RegulationName, path_of
from smcal.cli.output import emit, table
from smcal.cli.place import country_of, named_zone, system_zone
from smcal.errors import SmcalError, WrongUse
from smcal.planning.pages import page_name, parse_page, said_name
from smcal.planning.rules import use_pack
from smcal.planning.setup import NewBranch, NewPage, found
from smcal.regulation import Pack, load_pack, pack_ids, pack_text
from smcal.store import Settings, Workspace
from smcal.text import clean_name, folded
from smcal.words import N_, _, inside
from smcal.worktime import Hours, holiday_year

Branches = Annotated[list[str] | None, typer.Option("--branch", metavar="NAME", help=N_("a branch; may be repeated"))]
Pages = Annotated[
    list[str] | None,
    typer.Option("--page", metavar="NETWORK: TITLE", help=N_("a page of the branch named before it; may be repeated")),
]
Zone = Annotated[str | None, typer.Option("--zone", metavar="TZ", help=N_("time zone, as in Europe/Moscow"))]


def register(app: typer.Typer) -> None:
    """Add `smcal new`."""
    app.command("new", help=_("Make a new workspace."))(new)


def new(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", parser=path_of, help=N_("workspace to make, NAME.smcal"))],
    *,
    regulation: RegulationName,
    branch: Branches = None,
    page: Pages = None,
    country: Country = None,
    zone: Zone = None,
    json: Json = False,
) -> None:
    """Make a workspace; a file that is there already is refused."""
    _refuse_command(file)
    branches = _paired(context.obj.words)
    _refuse_doubles(branches)
    pack = load_pack(regulation)
    settings = _settings(pack, branches[0].name, country, zone)
    with Workspace.create(file, settings) as workspace:
        try:
            with workspace.work(N_("Make the workspace")) as work:
                found(work, branches, Hours.default())
                if pack.id != regulation:  # a file of the library's own: the workspace keeps it word for word
                    use_pack(work, pack_text(regulation))
        except BaseException:
            with suppress(SmcalError):  # a full disk once more: what went wrong first is told
                workspace.close(backup=False)
            file.unlink(missing_ok=True)
            raise
        with workspace.read() as reader:
            names = {stored.id: stored.name for stored in reader.branches()}
            pages = [(names[stored.branch_id], stored) for stored in reader.pages()]
    answer = {
        "file": str(file),
        "regulation": pack.id,
        "country": settings.country,
        "zone": settings.zone,
        "language": settings.language,
        "branches": [
            {"name": made.name, "pages": [page_name(page) for of, page in pages if of == made.name]}
            for made in branches
        ],
    }
    emit(json, answer, [_("Made {file}.").format(file=file), *table((of, said_name(page)) for of, page in pages)])


def _refuse_command(file: Path) -> None:
    if file.name in COMMANDS:
        raise WrongUse(
            _("“{name}” is a command of smcal, so no window would open on it: choose another name.").format(
                name=file.name
            )
        )


def _paired(words: list[str]) -> list[NewBranch]:
    """Branches with their pages, in the order of the command line: it alone tells which page is whose."""
    branches: list[NewBranch] = []
    for option, value in _options(words):
        if option == "--branch":
            name = clean_name(value)
            if not name:
                raise WrongUse(_("--branch needs the name of a branch."))
            branches.append(NewBranch(name))
            continue
        if not branches:
            raise WrongUse(
                _("Name the branch before its page “{page}”: --branch NAME --page …").format(page=inside(value))
            )
        of = branches.pop()
        branches.append(NewBranch(of.name, (*of.pages, NewPage(*parse_page(value)))))
    if not branches:
        raise WrongUse(_("A workspace needs a branch: --branch NAME."))
    return branches


def _options(words: list[str]) -> list[tuple[str, str]]:
    found_options = []
    rest = iter(words)
    for word in rest:
        name, equals, value = word.partition("=")
        if name in ("--branch", "--page"):
            found_options.append((name, value if equals else next(rest, "")))
        elif name in ("--regulation", "--country", "--zone") and not equals:
            next(rest, None)
    return found_options


def _refuse_doubles(branches: list[NewBranch]) -> None:
    seen: set[tuple[str, str]] = set()
    for branch in branches:
        for page in branch.pages:
            key = (page.network, folded(page.title))
            if key in seen:
                raise WrongUse(_("The page “{page}” is there twice.").format(page=inside(page.title)))
            seen.add(key)
    names = [folded(branch.name) for branch in branches]
    for branch in branches:
        if names.count(folded(branch.name)) > 1:
            raise WrongUse(_("The branch “{branch}” is there twice.").format(branch=inside(branch.name)))


def _settings(pack: Pack, library: str, country: str | None, zone: str | None) -> Settings:
    land = country.strip().upper() if country else country_of(pack, zone)
    subdivision = pack.subdivision if land == pack.country else None
    holiday_year(land, 2026, subdivision)  # raises for a country that has no calendar
    return Settings(
        library=library,
        regulation=_shipped(pack),
        country=land,
        subdivision=subdivision,
        zone=named_zone(zone or pack.zone or system_zone()).key,
        language=pack.language,
    )


def _shipped(pack: Pack) -> str:
    """The regulation that ships with smcal to which one can go back from this one."""
    return next((name for name in (pack.id, pack.based_on.partition(" ")[0]) if name in pack_ids()), "generic")
