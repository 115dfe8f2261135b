"""An error in a slot: told in a dialog, work is saved, the program goes on."""

import sys

from smcal.errors import WrongUse
from smcal_ui.guard import Guard, sentence


def test_f90_an_error_in_a_slot_saves_what_is_typed_and_is_told_once(opened, qtbot, capsys):
    told = []
    post = opened.make(title="Вечер")
    opened.show(post.id)
    opened.type("text", "Не потерять")
    guard = Guard(opened.inspector.save, told.append)
    before = sys.excepthook
    sys.excepthook = sys.__excepthook__  # the tests' own one would take it for a failure
    guard.install()
    try:
        for _time in range(2):
            sys.excepthook(KeyError, KeyError("page"), None)
        qtbot.waitUntil(lambda: bool(told))
    finally:
        guard.remove()
        sys.excepthook = before
    assert len(told) == 1 and "KeyError" in told[0]
    assert opened.stored(post.id).text == "Не потерять"
    assert "KeyError" in capsys.readouterr().err


def test_an_error_for_people_is_told_in_its_own_words():
    assert sentence(WrongUse("The day is wrong.")) == "The day is wrong."
