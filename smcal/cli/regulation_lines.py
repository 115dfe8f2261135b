"""A regulation in lines for people: what it is, its figures, lists and rules, each with its clause."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from smcal.cli.output import table
from smcal.regulation import Pack, Severity, clause_text
from smcal.regulation.names import rule_title
from smcal.regulation.pack import Measure
from smcal.words import Words, _, spoken

Row = tuple[str, ...]


def shown(pack: Pack, off: Iterable[str]) -> list[str]:
    """The regulation whole; `off` are the checks that it does not ask for."""
    w = spoken()
    lines = [pack.title.within(w.language)]
    for text in (pack.document, pack.description):
        if said := text.within(w.language):
            lines += ["", *wrap(said, 100, break_on_hyphens=False)]
    lines += ["", *table(_facts(pack, w))]
    for heading, rows in _lists(pack, w):
        if rows:
            lines += ["", heading, *table(rows)]
    if absent := ", ".join(off):
        lines += ["", _("Off: {checks}").format(checks=absent)]
    if readings := pack.readings.within(w.language):
        lines += ["", _("How smcal reads it where it is silent (*)"), *wrap(readings, 100, break_on_hyphens=False)]
    return lines


def _facts(pack: Pack, w: Words) -> Iterator[Row]:
    yield _("id"), f"{pack.id}, {_('version {n}').format(n=pack.version)}"
    if pack.based_on:
        yield _("made from"), pack.based_on
    yield _("binding"), _("rules") if pack.binding == "rules" else _("guidelines")
    if pack.country:
        place = pack.country if pack.subdivision is None else f"{pack.country}-{pack.subdivision}"
        yield _("country, time zone"), f"{place}, {pack.zone or '–'}"
    if pack.frequency:
        text = _("{min}–{max} posts a week").format(min=pack.frequency.min, max=pack.frequency.max)
        yield _("frequency"), f"{text}, {clause_text(pack.frequency.clause, w)}"
    if pack.submission:
        text = w.ngettext("{n} working day", "{n} working days", pack.submission.working_days)
        when = text.format(n=pack.submission.working_days)
        yield _("hand in before"), f"{when}, {clause_text(pack.submission.clause, w)}"
    yield from _more_facts(pack, w)


def _more_facts(pack: Pack, w: Words) -> Iterator[Row]:
    spans = {"month": _("a month"), "quarter": _("a quarter")}
    if pack.coverage:
        yield _("every topic once in"), f"{spans[pack.coverage.period]}, {clause_text(pack.coverage.clause, w)}"
    if pack.partners:
        text = _("{share}% of posts in {span}").format(
            share=f"{pack.partners.share * 100:g}", span=spans[pack.partners.period]
        )
        yield _("partners at most"), f"{text}, {clause_text(pack.partners.clause, w)}"
    if pack.credits:
        names = {"author": _("author"), "source": _("source")}
        of_text, of_files = (", ".join(names[n] for n in given) for given in (pack.credits.text, pack.credits.files))
        text = _("texts: {texts}; files: {files}").format(texts=of_text or "–", files=of_files or "–")
        yield _("credits"), f"{text}, {clause_text(pack.credits.clause, w)}"
    if pack.events:
        text = w.ngettext("{n} day", "{n} days", pack.events.days).format(n=pack.events.days)
        yield _("city events announced within"), f"{text}, {clause_text(pack.events.clause, w)}"
    if pack.privacy:
        yield (
            _("notice on photographs"),
            f"{pack.privacy.notice.within(w.language)}, {clause_text(pack.privacy.clause, w)}",
        )
    if pack.register:
        names = {
            "link": _("the link"),
            "coordinator": _("the coordinator"),
            "approval-day": _("the day of approval"),
        }
        text = ", ".join(names[part] for part in pack.register.parts)
        yield _("register of pages"), f"{text}, {clause_text(pack.register.clause, w)}"
    if pack.coordinators:
        months = pack.coordinators.months
        text = w.ngettext("{n} month in service", "{n} months in service", months).format(n=months)
        trained = _(", trained by the curator") if pack.coordinators.trained else ""
        yield _("coordinators"), f"{text}{trained}, {clause_text(pack.coordinators.clause, w)}"


def _lists(pack: Pack, w: Words) -> Iterator[tuple[str, list[Row]]]:
    language = w.language
    yield _("Topics"), [(str(t.id), t.title.within(language), clause_text(t.clause, w)) for t in pack.topics]
    yield _("Directions"), [(d.id, d.title.within(language), clause_text(d.clause, w)) for d in pack.directions]
    yield (
        _("Confirmed every week"),
        [(p.rule, p.title.within(language), clause_text(p.clause, w)) for p in pack.checklist],
    )
    yield (
        _("Grounds for taking a post down"),
        [(g.title.within(language), clause_text(g.clause, w)) for g in pack.removal_grounds],
    )
    yield _("Users’ comments: what may be done"), _measures(pack.measures, "measure", w)
    yield _("Users’ comments: for what"), _measures(pack.measures, "ground", w)
    names = {Severity.REQUIRED: _("required"), Severity.RECOMMENDED: _("recommended"), Severity.OFF: _("off")}
    yield (
        _("Rules"),
        [
            (
                name,
                rule_title(name),
                names[rule.severity],
                clause_text(rule.clause, w) + (" *" if rule.reading else ""),
            )
            for name, rule in pack.rules.items()
        ],
    )


def _measures(measures: Iterable[Measure], kind: str, w: Words) -> list[Row]:
    return [(m.title.within(w.language), clause_text(m.clause, w)) for m in measures if m.kind == kind]
