"""What new posts are about: nothing that smcal proposes draws a remark about its own direction."""

import datetime as dt

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from smcal.model import Period, Post, State
from smcal.planning.proposal import Cause, propose
from smcal.planning.proposal.subjects import Subjects
from smcal.regulation import Pack, check_pages, load_pack
from tests.core.regulation.plans import MONDAY, PAGE, post, scope

FORTNIGHT = Period(MONDAY, MONDAY + dt.timedelta(13))


def without_topics() -> Pack:
    """Frequency, partners and directions, but no topic that is due."""
    pack = load_pack("spb-cbs")
    rules = {name: rule for name, rule in pack.rules.items() if name != "topics.coverage"}
    return msgspec.structs.replace(pack, rules=rules, topics=(), coverage=None)


def topics_without_directions() -> Pack:
    pack = load_pack("spb-cbs")
    return msgspec.structs.replace(pack, topics=tuple(msgspec.structs.replace(t, direction=None) for t in pack.topics))


PACKS = st.sampled_from([load_pack("spb-cbs"), without_topics(), topics_without_directions()])


@given(PACKS, st.lists(st.tuples(st.integers(0, 13), st.booleans()), max_size=8))
def test_new_posts_draw_no_remark_about_their_direction(pack: Pack, planned: list[tuple[int, bool]]) -> None:
    there = [
        post(n, MONDAY + dt.timedelta(day), direction="partners" if theirs else "collections")
        for n, (day, theirs) in enumerate(planned)
    ]
    of = scope(there, FORTNIGHT, pack=pack)
    items = propose(of, PAGE).items
    after = scope([*there, *(item.post for item in items)], FORTNIGHT, pack=pack)
    new = {item.post.id for item in items if item.new}
    said = [f for f in check_pages(after, [PAGE.id]) if f.post_id in new]
    assert [f for f in said if f.rule == "direction.listed"] == []
    assert all(item.post.title and item.post.direction != "partners" for item in items)


def test_where_no_topic_is_due_the_direction_is_one_that_the_page_had_least_of() -> None:
    pack = without_topics()
    had = [post(n, MONDAY, topic=None, direction=d.id) for n, d in enumerate(pack.directions) if d.id != "collections"]
    chosen = Subjects(pack, had).next()
    assert (chosen.direction, chosen.topic, chosen.title) == ("collections", None, "Раскрытие фонда")


def test_of_topics_that_the_page_had_equally_the_direction_decides() -> None:
    pack = load_pack("spb-cbs")
    had = [post(n, MONDAY, topic=None, direction="hours-and-services") for n in range(3)]
    assert Subjects(pack, had).next().direction != "hours-and-services"


def test_a_post_that_waits_with_a_direction_goes_before_one_without() -> None:
    def waiting(number: int, **fields: object) -> Post:
        return Post(**{"id": f"idea-{number}", "page_id": PAGE.id, "state": State.IDEA, "text": "Text", **fields})

    covered = [post(n, MONDAY - dt.timedelta(14 + n), topic=n) for n in range(1, 12)]
    of = scope(covered, Period(MONDAY, MONDAY + dt.timedelta(6)))
    items = propose(of, PAGE, [waiting(1), waiting(2), waiting(3, direction="collections")]).items
    filling = [item.post.id for item in items if item.cause is Cause.FREQUENCY]
    assert "idea-3" in filling and len(filling) == 2
