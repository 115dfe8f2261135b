"""One run of the program: from the words of its command to the code it ends with."""

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from smcal import preferences
from smcal_ui.app import App
from smcal_ui.guard import Guard
from smcal_ui.shell.first_paint import FirstPaint, write_trace


def run(file: Path | None = None, trace: Path | None = None, argv: list[str] | None = None) -> int:
    """Open the window on a file (None: where one left off) until it is closed; returns the exit code."""
    from smcal_ui.start import process_started  # the entry point knows when the process began

    started = process_started()
    imported = time.time()
    enlarge()
    qt = QApplication.instance() or QApplication(argv or sys.argv[:1])
    assert isinstance(qt, QApplication)
    qt.setApplicationName("smcal")
    qt.setDesktopFileName("smcal")
    qt.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus)
    app = App(qt)
    guard = Guard(app.save_typing, app.explain, app)
    guard.install()
    if not app.start(file):
        app.close()
        guard.remove()
        return 0
    shown = time.time()

    traced = True

    def painted() -> None:
        nonlocal traced
        moments = {"import_ms": imported, "window_ms": shown, "painted_ms": time.time()}
        app.settle()
        traced = trace is None or write_trace(trace, started, moments)

    assert app.window is not None
    first = FirstPaint(painted)
    app.window.view.viewport().installEventFilter(first)
    code = qt.exec()
    app.save_preferences()
    app.close()
    guard.remove()
    return code if traced else 2


def enlarge() -> None:
    """Show everything larger where somebody wishes so: Qt wants to know before there is a program."""
    chosen, _ignored = preferences.load(preferences.folder() / "preferences.json")
    if chosen.scale:
        os.environ.setdefault("QT_SCALE_FACTOR", chosen.scale)
