"""What a Word template cannot say about itself: row breaks, controls already answered, language and properties."""

from datetime import UTC
from typing import Any

from smcal.documents.plan import PlanDocument
from smcal.documents.sheet import Sheet, SheetPost

DECISION = "smcal:decision:"
COMMENT = "smcal:comment:"
"""Tags of the content controls; the identifier of the post follows."""

_LONG = 2400
"""Characters from which a row may be broken between pages: a longer one would leave half a page white."""

_REGIONS = {"ru": "ru-RU", "en": "en-GB", "lv": "lv-LV", "de": "de-DE"}


def finish(word: Any, sheet: Sheet, document: PlanDocument) -> None:
    """Complete a rendered python-docx document."""
    posts = {post.id: post for post in sheet.posts}
    for number, control in enumerate(_controls(word), start=1):
        _settle(control, number, posts)
    _keep_rows_whole(word, posts)
    _language(word, _REGIONS.get(sheet.language, sheet.language))
    _properties(word, sheet, document)


def _w(name: str) -> str:
    from docx.oxml.ns import qn  # with the rest of python-docx, only where a document is written

    return str(qn(f"w:{name}"))


def _controls(word: Any) -> list[Any]:
    return list(word.element.body.iter(_w("sdt")))


def tag_of(control: Any) -> str:
    """The tag of a content control, or nothing."""
    tag = control.find(f"{_w('sdtPr')}/{_w('tag')}")
    return "" if tag is None else str(tag.get(_w("val")))


def _settle(control: Any, number: int, posts: dict[str, SheetPost]) -> None:
    """Give the control an identity of its own, and take its placeholder mark away where it is answered."""
    from docx.oxml import OxmlElement

    properties = control.find(_w("sdtPr"))
    for old in properties.findall(_w("id")):
        properties.remove(old)
    identity = OxmlElement("w:id")
    identity.set(_w("val"), str(number))
    properties.find(_w("tag")).addnext(identity)
    tag = tag_of(control)
    post = posts.get(tag.rpartition(":")[2])
    if post and (post.decision if tag.startswith(DECISION) else post.comment):
        for mark in properties.findall(_w("showingPlcHdr")):
            properties.remove(mark)


def _keep_rows_whole(word: Any, posts: dict[str, SheetPost]) -> None:
    from docx.oxml import OxmlElement

    for row in word.element.body.iter(_w("tr")):
        tags = [tag_of(control) for control in row.iter(_w("sdt"))]
        post = next((posts.get(tag.removeprefix(DECISION)) for tag in tags if tag.startswith(DECISION)), None)
        if post is None or sum(len(line) + 40 for line in post.lines) <= _LONG:
            row.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))


def _language(word: Any, language: str) -> None:
    defaults = word.styles.element.find(f"{_w('docDefaults')}/{_w('rPrDefault')}/{_w('rPr')}")
    for element in defaults.findall(_w("lang")):
        for script in ("val", "eastAsia", "bidi"):
            element.attrib.pop(_w(script), None)
        element.set(_w("val"), language)


def _properties(word: Any, sheet: Sheet, document: PlanDocument) -> None:
    about = word.core_properties
    about.title = sheet.title[:255]
    about.subject = sheet.subline[:255]
    about.author = sheet.author[:255]
    about.last_modified_by = sheet.author[:255]
    about.language = _REGIONS.get(sheet.language, sheet.language)
    about.comments = ""
    about.keywords = document.digest
    about.created = about.modified = document.made.replace(tzinfo=UTC)
    about.revision = document.version or 1
