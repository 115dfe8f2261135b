"""What the document is called and whose it is, in each language, and the clauses that it has."""

import msgspec
from PySide6.QtCore import Slot

from smcal.planning.rules import with_binding
from smcal.regulation.complaint import Complaint
from smcal.text import clean_name, clean_text
from smcal.words import N_, _
from smcal_ui.desk import Desk
from smcal_ui.dialogs.choices import LANGUAGES
from smcal_ui.post.fields import ChoiceField, LineField, TextField
from smcal_ui.rules.chapter import Chapter
from smcal_ui.rules.draft import Draft
from smcal_ui.rules.fault_lines import FaultLine, FieldFaults
from smcal_ui.rules.faults import chapter_of
from smcal_ui.rules.fields import clause_read, clause_written
from smcal_ui.rules.locking import lock
from smcal_ui.rules.wording import ABOUT, VALUES
from smcal_ui.widgets.form import Form, Row

TEXTS = ("title", "document", "description", "readings")
ROWS = (
    Row("language", N_("Language of the texts below"), lambda key: ChoiceField(key, list(LANGUAGES.items()))),
    Row("title", N_("Name of the regulation"), LineField),
    Row("document", N_("Document that it follows"), LineField),
    Row("description", N_("Whose it is and what it asks"), lambda key: TextField(key, 3)),
    Row("readings", N_("How we read it where it is silent"), lambda key: TextField(key, 3)),
    Row("binding", N_("It is"), lambda key: ChoiceField(key, [(k, _(VALUES[k])) for k in ("rules", "guidelines")])),
    Row("clauses", N_("Clauses that the document has, separated by semicolons"), lambda key: TextField(key, 3)),
)


class AboutChapter(Chapter):
    """Names of the regulation, and the clauses that may be cited."""

    def __init__(self, desk: Desk, draft: Draft) -> None:
        super().__init__(desk, draft)
        self.form = Form(ROWS)
        self.faults, self.fault = FieldFaults(self.form), FaultLine()
        self.form.show_values({"language": draft.pack.language})
        self.column.addWidget(self.form)
        self.column.addWidget(self.fault)
        self.column.addStretch()
        self.form.edited.connect(self._on_edited)

    def reload(self) -> None:
        self.form.show_values({key: value for key, value in self._stored().items() if not self._says(key, value)})
        lock((f.widget for key, f in self.form.fields.items() if key != "language"), not self.draft.own)
        faults = {_field_of(c): c for c in self.draft.flaws if chapter_of(c) == ABOUT}
        self.fault.say(self.faults.tell(faults, self.draft.pack))

    def go_to(self, complaint: Complaint) -> None:
        key = _field_of(complaint)
        self.form.focus(key if key in self.form.fields else "title")

    def _stored(self) -> dict[str, str]:
        pack, language = self.draft.pack, self.form.value("language")
        texts = {name: getattr(getattr(pack, name), language) for name in TEXTS}
        clauses = "; ".join(clause_read(clause) for clause in pack.clauses)
        return {**texts, "binding": pack.binding, "clauses": clauses}

    def _says(self, key: str, stored: str) -> bool:
        """Whether what is typed means what is stored: then it stays as it is typed, spaces and all."""
        typed = self.form.value(key)
        if key == "clauses":
            return bool(typed) and _clauses(typed) == _clauses(stored)
        return bool(_cleaned(key, typed) == stored) if key in TEXTS else typed == stored

    @Slot(str)
    def _on_edited(self, key: str) -> None:
        pack, values = self.draft.pack, self.form.values()
        if key == "language":
            self.reload()
        elif key in TEXTS:
            text = msgspec.structs.replace(getattr(pack, key), **{values["language"]: _cleaned(key, values[key])})
            self.draft.change(msgspec.structs.replace(pack, **{key: text}), f"{key} {values['language']}")
        elif key == "clauses":
            self.draft.change(msgspec.structs.replace(pack, clauses=_clauses(values[key])), key)
        else:
            self.draft.change(with_binding(pack, values["binding"]))


def _clauses(text: str) -> tuple[str, ...]:
    return tuple(clause_written(part) for part in text.split(";") if part.strip())


def _cleaned(key: str, typed: str) -> str:
    return clean_name(typed) if key in ("title", "document") else clean_text(typed)


def _field_of(complaint: Complaint) -> str:
    return str(complaint.path[1] if complaint.path[0] == "regulation" else complaint.path[0])
