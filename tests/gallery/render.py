"""Renders entries at the scale of this process: languages and schemes in turn."""

import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from smcal.words import speak
from smcal_ui.main_window import MainWindow
from smcal_ui.theme import Theme
from tests.gallery.entries import ENTRIES, unknown
from tests.gallery.stage import Stock, staged

LANGUAGES = ("ru", "en")
THEMES = ("light", "dark")
CALM = 400  # milliseconds after which a window has nothing left to do


def main(words: Sequence[str]) -> int:
    """Write NAME-LANGUAGE-THEME-SCALE.png for every entry; `python -m tests.gallery` calls this once a scale."""
    parser = ArgumentParser("python -m tests.gallery.render")
    parser.add_argument("folder", type=Path)
    parser.add_argument("scale", type=int)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    parser.add_argument("--themes", default=",".join(THEMES))
    parser.add_argument("--stock", type=Path, help="where sample libraries are kept between processes")
    asked = parser.parse_args(words)
    if wrong := unknown(asked.names):
        parser.error("\n".join(wrong))
    with tempfile.TemporaryDirectory(prefix="smcal-stock-") as place:
        stock = Stock(asked.stock or Path(place))
        render(asked.folder, asked.scale, stock, asked.languages.split(","), asked.themes.split(","), asked.names)
    return 0


def render(
    folder: Path, scale: int, stock: Stock, languages: Sequence[str], themes: Sequence[str], names: Sequence[str]
) -> None:
    """One picture of each entry for every language and theme."""
    app = QApplication([])
    with ThreadPoolExecutor(1) as pool:
        for language in languages:
            speak(language)
            QLocale.setDefault(QLocale("en_GB" if language == "en" else language))
            for theme_name in themes:
                theme = Theme.chosen(theme_name)
                theme.apply(app, follow_system=False)
                for name in names or ENTRIES:
                    with staged(stock, theme, pool) as stage:
                        save(ENTRIES[name](stage), folder / f"{name}-{language}-{theme_name}-{100 * scale}.png")


def save(widget: QWidget, path: Path) -> None:
    """Show a widget, let it settle, and keep its picture."""
    widget.show()
    for _turn in range(5):
        QApplication.processEvents()
    if isinstance(widget, MainWindow):
        QTest.qWait(CALM)
    if not widget.grab().save(str(path)):
        raise SystemExit(f"cannot write {path}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
