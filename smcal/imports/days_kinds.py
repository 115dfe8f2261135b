"""What lists of days call free, working and shortened, in the languages of our libraries."""

import re

from smcal.model import ChangeKind
from smcal.text import folded

_SHORTENED = (
    r"сокращ|предпраздн|укороч|коротк|shorten|short day|half.?day|eve of|verkürzt|verkuerzt|saīsināt|pirmssvētku"
)
_NOT_WORKED = r"не\s?-?рабоч|non-?\s?work|not work|arbeitsfrei|brīvdien|nav darba"
_WORKED = (
    r"\bрабоч|\bраб\b|\bоткрыт|\bwork(?:ing)?(?:\s?day)?\b|\bworkday|\bopen\b|"
    r"\barbeitstag|\bgeöffnet|\bdarba?\s?dien|\batvērt"
)
_FREE = (
    r"выходн|\bвых\b|свобод|закрыт|празд|отпуск|каникул|санитарн|"
    r"\bfree\b|\boff\b|holiday|closed|closure|vacation|"
    r"\bfrei\b|feiertag|geschlossen|ruhetag|ferien|\bbrīv|slēgt|svētk|svinam"
)
_KINDS = (
    (ChangeKind.SHORTENED, re.compile(_SHORTENED)),
    (ChangeKind.FREE, re.compile(_NOT_WORKED)),
    (ChangeKind.WORKING, re.compile(_WORKED)),
    (ChangeKind.FREE, re.compile(_FREE)),
)
_PLAIN = frozenset(
    """
    выходной; выходной день; нерабочий; нерабочий день; нерабочая; свободный; свободный день; рабочий; рабочий день;
    сокращённый; сокращенный; сокращённый день; сокращенный день; короткий день; закрыто; открыто;
    free; free day; off; day off; closed; working; working day; work; workday; open; short; shortened; short day;
    shortened day; non-working; non-working day; frei; arbeitsfrei; arbeitstag; geschlossen; verkürzt; verkürzter tag;
    brīvs; brīvdiena; slēgts; darbdiena; darba diena; saīsināts; saīsināta; saīsināta diena
    """.replace("\n", " ")
    .strip()
    .split("; ")
)


def kind_of(text: str) -> ChangeKind | None:
    """What a few words make of a day; None where they do not tell."""
    said = folded(" ".join(text.split()))
    if said in ("short", "kurz", "īss"):
        return ChangeKind.SHORTENED
    return next((kind for kind, pattern in _KINDS if pattern.search(said)), None)


def says_more(text: str) -> bool:
    """Whether the words are a reason too («Санитарный день»), not just a kind («выходной»)."""
    return bool(text.strip()) and folded(" ".join(text.split())).strip(" .") not in _PLAIN_FOLDED


_PLAIN_FOLDED = frozenset(folded(" ".join(phrase.split())) for phrase in _PLAIN)
