"""The short style sheet: what the palette cannot say. Hairlines, round corners, one accent button.

Widgets ask by property: `primary`, `flat` and `chosen` on buttons; `caption`, `quiet`, `heading` and `level`
("ok", "warn", "bad", "plain") on labels; `panel` ("back", "surface") on frames.
"""

from string import Template

from smcal.files import resources
from smcal_ui.themes import Colours

_SHEET = Template("""
QToolTip { background: $card; color: $text; border: 1px solid $hairline; padding: 4px 8px; }
QLabel[caption="true"] { color: $quiet; font-size: 11px; }
QLabel[quiet="true"] { color: $quiet; }
QLabel[heading="true"] { font-size: 17px; font-weight: 600; }
QLabel[strong="true"] { font-weight: 600; }
QLabel[level="ok"] { background: $ok_soft; color: $ok; border-radius: 6px; padding: 8px 10px; }
QLabel[level="warn"] { background: $warn_soft; color: $warn; border-radius: 6px; padding: 8px 10px; }
QLabel[level="bad"] { background: $bad_soft; color: $bad; border-radius: 6px; padding: 8px 10px; }
QLabel[level="plain"] { background: $sunken; color: $quiet; border-radius: 6px; padding: 8px 10px; }
QFrame#finding { border-radius: 6px; }
QFrame#finding[level="plain"] { background: $sunken; }
QFrame#finding[level="warn"] { background: $warn_soft; }
QFrame#finding[level="bad"] { background: $bad_soft; }
QFrame#finding[level="warn"] QLabel { color: $warn; }
QFrame#finding[level="bad"] QLabel { color: $bad; }
QFrame#finding QPushButton { padding: 0; min-height: 16px; }
QFrame#popover { background: $card; border: 1px solid $faint; border-radius: 8px; }
QLabel[chip="true"] { background: $sunken; color: $quiet; border-radius: 8px; padding: 1px 8px; }
QFrame#finding[level="ok"] { background: $ok_soft; }
QFrame#finding[level="ok"] QLabel { color: $ok; }
QLabel[tint="bad"] { color: $bad; }
QWidget[panel="back"] { background: $back; }
QWidget[panel="surface"] { background: $surface; }

QPushButton, QToolButton {
    background: $surface; color: $text; border: 1px solid $hairline; border-radius: 8px; padding: 5px 12px;
    min-height: 20px;
}
QToolButton { padding: 5px 8px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed, QToolButton:checked { background: $accent_soft; }
QToolButton:checked { color: $accent; }
QPushButton:focus, QToolButton:focus { border-color: $accent; }
QPushButton:disabled, QToolButton:disabled { color: $faint; }
QPushButton[primary="true"], QToolButton[primary="true"] {
    background: $accent; color: $on_accent; border-color: $accent; font-weight: 600;
}
QPushButton[primary="true"]:hover, QToolButton[primary="true"]:hover { background: $accent_hover; }
QPushButton[primary="true"]:focus { border: 2px solid $text; padding: 4px 11px; }
QPushButton[primary="true"]:disabled { background: $sunken; color: $faint; border-color: $hairline; }
QPushButton[flat="true"], QToolButton[flat="true"] { background: transparent; border-color: transparent; }
QPushButton[flat="true"]:hover, QToolButton[flat="true"]:hover { background: $hover; }
QPushButton[flat="true"]:focus, QToolButton[flat="true"]:focus { border-color: $accent; }
QToolButton[flat="true"]:checked { background: $accent_soft; }
QPushButton[link="true"] {
    background: transparent; border-color: transparent; color: $accent; font-weight: 600; padding: 2px 6px;
}
QPushButton[link="true"]:focus { border-color: $accent; }
QPushButton[inline="true"] { padding: 0; min-height: 18px; border-radius: 4px; font-weight: 400; }
QToolButton[thumb="true"] {
    padding: 0; border: 2px solid transparent; background: $sunken; color: $quiet;
    min-width: 68px; max-width: 68px; min-height: 68px; max-height: 68px;
}
QToolButton[thumb="true"]:hover { background: $hover; }
QToolButton[thumb="true"]:checked, QToolButton[thumb="true"]:focus { border-color: $accent; }
QPushButton[opens="true"] { padding-right: 28px; }
QPushButton[opens="true"]::menu-indicator {
    image: url("$icons/down-$name.svg"); width: 12px; height: 12px;
    subcontrol-origin: border; subcontrol-position: right center; right: 10px;
}
QFrame#hairline { background: $hairline; border: none; }
QPushButton#due_today { text-align: left; padding: 2px 0; }
QToolButton#add_media { font-size: 17px; }
QToolButton::menu-indicator { image: none; }

QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox {
    background: $field; color: $text; border: 1px solid $hairline; border-radius: 8px; padding: 5px 8px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QPlainTextEdit[title="true"] {
    font-weight: 600; font-size: 15px; padding: 2px 0; border-color: transparent; background: transparent;
}
QPlainTextEdit[title="true"]:hover { border-color: $hairline; }
QPlainTextEdit[title="true"]:focus { border-color: $accent; background: $field; }
QLineEdit, QAbstractSpinBox, QComboBox { min-height: 20px; }
QAbstractSpinBox { max-height: 20px; }
QLineEdit:hover, QPlainTextEdit:hover, QAbstractSpinBox:hover, QComboBox:hover { border-color: $faint; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QComboBox:on {
    border-color: $accent;
}
QLineEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {
    background: $back; color: $faint;
}
QLineEdit[level="bad"], QPlainTextEdit[level="bad"], QAbstractSpinBox[level="bad"] { border-color: $bad; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {
    border: none; background: transparent; padding: 0; min-height: 0; border-radius: 0;
}
QToolButton#open_calendar { background: transparent; border: none; padding: 0; }
QToolButton#open_calendar { qproperty-icon: url("$icons/down-$name.svg"); qproperty-iconSize: 12px 12px; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url("$icons/down-$name.svg"); width: 12px; height: 12px; }

QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent; width: 20px; }
QAbstractSpinBox::up-button { subcontrol-position: top right; margin-top: 3px; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; margin-bottom: 3px; }
QAbstractSpinBox::up-arrow { image: url("$icons/up-$name.svg"); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url("$icons/down-$name.svg"); width: 12px; height: 12px; }

QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox::indicator, QRadioButton::indicator, QTableView::indicator, QListWidget::indicator {
    width: 16px; height: 16px; border: 1px solid $faint; background: $field; border-radius: 5px;
}
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $accent; width: 14px; height: 14px; }
QCheckBox::indicator:checked, QTableView::indicator:checked, QListWidget::indicator:checked {
    background: $accent; border-color: $accent; image: url("$icons/check-$name.svg");
}
QCheckBox::indicator:indeterminate { background: $accent_soft; border-color: $accent; }
QRadioButton::indicator:checked { border: 5px solid $accent; width: 8px; height: 8px; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $hairline; background: $back; }
QCheckBox::indicator:checked:disabled { background: $faint; border-color: $faint; }
QComboBox[locked="true"]:disabled, QCheckBox[locked="true"]:disabled { color: $text; }
QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView {
    background: $card; border: 1px solid $faint; border-radius: 0; padding: 4px; outline: none;
    selection-background-color: $accent_soft; selection-color: $text;
}
QComboBox QAbstractItemView::item { padding: 4px 8px; border-radius: 6px; }
QComboBox QAbstractItemView::item:selected { background: $accent_soft; color: $text; }

QListView, QTreeView, QTableView {
    background: $surface; border: 1px solid $hairline; border-radius: 8px; outline: none;
    gridline-color: $hairline; selection-background-color: $accent_soft; selection-color: $text;
}
QTreeView, QTableView { padding: 1px; }
QListView::item, QTreeView::item { padding: 5px 8px; border-radius: 6px; }
QTableView::item { padding: 3px 8px; }
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected { background: $accent_soft; color: $text; }
QTableView::item:selected { background: $accent_soft; }
QCalendarWidget { background: $card; }
QCalendarWidget #qt_calendar_navigationbar { background: $card; }
QCalendarWidget QToolButton { background: transparent; border-color: transparent; padding: 2px 10px; }
QCalendarWidget QToolButton:hover { background: $hover; }
QCalendarWidget QTableView {
    background: $card; border: none; border-radius: 0; selection-background-color: $accent;
    selection-color: $on_accent;
}
QCalendarWidget QTableView::item { padding: 0; }
QHeaderView { background: $surface; }
QHeaderView::section {
    background: $surface; color: $quiet; border: none; border-bottom: 1px solid $hairline;
    padding: 6px 8px 6px 11px; font-weight: 400;
}
QHeaderView::section:first { border-top-left-radius: 7px; }
QHeaderView::section:last { border-top-right-radius: 7px; }

QTabWidget::pane { border: none; border-top: 1px solid $hairline; }
QTabBar::tab { color: $quiet; padding: 8px 12px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $accent; border-bottom-color: $accent; }
QTabBar::tab:focus { border-bottom-color: $text; }
QGroupBox { border: none; margin-top: 24px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; top: 4px; }

QMenuBar { background: $surface; border-bottom: 1px solid $hairline; padding: 2px 8px; }
QMenuBar::item { padding: 4px 8px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $card; border: 1px solid $hairline; padding: 4px; menu-scrollable: 1; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 6px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $faint; }
QMenu::icon { padding-left: 8px; }
QMenu::right-arrow { image: url("$icons/right-$name.svg"); width: 12px; height: 12px; padding-right: 6px; }
QMenu::separator { height: 1px; background: $hairline; margin: 4px 8px; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $gauge; border-radius: 3px; margin: 2px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QTableView#findings { border: none; border-radius: 0; padding: 0; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollArea { border: none; background: transparent; }
QSplitter::handle { background: $hairline; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QStatusBar { background: $surface; color: $quiet; border-top: 1px solid $hairline; }
QStatusBar::item { border: none; }
QStatusBar QPushButton[link="true"] { padding: 0 4px; min-height: 18px; }
QProgressBar {
    background: $sunken; color: transparent; border: none; border-radius: 4px; min-height: 8px; max-height: 8px;
}
QProgressBar::chunk { background: $accent; border-radius: 4px; }
""")


def style_sheet(colours: Colours) -> str:
    """The sheet with the colours of a theme."""
    plain = {name: getattr(colours, name) for name in colours.__struct_fields__}
    places = {name: value for name, value in plain.items() if isinstance(value, str)}
    places["name"] = "dark" if colours.dark else "light"
    places["icons"] = (resources() / "icons").as_posix()
    for name in ("accent", "ok", "warn", "bad"):
        places[name], places[f"{name}_soft"] = plain[name].strong, plain[name].soft
    return _SHEET.substitute(places)
