"""Where titles are broken into lines."""

import pytest

from smcal_ui.planner.texts import Fitter
from smcal_ui.theme import CAPTION, Theme


@pytest.mark.parametrize(
    ("text", "before", "lines"),
    [
        ("Библиотека № 3", "Библиотека №", ("Библиотека", "№\u00a03")),
        ("Маяк – детям", "Маяк", ("Маяк\u00a0–", "детям")),
        ("Клуб вязания", "Клуб", ("Клуб", "вязания")),
    ],
)
def test_a_number_stays_with_its_sign_and_a_dash_with_its_word(qapp, text, before, lines):
    fitter = Fitter(Theme.chosen("light").font(CAPTION))
    narrow = max(int(fitter.width(part)) + 2 for part in (before, *lines))
    assert fitter.two(text, narrow) == lines
