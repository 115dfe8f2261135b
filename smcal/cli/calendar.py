"""smcal calendar: the working days of a year."""

import datetime as dt
from typing import Annotated, Any

import typer

from smcal.cli.options import Country, Json, RegulationName
from smcal.cli.output import emit, shown_day, table
from smcal.cli.place import country_of, pack_worktime
from smcal.imports.dates import YEARS
from smcal.regulation import load_pack
from smcal.words import N_, _, ngettext
from smcal.worktime import calendar_report

Year = Annotated[int, typer.Option("--year", metavar="Y", min=YEARS[0], max=YEARS[-1], help=N_("which year"))]


def register(app: typer.Typer) -> None:
    """Add `smcal calendar`."""
    app.command("calendar", help=_("List the working days of a year."))(calendar)


def calendar(regulation: RegulationName, year: Year, country: Country = None, json: Json = False) -> None:
    """Print every day of a year with its kind and hours."""
    pack = load_pack(regulation)
    worktime, _window = pack_worktime(pack, country.strip().upper() if country else country_of(pack))
    report = calendar_report(worktime, year)
    emit(json, report, _lines(report))


def _lines(report: dict[str, Any]) -> list[str]:
    kinds = {"working": _("working"), "off": _("free"), "shortened": _("shortened")}
    rows = [
        (
            shown_day(dt.date.fromisoformat(day["date"])),
            kinds[day["kind"]],
            f"{day['opens']}–{day['closes']}" if day["opens"] else "",
            _name(day),
        )
        for day in report["days"]
    ]
    n = report["working_days"]
    return [*table(rows), "", ngettext("{n} working day", "{n} working days", n).format(n=n)]


def _name(day: dict[str, Any]) -> str:
    return f"{day['name']} ({_('provisional')})" if day["provisional"] else day["name"]
