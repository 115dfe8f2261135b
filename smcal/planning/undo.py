"""Undo and redo: a stack of change sets; one gesture is one step."""

import msgspec

from smcal.store.changes import Area, ChangeSet


class UndoStack:
    """The steps of this sitting. Typing in one field folds into one step by its merge key.

    A regulation that was kept is no part of a step: it stays when the step is taken back.
    """

    def __init__(self, limit: int = 500) -> None:
        self._done: list[tuple[ChangeSet, object]] = []
        self._undone: list[ChangeSet] = []
        self._limit = limit

    def push(self, changes: ChangeSet, merge_key: object = None) -> None:
        """Take a committed step; a step that changes nothing is none."""
        changes = _without_kept_packs(changes)
        if not changes:
            return
        self._undone.clear()
        if merge_key is not None and self._done and self._done[-1][1] == merge_key:
            folded = self._done.pop()[0].then(changes)
            if folded:
                self._done.append((folded, merge_key))
            return
        self._done.append((changes, merge_key))
        del self._done[: -self._limit]

    def undo_step(self) -> ChangeSet | None:
        """What to apply to take the last step back, or None."""
        return self._done[-1][0].inverse() if self._done else None

    def undone(self) -> None:
        """The last step has been taken back."""
        self._undone.append(self._done.pop()[0])

    def redo_step(self) -> ChangeSet | None:
        """What to apply to do the last undone step again, or None."""
        return self._undone[-1] if self._undone else None

    def redone(self) -> None:
        """The last undone step has been done again."""
        self._done.append((self._undone.pop(), None))

    def settle(self) -> None:
        """End folding: what comes next is a step of its own."""
        if self._done:
            self._done[-1] = (self._done[-1][0], None)

    @property
    def undo_label(self) -> str | None:
        """The label of the step that undo would take back."""
        return self._done[-1][0].label if self._done else None

    @property
    def redo_label(self) -> str | None:
        """The label of the step that redo would do again."""
        return self._undone[-1].label if self._undone else None


def _without_kept_packs(changes: ChangeSet) -> ChangeSet:
    """Papers that went out and the history name a regulation by its version: no other text may get that number."""
    rest = tuple(change for change in changes.changes if change.area is not Area.PACKS)
    return msgspec.structs.replace(changes, changes=rest)
