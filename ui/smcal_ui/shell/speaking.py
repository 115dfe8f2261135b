"""The language of the window, and of the words that Qt itself brings."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from smcal.words import WINDOW_LANGUAGES, speak, system_language


def speak_in_window(qt: QApplication, chosen: str) -> None:
    """Speak the chosen language, else the system's where we know it, else English; buttons and menus of Qt too."""
    language = chosen if chosen in WINDOW_LANGUAGES else system_language(ours=WINDOW_LANGUAGES)
    speak(language)
    translator = QTranslator(qt)
    if translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        qt.installTranslator(translator)
    QLocale.setDefault(QLocale("en_GB" if language == "en" else language))
