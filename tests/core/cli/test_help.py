"""The help of a command, in one language from its first word to its last."""

import pytest

ENGLISH = ("Usage", "OPTIONS", "Options", "Arguments", "Commands", "required", "default", "Show this", "<Path>", "<=")


@pytest.mark.parametrize("command", ["demo", "new", "check", "export", "calendar", "regulation"])
def test_help_in_russian_has_no_word_of_the_parser(run, monkeypatch, command):
    monkeypatch.setenv("SMCAL_LANGUAGE", "ru")
    said = run(command, "--help").out
    assert said.startswith(f"Использование: smcal {command} [ПАРАМЕТРЫ]")
    assert "Параметры:" in said and "показать эту справку" in said
    assert not [word for word in ENGLISH if word in said]


def test_what_has_to_be_given_is_marked(run, monkeypatch):
    monkeypatch.setenv("SMCAL_LANGUAGE", "ru")
    assert "[1900–2199; нужно указать]" in run("calendar", "--help").out
    assert "[required]" not in run("check", "--help").out


def test_english_says_the_same_words_as_before(run):
    said = run("calendar", "--help").out
    assert said.startswith("Usage: smcal calendar [OPTIONS]") and "[1900–2199; must be given]" in said
