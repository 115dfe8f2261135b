"""The rows of an import as the window shows them: refused ones first, then posts, copies and skipped."""

from collections.abc import Sequence

import msgspec

from smcal.imports import ImportPreview, places_of
from smcal.model import Page
from smcal.words import _, inside, ngettext, spoken
from smcal_ui.dates import LocaleDates

TINTS = {"post": "", "copy": "warn", "skipped": "faint", "refused": "bad"}


class ImportRow(msgspec.Struct, frozen=True):
    """One row of the file; `kind` is post, copy, skipped or refused."""

    line: int
    kind: str
    date: str = ""
    time: str = ""
    page: str = ""
    title: str = ""
    remark: str = ""


def import_rows(
    plan: ImportPreview, pages: Sequence[Page], fallback: Page | None, *, names: dict[str, str], dates: LocaleDates
) -> list[ImportRow]:
    """Every row of a preview: what cannot be read comes first, then the rest in the order of the file."""
    lines = {row.row: row.line for row in plan.posts}
    rows = [ImportRow(left.line, "skipped", remark=left.reason) for left in plan.skipped]
    rows += [ImportRow(left.line, "refused", remark=left.reason) for left in plan.refused]
    for row in plan.posts:
        places = places_of(row, pages, fallback, spoken())
        copy = _("copy of row {row}").format(row=lines[row.copy_of]) if row.copy_of is not None else ""
        remarks = (copy, places.remark, " ".join(row.note.split()))
        rows.append(
            ImportRow(
                row.line,
                "copy" if copy else "post",
                date=dates.date(row.date) if row.date else _("tray"),
                time=dates.time(row.time) if row.time else "",
                page=", ".join(names.get(page.id, page.title) for page in places.pages) or _("no page"),
                title=row.title or row.text,
                remark="; ".join(filter(None, remarks)),
            )
        )
    return sorted(rows, key=lambda row: (row.kind != "refused", row.line))


def unused_columns(plan: ImportPreview) -> str:
    """A line that names the columns nothing is taken from, and how many posts have something in them."""
    named = [
        ngettext("{column} ({n} row)", "{column} ({n} rows)", left.rows).format(
            column=_("“{title}”").format(title=inside(left.column)), n=left.rows
        )
        for left in plan.unused
    ]
    return _("Not used: {columns}").format(columns=", ".join(named)) if named else ""
