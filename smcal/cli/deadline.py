"""smcal deadline: when a post has to be handed in."""

import datetime as dt
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer

from smcal.cli.options import Json, RegulationName
from smcal.cli.output import emit, table
from smcal.cli.place import pack_worktime, zone_of
from smcal.cli.when import date_alone, local
from smcal.documents import BabelDates
from smcal.regulation import clause_text, load_pack
from smcal.words import N_, _, spoken
from smcal.worktime import deadline_report

Publish = Annotated[str, typer.Option("--publish", metavar="DATE[TIME]", help=N_("when the post is to be published"))]
Submitted = Annotated[
    str | None, typer.Option("--submitted", metavar="DATETIME", help=N_("when it is handed in; now, if left out"))
]


def register(app: typer.Typer) -> None:
    """Add `smcal deadline`."""
    app.command("deadline", help=_("Say when a post has to be handed in."))(deadline)


def deadline(
    publish: Publish,
    regulation: RegulationName,
    submitted: Submitted = None,
    at: Annotated[str | None, typer.Option("--at", hidden=True)] = None,
    json: Json = False,
) -> None:
    """Print *submit by* of a publication, and whether handing in now is in time."""
    pack = load_pack(regulation)
    zone = zone_of(pack)
    handed_in = _local_now(submitted or at, zone)
    worktime, window = pack_worktime(pack)
    clause = pack.submission.clause if pack.submission else None
    report = deadline_report(worktime, window, clause, _publication(publish, zone), handed_in)
    emit(json, report, _lines(report))


def _publication(text: str, zone: ZoneInfo) -> dt.date | dt.datetime:
    return date_alone(text) or local(text, "--publish", zone)


def _local_now(text: str | None, zone: ZoneInfo) -> dt.datetime:
    return dt.datetime.now(zone).replace(tzinfo=None) if text is None else local(text, "--submitted", zone)


def _lines(report: dict[str, Any]) -> list[str]:
    if report["submit_by"] is None:
        return [_("This regulation does not say when plans are handed in.")]
    w = spoken()
    dates = BabelDates(w.language)
    by = dt.datetime.fromisoformat(report["submit_by"])
    effective = dt.datetime.fromisoformat(report["effective"])
    earliest = dt.date.fromisoformat(report["earliest_on_time"])
    late = _("too late, urgent only (counts from {when})")
    verdict = late if report["late"] else _("in time (counts from {when})")
    rows = [
        (_("hand in by"), f"{_day(dates, by.date())}, {by:%H:%M} ({clause_text(report['clause'], w)})"),
        (_("handed in then"), verdict.format(when=f"{_day(dates, effective.date())}, {effective:%H:%M}")),
        (_("earliest publication in time"), _day(dates, earliest)),
    ]
    if report["provisional"]:
        rows.append((_("provisional"), _("the government has not moved this year’s days off yet")))
    return table(rows)


def _day(dates: BabelDates, date: dt.date) -> str:
    return f"{dates.weekday(date)} {dates.full_day(date)}"
