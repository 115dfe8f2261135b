"""A plan exported as CSV and imported again is the same plan."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smcal.documents import PlanDocument, PlannedPost, Topic, write_csv
from smcal.imports import Options, guess, preview, read_table
from smcal.model import Network, Period
from smcal.regulation import load_pack
from smcal.text import clean_name, clean_text
from smcal.words import words

PACK = load_pack("spb-cbs")
WEEK = Period(dt.date(2026, 11, 30), dt.date(2026, 12, 6))

letters = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn"))
lines = st.text(alphabet=letters | st.sampled_from("\n;,\"|\t'=+-@"), max_size=60).map(
    lambda text: clean_text(text).strip()
)
titles = st.text(alphabet=letters | st.sampled_from(";,\"|'=+-@"), max_size=40).map(
    lambda text: clean_name(text).strip()
)
posts = st.builds(
    PlannedPost,
    id=st.just("post"),
    date=st.dates(WEEK.first, WEEK.last),
    time=st.none() | st.times().map(lambda time: time.replace(second=0, microsecond=0)),
    topic=st.none() | st.sampled_from(PACK.topics).map(lambda t: Topic(number=t.id, title=t.short.ru)),
    title=titles.map(lambda title: f"Пост {title}".strip()),
    text=lines.map(lambda text: f"Текст {text}".strip()),
)


def document(planned):
    return PlanDocument(
        library="ЦБС",
        branch="Маяк",
        page="Маяк",
        network=Network.VK,
        period=WEEK,
        posts=tuple(planned),
        made=dt.datetime(2026, 11, 20, 10),
    )


@pytest.mark.parametrize("language", ["ru", "en"])
@settings(max_examples=40)
@given(planned=st.lists(posts, min_size=1, max_size=5))
def test_what_is_exported_comes_back(tmp_path_factory, language, planned):
    path = write_csv(document(planned), tmp_path_factory.mktemp("csv") / "plan.csv", words(language)).path
    table = read_table(path)
    read = preview(table, guess(table), Options(pack=PACK)).posts
    assert [(row.date, row.time, row.title, row.text) for row in read] == [
        (post.date, post.time, post.title, post.text) for post in planned
    ]
    assert [row.topic for row in read] == [post.topic.number if post.topic else None for post in planned]
    assert all(row.networks.known == (Network.VK,) and row.page == "Маяк" for row in read)
