"""Where the parts of a pack, each fine by itself, do not fit together."""

import re
from collections.abc import Iterator, Sequence
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from smcal.regulation.clauses import single_clauses
from smcal.regulation.complaint import Complaint
from smcal.regulation.finding import Severity
from smcal.regulation.known import NEEDS
from smcal.regulation.lines import Path
from smcal.regulation.pack import LONGEST_TITLE, Pack, Rule, Title, cited
from smcal.words import _

NO_PLACES = {"Factory", "localtime", "posixrules"}  # zones in name: what they mean depends on the machine
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
LINED = re.compile(r"[\n\t]")  # a long text may have paragraphs


def contradictions(pack: Pack) -> Iterator[Complaint]:
    """Everything that does not fit together; what only a big library knows is left to `unknown_places`."""
    yield from _heading(pack)
    for name, rule in pack.rules.items():
        yield from _rule(pack, name, rule)
    yield from _clauses(pack)
    if pack.frequency and pack.frequency.min > pack.frequency.max:
        yield Complaint(("frequency", "min"), _("expected at most as many as max"))
    for section in ("topics", "directions", "removal_grounds", "measures", "checklist"):
        yield from _doubles(section, [item.id for item in getattr(pack, section)])
    yield from _lists(pack)
    yield from _points(pack)
    yield from _directions(pack)
    yield from _titles(pack)
    if not _said(pack.readings) and (read := [name for name, rule in pack.rules.items() if rule.reading]):
        yield Complaint(("rules", read[0], "reading"), _("[readings] does not say how the document is read"))


def all_contradictions(pack: Pack) -> Iterator[Complaint]:
    """The same, what guidelines must not ask, and what only a big library knows: slower."""
    yield from contradictions(pack)
    yield from too_strict(pack)
    yield from unknown_places(pack)


def too_strict(pack: Pack) -> Iterator[Complaint]:
    """Rules that bind although the document only advises. A workspace that has kept such a pack can be read still."""
    for name, rule in pack.rules.items():
        if pack.binding == "guidelines" and rule.severity is Severity.REQUIRED:
            text = _("guidelines advise and require nothing: recommended or off, or binding = {rules}")
            yield Complaint(("rules", name, "severity"), text.format(rules='"rules"'))


def unknown_places(pack: Pack) -> Iterator[Complaint]:
    """A country or a part of it whose holidays nobody knows."""
    if pack.country is None:
        return
    from holidays import list_supported_countries  # 0.2 s: only for a file that is looked at for the first time

    known = list_supported_countries(include_aliases=True)
    if pack.country not in known:
        yield Complaint(("regulation", "country"), _("no calendar of holidays is known for this country"))
    elif pack.subdivision is not None and pack.subdivision not in known[pack.country]:
        parts = ", ".join(known[pack.country]) or "–"
        text = _("this country has no such part; known are: {parts}")
        yield Complaint(("regulation", "subdivision"), text.format(parts=parts))


def _heading(pack: Pack) -> Iterator[Complaint]:
    if pack.zone is not None and (pack.zone in NO_PLACES or not _is_zone(pack.zone)):
        yield Complaint(("regulation", "zone"), _("expected a time zone such as Europe/Riga"))
    if pack.subdivision is not None and pack.country is None:
        yield Complaint(("regulation", "subdivision"), _("the country is missing"))
    if repeated := _repeated(pack.clauses):
        yield Complaint(("regulation", "clauses"), _("“{clause}” is there twice").format(clause=repeated[0]))


def _rule(pack: Pack, name: str, rule: Rule) -> Iterator[Complaint]:
    if name not in NEEDS:
        known = ", ".join(NEEDS)
        yield Complaint(("rules", name), _("smcal has no such check; it has {known}").format(known=known))
    elif rule.severity is not Severity.OFF and (section := NEEDS[name]):
        if not getattr(pack, section):
            yield Complaint(("rules", name), _("this check needs the section [{name}]").format(name=section))
        elif section == "checklist" and all(point.rule != name for point in pack.checklist):
            text = _("this check needs a point in [[checklist]] with rule = {name}")
            yield Complaint(("rules", name), text.format(name=f'"{name}"'))
        elif name == "topics.coverage" and not pack.topics:
            yield Complaint(("rules", name), _("this check needs the section [{name}]").format(name="[topics]"))


def _lists(pack: Pack) -> Iterator[Complaint]:
    """Lists that say something twice, or say nothing although a check goes by them."""
    if pack.credits:
        yield from _listed(pack, "credits.complete", "text", pack.credits.text, or_else=pack.credits.files)
        yield from _listed(pack, "credits.complete", "files", pack.credits.files, or_else=("text",))
    if pack.register:
        yield from _listed(pack, "register.complete", "parts", pack.register.parts)
    if pack.privacy:
        yield from _listed(pack, "events.privacy-notice", "directions", pack.privacy.directions)


def _listed(pack: Pack, rule: str, key: str, items: Sequence[str], or_else: Sequence[str] = ()) -> Iterator[Complaint]:
    path = (NEEDS[rule] or rule.partition(".")[0], key)
    if repeated := _repeated(items):
        yield Complaint(path, _("“{clause}” is there twice").format(clause=repeated[0]))
    if not items and not or_else and pack.severity(rule) is not Severity.OFF:
        yield Complaint(path, _("the list is empty, and a check goes by it: {name}").format(name=rule))


def _clauses(pack: Pack) -> Iterator[Complaint]:
    for path, clause in (*cited(pack), *((("regulation", "clauses"), clause) for clause in pack.clauses)):
        if not clause.strip():
            yield Complaint(path, _("the text is empty"))
        yield from _clean(path, clause)
    known = set(pack.clauses)
    if not known:
        return
    for path, clause in cited(pack):
        for single in single_clauses(clause):
            if single not in known:
                text = _("unknown clause “{clause}”: it is not among the clauses of [regulation]")
                yield Complaint(path, text.format(clause=single))


def _points(pack: Pack) -> Iterator[Complaint]:
    confirmed = [name for name, section in NEEDS.items() if section == "checklist"]
    for n, point in enumerate(pack.checklist):
        if point.rule not in confirmed:
            text = _("no check asks for this point; such checks are {known}")
            yield Complaint(("checklist", n, "rule"), text.format(known=", ".join(confirmed)))
        elif point.rule not in pack.rules:  # one that is there and off is a choice
            text = _("[rules] does not name this check: say there how much it matters, or that it is off")
            yield Complaint(("checklist", n, "rule"), text)


def _directions(pack: Pack) -> Iterator[Complaint]:
    known = {direction.id for direction in pack.directions}
    named: list[tuple[Path, str | None]] = [
        (("topics", n, "direction"), topic.direction) for n, topic in enumerate(pack.topics)
    ]
    if pack.partners:
        named.append((("partners", "direction"), pack.partners.direction))
    if pack.events:
        named.append((("events", "direction"), pack.events.direction))
    if pack.privacy:
        named += [(("privacy", "directions"), direction) for direction in pack.privacy.directions]
    for path, direction in named:
        if direction is not None and direction not in known:
            yield Complaint(path, _("expected the id of one of the directions, not “{id}”").format(id=direction))


def _titles(pack: Pack) -> Iterator[Complaint]:
    titles: list[tuple[Path, Title]] = [(("regulation", "title"), pack.title)]
    titles += [(("topics", n, "short"), topic.short) for n, topic in enumerate(pack.topics)]
    for section in ("topics", "directions", "removal_grounds", "measures", "checklist"):
        titles += [((section, n, "title"), item.title) for n, item in enumerate(getattr(pack, section))]
    needed = [*titles, (("privacy", "notice"), pack.privacy.notice)] if pack.privacy else titles
    for path, title in needed:
        if not _said(title):
            yield Complaint(path, _("the text is empty in every language"))
    for path, title in (*titles, (("regulation", "document"), pack.document)):
        yield from _one_line(path, title)
    texts: list[tuple[Path, Title]] = [
        (("regulation", "description"), pack.description),
        (("readings",), pack.readings),
    ]
    if pack.privacy:
        texts.append((("privacy", "notice"), pack.privacy.notice))
    for path, title in texts:
        for language, text in msgspec.structs.asdict(title).items():
            yield from _clean((*path, language), LINED.sub("", text))


def _one_line(path: Path, title: Title) -> Iterator[Complaint]:
    for language, text in msgspec.structs.asdict(title).items():
        if len(text) > LONGEST_TITLE:
            said = _("the text is too long: {most} characters at most")
            yield Complaint((*path, language), said.format(most=LONGEST_TITLE))
        yield from _clean((*path, language), text)


def _clean(path: Path, text: str) -> Iterator[Complaint]:
    if found := CONTROL.search(text):
        said = _("the text has a character that cannot be shown: {code}")
        yield Complaint(path, said.format(code=f"U+{ord(found[0]):04X}"))


def _said(title: Title) -> bool:
    return any(text.strip() for text in msgspec.structs.astuple(title))


def _doubles(section: str, ids: Sequence[Any]) -> Iterator[Complaint]:
    for n in _again(ids):
        yield Complaint((section, n, "id"), _("this id is there twice"))


def _repeated(texts: Sequence[str]) -> list[str]:
    return [texts[n] for n in _again(texts)]


def _again(values: Sequence[Any]) -> list[int]:
    """Which of them were there before."""
    first: dict[Any, int] = {}
    return [n for n, value in enumerate(values) if first.setdefault(value, n) != n]


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # an odd name can be a folder or leave the folder of zones
        return False
    return True
