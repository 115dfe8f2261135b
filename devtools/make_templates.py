"""Makes resources/templates/plan.docx, the Word file that plans are written from. Run it after changing it:

    python devtools/make_templates.py

A library may change the Word file itself. What stands in double braces is filled in by smcal.documents.docx;
lines with {%p …%} and rows with {%tr …%} say what repeats.
"""

from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

TARGET = Path(__file__).parents[1] / "resources" / "templates" / "plan.docx"
FONT = "Arial"
SOFT = RGBColor(0x5B, 0x63, 0x6E)
HAIR = "D5D9DE"
TONES = {
    "good": ("17663F", "E3F4EA"),
    "warn": ("8A5200", "FDF0D9"),
    "bad": ("A8261A", "FDE6E3"),
    "plain": ("5B636E", "EEF0F3"),
}
TABLE_PROPERTIES = (
    "tblStyle",
    "tblW",
    "jc",
    "tblInd",
    "tblBorders",
    "tblLayout",
    "tblCellMar",
    "tblLook",
    "tblCaption",
)
LONG_NAME = "labels.signer|length > 22"  # beside it there would be no room to sign
COLUMNS = (25, 28, 109, 38, 33, 34)  # mm
DEPARTURES = {"departed_from": 28, "departed_what": 95, "departed_why": 77, "departed_who": 46, "edition": 21}  # mm


def main() -> None:
    """Write the template."""
    document = Document()
    _page(document)
    _styles(document)
    _head(document)
    chips = document.add_paragraph(style="smcal chips")
    chips.add_run("{{r chips }}")
    _table(document)
    _remarks(document, "blockers", "bad")
    _departures(document)
    _remarks(document, "advice", "warn")
    _footer(document)
    _settings(document)
    for table in document.tables:
        _in_order(table._tbl.tblPr)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(TARGET))


def _page(document: Any) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(15)
    section.top_margin, section.bottom_margin = Mm(13), Mm(17)
    section.footer_distance = Mm(8)


def _font(style: Any, size: float, *, bold: bool | None = None, color: RGBColor | None = None) -> None:
    style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{kind}"), FONT)
    for old in style.element.rPr.findall(qn("w:szCs")):
        style.element.rPr.remove(old)
    style.element.rPr.find(qn("w:sz")).addnext(
        parse_xml(f'<w:szCs {nsdecls("w")} w:val="{round(size * 2)}"/>')
    )  # right to left
    if color is not None:
        style.font.color.rgb = color


def _space(style: Any, before: float = 0, after: float = 0, line: float = 1.08) -> None:
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.line_spacing = line


def _styles(document: Any) -> None:
    styles = document.styles
    ink = RGBColor(0x1B, 0x1F, 0x24)
    _font(styles["Normal"], 9, color=ink)
    _space(styles["Normal"], after=1)
    _font(styles["Heading 1"], 17, bold=True, color=ink)
    _space(styles["Heading 1"], after=4)
    _font(styles["Heading 2"], 10, bold=True, color=ink)
    _space(styles["Heading 2"], before=12, after=3)
    for name, size, color in (
        ("headline", 11.5, ink),
        ("small", 7.5, SOFT),
        ("chips", 8.5, SOFT),
        ("post title", 9, ink),
        ("gap", 3, ink),  # an empty line between two paragraphs of a post
    ):
        style = styles.add_style(f"smcal {name}", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        _font(style, size, bold=name == "post title" or None, color=color)
        _space(style, after=2 if name == "headline" else 1)
    _space(styles["smcal chips"], before=8, after=8, line=1.5)
    for tone, (ink_colour, fill) in TONES.items():
        chip = styles.add_style(f"smcal chip {tone}", WD_STYLE_TYPE.CHARACTER)
        chip.font.color.rgb = RGBColor.from_string(ink_colour)
        chip.element.get_or_add_rPr().append(
            parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{fill}"/>')
        )
        note = styles.add_style(f"smcal note {tone}", WD_STYLE_TYPE.CHARACTER)
        note.font.size = Pt(7.5)
        note.font.color.rgb = RGBColor.from_string(ink_colour)


def _borders(table: Any, inside: str) -> None:
    hair = f'w:val="single" w:sz="4" w:space="0" w:color="{HAIR}"'
    none = 'w:val="nil"'
    edges = {
        "top": none,
        "left": none,
        "bottom": hair if inside else none,
        "right": none,
        "insideH": hair if inside else none,
        "insideV": none,
    }
    parts = "".join(f"<w:{edge} {value}/>" for edge, value in edges.items())
    table._tbl.tblPr.append(parse_xml(f"<w:tblBorders {nsdecls('w')}>{parts}</w:tblBorders>"))
    side = 85 if inside else 0
    top = 80 if inside else 0
    ends = (("top", top), ("left", side), ("bottom", top), ("right", side))
    margins = "".join(f'<w:{end} w:w="{width}" w:type="dxa"/>' for end, width in ends)
    table._tbl.tblPr.append(parse_xml(f'<w:tblLayout {nsdecls("w")} w:type="fixed"/>'))
    table._tbl.tblPr.append(parse_xml(f"<w:tblCellMar {nsdecls('w')}>{margins}</w:tblCellMar>"))


def _in_order(properties: Any) -> None:
    """Word insists on the order of the schema; one of each is kept, the last."""
    kept = {child.tag: child for child in properties}
    for child in list(properties):
        properties.remove(child)
    for name in TABLE_PROPERTIES:
        if (child := kept.pop(qn(f"w:{name}"), None)) is not None:
            properties.append(child)
    assert not kept, kept


def _widths(table: Any, widths: tuple[int, ...]) -> None:
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)


def _say(cell: Any, text: str, style: str | None = None, first: bool = False) -> Any:
    paragraph = cell.paragraphs[0] if first else cell.add_paragraph()
    if style:
        paragraph.style = style
    if text:
        paragraph.add_run(text)
    return paragraph


def _head(document: Any) -> None:
    table = document.add_table(1, 2)
    _borders(table, "")
    _widths(table, (190, 77))
    left, right = table.rows[0].cells
    gap = f'<w:tcMar {nsdecls("w")}><w:right w:w="450" w:type="dxa"/></w:tcMar>'
    left._tc.get_or_add_tcPr().append(parse_xml(gap))
    _say(left, "{{ heading }}", "Heading 1", first=True)
    _say(left, "{{ headline }}", "smcal headline")
    _say(left, "{{ subline }}", "smcal small")
    _say(right, "{%p if approval %}", first=True)
    _say(right, "{{ labels.agreed }}", "smcal post title")
    _say(right, "{{ labels.role }}")
    _say(right, f"{{%p if {LONG_NAME} %}}")
    _line_to_sign(right, "\t")
    _say(right, "{{ labels.signer }}", "smcal small").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _say(right, "{%p else %}")
    _line_to_sign(right, "\t  {{ labels.signer }}")
    _say(right, "{%p endif %}")
    _say(right, "{{ labels.date_line }}")
    _say(right, "{%p else %}")
    _say(right, "")  # a cell is never quite empty
    _say(right, "{%p endif %}")


def _line_to_sign(cell: Any, text: str) -> None:
    paragraph = _say(cell, text)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(76), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
    paragraph.paragraph_format.space_before = Pt(12)
    paragraph.paragraph_format.space_after = Pt(3)


def _control(tag: str, alias: str, kind: str, placeholder: str) -> Any:
    return parse_xml(
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="{alias}"/><w:tag w:val="{tag}"/>'
        f'<w:lock w:val="sdtLocked"/><w:showingPlcHdr/>{kind}</w:sdtPr>'
        f'<w:sdtContent><w:r><w:t xml:space="preserve">{placeholder}</w:t></w:r></w:sdtContent></w:sdt>'
    )


def _decision(cell: Any) -> None:
    items = "".join(
        f'<w:listItem w:displayText="{{{{ choices[{n}].label }}}}" w:value="{{{{ choices[{n}].value }}}}"/>'
        for n in range(3)
    )
    paragraph = _say(cell, "", first=True)
    paragraph.paragraph_format.keep_together = True
    paragraph._p.append(
        _control(
            "smcal:decision:{{ post.id }}",
            "{{ labels.decision }}",
            f"<w:dropDownList>{items}</w:dropDownList>",
            "{{ post.decision_text }}",
        )
    )
    comment = _say(cell, "", "smcal small")
    comment.paragraph_format.space_before = Pt(4)
    comment._p.append(
        _control(
            "smcal:comment:{{ post.id }}",
            "{{ labels.comment }}",
            '<w:text w:multiLine="1"/>',
            "{{ post.comment_text }}",
        )
    )


def _command(table: Any, text: str) -> None:
    table.add_row().cells[0].paragraphs[0].add_run(text)


def _table(document: Any) -> None:
    table = document.add_table(1, 6)
    _borders(table, "rows")
    description = '<w:tblCaption {ns} w:val="{{{{ labels.table }}}}"/>'.format(ns=nsdecls("w"))
    table._tbl.tblPr.append(parse_xml(description))
    for cell, name in zip(table.rows[0].cells, ("when", "topic", "post", "materials", "due", "decision"), strict=True):
        _say(cell, f"{{{{ labels.{name} }}}}", "smcal small", first=True)
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    _command(table, "{%tr if empty %}")
    _say(_whole_row(table), "{{ labels.empty }}", first=True)
    _command(table, "{%tr endif %}")
    _command(table, "{%tr for group in groups %}")
    _command(table, "{%tr if group.heading %}")
    _week(table)
    _command(table, "{%tr endif %}")
    _command(table, "{%tr for post in group.posts %}")
    _post(table)
    _command(table, "{%tr endfor %}")
    _command(table, "{%tr endfor %}")
    _widths(table, COLUMNS)


def _whole_row(table: Any) -> Any:
    row = table.add_row()
    return row.cells[0].merge(row.cells[5])


def _week(table: Any) -> None:
    paragraph = _say(_whole_row(table), "{{ group.heading }}   ", "smcal post title", first=True)
    paragraph.paragraph_format.space_before = Pt(6)
    paragraph.paragraph_format.keep_with_next = True
    paragraph.add_run("{{r group.note }}")


def _post(table: Any) -> None:
    when, topic, story, materials, due, decision = table.add_row().cells
    _say(when, "{{ post.day }}", "smcal post title", first=True)
    _say(when, "{{ post.time }}")
    _say(when, "{%p if post.flag %}")
    _say(when, "{{r post.flag }}")
    _say(when, "{%p endif %}")
    _say(topic, "{{ post.topic }}", first=True)
    _say(story, "{{ post.title }}", "smcal post title", first=True)
    _say(story, "{%p for line in post.lines %}")
    _say(story, "{%p if line %}")
    _say(story, "{{ line }}")
    _say(story, "{%p else %}")
    _say(story, "", "smcal gap")
    _say(story, "{%p endif %}")
    _say(story, "{%p endfor %}")
    _notes(story, "notes")
    _say(materials, "{%p if post.materials or not post.credits %}", first=True)
    _say(materials, "{{ post.materials }}")
    _say(materials, "{%p endif %}")
    _notes(materials, "credits")
    _say(materials, "{%p if post.pictures %}")
    _say(
        materials, "{% for picture in post.pictures %}{{ picture }}{% if not loop.last %} {% endif %}{% endfor %}"
    ).paragraph_format.space_before = Pt(3)
    _say(materials, "{%p endif %}")
    _say(due, "{{ post.due }}", first=True)
    _say(due, "{%p if post.due_note %}")
    _say(due, "{{r post.due_note }}")
    _say(due, "{%p endif %}")
    _decision(decision)


def _notes(cell: Any, name: str) -> None:
    _say(cell, f"{{%p for note in post.{name} %}}")
    _say(cell, "{{r note }}", "smcal small")
    _say(cell, "{%p endfor %}")


def _remarks(document: Any, name: str, tone: str) -> None:
    document.add_paragraph(f"{{%p if {name} %}}")
    heading = document.add_paragraph(style="Heading 2")
    heading.add_run(f"{{{{ labels.{name} }}}}").font.color.rgb = RGBColor.from_string(TONES[tone][0])
    document.add_paragraph(f"{{%p for remark in {name} %}}")
    document.add_paragraph("– {{ remark }}")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endif %}")


def _departures(document: Any) -> None:
    document.add_paragraph("{%p if departures %}")
    document.add_paragraph("{{ labels.departures }}", style="Heading 2").paragraph_format.keep_with_next = True
    table = document.add_table(1, len(DEPARTURES))
    _borders(table, "rows")
    table._tbl.tblPr.append(parse_xml(f'<w:tblCaption {nsdecls("w")} w:val="{{{{ labels.departures }}}}"/>'))
    for cell, name in zip(table.rows[0].cells, DEPARTURES, strict=True):
        _say(cell, f"{{{{ labels.{name} }}}}", "smcal small", first=True).paragraph_format.keep_with_next = True
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    _command(table, "{%tr for made in departures %}")
    row = table.add_row()
    row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
    for cell, field in zip(row.cells, ("clause", "text", "reason", "who", "edition"), strict=True):
        _say(cell, f"{{{{ made.{field} }}}}", first=True)
    _command(table, "{%tr endfor %}")
    _widths(table, tuple(DEPARTURES.values()))
    document.add_paragraph("{%p endif %}")


def _field(paragraph: Any, code: str) -> None:
    paragraph._p.append(
        parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{code}"><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    )


def _footer(document: Any) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.style = "smcal small"
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paragraph.add_run("{{ footer }} · {{ page_before }}")
    _field(paragraph, "PAGE")
    paragraph.add_run("{{ page_between }}")
    _field(paragraph, "NUMPAGES")
    paragraph.add_run("{{ page_after }}")


def _settings(document: Any) -> None:
    compat = parse_xml(
        f'<w:compat {nsdecls("w")}><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    )
    settings = document.settings.element
    for old in settings.findall(qn("w:compat")):
        settings.replace(old, compat)
        return
    settings.append(compat)


if __name__ == "__main__":
    main()
