"""A regulation's parts, keys and values in words: for headings, for what is wrong, for what differs."""

from typing import Any

from smcal.regulation import Pack, Severity, clause_text, load_pack, pack_ids
from smcal.regulation.complaint import Complaint
from smcal.regulation.names import rule_title
from smcal.regulation.own import Difference
from smcal.words import N_, _, spoken
from smcal_ui.dialogs.choices import LANGUAGES

SEVERITIES = {
    Severity.REQUIRED: N_("required"),
    Severity.RECOMMENDED: N_("recommended"),
    Severity.OFF: N_("off"),
}
ABOUT, RULES, FIGURES, TOPICS, DIRECTIONS = "about", "rules", "figures", "topics", "directions"
CHECKLIST, GROUNDS, HOURS, PAST = "checklist", "grounds", "hours", "past"
CHAPTERS = {
    ABOUT: N_("About the document"),
    RULES: N_("Rules"),
    FIGURES: N_("Frequency and deadlines"),
    TOPICS: N_("Topics"),
    DIRECTIONS: N_("Directions"),
    CHECKLIST: N_("Checklist"),
    GROUNDS: N_("Grounds and measures"),
    HOURS: N_("Working hours"),
    PAST: N_("Versions"),
}
SECTIONS = {
    "title": N_("About the document"),
    "document": N_("About the document"),
    "description": N_("About the document"),
    "binding": N_("About the document"),
    "clauses": N_("About the document"),
    "rules": N_("Rules"),
    "frequency": N_("How often to post"),
    "submission": N_("When to hand in"),
    "coverage": N_("How long topics have"),
    "partners": N_("Partners' posts"),
    "credits": N_("Author and source"),
    "events": N_("City events"),
    "privacy": N_("Notice about photographs"),
    "register": N_("Register of pages"),
    "coordinators": N_("Coordinators"),
    "checklist": N_("Checklist"),
    "measures": N_("Measures about comments"),
    "topics": N_("Topics"),
    "directions": N_("Directions"),
    "removal_grounds": N_("Grounds for taking a post down"),
    "readings": N_("How the document is read"),
}
KEYS = {
    "severity": N_("how strict"),
    "clause": N_("clause"),
    "reading": N_("a reading of the document"),
    "min": N_("at least, posts in a week"),
    "max": N_("at most, posts in a week"),
    "working_days": N_("working days before it comes out"),
    "counting": N_("how days are counted"),
    "urgent": N_("when an urgent post is answered"),
    "period": N_("period"),
    "share": N_("largest share"),
    "direction": N_("direction"),
    "directions": N_("directions"),
    "notice": N_("the notice"),
    "text": N_("for texts"),
    "files": N_("for pictures and videos"),
    "days": N_("days before"),
    "parts": N_("what is written down"),
    "months": N_("months in service"),
    "trained": N_("trained by the curator"),
    "title": N_("name"),
    "short": N_("short name"),
    "applies": N_("when it applies"),
    "rule": N_("rule"),
    "kind": N_("kind"),
    "id": N_("number"),
}
VALUES = {
    "required": N_("required"),
    "recommended": N_("recommended"),
    "off": N_("off"),
    "nth-day-before": N_("the last day to hand in is that many working days before"),
    "clear-days": N_("that many full working days lie between: one day earlier"),
    "close-of-day": N_("by the end of the day on which it arrived"),
    "one-day-length": N_("one working day after it arrived"),
    "month": N_("a month"),
    "quarter": N_("a quarter"),
    "always": N_("always"),
    "if-available": N_("for pages with a collection"),
    "on-event": N_("when hours or services change"),
    "author": N_("author"),
    "source": N_("source"),
    "link": N_("the link"),
    "coordinator": N_("the coordinator"),
    "approval-day": N_("the day of approval"),
    "rules": N_("binding rules"),
    "guidelines": N_("guidelines"),
    "measure": N_("a measure"),
    "ground": N_("a ground"),
    "true": N_("yes"),
    "false": N_("no"),
}
CHAPTER_OF = {
    **dict.fromkeys(("regulation", "title", "document", "description", "binding", "clauses", "readings"), ABOUT),
    "rules": RULES,
    "topics": TOPICS,
    "directions": DIRECTIONS,
    "checklist": CHECKLIST,
    "measures": GROUNDS,
    "removal_grounds": GROUNDS,
}


def edition(pack: Pack) -> str:
    """«Наш регламент», version 3."""
    text = _("“{title}”, version {version}")
    return text.format(title=pack.title.within(spoken().language), version=pack.version)


def base(pack: Pack) -> str:
    """What a copy was made from, by its title where it ships with smcal; "" where it is no copy."""
    name, _space, version = pack.based_on.rpartition(" ")
    if name in pack_ids():
        text = _("“{title}”, version {version}")
        return text.format(title=load_pack(name).title.within(spoken().language), version=version)
    return pack.based_on


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


def difference_place(difference: Difference, old: Pack, new: Pack) -> str:
    """«Темы: Справка – пункт»."""
    section = _(SECTIONS.get(difference.section, difference.section))
    item = _item(difference, old, new)
    key = _key(difference.key)
    return ": ".join((section, " – ".join(part for part in (item, key) if part))) if item or key else section


def is_there(difference: Difference, pack: Pack) -> bool:
    """Whether a pack has the entry of a list, or the section, that a difference is about."""
    whole = getattr(pack, difference.section)
    if not difference.item:
        return whole is not None
    if isinstance(whole, dict):
        return True  # a rule that is not named is there all the same, and off
    return any(str(entry.id) == difference.item for entry in whole)


def value_words(difference: Difference, value: str | None, pack: Pack) -> str:
    """A value of a pack as people read it; a dash where there is none."""
    if not value:
        return "–"
    key = difference.key.rpartition(".")[2]
    if key == "share":
        return f"{float(value) * 100:g}\u00a0%"
    if key == "clause":
        return clause_text(value, spoken())
    parts = value.split(", ")
    if key in ("direction", "directions"):
        named = [pack.direction(part) for part in parts]
        return ", ".join(one.title.within(spoken().language) for one in named if one is not None)
    return ", ".join(_(VALUES[part]) if part in VALUES else part for part in parts)


def _item(difference: Difference, old: Pack, new: Pack) -> str:
    if difference.section == "rules":
        return rule_title(difference.item)
    for pack in (new, old):
        listed = getattr(pack, difference.section, ())
        for item in listed if difference.item and isinstance(listed, tuple) else ():
            if str(item.id) == difference.item:
                return str(item.title.within(spoken().language))
    return difference.item


def _key(key: str) -> str:
    name, _dot, language = key.partition(".")
    if name in LANGUAGES:
        return LANGUAGES[name]
    text = _(KEYS[name]) if name in KEYS else name
    return f"{text} ({LANGUAGES.get(language, language)})" if language else text


def _at(pack: Pack, path: tuple[str | int, ...]) -> str:
    value: Any = pack
    for part in path:
        inside = isinstance(part, int) or isinstance(value, dict)
        value = value[part] if inside else getattr(value, str(part))
    return str(value)
