"""Mistakes that readers still see (espelkamp, „Zu Fehlern stehen“)."""

import pytest

from smcal.documents.dates import BabelDates
from smcal.model import State
from smcal.regulation import Severity, message
from smcal.words import words
from tests.core.regulation.plans import found, post, whole_pack

WRONG = {"state": State.PUBLISHED, "mistake": "The hour\nis wrong. "}


def test_a_mistake_is_told_in_one_line_whatever_was_typed():
    (finding,) = found("mistakes.corrected", [post(**WRONG)], pack=whole_pack())
    assert (finding.severity, finding.fixes) == (Severity.RECOMMENDED, ("mark-corrected",))
    assert message(finding, words("en"), BabelDates("en")).startswith(
        "A mistake is not put right yet: The hour is wrong ("
    )


@pytest.mark.parametrize("fields", [{"corrected": True}, {"mistake": " "}, {"state": State.APPROVED}])
def test_what_is_no_mistake_that_readers_see(fields):
    assert found("mistakes.corrected", [post(**WRONG | fields)], pack=whole_pack()) == []
