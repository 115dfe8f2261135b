"""What is asked before a draft is lost, or before it says what may be a slip of the pen."""

from PySide6.QtWidgets import QWidget

from smcal.regulation import Pack, clause_text
from smcal.words import _, spoken
from smcal_ui.dialogs.question import ask
from smcal_ui.rules.draft import Draft
from smcal_ui.rules.wording import edition


def agrees_to_lose(draft: Draft, parent: QWidget) -> bool:
    """Whether the window may close; only a draft that differs from what is in force is asked about."""
    return not draft.touched or ask(
        _("Close without putting it in force?"),
        _("What you changed is not in force yet, and would be lost."),
        go=_("&Lose the changes"),
        stay=_("&Go on changing"),
        parent=parent,
    )


def agrees_to_original(original: Pack, draft: Draft, parent: QWidget) -> bool:
    """Whether the regulation that ships with smcal is to hold again."""
    text = _("{title} will hold again. Yours stays among the versions, and Ctrl+Z brings it back.")
    if draft.touched:
        text += " " + _("What is not in force yet will be lost.")
    return ask(
        _("Back to the original?"),
        text.format(title=edition(original)),
        go=_("Back to the original"),
        stay=_("Keep ours"),
        parent=parent,
    )


def agrees_to_clause(clause: str, parent: QWidget) -> bool:
    """Whether the document has a clause that was not among its clauses so far."""
    text = _("So far the document has no {clause}. If it is no slip of the pen, it is added to the clauses.")
    return ask(
        _("A new clause?"),
        text.format(clause=clause_text(clause, spoken())),
        go=_("&Add it"),
        stay=_("&Look again"),
        parent=parent,
    )
