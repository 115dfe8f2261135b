"""The workspace file: opening, reading, units of work, change sets, media and backups."""

from typing import TYPE_CHECKING

from smcal.later import later
from smcal.store.changes import Area, Change, ChangeSet, Value
from smcal.store.errors import (
    AlreadyThere,
    Busy,
    Conflict,
    Damaged,
    DiskFull,
    FileGone,
    NewerFile,
    NoRights,
    NoSuchFile,
    NotAWorkspace,
    NotSupported,
    OpenElsewhere,
    ReadOnly,
    StillNeeded,
    UnsafePlace,
    UpgradeFailed,
)
from smcal.store.place import Place, PlaceKind
from smcal.store.reader import Reader
from smcal.store.settings import Settings, settings_to_rows
from smcal.store.workspace import Workspace

if TYPE_CHECKING:
    from smcal.store.backup import BackupInfo, back_up, find_backups, restore
    from smcal.store.history import FieldChange, HistoryEntry
    from smcal.store.media import MediaStore
    from smcal.store.work import Work
else:
    __getattr__ = later(
        __name__,
        {
            "backup": ("BackupInfo", "back_up", "find_backups", "restore"),
            "history": ("FieldChange", "HistoryEntry"),
            "media": ("MediaStore",),
            "work": ("Work",),
        },
    )

__all__ = [
    "AlreadyThere",
    "Area",
    "BackupInfo",
    "Busy",
    "Change",
    "ChangeSet",
    "Conflict",
    "Damaged",
    "DiskFull",
    "FieldChange",
    "FileGone",
    "HistoryEntry",
    "MediaStore",
    "NewerFile",
    "NoRights",
    "NoSuchFile",
    "NotAWorkspace",
    "NotSupported",
    "OpenElsewhere",
    "Place",
    "PlaceKind",
    "ReadOnly",
    "Reader",
    "Settings",
    "StillNeeded",
    "UnsafePlace",
    "UpgradeFailed",
    "Value",
    "Work",
    "Workspace",
    "back_up",
    "find_backups",
    "restore",
    "settings_to_rows",
]
