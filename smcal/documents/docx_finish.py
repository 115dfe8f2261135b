"""What a Word template cannot say about itself: row breaks, controls already answered, language and properties."""

from typing import Any

from smcal.documents.plan import PlanDocument
from smcal.documents.sheet import Sheet, SheetPost

DECISION = "smcal:decision:"
COMMENT = "smcal:comment:"
"""Tags of the content controls; the identifier of the post follows."""

COLUMNS = ("topic", "due", "decision")
"""Columns of the table of posts that a regulation may have no use for."""

_LONG = 2400
"""Characters from which a row may be broken between pages: a longer one would leave half a page white."""

_REGIONS = {"ru": "ru-RU", "en": "en-GB", "lv": "lv-LV", "de": "de-DE"}


def finish(word: Any, sheet: Sheet, document: PlanDocument) -> None:
    """Complete a rendered python-docx document."""
    _drop_columns(word, sheet)
    _widen_head(word)
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


def _drop_columns(word: Any, sheet: Sheet) -> None:
    """Take out of the table of posts the columns that have no meaning; the widest gets their room."""
    table, labels = _table_of_posts(word, sheet), sheet.labels
    if table is None:
        return
    titles = ["".join(text.text or "" for text in cell.iter(_w("t"))) for cell in table.tr_lst[0].tc_lst]
    hidden = {getattr(labels, name) for name in COLUMNS if name not in sheet.columns}
    gone = [number for number, title in enumerate(titles) if title in hidden]
    grid = table.tblGrid.gridCol_lst
    widest = max((n for n in range(len(grid)) if n not in gone), key=lambda n: int(grid[n].w))
    freed = sum(grid[number].w for number in gone)
    for row in table.tr_lst:
        cells = row.tc_lst
        if len(cells) != len(grid):  # one cell across the table
            cells[0].grid_span = len(grid) - len(gone)
            continue
        cells[widest].width = cells[widest].width + freed
        for number in gone:
            row.remove(cells[number])
    grid[widest].w = grid[widest].w + freed
    for number in gone:
        table.tblGrid.remove(grid[number])


def _widen_head(word: Any) -> None:
    """Where nobody signs, the head goes across the page."""
    head = word.tables[0]._tbl if word.tables else None
    if head is None or len(head.tr_lst[0].tc_lst) != 2:
        return
    left, right = head.tr_lst[0].tc_lst
    if not "".join(text.text or "" for text in right.iter(_w("t"))).strip():
        left.width = left.width + right.width
        left.grid_span = 2
        head.tr_lst[0].remove(right)


def _table_of_posts(word: Any, sheet: Sheet) -> Any:
    """A library's own template may have none, or another one."""
    for table in word.tables:
        first = table._tbl.tr_lst[0].tc_lst[0]
        if "".join(text.text or "" for text in first.iter(_w("t"))) == sheet.labels.when:
            return table._tbl
    return None


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
    about.created = about.modified = document.instant
    about.revision = document.version or 1
