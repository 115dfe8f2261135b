"""Findings in words, in English and Russian, with their clauses."""

import datetime as dt

import msgspec
import pytest

from smcal.documents.dates import BabelDates
from smcal.model import Artwork, Attachment, Period, State
from smcal.regulation import check_plan, clause_text, message, short_message
from smcal.regulation.checks import all_checks
from smcal.regulation.clauses import first_clause_text
from smcal.regulation.pack import Title
from smcal.words import words
from tests.core.regulation.cases import about, case
from tests.core.regulation.plans import MONDAY, NOW, found, post, posts, scope, whole_pack

LATE = dt.datetime(2026, 11, 20, 12, 0)
HANDED_IN = dt.datetime(2026, 11, 17, 9, 0, tzinfo=dt.UTC)


def plain(text):
    """With ordinary spaces, to be read easily here."""
    return text.replace("\u00a0", " ")


def told(rule, of, language, *, short=False, number=0, **fields):
    findings = found(rule, of, **fields)
    say = short_message if short else message
    return plain(say(findings[number], words(language), BabelDates(language)))


@pytest.mark.parametrize(
    ("clause", "english", "russian"),
    [
        ("5.8", "cl. 5.8", "п. 5.8"),
        ("5.6, 5.11", "cl. 5.6, 5.11", "пп. 5.6, 5.11"),
        ("App. 2", "App. 2", "прил. 2"),
        ("App. 2, 6", "App. 2, 6", "прил. 2, п. 6"),
        ("5.9; App. 2, 6", "cl. 5.9, App. 2, 6", "п. 5.9, прил. 2, п. 6"),
        ("Netiquette", "“Netiquette”", "«Netiquette»"),
        ("Рубрика «Вопрос»", "“Рубрика «Вопрос»”", "«Рубрика „Вопрос“»"),
    ],
)
def test_clauses_are_cited_as_people_do(clause, english, russian):
    assert clause_text(clause, words("en")) == english
    assert plain(clause_text(clause, words("ru"))) == russian


def test_a_topic_with_quotation_marks_of_its_own_gets_inner_ones():
    topic = found("topics.coverage", [])[0]
    title = Title(ru="Клуб «Маяк»", lv="Klubs „Bāka”", de="Klub „Turm“", en="The “Lighthouse” club")
    named = msgspec.structs.replace(topic, args={**topic.args, "title": title, "short": title})
    said = {language: message(named, words(language), BabelDates(language)) for language in ("ru", "lv", "de", "en")}
    assert "«Клуб „Маяк“»" in said["ru"] and "„Klubs ‚Bāka’”" in said["lv"]
    assert "„Klub ‚Turm‘“" in said["de"] and "“The ‘Lighthouse’ club”" in said["en"]
    assert short_message(named, words("ru"), BabelDates("ru")).startswith("нет темы «Клуб „Маяк“», ")


def test_the_number_of_a_clause_stays_with_its_sign():
    assert clause_text("5.8", words("ru")) == "п.\u00a05.8"


def test_little_room_takes_the_first_clause():
    assert plain(first_clause_text("5.6, 5.11", words("ru"))) == "п. 5.6"
    assert plain(first_clause_text("App. 2, 6; 5.9", words("ru"))) == "прил. 2, п. 6"


@pytest.mark.parametrize(
    ("count", "russian"),
    [
        (8, "С 23 по 29 ноября стоит 8 постов, а допускается не больше 7 в неделю (п. 5.8)."),
        (21, "С 23 по 29 ноября стоит 21 пост, а допускается не больше 7 в неделю (п. 5.8)."),
        (22, "С 23 по 29 ноября стоят 22 поста, а допускается не больше 7 в неделю (п. 5.8)."),
    ],
)
def test_russian_counts_posts_rightly(count, russian):
    assert told("frequency.max", posts(count), "ru") == russian


@pytest.mark.parametrize(("count", "english"), [(8, "8th"), (11, "11th"), (21, "21st"), (22, "22nd"), (23, "23rd")])
def test_a_cell_tells_which_post_it_would_be(count, english):
    assert told("frequency.max", posts(count), "en", short=True) == f"{english} post this week, cl. 5.8"
    assert told("frequency.max", posts(count), "ru", short=True) == f"{count}-й пост за неделю, п. 5.8"


def test_an_empty_week_and_a_thin_one_are_told_apart():
    assert told("frequency.min", [], "ru").startswith("С 23 по 29 ноября нет ни одного поста, а нужно не меньше 2")
    assert told("frequency.min", [post()], "ru").startswith("С 23 по 29 ноября только 1 пост")
    assert told("frequency.min", [post()], "en").startswith("Only 1 post from ")
    assert told("frequency.min", [post()], "ru", short=True) == "постов за неделю: 1 из 2, п. 5.8"


def test_lateness_says_by_when_and_from_when():
    assert told("submission.window", [post()], "ru", now=LATE) == (
        "Сдать нужно было до 16 ноября, 18:00. Сейчас в срок сдаются посты на 27 ноября и позже, "
        "а более ранние – только как срочные, с причиной (пп. 5.6, 5.11)."
    )
    assert told("submission.window", [post()], "ru", short=True, now=LATE) == "опоздание: сдать до 16 ноября, 18:00"
    handed_in = told("submission.window", [post(first_submitted=HANDED_IN)], "ru", now=LATE)
    assert handed_in.startswith("Пост сдан 17 ноября, 12:00, а нужно было до 16 ноября, 18:00")


def test_a_topic_is_named_in_the_language_of_the_reader():
    assert told("topics.coverage", [], "ru", number=3) == (
        "С 1 октября по 31 декабря нет поста на тему «Виртуальная справочная служба» (п. 5.9, прил. 2, п. 6)."
    )
    assert told("topics.coverage", [], "en", short=True, number=3) == "no “Reference”, cl. 5.9"


def test_credits_say_what_lacks_what():
    file = Attachment(id="f", post_id="post-000", media_id="m", borrowed=True, source="https://x.example")
    assert told("credits.complete", [post()], "ru", files=[file]) == (
        "Файл № 1 заимствован, но автор не указан (п. 5.7)."
    )
    assert told("credits.complete", [post(borrowed=True)], "ru", short=True) == "нет автора и источника текста"


def test_foreign_braces_are_only_text():
    odd = "{count} {0} <b>"
    assert odd in told("partners.consent", [post(partner=odd)], "en")
    assert odd in told("direction.listed", [post(direction=odd)], "ru")


def everything():
    """At least one finding of every rule, and of every case of those about posts."""
    return [
        *of_posts(),
        *(finding for rule in all_checks() for finding in about(rule, case(rule, whole_pack()).breaks)),
    ]


def of_posts():
    """What is said about posts that are wrong in as many ways as fit."""
    bad = {"urgent": True, "borrowed": True, "partner": "Bookshop", "direction": "gossip", "text": ""}
    row = [
        *posts(8, artwork=Artwork.ORDERED, **bad),
        post(20, topic=None),
        post(21, first_submitted=HANDED_IN, author="A. Blok", borrowed=True),
        post(22, direction="partners", source="https://x.example", borrowed=True),
        post(23, MONDAY - dt.timedelta(7), state=State.DRAFT),
    ]
    files = [
        Attachment(
            id=f"f{n}", post_id="post-020", media_id="m", borrowed=True, position=n, author=author, source=source
        )
        for n, (author, source) in enumerate([("", ""), ("A. Blok", ""), ("", "https://x.example")])
    ]
    whole = Period(MONDAY - dt.timedelta(7), MONDAY + dt.timedelta(27))
    return check_plan(scope(row, whole, files=files, now=LATE, pack=whole_pack()))


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_kind_of_finding_has_its_words(language):
    findings = everything()
    assert {f.rule for f in findings} == set(all_checks())
    for finding in findings:
        sentence = message(finding, words(language), BabelDates(language))
        badge = short_message(finding, words(language), BabelDates(language))
        assert clause_text(finding.clause, words(language)) in sentence
        assert sentence.endswith(").")
        assert "{" not in sentence + badge
        assert len(badge) < 60


def test_no_sentence_is_left_in_english():
    for finding in everything():
        english, russian = (message(finding, words(language), BabelDates(language)) for language in ("en", "ru"))
        assert english != russian, finding


def test_findings_can_be_written_as_json():
    findings = everything()
    assert len(msgspec.json.decode(msgspec.json.encode(findings))) == len(findings)


def test_now_of_the_tests_is_in_time():
    assert found("submission.window", [post()], now=NOW) == []
