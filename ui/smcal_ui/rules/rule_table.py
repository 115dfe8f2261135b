"""The rules as a table: what each says in plain words, its clause, and how strict it is."""

from typing import NamedTuple

import msgspec
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent

from smcal.planning.rules import lacking
from smcal.regulation import Pack, Rule, Severity, clause_text
from smcal.regulation.complaint import Complaint
from smcal.regulation.names import NAMES, rule_about, rule_title
from smcal.words import N_, _, spoken
from smcal_ui.desk import Desk
from smcal_ui.post.fields import ChoiceField
from smcal_ui.rules.chapter import Chapter
from smcal_ui.rules.draft import Draft
from smcal_ui.rules.fault_lines import FieldFaults
from smcal_ui.rules.fields import ClauseField
from smcal_ui.rules.locking import lock
from smcal_ui.rules.wording import CHAPTER_OF, CHAPTERS, FIGURES, SECTIONS, SEVERITIES
from smcal_ui.widgets.form import Form, Row
from smcal_ui.widgets.labels import PlainLabel
from smcal_ui.widgets.table import Column, ValueTable

ORDER = tuple(SEVERITIES)
SIGNS = {Severity.REQUIRED: "●", Severity.RECOMMENDED: "○", Severity.OFF: "–"}
TINTS = {Severity.REQUIRED: "", Severity.RECOMMENDED: "", Severity.OFF: "faint"}
ROWS = (
    (
        Row("severity", N_("How strict"), lambda key: ChoiceField(key, [(s, _(n)) for s, n in SEVERITIES.items()])),
        Row("clause", N_("Clause"), ClauseField),
    ),
)


class RuleRow(NamedTuple):
    """One check as the draft has it; `lacks` is what it cannot do without."""

    id: str
    rule: Rule
    lacks: str | None

    @property
    def faulty(self) -> bool:
        """Whether it is on and cannot be."""
        return self.rule.severity is not Severity.OFF and self.lacks is not None


class RuleTable(ValueTable):
    """Space makes a rule stricter or laxer in its place; Enter goes to its fields."""

    turned = Signal(object, int)  # RuleRow, one step on or back

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and the arrows to the sides turn the rule."""
        steps = {Qt.Key.Key_Space: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and self.current() is not None:
            self.turned.emit(self.current(), step)
        else:
            super().keyPressEvent(event)


class RulesChapter(Chapter):
    """Every check that smcal has; those that the document does not ask for are off."""

    def __init__(self, desk: Desk, draft: Draft) -> None:
        super().__init__(desk, draft, _("Required keeps a plan from being handed in, recommended only advises."))
        self.table = RuleTable(
            _("Rules"),
            (
                Column(_("Rule"), lambda row: rule_title(row.id), wide=True),
                Column(_("Clause"), lambda row: clause_text(row.rule.clause, spoken()) if row.rule.clause else "–"),
                Column(_("How strict"), lambda row: f"{SIGNS[row.rule.severity]} {_(SEVERITIES[row.rule.severity])}"),
            ),
            _tint,
        )
        self.name = PlainLabel(role="strong", wrap=True)
        self.about = PlainLabel(role="quiet", wrap=True)
        self.form = Form(ROWS)
        self.faults = FieldFaults(self.form)
        self.column.addWidget(self.table, 1)
        for widget in (self.name, self.about, self.form):
            self.column.addWidget(widget)
        self.table.turned.connect(self._on_turned)
        self.table.chosen.connect(self._on_chosen)
        self.table.moved.connect(self._show_rule)
        self.form.edited.connect(self._on_edited)
        self.faults.clauseMeant.connect(self.add_clause)

    def reload(self) -> None:
        how = [_("Space or ← → changes it in place.")] if self.draft.own else []
        self.intro.setText(" ".join((_("Required keeps a plan from being handed in, recommended only advises."), *how)))
        self.table.show_values([rule_row(self.draft.pack, name) for name in NAMES])
        self._show_rule()

    def go_to(self, complaint: Complaint) -> None:
        for number, row in enumerate(self.table.values):
            if len(complaint.path) > 1 and row.id == complaint.path[1]:
                self.table.choose(number)
        self.form.focus(_field_of(complaint))

    @Slot()
    def _show_rule(self) -> None:
        row: RuleRow | None = self.table.current()
        if row is None:
            return
        self.name.setText(rule_title(row.id))
        self.about.setText(" ".join(filter(None, (rule_about(row.id), _needs(row)))))
        known = _severities(self.draft.pack, row.rule)
        self.form.fields["severity"].offer([(severity, _(SEVERITIES[severity])) for severity in known])  # type: ignore[attr-defined]
        self.form.show_values({"severity": row.rule.severity, "clause": row.rule.clause})
        severity, clause = self.form.fields["severity"].widget, self.form.fields["clause"].widget
        lock((severity,), not self.draft.own or (row.lacks is not None and not row.faulty))
        lock((clause,), not self.draft.own)
        self.faults.tell({_field_of(c): c for c in self.draft.flaws if _is_about(c, row.id)}, self.draft.pack)

    @Slot(object, int)
    def _on_turned(self, row: RuleRow, step: int) -> None:
        if not self.draft.own:
            self.copyWanted.emit()
        elif row.lacks is None or row.faulty:
            order = _severities(self.draft.pack, row.rule)
            severity = order[(order.index(row.rule.severity) + step) % len(order)]
            self._put(row.id, msgspec.structs.replace(row.rule, severity=severity))

    @Slot()
    def _on_chosen(self) -> None:
        if self.draft.own:
            self.form.focus("severity")
        else:
            self.copyWanted.emit()

    @Slot(str)
    def _on_edited(self, key: str) -> None:
        row: RuleRow | None = self.table.current()
        if row is not None:
            rule = msgspec.structs.replace(row.rule, **{key: self.form.value(key)})
            self._put(row.id, rule, f"{row.id} {key}" if key == "clause" else "")

    def _put(self, name: str, rule: Rule, key: str = "") -> None:
        pack = self.draft.pack
        if rule != rule_row(pack, name).rule:
            rules = {**pack.rules, name: rule}
            if rule.severity is Severity.OFF and not rule.clause:  # it is as if it were not there
                del rules[name]
            self.draft.change(msgspec.structs.replace(pack, rules=rules), key)


def _severities(pack: Pack, rule: Rule) -> list[Severity]:
    """What a rule can be: guidelines require nothing."""
    bound = pack.binding == "rules" or rule.severity is Severity.REQUIRED
    return [severity for severity in ORDER if bound or severity is not Severity.REQUIRED]


def rule_row(pack: Pack, name: str) -> RuleRow:
    """A check as a pack has it; one that it does not name is off, and rests on the clause of its section."""
    lacks = lacking(pack, name)
    return RuleRow(name, pack.rules.get(name) or Rule(severity=Severity.OFF, clause=_clause(pack, name)), lacks)


def _clause(pack: Pack, name: str) -> str:
    from smcal.regulation.checks import all_checks  # the checks themselves: once a chapter of rules is open

    section = getattr(pack, all_checks()[name].needs or "", None)
    return str(getattr(section, "clause", ""))


def _needs(row: RuleRow) -> str:
    if row.lacks is None:
        return ""
    chapter = _(CHAPTERS[CHAPTER_OF.get(row.lacks, FIGURES)])
    if row.lacks == "checklist":
        return _("It cannot be switched on yet: “{chapter}” has no point for it.").format(chapter=chapter)
    if row.lacks in CHAPTER_OF:
        return _("It cannot be switched on yet: the list “{chapter}” is empty.").format(chapter=chapter)
    text = _("It cannot be switched on yet: tick “{section}” in “{chapter}” first.")
    return text.format(section=_(SECTIONS[row.lacks]), chapter=chapter)


def _is_about(complaint: Complaint, rule: str) -> bool:
    return complaint.path[:2] == ("rules", rule)


def _field_of(complaint: Complaint) -> str:
    return "clause" if complaint.path[-1] == "clause" else "severity"


def _tint(value: object) -> str:
    assert isinstance(value, RuleRow)
    return "bad" if value.faulty else TINTS[value.rule.severity]
