"""How smcal looks: colours by meaning, sizes in steps of four, three sizes of type. Palette first, then a sheet."""

from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from smcal_ui.themes import Colours
from smcal_ui.themes.dark import DARK
from smcal_ui.themes.light import LIGHT
from smcal_ui.themes.sheet import style_sheet

STEP = 4
RADIUS = 8
CAPTION, TEXT, HEADING = 11, 13, 17  # pixels

NARROW = {"DejaVu Sans": "DejaVu Sans Condensed", "Sans Serif": "DejaVu Sans Condensed"}
"""Families so wide that a day of the week would hold half a title, and their narrower twins."""


class Theme:
    """One scheme at work: `theme.colour.text` as a QColor, `theme.font(CAPTION)`, and `apply` for the whole program."""

    def __init__(self, colours: Colours) -> None:
        self.values = colours
        self.dark = colours.dark
        self._fonts: dict[tuple[int, int], QFont] = {}
        self._colours: dict[str, QColor] = {}

    @classmethod
    def chosen(cls, name: str = "") -> "Theme":
        """The theme of that name ("light", "dark"); "" is what the system asks for."""
        if not name:
            hints = QGuiApplication.styleHints()
            hints.unsetColorScheme()  # what was chosen before hides what the system wants
            name = "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"
        return cls({"light": LIGHT, "dark": DARK}[name])

    @property
    def name(self) -> str:
        """The name by which `chosen` finds this theme."""
        return "dark" if self.dark else "light"

    def colour(self, meaning: str) -> QColor:
        """A colour by its meaning: "text", "hairline", "ok", "ok.soft", "topic.7", "state.draft"."""
        found = self._colours.get(meaning)
        if found is None:
            found = self._colours[meaning] = QColor(self._value(meaning))
        return found

    def font(self, size: int = TEXT, weight: int = 400) -> QFont:
        """The interface font at 11, 13 or 17 pixels."""
        key = (size, weight)
        found = self._fonts.get(key)
        if found is None:
            found = QFont(self._family)
            found.setPixelSize(size)
            found.setWeight(QFont.Weight(weight))
            # grey smoothing everywhere: some texts are drawn once to a pixmap and must look like their neighbours
            found.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)
            found.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._fonts[key] = found
        return found

    def apply(self, app: QApplication, follow_system: bool = True) -> None:
        """Dress the program: Fusion, palette, font, and last the sheet."""
        if follow_system:
            app.styleHints().unsetColorScheme()
        else:  # frames of windows and native dialogs follow us
            app.styleHints().setColorScheme(Qt.ColorScheme.Dark if self.dark else Qt.ColorScheme.Light)
        app.setStyle("Fusion")
        app.setPalette(self.palette())
        app.setFont(self.font())
        app.setStyleSheet(style_sheet(self.values))

    def palette(self) -> QPalette:
        """The colours as Qt's own widgets want them."""
        palette = QPalette()
        for role, meaning in ROLES.items():
            palette.setColor(role, self.colour(meaning))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("faint"))
        return palette

    @cached_property
    def _family(self) -> str:
        family = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).family()
        narrow = NARROW.get(family)
        return narrow if narrow and QFontDatabase.hasFamily(narrow) else family

    def _value(self, meaning: str) -> str:
        name, _dot, part = meaning.partition(".")
        if name == "topic":
            return self.values.topics[int(part)] if int(part) < len(self.values.topics) else self.values.topics[0]
        if name == "state":
            return self.values.states[part]
        value = getattr(self.values, name)
        return value if isinstance(value, str) else getattr(value, part or "strong")


ROLES = {
    QPalette.ColorRole.Window: "surface",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "field",
    QPalette.ColorRole.AlternateBase: "back",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "faint",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "bad",
    QPalette.ColorRole.ToolTipBase: "card",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "card",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "hairline",
    QPalette.ColorRole.Dark: "faint",
    QPalette.ColorRole.Shadow: "hairline",
}
