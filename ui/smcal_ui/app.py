"""The composition root: builds preferences, theme, desk and window, and hands each what it needs."""

import os

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from smcal import preferences
from smcal.preferences import Preferences
from smcal.words import LANGUAGES, speak
from smcal_ui.theme import Theme


class App:
    """What lives as long as the program: the application, the preferences, and the one window."""

    def __init__(self, argv: list[str]) -> None:
        self.qt = QApplication.instance() or QApplication(argv)
        self.qt.setApplicationName("smcal")
        self.qt.setDesktopFileName("smcal")
        self.preferences_path = preferences.folder() / "preferences.json"
        self.preferences, _ignored = preferences.load(self.preferences_path)
        speak(language_of(self.preferences))
        self._speak_qt()
        self.theme = Theme.chosen(self.preferences.theme)
        self.theme.apply(self.qt)
        self.window = None

    def remember(self, changed: Preferences) -> None:
        """Keep changed preferences, now and for the next start."""
        self.preferences = changed
        preferences.save(self.preferences_path, changed)

    def _speak_qt(self) -> None:
        translator = QTranslator(self.qt)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load(f"qtbase_{language_of(self.preferences)}", folder):
            self.qt.installTranslator(translator)
        QLocale.setDefault(QLocale(language_of(self.preferences)))


def language_of(chosen: Preferences) -> str:
    """The language of the window: as chosen, else the system's where we speak it, else English."""
    wanted = chosen.language or os.environ.get("SMCAL_LANGUAGE", "") or QLocale.system().name()[:2]
    return wanted if wanted in LANGUAGES else "en"
