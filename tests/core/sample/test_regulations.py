"""Each regulation has a sample in its language and with its structure, which shows every rule that it sets."""

import datetime as dt
import re
import subprocess
from zoneinfo import ZoneInfo

import pytest
from docx import Document

from smcal.documents import BabelDates, write_docx, write_pdf
from smcal.documents.gather import page_document
from smcal.model import OTHER_DIRECTION, Network, Period
from smcal.model.period import week_of
from smcal.planning.scope import scope_for
from smcal.regulation import Severity, check_plan, load_pack, pack_ids
from smcal.sample import make_sample, sample_settings
from smcal.sample.content import sample_ids, sample_of
from smcal.sample.pictures import PICTURES
from smcal.sample.plan import placed_posts
from smcal.words import words

OTHERS = [name for name in sample_ids() if name != "spb-cbs"]  # that one has its own tests
DAYS = [dt.datetime(2026, 11, 24, 11, 20), dt.datetime(2026, 7, 1, 0, 10), dt.datetime(2028, 2, 29, 23, 0)]
ALWAYS = Period(dt.date(2000, 1, 1), dt.date(2100, 1, 1))
LETTERS = {"ru": "[ёъыэщюяж]", "lv": "[āčēģīķļņšūž]", "de": "[äöüß]", "en": r"\b(the|and)\b"}
"""What texts of a language have and those of the others lack."""


@pytest.fixture(
    scope="module", params=[(name, day) for name in OTHERS for day in DAYS], ids=lambda p: f"{p[0]}-{p[1]:%m%d}"
)
def sample(request, tmp_path_factory):
    name, day = request.param
    at = day.replace(tzinfo=ZoneInfo(sample_settings(name).zone)).astimezone(dt.UTC)
    with make_sample(tmp_path_factory.mktemp("sample") / "s.smcal", name, at) as workspace:
        yield workspace, at


def test_each_regulation_has_a_sample():
    assert sample_ids() == tuple(sorted(pack_ids()))


def test_every_rule_is_broken_and_mostly_kept(sample):
    workspace, at = sample
    around = Period(at.date() - dt.timedelta(7), at.date() + dt.timedelta(14))
    with workspace.read() as reader:
        findings = check_plan(scope_for(workspace, reader, around, at))
        pages = len(reader.pages())
    found = {finding.rule for finding in findings}
    assert found == {rule for rule, of in workspace.pack().rules.items() if of.severity is not Severity.OFF}
    for rule in found:
        assert len({finding.page_id for finding in findings if finding.rule == rule}) <= max(pages / 3, 1), rule


@pytest.mark.parametrize("name", sample_ids())
def test_the_sample_speaks_the_language_of_its_regulation(name):
    made, language = sample_of(name), load_pack(name).language
    for post in (*made.case, *made.post):
        said = f"{post.title} {post.text}".lower()
        assert re.search(LETTERS[language], said), post.title
        assert not any(re.search(of, said) for other, of in LETTERS.items() if other != language), post.title


@pytest.mark.parametrize("name", sample_ids())
def test_what_a_sample_refers_to_is_there(name):
    made, pack = sample_of(name), load_pack(name)
    pages = {page.key for branch in made.branch for page in branch.pages}
    notes = {note.key for note in made.note if note.key}
    posts = (*made.case, *made.post, *made.idea)
    assert made.rhythm.keys() == pages
    assert set(made.unconfirmed) <= pages
    assert {post.page for post in posts} <= pages | {None}
    assert {post.event for post in posts} <= notes | {None}
    assert {post.picture for post in posts} <= PICTURES.keys() | {""}
    assert made.alt.keys() == PICTURES.keys()
    for post in posts:
        assert post.topic is None or pack.topic(post.topic), post.title
        assert post.direction in (None, OTHER_DIRECTION) or pack.direction(post.direction), post.title


@pytest.mark.parametrize(
    ("name", "least", "most"),
    [("liepaja-lczb", 54, 66), ("ogre-novads", 35, 45), ("espelkamp", 25, 38), ("generic", 25, 38)],
)
def test_about_so_many_posts_and_no_title_twice_on_a_page(name, least, most):
    made = sample_of(name)
    for today in (dt.date(2026, 1, 1) + dt.timedelta(n) for n in range(0, 800, 7)):
        titles = [(placed.page, placed.post.title) for placed in placed_posts(made, today)]
        assert least <= len(titles) <= most, today
        assert len(titles) == len(set(titles)), today


def test_liepaja_has_the_central_library_and_five_branches_with_two_pages_each():
    branches = sample_of("liepaja-lczb").branch
    assert len(branches) == 6
    for branch in branches:
        assert [page.network for page in branch.pages] == [Network.FACEBOOK, Network.INSTAGRAM]


def test_documents_are_written_in_its_language(sample, tmp_path, needs_program):
    workspace, at = sample
    settings = workspace.settings()
    said, week = words(settings.language), Period(*_week_after(at.date()))
    with workspace.read() as reader:
        page = max(reader.pages(), key=lambda page: len(reader.posts(week, [page.id])))
        titles = [post.title for post in reader.posts(week, [page.id])]
    document = page_document(workspace, page, week, at, said)
    assert not write_docx(document, tmp_path / "plan.docx", said).replaced
    assert not write_pdf(document, tmp_path / "plan.pdf", said).replaced
    shown = {
        "docx": " ".join(
            node.text or "" for node in Document(str(tmp_path / "plan.docx")).element.iter() if node.tag.endswith("}t")
        ),
        "pdf": subprocess.run(
            [needs_program("pdftotext"), tmp_path / "plan.pdf", "-"], check=True, capture_output=True, text=True
        ).stdout,
    }
    for text in map(_plain, shown.values()):
        assert all(_plain(title) in text for title in titles)
        assert _plain(settings.library) in text
        assert _plain(BabelDates(settings.language).span(week)) in text
        assert _plain(said.gettext("Publication")) in text


def _week_after(today):
    following = week_of(today + dt.timedelta(7))
    return following.first, following.last


def _plain(text):
    return " ".join(text.replace("\xad", "").split()).casefold()
