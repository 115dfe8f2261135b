"""smcal import: a plan kept as CSV becomes posts."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer

from smcal.cli.main import FINDINGS, FINE
from smcal.cli.options import AnyPageName, Json, Workspace_, path_of
from smcal.cli.output import complain, emit, shorten, shown_day, table
from smcal.cli.when import EVER
from smcal.errors import WrongUse
from smcal.imports import (
    ImportPreview,
    LeftOut,
    Options,
    ReadRow,
    guess,
    import_posts,
    networks_of,
    places_of,
    preview,
    read_table,
)
from smcal.imports.dates import YEARS
from smcal.model import Page, Post
from smcal.planning.pages import find_page, page_name, said_name
from smcal.store import Workspace
from smcal.words import N_, Words, _, inside, ngettext, spoken, words

Source = Annotated[Path, typer.Argument(metavar="SOURCE", parser=path_of, help=N_("table to import, a CSV file"))]
Year = Annotated[
    int | None, typer.Option("--year", metavar="Y", min=YEARS[0], max=YEARS[-1], help=N_("year of dates without one"))
]
Map = Annotated[
    list[str] | None, typer.Option("--map", metavar="FIELD=COLUMN", help=N_("which column is which; may be repeated"))
]
SkipBad = Annotated[bool, typer.Option("--skip-bad", help=N_("import the other rows when some are refused"))]
DryRun = Annotated[bool, typer.Option("--dry-run", help=N_("show what would be imported, write nothing"))]


def register(app: typer.Typer) -> None:
    """Add `smcal import`."""
    app.command("import", help=_("Import a plan from a table (CSV)."))(import_plan)


def import_plan(
    file: Workspace_,
    source: Source,
    *,
    page: AnyPageName = None,
    year: Year = None,
    map_: Map = None,
    skip_bad: SkipBad = False,
    dry_run: DryRun = False,
    json: Json = False,
) -> int:
    """Read a table, show every row, and store the posts. Refused rows: nothing is stored, exit code 1."""
    given = _given(map_ or [])
    with Workspace.open(file, read_only=dry_run) as workspace:
        settings, pack = workspace.settings(), workspace.pack()
        said = words(settings.language) if json else spoken()
        with workspace.read() as reader:
            pages = reader.pages()
        fallback = find_page(pages, page) if page is not None else None
        found = read_table(source, given.values())
        topics = frozenset(topic.id for topic in pack.topics)
        mapping = guess(found, given, topics) if topics else guess(found, given)
        options = Options(year=year, zone=settings.zone, pack=pack, words=said)
        plan = preview(found, mapping, options)
        _refuse_nothing_found(plan)
        stored = [] if dry_run or (plan.refused and not skip_bad) else _store(workspace, plan, pages, fallback, said)
    view = _View(plan, pages, fallback, said)
    imported = None if dry_run else len(stored)
    emit(json, {**view.answer(), "imported": imported}, () if json else view.lines(imported))
    if plan.refused and not skip_bad:
        heard = preview(found, mapping, msgspec.structs.replace(options, words=spoken()))
        complain(_refusal(heard))
    return FINDINGS if plan.refused and not skip_bad else FINE


def _given(pairs: Sequence[str]) -> dict[str, str]:
    given = {}
    for pair in pairs:
        field, equals, column = pair.partition("=")
        if not equals:
            raise WrongUse(
                _("--map: write FIELD=COLUMN, as in --map “title=Название”, not “{pair}”.").format(pair=pair)
            )
        given[field.strip().lower()] = column
    return given


def _refuse_nothing_found(plan: ImportPreview) -> None:
    if not {"date", "title", "text", "topic", "hashtags"} & set(plan.mapping.columns):
        raise WrongUse(
            _(
                "{file}: no column looks like dates, titles or texts of posts. Say which is which: --map title=COLUMN."
            ).format(file=plan.table.name)
        )


def _store(
    workspace: Workspace, plan: ImportPreview, pages: Sequence[Page], fallback: Page | None, said: Words
) -> list[Post]:
    with workspace.read() as reader:
        there = [*reader.tray(), *reader.posts(EVER, [page.id for page in pages])]
    with workspace.work(_("Import of {file}").format(file=plan.table.name)) as work:
        return import_posts(work, plan, pages, fallback, words=said, there=there, skip_bad=True)


def _refusal(plan: ImportPreview) -> str:
    n = len(plan.refused)
    first = plan.refused[0]
    text = ngettext(
        "{n} row is refused, nothing was written. Line {line}: {reason}. Mend it, or add --skip-bad.",
        "{n} rows are refused, nothing was written. Line {line}: {reason}. Mend them, or add --skip-bad.",
        n,
    )
    return text.format(n=n, line=first.line, reason=first.reason)


class _View:
    """An import in JSON and in lines."""

    def __init__(self, plan: ImportPreview, pages: Sequence[Page], fallback: Page | None, said: Words) -> None:
        self._plan, self._pages, self._fallback, self._said = plan, pages, fallback, said

    def answer(self) -> dict[str, Any]:
        """The contract of `--json`: every row of the file is a post, skipped or refused."""
        plan = self._plan
        return {
            "file": plan.table.name,
            "encoding": plan.table.encoding,
            "delimiter": plan.table.delimiter,
            "mapping": plan.mapping.named(plan.table),
            "unused": [{"column": left.column, "rows": left.rows} for left in plan.unused],
            "rows": plan.rows,
            "posts": [self._post(row) for row in plan.posts],
            "skipped": [_left_out(row) for row in plan.skipped],
            "refused": [_left_out(row) for row in plan.refused],
        }

    def _post(self, row: ReadRow) -> dict[str, Any]:
        networks = [network.value for network in networks_of(row, self._pages)]
        places = places_of(row, self._pages, self._fallback, self._said)
        return {
            "row": row.row,
            "line": row.line,
            "date": row.date,
            "time": f"{row.time:%H:%M}" if row.time else None,
            "network": row.network or None,
            "networks": networks or None,
            "pages": [page_name(page) for page in places.pages],
            "title": row.title or None,
            "text": row.text or None,
            "topic": row.topic,
            "direction": row.direction,
            "note": "\n".join(filter(None, [row.note, places.remark])) or None,
            "copy_of": row.copy_of,
        }

    def lines(self, imported: int | None) -> list[str]:
        """What people see: the columns found, the rows, and a count."""
        plan = self._plan
        columns = [(field, heading) for field, heading in plan.mapping.named(plan.table).items() if heading]
        heading = (_("line"), _("date"), _("time"), _("page"), _("title"))
        shown = table([heading, *map(self._row, plan.posts)]) if plan.posts else []
        left = [
            (str(row.line), why, row.reason)
            for why, rows in ((_("row refused"), plan.refused), (_("row skipped"), plan.skipped))
            for row in rows
        ]
        lines = [*table((f"{field} ←", heading) for field, heading in columns), *_unused(plan)]
        lines += ["", *shown] if shown else []
        return [*lines, *(["", *table(left)] if left else []), "", self._count(imported)]

    def _row(self, row: ReadRow) -> tuple[str, ...]:
        places = places_of(row, self._pages, self._fallback, self._said)
        pages = ", ".join(said_name(page) for page in places.pages) or _("no page")
        title = shorten(row.title or row.text, 60) or "–"
        if row.copy_of is not None:
            title = _("{title} (copy of line {line})").format(title=title, line=self._line(row.copy_of))
        date = shown_day(row.date) if row.date else _("undated")
        return (str(row.line), date, f"{row.time:%H:%M}" if row.time else "", shorten(pages, 40), title)

    def _line(self, number: int) -> int:
        return next(row.line for row in self._plan.posts if row.row == number)

    def _count(self, imported: int | None) -> str:
        plan = self._plan
        rows = ngettext("{n} row", "{n} rows", plan.rows).format(n=plan.rows)
        posts = ngettext("{n} post", "{n} posts", len(plan.posts)).format(n=len(plan.posts))
        found = _("{rows}: {posts}, skipped {skipped}, refused {refused}.").format(
            rows=rows, posts=posts, skipped=len(plan.skipped), refused=len(plan.refused)
        )
        if imported is None:
            return _("{found} Nothing was written: --dry-run.").format(found=found)
        done = ngettext("{n} post was imported.", "{n} posts were imported.", imported).format(n=imported)
        return (
            f"{found} {done}"
            if imported or plan.refused
            else _("{found} All of them were here already.").format(found=found)
        )


def _unused(plan: ImportPreview) -> list[str]:
    """A line that names the columns nothing was taken from."""
    if not plan.unused:
        return []
    named = [
        ngettext("{column} ({n} row)", "{column} ({n} rows)", left.rows).format(
            column=_("“{title}”").format(title=inside(shorten(left.column, 40))), n=left.rows
        )
        for left in plan.unused
    ]
    return [_("Not used: {columns}").format(columns=", ".join(named))]


def _left_out(row: LeftOut) -> dict[str, Any]:
    return {"row": row.row, "line": row.line, "reason": row.reason}
