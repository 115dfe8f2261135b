"""An error while painting must not take the program with it: a painter left open outlives what it paints on."""

import re
import subprocess
import sys
from pathlib import Path

UI = Path(__file__).parents[2] / "ui" / "smcal_ui"

PROGRAM = """
import sys
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from smcal_ui.dates import LocaleDates
from smcal_ui.planner.tray import Tray
from smcal_ui.planner.view import WeekView
from smcal_ui.theme import Theme
from smcal_ui.widgets.minimonth import MiniMonth
from tests.ui.planner import boards

app = QApplication([])
theme, dates = Theme.chosen("light"), LocaleDates("en")
failed = []
sys.excepthook = lambda kind, error, trace: failed.append(kind)


def sabotage(*_args, **_named):
    raise ValueError("broken")


for turn in range(3):
    view, tray, month = WeekView(theme, dates), Tray(theme, dates), MiniMonth(theme, dates, boards.MONDAY)
    view.show_board(boards.sample())
    view._room.ahead.paint = tray._column.paint = month._pictures._title = sabotage
    for widget in (view, tray, month):
        widget.resize(700, 500)
        widget.show()
    app.processEvents()
    for widget in (view, tray, month):
        widget.resize(600, 450)
        widget.close()
        widget.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
print(len(failed) >= 9)
"""


def test_an_error_while_painting_leaves_no_painter_behind():
    command = [sys.executable, "-X", "faulthandler", "-c", PROGRAM]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0 and done.stdout == "True\n", done.stderr
    assert "painter" not in done.stderr.replace("paintEvent", ""), done.stderr


def test_every_painter_is_closed_whatever_happens():
    opened = re.compile(r"^(?! *(?:with|class) ).*\bQ(?:Style)?Painter\(.*$", re.M)
    for path in sorted(UI.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        for found in opened.finditer(text):
            rest = text[found.end() :]
            assert re.search(r"finally:\n +painter\.end\(\)", rest), (path.name, found[0])
