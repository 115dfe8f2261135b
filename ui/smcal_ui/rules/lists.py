"""The lists of a regulation: topics, directions, points of the checklist, grounds and measures."""

from typing import Any

from smcal.regulation import Direction, Pack, RemovalGround, Title, Topic, clause_text
from smcal.regulation.checks import all_checks
from smcal.regulation.names import rule_title
from smcal.regulation.pack import MOST_TOPICS, Measure, Point
from smcal.words import N_, _, spoken
from smcal_ui.desk import Desk
from smcal_ui.post.fields import ChoiceField
from smcal_ui.rules.draft import Draft
from smcal_ui.rules.fields import NumberField
from smcal_ui.rules.kind import Kind, free_id
from smcal_ui.rules.listed import ListChapter
from smcal_ui.rules.wording import CHAPTERS, CHECKLIST, DIRECTIONS, GROUNDS, TOPICS, VALUES
from smcal_ui.widgets.form import Row
from smcal_ui.widgets.table import Column


def topics(desk: Desk, draft: Draft) -> ListChapter:
    """What a page covers, by number."""
    kind = Kind("topics", N_("Topic"), _("Add…"), _new_topic, _topic_rows, TOPIC_TEXTS)
    columns = (
        Column(_("№"), lambda topic: str(topic.id)),
        Column(_("Topic"), _title, wide=True),
        Column(_("On the card"), lambda topic: topic.short.within(spoken().language), widest=150),
        Column(_("When it applies"), lambda topic: _(VALUES[topic.applies]), widest=180),
        Column(_("Clause"), _clause),
    )
    about = _("What a page writes about. Posts keep the number of their topic.")
    return ListChapter(desk, draft, _(CHAPTERS[TOPICS]), about, columns, (kind,))


def directions(desk: Desk, draft: Draft) -> ListChapter:
    """What a post may be for."""
    kind = Kind("directions", N_("Direction"), _("Add…"), _new_direction)
    columns = (Column(_("Direction"), _title, wide=True), Column(_("Clause"), _clause))
    about = _("Directions of work that a post can belong to.")
    return ListChapter(desk, draft, _(CHAPTERS[DIRECTIONS]), about, columns, (kind,))


def checklist(desk: Desk, draft: Draft) -> ListChapter:
    """What somebody confirms."""
    kind = Kind("checklist", N_("Point of the checklist"), _("Add…"), _new_point, _point_rows)
    columns = (
        Column(_("Point"), _title, wide=True),
        Column(_("Rule"), lambda point: rule_title(point.rule), widest=230),
        Column(_("Clause"), _clause),
    )
    about = _("What no program can see: somebody confirms each point for a page and a week.")
    return ListChapter(desk, draft, _(CHAPTERS[CHECKLIST]), about, columns, (kind,))


def grounds(desk: Desk, draft: Draft) -> ListChapter:
    """Why posts are taken down, and what is done about comments."""
    removal = Kind("removal_grounds", N_("Ground for taking a post down"), _("Add a ground…"), _new_ground)
    measure = Kind("measures", N_("Measure about comments"), _("Add a measure…"), _new_measure, _measure_rows)
    columns = (
        Column(_("What it is for"), _kind, widest=250),
        Column(_("Text"), _title, wide=True),
        Column(_("Clause"), _clause),
    )
    about = _("Grounds on which a published post may be taken down, and what may be done about users’ comments.")
    return ListChapter(desk, draft, _(CHAPTERS[GROUNDS]), about, columns, (removal, measure))


TOPIC_TEXTS = (("title", N_("Wording")), ("short", N_("On the card")))


def _title(entry: Any) -> str:
    return str(entry.title.within(spoken().language))


def _clause(entry: Any) -> str:
    return clause_text(entry.clause, spoken()) if entry.clause else "–"


def _kind(entry: object) -> str:
    if isinstance(entry, Measure):
        return _("for what, about a comment") if entry.kind == "ground" else _("what is done about a comment")
    return _("for what a post is taken down")


def _new_topic(pack: Pack) -> Topic:
    number = max((topic.id for topic in pack.topics), default=0) + 1
    return Topic(id=number, clause="", applies="always", title=Title(), short=Title())


def _topic_rows(pack: Pack) -> tuple[tuple[Row, ...], ...]:
    applies = [(value, _(VALUES[value])) for value in ("always", "if-available", "on-event")]
    usual = [(None, _("any")), *((d.id, _title(d)) for d in pack.directions)]
    return (
        (
            Row("id", N_("Number"), lambda key: NumberField(key, 1, MOST_TOPICS)),
            Row("applies", N_("When it applies"), lambda key: ChoiceField(key, applies)),
            Row("direction", N_("Usual direction"), lambda key: ChoiceField(key, usual)),
        ),
    )


def _new_direction(pack: Pack) -> Direction:
    return Direction(id=free_id(pack.directions), clause="", title=Title())


def _new_point(pack: Pack) -> Point:
    return Point(id=free_id(pack.checklist), rule=_confirmed()[0], clause="", title=Title())


def _point_rows(_pack: Pack) -> tuple[Row, ...]:
    rules = [(name, rule_title(name)) for name in _confirmed()]
    return (Row("rule", N_("Rule that it belongs to"), lambda key: ChoiceField(key, rules)),)


def _confirmed() -> list[str]:
    return [name for name, check in all_checks().items() if check.needs == "checklist"]


def _new_ground(pack: Pack) -> RemovalGround:
    return RemovalGround(id=free_id(pack.removal_grounds), clause="", title=Title())


def _new_measure(pack: Pack) -> Measure:
    return Measure(id=free_id(pack.measures), kind="measure", clause="", title=Title())


def _measure_rows(_pack: Pack) -> tuple[Row, ...]:
    kinds = [("measure", _("what is done about a comment")), ("ground", _("for what, about a comment"))]
    return (Row("kind", N_("What it is for"), lambda key: ChoiceField(key, kinds)),)
