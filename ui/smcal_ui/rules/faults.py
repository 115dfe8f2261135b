"""What is wrong with a draft, in words: what, where, and in which chapter it is mended."""

from typing import Any

from smcal.regulation import Pack, clause_text
from smcal.regulation.clauses import single_clauses
from smcal.regulation.complaint import Complaint
from smcal.regulation.names import rule_title
from smcal.words import _, spoken
from smcal_ui.rules.wording import ABOUT, CHAPTER_OF, CHAPTERS, FIGURES, SECTIONS


def chapter_of(complaint: Complaint) -> str:
    """Where somebody mends it."""
    return CHAPTER_OF.get(str(complaint.path[0]), FIGURES)


def wrong(complaint: Complaint, pack: Pack) -> str:
    """What is wrong with a value, for whoever sees it in front of them."""
    path = complaint.path
    if path[-1] == "clause":
        clause = _at(pack, path)
        if not clause:
            return _("Name the clause of the document.")
        text = _("The document has no {clause}. If it has, add it in “{chapter}”.")
        return text.format(clause=clause_text(clause, spoken()), chapter=_(CHAPTERS[ABOUT]))
    plain = {
        "min": _("The smallest number is larger than the largest."),
        "id": _("This number is there twice."),
        **dict.fromkeys(("title", "short", "notice"), _("Write it in one language at least.")),
    }
    if path[0] == "rules" and len(path) == len(("rules", "name")):
        return _("This rule is on, but what it needs is missing.")
    return plain.get(str(path[-1]), f"{complaint.expected[:1].upper()}{complaint.expected[1:]}.")


def unknown_clause(complaint: Complaint, pack: Pack) -> str:
    """The clause that is cited and that the document does not have so far; "" where something else is wrong."""
    if complaint.path[-1] != "clause":
        return ""
    clause = _at(pack, complaint.path)
    return clause if any(one not in pack.clauses for one in single_clauses(clause)) else ""


def where(complaint: Complaint, pack: Pack) -> str:
    """The place of a fault: «Как часто публиковать: пункт»."""
    path = complaint.path
    if path[0] == "regulation":
        return _(CHAPTERS[ABOUT])
    section = str(path[0])
    if section == "rules" and len(path) > 1:
        return f"{_(SECTIONS[section])}: {rule_title(str(path[1]))}"
    if len(path) > 1 and isinstance(path[1], int):
        item = getattr(pack, section)[path[1]]
        name = item.title.within(spoken().language) or str(item.id)
        return f"{_(SECTIONS[section])}: {name}"
    return _(SECTIONS.get(section, section))


def _at(pack: Pack, path: tuple[str | int, ...]) -> str:
    value: Any = pack
    for part in path:
        inside = isinstance(part, int) or isinstance(value, dict)
        value = value[part] if inside else getattr(value, str(part))
    return str(value)
