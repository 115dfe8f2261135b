"""Renders every entry at the scale of this process: languages and schemes in turn."""

import datetime as dt
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QLocale, QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from smcal.model import Role
from smcal.sample import make_sample
from smcal.store import Workspace
from smcal.words import speak
from smcal_ui.desk import Desk
from smcal_ui.main_window import MainWindow
from smcal_ui.tasks import Tasks
from smcal_ui.theme import Theme
from tests.gallery import helping, neutral, planning
from tests.gallery.entries import ENTRIES, Stage

NOW = dt.datetime(2026, 11, 24, 11, 20, tzinfo=ZoneInfo("Europe/Moscow")).astimezone(dt.UTC)
LANGUAGES = ("ru", "en")
THEMES = ("light", "dark")
CALM = 400  # milliseconds after which a window has nothing left to do


def main(folder: Path, scale: int, names: list[str]) -> None:
    """Write NAME-LANGUAGE-THEME-SCALE.png for every entry."""
    app = QApplication([])
    with (
        tempfile.TemporaryDirectory(prefix="smcal-gallery-") as place,
        ThreadPoolExecutor(1) as pool,
        make_sample(Path(place) / "Заречье.smcal", at=NOW) as workspace,
    ):
        for language in LANGUAGES:
            speak(language)
            QLocale.setDefault(QLocale("en_GB" if language == "en" else language))
            for theme_name in THEMES:
                theme = Theme.chosen(theme_name)
                theme.apply(app, follow_system=False)
                stage = Stage(make_desk(workspace), theme, Tasks(pool), memory(place), Path(place))
                for name, show in (ENTRIES | helping.ENTRIES | planning.ENTRIES | neutral.ENTRIES).items():
                    if not names or name in names:
                        save(show(stage), folder / f"{name}-{language}-{theme_name}-{100 * scale}.png")


def make_desk(workspace: Workspace) -> Desk:
    """A desk at which the first coordinator works, at a fixed moment."""
    with workspace.read() as reader:
        person = next(p for p in reader.people() if p.role is Role.COORDINATOR)
    return Desk(workspace, person, clock=lambda: NOW)


def memory(place: str) -> QSettings:
    """Sizes of windows that nobody has touched."""
    return QSettings(f"{place}/window.ini", QSettings.Format.IniFormat)


def save(widget: QWidget, path: Path) -> None:
    """Show a widget, let it settle, and keep its picture."""
    widget.show()
    for _turn in range(5):
        QApplication.processEvents()
    if isinstance(widget, MainWindow):
        QTest.qWait(CALM)
    if not widget.grab().save(str(path)):
        raise SystemExit(f"cannot write {path}")
    widget.close()
    widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # no event loop runs that would do it


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
