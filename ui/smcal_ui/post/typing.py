"""What was typed and is not stored yet. It waits here until it is, whatever is shown meanwhile."""

from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from smcal.errors import SmcalError
from smcal.planning.refusal import Refused
from smcal.store.changes import Area
from smcal.words import N_
from smcal_ui.desk import Desk

PAUSE = 2000  # ms without typing after which a field is stored (3.4 of the storage design)
AGAIN = 5000  # ms after which storing is tried again


class Target(NamedTuple):
    """What a field belongs to: a post, or a file in one."""

    area: Area
    id: str


LABELS = {Area.POSTS: N_("Edit a post"), Area.ATTACHMENTS: N_("Edit a file")}


class Typing(QObject):
    """Stores fields two seconds after the last key or at once. Typing in one field is one step to undo."""

    stored = Signal(object, str)  # Target, name of the field: the store may have tidied the value
    troubled = Signal(str)  # why what was typed could not be stored; "" when all is stored again
    refused = Signal(str)  # why the calendar does not take this value: the field should show the old one

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._waiting: dict[tuple[Target, str], Any] = {}
        self._trouble = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.save)

    @property
    def trouble(self) -> str:
        """Why something could not be stored, "" when nothing waits for that."""
        return self._trouble

    def note(self, target: Target, name: str, value: Any) -> None:
        """Keep what is being typed; it is stored after a pause."""
        self._waiting[(target, name)] = value
        self._pause.start(PAUSE)

    def waiting(self, target: Target) -> dict[str, Any]:
        """What was typed for one post or file and is not stored yet, by field."""
        return {name: value for (of, name), value in self._waiting.items() if of == target}

    def texts(self) -> list[str]:
        """The texts that are not stored yet, for rescuing them."""
        return [value for value in self._waiting.values() if isinstance(value, str) and value]

    @Slot()
    def save(self) -> bool:
        """Store everything now; False while something could not be stored: it stays here and is tried again."""
        self._pause.stop()
        trouble = ""
        for (target, name), value in list(self._waiting.items()):
            trouble = self._store(target, name, value) or trouble
        if trouble:
            self._pause.start(AGAIN)
        if trouble != self._trouble:
            self._trouble = trouble
            self.troubled.emit(trouble)
        return not self._waiting

    def settle(self) -> bool:
        """Store everything, and end the step: what comes next is one of its own."""
        stored = self.save()
        self._desk.undo_stack.settle()
        return stored

    def _store(self, target: Target, name: str, value: Any) -> str:
        """The reason why it could not be stored, or ""."""
        from smcal_ui.post.storing import store_field  # after the first paint

        desk = self._desk
        try:
            desk.attempt(
                LABELS[target.area],
                lambda work: store_field(work, target.area, target.id, name, value, desk),
                merge_key=(target.id, name),
            )
        except Refused as error:
            del self._waiting[(target, name)]
            self.refused.emit(str(error))
        except SmcalError as error:
            return str(error)
        else:
            self._waiting.pop((target, name), None)
            self.stored.emit(target, name)
        return ""
