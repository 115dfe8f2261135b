"""Every rule has a plan that breaks it and one that just does not; what it finds has words, a place and a key."""

import pytest

from smcal.documents.dates import BabelDates
from smcal.regulation import Severity, clause_text, load_pack, message, pack_ids, short_message
from smcal.regulation.checks import all_checks
from smcal.words import words
from tests.core.regulation.cases import CASES, about, case
from tests.core.regulation.plans import whole_pack

RULES = sorted(all_checks())
ON = [
    (identifier, rule)
    for identifier in pack_ids()
    for rule in RULES
    if load_pack(identifier).severity(rule) is not Severity.OFF
]


def test_no_rule_is_without_its_two_plans():
    assert sorted(CASES) == RULES


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_broken_by_one_plan_and_just_not_by_the_other(rule):
    two = case(rule, whole_pack())
    assert about(rule, two.breaks)
    assert about(rule, two.just_not) == []


@pytest.mark.parametrize(("identifier", "rule"), ON)
def test_so_it_is_in_every_pack_that_has_the_rule(identifier, rule):
    two = case(rule, load_pack(identifier))
    assert about(rule, two.breaks)
    assert about(rule, two.just_not) == []


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("rule", RULES)
def test_what_is_found_has_its_words(rule, language):
    for finding in about(rule, case(rule, whole_pack()).breaks):
        sentence = message(finding, words(language), BabelDates(language))
        badge = short_message(finding, words(language), BabelDates(language))
        assert sentence.endswith(f" ({clause_text(finding.clause, words(language))}).")
        assert not sentence.startswith("(")
        assert "{" not in sentence + badge
        assert 0 < len(badge) < 60


@pytest.mark.parametrize("rule", RULES)
def test_what_is_found_has_a_place_and_a_key_of_its_own(rule):
    findings = about(rule, case(rule, whole_pack()).breaks)
    assert len({finding.key for finding in findings}) == len(findings)
    for finding in findings:
        spans = finding.date is not None or finding.args["first"] <= finding.args["last"]
        assert spans
        assert sum([finding.post_id is not None, finding.week is not None, finding.standing]) <= 1
