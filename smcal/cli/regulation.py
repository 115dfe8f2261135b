"""smcal regulation list, show, lint: the packs."""

import re
from typing import Annotated, Any

import msgspec
import typer

from smcal.cli.main import FINE, WRONG_USE
from smcal.cli.options import Json
from smcal.cli.output import complain, emit, table
from smcal.cli.regulation_lines import shown
from smcal.errors import UnreadableFile
from smcal.regulation import Pack, Severity, load_pack, pack_ids
from smcal.regulation.checks import all_checks
from smcal.regulation.load import lint_pack
from smcal.regulation.parse import Fault
from smcal.words import N_, _, spoken

Source = Annotated[str, typer.Argument(metavar="ID-or-PATH", help=N_("id of a regulation, or its file"))]


def register(app: typer.Typer) -> None:
    """Add `smcal regulation`."""
    family = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help=_("Regulations that smcal knows."))
    family.command("list", help=_("List the regulations that ship with smcal."))(list_packs)
    family.command("show", help=_("Show the figures, topics and rules of a regulation."))(show)
    family.command("lint", help=_("Check a regulation file of your own."))(lint)
    app.add_typer(family, name="regulation")


def list_packs(json: Json = False) -> None:
    """Print every regulation with its title."""
    packs = [load_pack(name) for name in pack_ids()]
    rows = [(pack.id, pack.country or "–", pack.title.within(spoken().language)) for pack in packs]
    emit(json, {"regulations": [_heading(pack) for pack in packs]}, table(rows))


def show(source: Source, json: Json = False) -> None:
    """Print one regulation whole; `off` names the checks that it does not ask for."""
    pack = load_pack(source)
    off = [name for name in all_checks() if pack.severity(name) is Severity.OFF]
    emit(json, {**msgspec.to_builtins(pack), "off": off}, shown(pack, off))


def lint(source: Annotated[str, typer.Argument(metavar="PATH")], json: Json = False) -> int:
    """Print all that is wrong with a file, a line each: FILE:LINE: KEY: what was expected."""
    path = source if re.search(r"[/\\]|\.toml$", source) else f"./{source}"
    try:
        faults = lint_pack(path)
    except UnreadableFile as error:
        return _refused([str(error)], (), json)
    if faults:
        return _refused([fault.told(path) for fault in faults], faults, json)
    pack = load_pack(path)
    answer = {"ok": True, "errors": [], "faults": []}
    emit(json, answer, [_("{id}, version {n}: no errors.").format(id=pack.id, n=pack.version)])
    return FINE


def _refused(errors: list[str], faults: tuple[Fault, ...], json: bool) -> int:
    if json:
        emit(json, {"ok": False, "errors": errors, "faults": msgspec.to_builtins(faults)}, ())
    for error in errors:
        complain(error)
    return WRONG_USE


def _heading(pack: Pack) -> dict[str, Any]:
    return {
        "id": pack.id,
        "version": pack.version,
        "based_on": pack.based_on,
        "country": pack.country,
        "subdivision": pack.subdivision,
        "zone": pack.zone,
        "language": pack.language,
        "binding": pack.binding,
        "title": msgspec.to_builtins(pack.title),
        "document": msgspec.to_builtins(pack.document),
        "description": msgspec.to_builtins(pack.description),
    }
