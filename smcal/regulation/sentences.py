"""Findings in words. Sentences name neither page nor post: whoever shows a finding names them beside it."""

from smcal.regulation.check import Dates, Voice
from smcal.regulation.checks import all_checks
from smcal.regulation.clauses import clause_text, first_clause_text
from smcal.regulation.finding import Finding
from smcal.words import Words


def message(finding: Finding, words: Words, dates: Dates) -> str:
    """The finding as a full sentence that cites its clause."""
    sentence = all_checks()[finding.rule].sentence(finding, Voice(words, dates))
    return words.gettext("{sentence} ({clause}).").format(sentence=sentence, clause=clause_text(finding.clause, words))


def short_message(finding: Finding, words: Words, dates: Dates) -> str:
    """The finding in a few words: for the badge of a card, or for a cell, which cites the clause."""
    few = all_checks()[finding.rule].badge(finding, Voice(words, dates))
    if finding.post_id is not None:
        return few
    return words.gettext("{few}, {clause}").format(few=few, clause=first_clause_text(finding.clause, words))
