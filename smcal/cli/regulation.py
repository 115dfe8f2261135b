"""smcal regulation list, show, lint: the packs."""

import re
from typing import Annotated, Any

import msgspec
import typer

from smcal.cli.main import FINE, WRONG_USE
from smcal.cli.options import Json
from smcal.cli.output import complain, emit, table
from smcal.errors import UnreadableFile
from smcal.regulation import Pack, Severity, clause_text, load_pack, pack_ids
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
    """Print one regulation whole."""
    pack = load_pack(source)
    emit(json, msgspec.to_builtins(pack), _lines(pack))


def lint(source: Annotated[str, typer.Argument(metavar="PATH")], json: Json = False) -> int:
    """Print what is wrong with a file, as FILE:LINE: KEY: what was expected; nothing when all is well."""
    try:
        pack = load_pack(source if re.search(r"[/\\]|\.toml$", source) else f"./{source}")
    except UnreadableFile as error:
        if json:
            emit(json, {"ok": False, "errors": [str(error)]}, ())
        complain(str(error))
        return WRONG_USE
    emit(json, {"ok": True, "errors": []}, [_("{id}, version {n}: no errors.").format(id=pack.id, n=pack.version)])
    return FINE


def _heading(pack: Pack) -> dict[str, Any]:
    return {
        "id": pack.id,
        "version": pack.version,
        "country": pack.country,
        "zone": pack.zone,
        "language": pack.language,
        "binding": pack.binding,
        "title": msgspec.to_builtins(pack.title),
    }


def _lines(pack: Pack) -> list[str]:
    w = spoken()
    lines = [pack.title.within(w.language), ""]
    facts = [(_("id"), f"{pack.id}, {_('version {n}').format(n=pack.version)}")]
    if pack.country:
        facts.append((_("country, time zone"), f"{pack.country}, {pack.zone or '–'}"))
    if pack.frequency:
        text = _("{min}–{max} posts a week").format(min=pack.frequency.min, max=pack.frequency.max)
        facts.append((_("frequency"), f"{text}, {clause_text(pack.frequency.clause, w)}"))
    if pack.submission:
        text = w.ngettext("{n} working day", "{n} working days", pack.submission.working_days)
        when = text.format(n=pack.submission.working_days)
        facts.append((_("hand in before"), f"{when}, {clause_text(pack.submission.clause, w)}"))
    lines += table(facts)
    if pack.topics:
        lines += ["", _("Topics"), *table((str(t.id), t.title.within(w.language)) for t in pack.topics)]
    if pack.directions:
        lines += ["", _("Directions"), *table((d.id, d.title.within(w.language)) for d in pack.directions)]
    if pack.rules:
        names = {Severity.REQUIRED: _("required"), Severity.RECOMMENDED: _("recommended"), Severity.OFF: _("off")}
        rules = [(name, names[rule.severity], clause_text(rule.clause, w)) for name, rule in pack.rules.items()]
        lines += ["", _("Rules"), *table(rules)]
    return lines
