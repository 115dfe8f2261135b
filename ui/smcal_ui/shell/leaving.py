"""Leaving with something that cannot be saved: nothing is lost without being asked."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from smcal.words import _
from smcal_ui.dialogs.question import ask


def may_leave(reason: str, texts: list[str], window: QWidget) -> bool:
    """Ask whether to leave without saving; then the texts are put on the clipboard first."""
    told = _("What you typed could not be saved: {reason}").format(reason=reason)
    way_out = _("If you close now, the text is put on the clipboard, so that you can paste it elsewhere.")
    if not ask(
        _("Not saved"),
        f"{told}\n\n{way_out}",
        go=_("Close without saving"),
        stay=_("Stay and try again"),
        parent=window,
    ):
        return False
    QGuiApplication.clipboard().setText("\n\n".join(texts))
    return True
