"""In every language each underlined letter of a menu is for one thing."""

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from smcal.words import WINDOW_LANGUAGES, speak, spoken, words
from smcal_ui.main_window import MainWindow


@pytest.fixture(params=WINDOW_LANGUAGES)
def window(request: pytest.FixtureRequest) -> Iterator[MainWindow]:
    before = spoken().language
    speak(request.param)
    make: Callable[[], MainWindow] = request.getfixturevalue("make_window")
    yield make()
    speak(before)


def test_every_letter_is_for_one_thing(window: MainWindow) -> None:
    bars = [action.text() for action in window.menuBar().actions()]
    menus = [action.menu() for action in window.menuBar().actions()]
    assert len(menus) >= 7
    assert bars[0] == words(spoken().language).gettext("&File")
    assert not doubled(bars)
    for menu in menus:
        assert isinstance(menu, QMenu)
        texts = [action.text() for action in menu.actions() if not action.isSeparator()]
        assert all("&" in text for text in texts), texts
        assert not doubled(texts)


def doubled(texts: list[str]) -> list[str]:
    keys = {text: QKeySequence.mnemonic(text).toString() for text in texts}
    count = Counter(keys.values())
    return [text for text, key in keys.items() if count[key] > 1]
