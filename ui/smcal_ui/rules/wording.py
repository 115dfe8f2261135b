"""A regulation's parts, keys and values in words."""

from smcal.regulation import Pack, Severity, load_pack, pack_ids
from smcal.words import N_, _, inside, spoken

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
    "title": N_("Name of the regulation"),
    "document": N_("Document that it follows"),
    "description": N_("Whose it is and what it asks"),
    "binding": N_("How binding it is"),
    "clauses": N_("Clauses of the document"),
    "rules": N_("Rules"),
    "frequency": N_("How often to post"),
    "submission": N_("When to hand in"),
    "coverage": N_("How long topics have"),
    "partners": N_("Partners’ posts"),
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
    return text.format(title=inside(pack.title.within(spoken().language)), version=pack.version)


def base(pack: Pack) -> str:
    """What a copy was made from, by its title where it ships with smcal; "" where it is no copy."""
    name, _space, version = pack.based_on.rpartition(" ")
    if name in pack_ids():
        text = _("“{title}”, version {version}")
        return text.format(title=inside(load_pack(name).title.within(spoken().language)), version=version)
    return pack.based_on
