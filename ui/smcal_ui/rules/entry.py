"""One entry of a list in a form: its texts in four languages, its clause, and what its kind has besides."""

from typing import Any

import msgspec
from PySide6.QtWidgets import QWidget

from smcal.planning.rules import flaws, with_clause
from smcal.regulation import Pack, Title
from smcal.regulation.complaint import Complaint
from smcal.text import clean_name
from smcal.words import N_, _
from smcal_ui.dialogs.choices import LANGUAGES
from smcal_ui.dialogs.form_dialog import FormDialog
from smcal_ui.post.fields import LineField
from smcal_ui.rules.faults import unknown_clause, wrong
from smcal_ui.rules.fields import ClauseField
from smcal_ui.rules.kind import Kind
from smcal_ui.rules.questions import agrees_to_clause
from smcal_ui.widgets.form import Row

WIDTH = 620  # pixels


class EntryDialog(FormDialog):
    """Asks what an entry (`number` None: a new one) is to be; OK only where the list may have it."""

    def __init__(self, kind: Kind, pack: Pack, number: int | None, parent: QWidget | None = None) -> None:
        listed = getattr(pack, kind.section)
        self._kind, self._pack = kind, pack
        self._place = len(listed) if number is None else number
        self._before = kind.begin(pack) if number is None else listed[number]
        super().__init__(
            _(kind.one), _rows(kind, pack), _values(kind, self._before), _("&OK"), check=self._look, parent=parent
        )
        self.setMinimumWidth(WIDTH)
        self.form.focus(f"title_{_languages(pack)[0]}")

    def entry(self) -> Any:
        """As it stands in the form."""
        return self._made(self.values())

    def accept(self) -> None:
        """A clause that the document does not have so far is asked about, and everything typed stays."""
        new = self._new_clause()
        if new and not agrees_to_clause(new, self):
            self.form.focus("clause")
            return
        self._pack = with_clause(self._pack, new)
        super().accept()

    def _new_clause(self) -> str:
        """The clause in the form where nothing is wrong but that it is new; else nothing."""
        candidate = self._settled(self.values())
        new = [unknown_clause(fault, candidate) for fault in self._faults(candidate)]
        return new[0] if new and all(new) else ""

    def _settled(self, values: dict[str, Any]) -> Pack:
        listed = getattr(self._pack, self._kind.section)
        return self._kind.settle(self._pack, (*listed[: self._place], self._made(values), *listed[self._place + 1 :]))

    def _faults(self, candidate: Pack) -> list[Complaint]:
        return [flaw for flaw in flaws(candidate) if flaw.path[:2] == (self._kind.section, self._place)]

    def _made(self, values: dict[str, Any]) -> Any:
        texts = {
            name: Title(**{language: clean_name(values[f"{name}_{language}"]) for language in LANGUAGES})
            for name, _label in self._kind.texts
        }
        given = {key: value for key, value in values.items() if key in self._before.__struct_fields__}
        return msgspec.structs.replace(self._before, **{**given, **texts})

    def _look(self, values: dict[str, Any]) -> tuple[str, str]:
        """The field to mend first, and what is wrong with it."""
        candidate = self._settled(values)
        faults = self._faults(candidate)
        if not faults:
            return "", ""
        path = faults[0].path
        key = str(path[2]) if len(path) > len(("section", "number")) else "clause"
        field = f"{key}_{_languages(self._pack)[0]}" if key in dict(self._kind.texts) else key
        return field, wrong(faults[0], candidate)


def edit_entry(kind: Kind, pack: Pack, number: int | None, parent: QWidget) -> Any:
    """Ask what an entry (None: a new one) is to be; None when nobody wants it."""
    dialog = EntryDialog(kind, pack, number, parent)
    return dialog.entry() if dialog.exec() else None


def _languages(pack: Pack) -> list[str]:
    """That of the document first."""
    return sorted(LANGUAGES, key=lambda language: language != pack.language)


def _rows(kind: Kind, pack: Pack) -> list[Row | tuple[Row, ...]]:
    texts: list[Row | tuple[Row, ...]] = []
    for language in _languages(pack):
        cells = tuple(
            Row(f"{name}_{language}", f"{_(label)} · {LANGUAGES[language]}", LineField) for name, label in kind.texts
        )
        texts.append(cells)
    return [*kind.rows(pack), Row("clause", N_("Clause"), ClauseField), *texts]


def _values(kind: Kind, entry: Any) -> dict[str, Any]:
    texts = {
        f"{name}_{language}": getattr(getattr(entry, name), language)
        for name, _label in kind.texts
        for language in LANGUAGES
    }
    return {**{name: getattr(entry, name) for name in entry.__struct_fields__}, **texts}
