"""Icons: each draws something, in the colours of the theme, at every scale."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from smcal_ui.icons import LINES, RINGS, icon
from smcal_ui.theme import Theme


@pytest.mark.parametrize("name", sorted(LINES))
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_an_icon_is_drawn_in_the_colour_asked_for(qapp, name, scale):
    theme = Theme.chosen("light")
    image = icon(name, theme, "bad").pixmap(QSize(16, 16), scale).toImage()
    assert image.width() == 16 * scale
    wanted = theme.colour("bad")
    inked = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    strong = [colour for colour in inked if colour.alpha() > 100]
    assert strong
    assert all(abs(colour.red() - wanted.red()) < 24 for colour in strong)


def test_a_disabled_icon_is_faint(qapp):
    theme = Theme.chosen("dark")
    drawn = icon("plus", theme)
    normal, disabled = (drawn.pixmap(QSize(16, 16), 1.0, mode) for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled))
    assert normal.toImage() != disabled.toImage()


def test_rings_belong_to_icons():
    assert set(RINGS) <= set(LINES)


def test_an_unknown_icon_is_an_error(qapp):
    with pytest.raises(KeyError):
        icon("unicorn", Theme.chosen("light"))
