"""What else a draft can begin with: a copy under a name of its own, a kept version, a file."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from smcal.errors import SmcalError
from smcal.planning.rules import own_id
from smcal.reasons import reason_of
from smcal.regulation import Pack, load_pack, pack_ids, pack_text, read_pack
from smcal.regulation.load import lint_pack
from smcal.regulation.own import own_copy
from smcal.words import _
from smcal_ui.desk import Desk
from smcal_ui.rules.draft import Draft
from smcal_ui.rules.files import FaultsDialog
from smcal_ui.rules.name import ask_name
from smcal_ui.rules.versions import Version
from smcal_ui.rules.wording import edition


class NotTaken(SmcalError):
    """A file could not be taken; the draft stays."""


def copy_shown(desk: Desk, draft: Draft, parent: QWidget) -> None:
    """Ask for a name, and go on with a copy of what is shown."""
    library, title = desk.workspace.settings().library, draft.pack.title.within(draft.pack.language)
    name = ask_name(f"{title}: {library}" if library else title, parent)
    if name:
        take_copy(desk, draft, draft.pack, name)


def take_copy(desk: Desk, draft: Draft, pack: Pack, name: str) -> None:
    """Go on with a copy of a regulation, which is the library's own."""
    with desk.read() as reader:
        id = own_id(pack, reader.kept_packs())
    draft.change(own_copy(pack, id, name))


def take_version(draft: Draft, version: Version) -> None:
    """Go on from a version as it was kept."""
    text = version.kept.toml if version.kept else pack_text(version.pack.id)
    draft.take(draft.state._replace(pack=version.pack, text=text))


def take_file(desk: Desk, draft: Draft, path: Path, parent: QWidget) -> str:
    """Go on with what a file says, and tell so; "" where nothing was taken, which has been told.

    A broken file is told fault by fault. Raises NotTaken for one that cannot be read at all.
    """
    raw = _read(path, parent)
    if raw is None:
        return ""
    pack = read_pack(raw, str(path))
    if _borrows_a_name(pack):
        name = ask_name(pack.title.within(pack.language), parent)
        if not name:
            return ""
        take_copy(desk, draft, pack, name)
    else:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
        draft.take(draft.state._replace(pack=pack, text=text))
    told = _("{edition} was taken from the file. It is not in force yet: look at it first.")
    return told.format(edition=edition(draft.pack))


def _read(path: Path, parent: QWidget) -> bytes | None:
    """What a sound file holds; None after its faults were shown."""
    try:
        faults = lint_pack(path)
        if not faults:
            return path.read_bytes()
    except (SmcalError, OSError) as error:
        cause = f"{path}: {reason_of(error)}." if isinstance(error, OSError) else str(error)
        raise NotTaken(f"{cause} {_('The regulation in use stays as it is.')}") from None
    FaultsDialog(path, faults, parent).exec()
    return None


def _borrows_a_name(pack: Pack) -> bool:
    """Whether it calls itself one that ships with smcal, and says something else."""
    return pack.id in pack_ids() and pack != load_pack(pack.id)
