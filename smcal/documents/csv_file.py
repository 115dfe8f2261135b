"""Writes a plan as CSV: one record per post, for spreadsheets and other programs."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from smcal.documents.names import answer_name, network_name, state_name
from smcal.documents.plan import PlanDocument, PlannedPost
from smcal.documents.written import Written, target
from smcal.words import Words

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a spreadsheet may take for the beginning of a formula, full-width forms included."""


def write_csv(document: PlanDocument, path: Path, words: Words) -> Written:
    """UTF-8 with BOM. English: commas and ISO dates; else semicolons and dd.mm.yyyy, as spreadsheets there expect."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter="," if words.language == "en" else ";", lineterminator="\r\n")
    writer.writerow(_header(words))
    writer.writerows([_safe(cell) for cell in _record(document, post, words)] for post in document.posts)
    with target(path) as part:
        part.write_bytes(out.getvalue().encode("utf-8-sig"))
    return Written(path=path)


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _header(w: Words) -> list[str]:
    return [
        w.gettext("Date"),
        w.gettext("Time"),
        w.gettext("Network"),
        w.gettext("Page"),
        w.gettext("Topic"),
        w.gettext("Direction"),
        w.gettext("Title"),
        w.gettext("Text"),
        w.gettext("Files"),
        w.gettext("Author"),
        w.gettext("Source"),
        w.gettext("Partner"),
        w.gettext("Hand in by"),
        w.gettext("Provisional"),
        w.gettext("Urgent"),
        w.gettext("Reason of urgency"),
        w.gettext("State"),
        w.gettext("Curator’s decision"),
        w.gettext("Comment"),
    ]


def _record(document: PlanDocument, post: PlannedPost, w: Words) -> Iterator[str]:
    day = "%Y-%m-%d" if w.language == "en" else "%d.%m.%Y"
    yield post.date.strftime(day)
    yield f"{post.time:%H:%M}" if post.time else ""
    yield network_name(document.network, w)
    yield document.page
    yield f"{post.topic.number} {post.topic.title}" if post.topic else ""
    yield post.direction
    yield post.title
    yield post.text
    yield ", ".join(file.name for file in post.media)
    yield post.author
    yield post.source
    yield post.partner
    yield post.submit_by.strftime(f"{day} %H:%M") if post.submit_by else ""
    unsure = post.submit_by is not None and document.provisional(post.submit_by.date(), post.date)
    yield w.gettext("yes") if unsure else ""
    yield w.gettext("yes") if post.urgent else ""
    yield post.urgent_reason
    yield state_name(post.state, w)
    yield answer_name(post.decision, w) if post.decision else ""
    yield post.comment
