"""smcal check: what the regulation says about a plan."""

import datetime as dt
from collections.abc import Sequence
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer

from smcal.cli.main import FINDINGS, FINE
from smcal.cli.options import AnyPageName, At, Json, Workspace_
from smcal.cli.output import emit, shorten
from smcal.cli.when import EVER, day, instant, period
from smcal.documents import BabelDates
from smcal.model import Facts, Page, Period, Post
from smcal.model.period import week_of
from smcal.planning.pages import find_page, page_name, said_name
from smcal.planning.scope import provisional, scope_for
from smcal.regulation import Finding, Severity, check_pages, message
from smcal.store import Reader, Workspace
from smcal.words import N_, Words, _, begun_small, inside, ngettext, spoken, words
from smcal.worktime.zone import to_local

From = Annotated[
    str | None, typer.Option("--from", metavar="DATE", help=N_("first day; that of the first post, if left out"))
]
To = Annotated[
    str | None, typer.Option("--to", metavar="DATE", help=N_("last day; that of the last post, if left out"))
]


def register(app: typer.Typer) -> None:
    """Add `smcal check`."""
    app.command("check", help=_("Check a plan against the regulation."))(check)


def check(
    file: Workspace_,
    *,
    page: AnyPageName = None,
    first: From = None,
    last: To = None,
    at: At = None,
    json: Json = False,
) -> int:
    """Print the findings; exit code 1 when one of them is required and nobody has overridden it."""
    with Workspace.open(file, read_only=True) as workspace:
        settings = workspace.settings()
        zone = ZoneInfo(settings.zone)
        now = instant(at, "--at", zone)
        with workspace.read() as reader:
            pages = reader.pages()
            chosen = [find_page(pages, page)] if page is not None else pages
            span = _span(reader, chosen, first, last, to_local(now, zone).date())
            scope = scope_for(workspace, reader, span, now, [chosen.id for chosen in chosen])
        findings = check_pages(scope, [chosen.id for chosen in chosen])
    posts = {post.id: post for listed in scope.plan.posts.values() for post in listed}
    said = words(settings.language) if json else spoken()
    view = View(chosen, posts, said, scope.plan.facts)
    of_span = [post for post in posts.values() if post.date is not None and post.date in span]
    unsure = provisional(scope, of_span)
    summary = {
        "required": sum(f.blocks for f in findings),
        "overridden": sum(f.override is not None for f in findings),
        "recommended": sum(f.severity is Severity.RECOMMENDED for f in findings),
        "pages": len(chosen),
        "posts": len(of_span),
        "from": span.first,
        "to": span.last,
        "at": scope.now.isoformat(timespec="minutes"),
        "regulation": scope.pack.id,
        "version": scope.pack.version,
        "provisional": unsure,
    }
    if json:
        emit(json, {"findings": [view.finding(f) for f in findings], "summary": summary}, ())
    else:
        emit(json, {}, [*view.lines(findings, span), *caution(unsure)])
    return FINDINGS if summary["required"] else FINE


def caution(unsure: bool) -> list[str]:
    """A line for deadlines that may still change."""
    return [_("The calendar of these days is not decreed yet: the deadlines are provisional.")] if unsure else []


def _span(reader: Reader, pages: Sequence[Page], first: str | None, last: str | None, today: dt.date) -> Period:
    """The days asked for; where one is left out, as far as there are posts; the week of now when there are none."""
    start = day(first, "--from") if first else None
    end = day(last, "--to") if last else None
    if start is None or end is None:
        there = [post.date for post in reader.posts(EVER, [page.id for page in pages]) if post.date is not None]
        week = week_of(start or end or today)
        start = start or min(there, default=week.first)
        end = end or max([start, *there] if there else [week.last])
        start = min(start, end) if first is None else start
    return period(start, end) if first or last else Period(start, end)


class View:
    """Findings in JSON and in lines."""

    def __init__(self, pages: Sequence[Page], posts: dict[str, Post], said: Words, facts: Facts) -> None:
        self._pages = {page.id: page for page in pages}
        self._posts, self._said, self._people = posts, said, facts.people
        self._overrides = {override.id: override for override in facts.overrides.values()}
        self._dates = BabelDates(said.language)

    def finding(self, finding: Finding) -> dict[str, Any]:
        """One finding, complete."""
        return {
            "rule": finding.rule,
            "clause": finding.clause,
            "severity": finding.severity.value,
            "page": page_name(self._pages[finding.page_id]),
            "date": finding.date,
            "week": finding.week,
            "post": finding.post_id,
            "message": message(finding, self._said, self._dates),
            "fixes": list(finding.fixes),
            "override": self._override(finding),
            "provisional": bool(finding.args.get("provisional")),
        }

    def _override(self, finding: Finding) -> dict[str, Any] | None:
        """Who decided that it does not stand in the way, when and why."""
        made = self._overrides.get(finding.override or "")
        if made is None:
            return None
        person = self._people.get(made.person_id)
        return {"id": made.id, "person": person.name if person else "", "at": made.at, "reason": made.reason}

    def lines(self, findings: Sequence[Finding], span: Period) -> list[str]:
        """Page by page: what blocks, then what is advice."""
        lines = []
        for page_id, page in self._pages.items():
            of_page = [finding for finding in findings if finding.page_id == page_id]
            if of_page:
                lines += [said_name(page), *(f"  {self._line(finding)}" for finding in _blockers_first(of_page)), ""]
        return [*lines, self._count(findings, span)]

    def _line(self, finding: Finding) -> str:
        post = self._posts.get(finding.post_id or "")
        where = (
            f"{self._dates.weekday(finding.date)} {self._dates.day(finding.date)}" if finding.date else _week(finding)
        )
        title = _("“{title}”").format(title=inside(shorten(post.title or post.text, 40))) if post else ""
        about = ", ".join(filter(None, [where, title]))
        said = message(finding, self._said, self._dates)
        told = f"{_mark(finding)} {f'{about}: {begun_small(said, self._said.language)}' if about else said}"
        return f"{told} {self._why(finding)}" if finding.override else told

    def _why(self, finding: Finding) -> str:
        made = self._override(finding)
        return _("Overridden by {person}: {reason}").format(**made) if made else ""

    def _count(self, findings: Sequence[Finding], span: Period) -> str:
        required = sum(finding.blocks for finding in findings)
        overridden = sum(finding.override is not None for finding in findings)
        advice = len(findings) - required - overridden
        when = self._dates.span(span)
        if not findings:
            return _("{when}: nothing to mend.").format(when=when)
        blocking = ngettext("{n} required finding", "{n} required findings", required).format(n=required)
        rest = ngettext("{n} piece of advice", "{n} pieces of advice", advice).format(n=advice)
        apart = ngettext("{n} overridden", "{n} overridden", overridden).format(n=overridden)
        return f"{when}: {blocking}, {f'{apart}, ' if overridden else ''}{rest}."


def _blockers_first(findings: Sequence[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda finding: (not finding.blocks, finding.override is None))


def _week(finding: Finding) -> str:
    """As in «неделя 49»; nothing where a finding is about no week."""
    return _("week {n}").format(n=int(finding.week.partition("W")[2])) if finding.week else ""


def _mark(finding: Finding) -> str:
    return "✗" if finding.blocks else "⚑" if finding.override else "·"
