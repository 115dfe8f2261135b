"""What this computer remembers of its user: language, scheme, the workspace last open, who works here."""

import os
import sys
from pathlib import Path
from typing import Literal

import msgspec

from smcal.atomic import write_bytes


class Preferences(msgspec.Struct, frozen=True):
    """Choices of one user on one computer; all of them may be missing."""

    language: str = ""  # "" follows the system
    theme: str = ""  # "" follows the system, else "light" or "dark"
    scale: Literal["", "1.1", "1.25", "1.5"] = ""  # so many times as large as the system asks for
    workspace: str = ""  # path of the one last open
    recent: tuple[str, ...] = ()
    people: dict[str, str] = {}  # workspace id -> person who works here
    weeks: dict[str, str] = {}  # workspace id -> Monday of the week last shown

    def remembering(self, path: Path) -> "Preferences":
        """With a workspace as the one last open."""
        name = str(path)
        recent = (name, *(other for other in self.recent if other != name))[:8]
        return msgspec.structs.replace(self, workspace=name, recent=recent)


def folder() -> Path:
    """The user's folder for smcal's preferences."""
    if sys.platform == "linux":  # as platformdirs has it, without what it brings into the start
        home = Path(os.environ.get("XDG_CONFIG_HOME", "").strip())
        return (home if home.is_absolute() else Path.home() / ".config") / "smcal"
    from platformdirs import user_config_path  # only when the window or a command starts

    return user_config_path("smcal", appauthor=False)


def data_folder() -> Path:
    """The user's folder for workspaces, unless told otherwise."""
    from platformdirs import user_data_path

    return user_data_path("smcal", appauthor=False)


def load(path: Path) -> tuple[Preferences, list[str]]:
    """Read preferences; what is unknown or of a wrong type is named and left out, never fatal."""
    try:
        stored = msgspec.json.decode(path.read_bytes(), type=dict[str, object])
    except FileNotFoundError:
        return Preferences(), []
    except (OSError, msgspec.MsgspecError) as error:
        return Preferences(), [str(error)]
    kept, ignored = {}, []
    types = {field.name: field.type for field in msgspec.structs.fields(Preferences)}
    for key, value in stored.items():
        try:
            kept[key] = msgspec.convert(value, types[key])
        except (KeyError, msgspec.ValidationError):
            ignored.append(key)
    return Preferences(**kept), ignored


def save(path: Path, preferences: Preferences) -> None:
    """Write preferences; the old file stays until the new one is whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_bytes(path, msgspec.json.format(msgspec.json.encode(preferences)))
