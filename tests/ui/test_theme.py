"""Themes are whole, and readable by the figures of WCAG."""

import re
from pathlib import Path

import msgspec
import pytest
from PySide6.QtGui import QColor, QPalette

from smcal.model import State
from smcal_ui.theme import ROLES, Theme
from smcal_ui.themes.sheet import style_sheet

THEMES = ["light", "dark"]


def contrast(one: QColor, other: QColor) -> float:
    """The ratio of luminances, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: QColor) -> float:
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.fixture(params=THEMES)
def theme(request, qapp):
    return Theme.chosen(request.param)


def test_texts_are_readable_on_every_ground(theme):
    for ground in ("surface", "cell", "card", "closed", "past", "back", "field", "hatch", "hatch_closed"):
        assert contrast(theme.colour("text"), theme.colour(ground)) >= 7, ground
        assert contrast(theme.colour("quiet"), theme.colour(ground)) >= 4.5, ground


@pytest.mark.parametrize("meaning", ["accent", "ok", "warn", "bad"])
def test_meanings_are_readable_on_their_soft_ground_and_on_the_surface(theme, meaning):
    strong = theme.colour(meaning)
    assert contrast(strong, theme.colour(f"{meaning}.soft")) >= 4.5
    assert contrast(strong, theme.colour("surface")) >= 4.5
    assert contrast(theme.colour("text"), theme.colour(f"{meaning}.soft")) >= 7


def test_the_accent_button_is_readable(theme):
    assert contrast(theme.colour("on_accent"), theme.colour("accent")) >= 4.5
    assert contrast(theme.colour("on_accent"), theme.colour("accent_hover")) >= 4.5


def test_marks_stand_out_from_cards(theme):
    for state in State:
        assert contrast(theme.colour(f"state.{state}"), theme.colour("card")) >= 3, state
    for topic in range(12):
        assert contrast(theme.colour(f"topic.{topic}"), theme.colour("card")) >= 3, topic


def test_faint_texts_can_still_be_made_out(theme):
    assert contrast(theme.colour("faint"), theme.colour("surface")) >= 3


def test_topics_beyond_the_eleventh_look_like_none(theme):
    assert theme.colour("topic.40") == theme.colour("topic.0")


def test_a_theme_that_lacks_a_colour_cannot_be_made(theme):
    fields = msgspec.structs.asdict(theme.values)
    del fields["hatch"]
    with pytest.raises(TypeError, match="hatch"):
        type(theme.values)(**fields)


def test_the_palette_has_every_role(theme):
    palette = theme.palette()
    for role, meaning in ROLES.items():
        assert palette.color(QPalette.ColorGroup.Active, role) == theme.colour(meaning)


def test_an_unknown_meaning_is_an_error(theme):
    with pytest.raises(AttributeError):
        theme.colour("violet")


def test_the_system_is_asked_again_after_a_scheme_was_chosen(qapp):
    before = Theme.chosen("").name
    Theme.chosen("dark" if before == "light" else "light").apply(qapp, follow_system=False)
    assert Theme.chosen("").name == before
    Theme.chosen("light").apply(qapp)


def test_a_sheet_names_only_files_that_are_there(theme):
    sheet = style_sheet(theme.values)
    files = re.findall(r'url\("(.+?)"\)', sheet)
    assert len(files) > 4 and all(Path(name).is_file() for name in files)
    assert "$" not in sheet
