"""Every check has a name in plain words, and no name stands for a check that is gone."""

from smcal.regulation.checks import all_checks
from smcal.regulation.names import NAMES, rule_about, rule_title
from smcal.words import speak


def test_every_check_has_a_name_and_a_sentence() -> None:
    assert set(NAMES) == set(all_checks())
    assert len({name.title for name in NAMES.values()}) == len(NAMES)
    assert all(name.about.endswith(".") for name in NAMES.values())


def test_names_are_told_in_the_language_of_the_window() -> None:
    english = {rule: (rule_title(rule), rule_about(rule)) for rule in NAMES}
    speak("ru")
    assert not [rule for rule in NAMES if rule_title(rule) == english[rule][0] or rule_about(rule) == english[rule][1]]


def test_an_unknown_rule_is_called_by_its_identifier() -> None:
    assert (rule_title("made.up"), rule_about("made.up")) == ("made.up", "")
