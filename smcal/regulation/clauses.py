"""Clauses as people cite them. Packs write "5.8", "5.6, 5.11", "App. 2, 6"; parts are joined by semicolons."""

from functools import lru_cache

from smcal.words import Words, inside

APPENDIX = "App. "


@lru_cache(maxsize=1024)  # a window says the same few on every line
def clause_text(clause: str, words: Words) -> str:
    """A clause for a sentence: "cl. 5.8", «п. 5.8», «прил. 2, п. 6»; a heading stays as it is, in quotation marks."""
    return ", ".join(_part(part, words) for part in clause.split("; "))


def first_clause_text(clause: str, words: Words) -> str:
    """The first clause alone, for where there is little room: «п. 5.6» of «пп. 5.6, 5.11»."""
    first = clause.split("; ", maxsplit=1)[0]
    return _part(first if first.startswith(APPENDIX) else first.split(", ")[0], words)


def _part(part: str, words: Words) -> str:
    if part.startswith(APPENDIX):
        number, _comma, point = part.removeprefix(APPENDIX).partition(", ")
        if point:
            return words.gettext("App. {number}, {point}").format(number=number, point=point)
        return words.gettext("App. {number}").format(number=number)
    if not part[:1].isdigit():
        return words.gettext("“{heading}”").format(heading=inside(part, words.language))
    if ", " in part:
        first, *others = part.split(", ")
        for other in others:  # in Latvian each number is an ordinal: „5.6., 5.11. punkts”
            first = words.gettext("{numbers}, {number}").format(numbers=first, number=other)
        return words.gettext("cl. {numbers}").format(numbers=first)
    return words.gettext("cl. {number}").format(number=part)


def single_clauses(clause: str) -> tuple[str, ...]:
    """Every clause named in one text: "5.6, 5.11; App. 2, 6" names 5.6, 5.11 and App. 2, 6; a heading is one."""
    singles: list[str] = []
    for part in clause.split("; "):
        singles += part.split(", ") if part[:1].isdigit() else [part]
    return tuple(singles)
