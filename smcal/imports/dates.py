"""Dates as people write them in a column: ISO, 03.12.2026, 3/12/26, 3 декабря, пн 30 ноя, with or without a time."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import lru_cache

import msgspec

from smcal.imports.times import says_utc, time_in
from smcal.text import folded


class Order(Enum):
    """Which comes first in 3/12/26."""

    DAY = "day"
    MONTH = "month"


class Written(msgspec.Struct, frozen=True):
    """A date as it was written: perhaps without a year, perhaps with two readings."""

    year: int | None
    month: int
    day: int
    weekday: int | None = None
    time: dt.time | None = None
    swappable: bool = False  # 3/12: the order of the column decides
    utc: bool = False


YEARS = range(1900, 2200)
"""Years that plans are made for; others are slips of the pen."""

_MONTHS = {
    1: "январь января янв january jan januar jän jänner janvāris janvāri enero ene janvier janv",
    2: "февраль февраля фев февр february feb februar februāris februāri febrero février fevrier févr fevr",
    3: "март марта мар march mar märz maerz mär mrz marts martā marzo mars",
    4: "апрель апреля апр april apr aprīlis aprīlī abril abr avril avr",
    5: "май мая may mai maijs maijā mayo",
    6: "июнь июня июн june jun juni jūnijs jūnijā junio juin",
    7: "июль июля июл july jul juli jūlijs jūlijā julio juillet juil",
    8: "август августа авг august aug augusts augustā agosto ago août aout",
    9: "сентябрь сентября сен сент september sep sept septembris septembrī septiembre septembre",
    10: "октябрь октября окт october oct oktober okt oktobris oktobrī octubre octobre",
    11: "ноябрь ноября ноя нояб november nov novembris novembrī noviembre novembre",
    12: "декабрь декабря дек december dec dezember dez decembris decembrī diciembre dic décembre decembre déc",
}
_WEEKDAYS = {
    0: "пн пон понедельник mon monday mo montag pirmdiena lunes lundi lun",
    1: "вт вто вторник tue tues tuesday di dienstag otrdiena martes mardi mar",
    2: "ср сре среда среду wed wednesday mi mittwoch trešdiena miércoles mercredi mer",
    3: "чт чет четверг thu thur thurs thursday do donnerstag ceturtdiena jueves jeudi jeu",
    4: "пт пят пятница пятницу fri friday fr freitag piektdiena viernes vendredi ven",
    5: "сб суб суббота субботу sat saturday sa samstag sonnabend sestdiena sábado samedi sam",
    6: "вс вос воскресенье sun sunday so sonntag svētdiena domingo dimanche dim",
}
_MONTH = {folded(word): month for month, words in _MONTHS.items() for word in words.split()}
_WEEKDAY = {folded(word): day for day, words in _WEEKDAYS.items() for word in words.split()}

_ISO = re.compile(r"^(?P<y>[12]\d{3})(?P<s>[-./])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d)")
_COMPACT = re.compile(r"^(?P<y>20\d\d)(?P<m>\d\d)(?P<d>\d\d)(?!\d)")
_NUMBERS = re.compile(r"^(?P<a>\d{1,2})\s?(?P<s>[./-])\s?(?P<b>\d{1,2})(?:\s?(?P=s)\s?(?P<y>\d{4}|\d{2}))?(?![\d:])\.?")
_DAY_MONTH = re.compile(r"^(?P<d>\d{1,2})(?:-?(?:го|е|st|nd|rd|th|er)|\.)?[\s\-]*(?:de\s|of\s)?\s*(?P<w>[^\W\d_]+)\.?")
_MONTH_DAY = re.compile(r"^(?P<w>[^\W\d_]+)\.?\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?\b(?!:)")
_YEAR_AFTER = re.compile(r"^[\s,\-]*(?:de\s|del\s)?(?P<y>[12]\d{3})(?!\d)|^[\s,]+'?(?P<y2>\d\d)(?=\s*(?:г|$))")
_YEAR_LETTER = re.compile(r"^[\s ]*(?:года|год|г)\b\.?")
_SERIAL = re.compile(r"^[45]\d{4}(?:[.,]0+)?$")
_REST = re.compile(r"^[\s,;·|T()\-–—@в]*(?:at\b|um\b|à\b|в\b)?\s*$")
_LATIN_WEEKDAY = re.compile(r"^(?P<w>[^\W\d_]+)\.?\s*[,.]?\s*(?P<rest>.*)$", re.DOTALL)


@lru_cache(4096)
def read_date(text: str) -> Written | None:
    """What a cell says of the date; None when that is no date. Impossible dates (31.02) are none either."""
    cell = " ".join(text.split()).strip(" .,;")
    if not cell or len(cell) > 80:
        return None
    weekday, cell = _weekday_first(cell)
    found = _ymd(cell) or _numbers(cell) or _named(cell) or _serial(cell)
    if found is None:
        return None
    written, rest = found
    if written.year is not None and written.year not in YEARS:
        return None
    after, rest = _weekday_after(rest.strip(" ,.()"))
    time = time_in(rest)
    if time is None and not _REST.match(rest):
        return None
    weekday = weekday if weekday is not None else after
    return msgspec.structs.replace(written, weekday=weekday, time=time, utc=bool(time and says_utc(rest)))


def looks_like_date(text: str) -> bool:
    """Whether a whole cell is a date, with its year or with a month's name or three numbers."""
    cell = text.strip()
    if len(cell) > 60 or _SERIAL.match(cell):
        return False
    written = read_date(cell)
    return written is not None and (written.year is not None or not re.match(r"^\d{1,2}[.\-]\d{1,2}$", cell))


def tries_to_be_date(text: str) -> bool:
    """Whether a cell has the figures of a date, readable or not."""
    return bool(re.search(r"\d{1,4}[./\-]\d{1,2}", text))


def order_of(cells: Iterable[str]) -> Order:
    """Whether 3/12/26 is 3 December or 12 March, as most of the column's clear dates have it; day first in doubt."""
    clear = list(_clear_orders(cells))
    return Order.MONTH if clear.count(Order.MONTH) > clear.count(Order.DAY) else Order.DAY


def contradict(cells: Iterable[str]) -> bool:
    """Whether a column has both 31/12 and 12/31: nobody can tell then what its 3/12 is."""
    return {Order.DAY, Order.MONTH} <= set(_clear_orders(cells))


def _clear_orders(cells: Iterable[str]) -> Iterator[Order]:
    """What comes first in every date that can be read in one way only; 25.12. says nothing about 3/12."""
    for cell in cells:
        found = _NUMBERS.match(_weekday_first(" ".join(cell.split()))[1])
        if found is None or found["s"] == ".":
            continue
        first, second = int(found["a"]), int(found["b"])
        if 12 < first <= 31 and second <= 12:
            yield Order.DAY
        elif 12 < second <= 31 and first <= 12:
            yield Order.MONTH


def settle(written: Written, order: Order, year: int | None, *, sure: bool = False) -> dt.date | None:
    """The date meant, with the order of the column and the year for dates that have none; None without a year.

    A weekday may choose the year before or after, unless the year is `sure`.
    """
    month, day = written.month, written.day
    if written.swappable and order is Order.MONTH:
        month, day = day, month
    candidates = [written.year] if written.year is not None else [] if year is None else [year]
    if written.year is None and year is not None and written.weekday is not None and not sure:
        candidates += [year + 1, year - 1]
        candidates = [y for y in candidates if _weekday_of(y, month, day) == written.weekday] or [year]
    return _date(candidates[0], month, day) if candidates else None


def _weekday_of(year: int, month: int, day: int) -> int | None:
    found = _date(year, month, day)
    return found.weekday() if found else None


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _weekday_first(cell: str) -> tuple[int | None, str]:
    found = _LATIN_WEEKDAY.match(cell.lstrip("("))
    if found and found["rest"] and (day := _WEEKDAY.get(folded(found["w"]))) is not None:
        rest = found["rest"].lstrip(" ,.)·")
        ambiguous = folded(found["w"]) in _MONTH and re.match(r"^\d{1,2}(st|nd|rd|th)?(,? \d{4})?$", rest)
        return (None, cell) if ambiguous else (day, rest)
    return None, cell


def _weekday_after(rest: str) -> tuple[int | None, str]:
    word = re.match(r"[^\W\d_]*", rest)
    day = weekday_named(word[0]) if word else None
    return (None, rest) if day is None or word is None else (day, rest[word.end() :].strip(" ,.()"))


@lru_cache(1024)
def weekday_named(word: str) -> int | None:
    """The weekday (Monday is 0) that a whole word names, in six languages."""
    return _WEEKDAY.get(folded(word.strip(" .,()")))


def _ymd(cell: str) -> tuple[Written, str] | None:
    found = _ISO.match(cell) or _COMPACT.match(cell)
    if not found:
        return None
    year, month, day = int(found["y"]), int(found["m"]), int(found["d"])
    if _date(year, month, day) is None:
        return None
    rest = cell[found.end() :]
    return Written(year, month, day), rest[1:] if rest[:1] in "Tt" else rest


def _numbers(cell: str) -> tuple[Written, str] | None:
    found = _NUMBERS.match(cell)
    if not found or (found["s"] == "-" and not found["y"]):
        return None
    first, second = int(found["a"]), int(found["b"])
    year = _full_year(found["y"]) if found["y"] else None
    rest = _YEAR_LETTER.sub("", cell[found.end() :])
    swappable = found["s"] != "." and first <= 12 and second <= 12
    if _date(year or 2024, second, first):
        return Written(year, second, first, swappable=swappable), rest
    if found["s"] != "." and _date(year or 2024, first, second):
        return Written(year, first, second), rest
    return None


def _named(cell: str) -> tuple[Written, str] | None:
    for pattern in (_DAY_MONTH, _MONTH_DAY):
        found = pattern.match(cell)
        month = _MONTH.get(folded(found["w"])) if found else None
        if found and month:
            year, rest = _year_after(cell[found.end() :])
            if _date(year or 2024, month, int(found["d"])):
                return Written(year, month, int(found["d"])), rest
    return None


def _year_after(rest: str) -> tuple[int | None, str]:
    found = _YEAR_AFTER.match(rest)
    if not found:
        return None, rest
    return _full_year(found["y"] or found["y2"]), _YEAR_LETTER.sub("", rest[found.end() :])


def _serial(cell: str) -> tuple[Written, str] | None:
    """A spreadsheet's day number, 40000 to 59999 (2009 to 2064)."""
    if not _SERIAL.match(cell):
        return None
    day = dt.date(1899, 12, 30) + dt.timedelta(int(cell[:5]))
    return Written(day.year, day.month, day.day), ""


def _full_year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)
