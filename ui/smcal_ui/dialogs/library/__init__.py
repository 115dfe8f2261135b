"""Settings of the library: branches, pages, people, hours, the library's own days."""

from smcal_ui.dialogs.library.dialog import LibraryDialog

__all__ = ["LibraryDialog"]
