"""What differs between two regulations, in words and by chapter."""

import msgspec

from smcal.regulation import Pack, clause_text
from smcal.regulation.names import rule_title
from smcal.regulation.own import Difference, differences
from smcal.words import _, spoken
from smcal_ui.dialogs.choices import LANGUAGES
from smcal_ui.rules.wording import CHAPTER_OF, FIGURES, KEYS, SECTIONS, VALUES

LISTS = ("topics", "directions", "checklist", "removal_grounds", "measures")


def chapter_of_change(old: Pack, new: Pack) -> str | None:
    """The chapter that shows what became different first; None where nothing did, and for another regulation."""
    if old.id != new.id:
        return None
    sections = (*(one.section for one in differences(old, new)), *_reordered(old, new))
    return next((CHAPTER_OF.get(section, FIGURES) for section in sections), None)


def change_rows(before: Pack, after: Pack) -> list[tuple[str, str, str]]:
    """Place, before and after of each difference; an entry of a list that came or went is one line."""
    rows: dict[tuple[str, str, str], tuple[str, str, str]] = {}
    for one in differences(before, after):
        whole = msgspec.structs.replace(one, key="")
        place = difference_place(whole, before, after)
        there = is_there(one, before), is_there(one, after)
        if one.section == "clauses":
            rows[one.section, "", ""] = (place, _only_in(before, after), _only_in(after, before))
        elif there == (True, True):
            told = value_words(one, one.before, before), value_words(one, one.after, after)
            rows[one.section, one.item, one.key] = (difference_place(one, before, after), *told)
        elif there == (False, True):
            rows[one.section, one.item, ""] = (place, "–", _("added"))
        else:
            rows[one.section, one.item, ""] = (place, _("was there"), _("taken out"))
    orders = [(_(SECTIONS[section]), "–", _("in another order")) for section in _reordered(before, after)]
    return [*rows.values(), *orders]


def _reordered(old: Pack, new: Pack) -> list[str]:
    """The lists whose entries, as far as both have them, stand in another order."""
    return [section for section in LISTS if _order(old, new, section) != _order(new, old, section)]


def _order(pack: Pack, other: Pack, section: str) -> list[object]:
    there = {entry.id for entry in getattr(other, section)}
    return [entry.id for entry in getattr(pack, section) if entry.id in there]


def _only_in(pack: Pack, other: Pack) -> str:
    """The clauses of one document that another does not have: the list as a whole is too long to compare by eye."""
    only = (clause_text(clause, spoken()) for clause in pack.clauses if clause not in other.clauses)
    return ", ".join(only) or "–"


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
