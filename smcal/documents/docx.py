"""Writes a plan as a Word file that the curator can fill in, from a Word template that a library can change."""

from pathlib import Path
from typing import Any

from smcal.documents.dates import NBSP
from smcal.documents.docx_finish import finish
from smcal.documents.docx_picture import Placed
from smcal.documents.plan import PlanDocument
from smcal.documents.sheet import Chip, Sheet, SheetGroup, SheetPost
from smcal.documents.wording import put_into_words
from smcal.documents.written import Written, target
from smcal.files import resources
from smcal.words import Words


def write_docx(document: PlanDocument, path: Path, words: Words, *, template: Path | None = None) -> Written:
    """Put the document at `path`. Raises NotWritten."""
    from docxtpl import DocxTemplate  # brings lxml, jinja2 and python-docx: half a second

    sheet = put_into_words(document, words)
    word = DocxTemplate(template or resources() / "templates" / "plan.docx")
    word.init_docx()
    word.render(_context(sheet, word), autoescape=True)
    finish(word.docx, sheet, document)
    with target(path) as part:
        word.save(part)
    return Written(path=path)


def _context(sheet: Sheet, word: Any) -> dict[str, Any]:
    before, between, after = _around(sheet.labels.page_of)
    return {
        "heading": sheet.heading,
        "headline": sheet.headline,
        "subline": sheet.subline,
        "labels": sheet.labels,
        "choices": sheet.choices,
        "approval": sheet.approval,
        "chips": _chips(sheet.chips),
        "groups": [_group(group, sheet, word) for group in sheet.groups],
        "empty": not sheet.posts,
        "blockers": sheet.blockers,
        "departures": sheet.departures,
        "advice": sheet.advice,
        "footer": sheet.footer,
        "page_before": before,
        "page_between": between,
        "page_after": after,
    }


def _around(page_of: str) -> tuple[str, str, str]:
    before, _, rest = page_of.partition("{page}")
    between, _, after = rest.partition("{pages}")
    return before, between, after


def _chips(chips: tuple[Chip, ...]) -> Any:
    from docxtpl import RichText

    text = RichText()
    for chip in chips:
        text.add(f"  {chip.text}  ".replace(" ", NBSP), style=f"smcalchip{chip.tone}")
        text.add("  ")
    return text


def _note(text: str, tone: str) -> Any:
    from docxtpl import RichText

    return RichText(text, style=f"smcalnote{tone}") if text else ""


def _group(group: SheetGroup, sheet: Sheet, word: Any) -> dict[str, Any]:
    return {
        "heading": group.heading,
        "note": _chips((group.note,)) if group.note else "",
        "posts": [_post(post, sheet, word) for post in group.posts],
    }


def _post(post: SheetPost, sheet: Sheet, word: Any) -> dict[str, Any]:
    labels = {choice.value: choice.label for choice in sheet.choices}
    boxes = "\n".join(f"☐{NBSP}{label}" for label in labels.values())
    pictures = [Placed(word, picture, alone=len(post.pictures) == 1) for picture in post.pictures]
    return {
        "id": post.id,
        "day": post.day,
        "time": post.time,
        "flag": _note(post.flag, post.flag_tone),
        "topic": post.topic,
        "title": post.title,
        "lines": post.lines,
        "notes": [_note(note.text, note.tone) for note in post.notes],
        "materials": post.materials,
        "credits": [_note(note.text, note.tone) for note in post.credits],
        "pictures": [picture for picture in pictures if picture.readable],
        "due": post.due,
        "due_note": _note(post.due_note, post.due_tone),
        "decision_text": labels.get(post.decision, boxes),
        "comment_text": post.comment or sheet.labels.comment,
    }
