"""Gets a file ready to be worked on: what may be opened, what a crash left behind, what must be upgraded first."""

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from smcal.errors import SmcalError
from smcal.store.connect import connect
from smcal.store.errors import AlreadyThere, NoSuchFile, UnsafePlace, out_of_reach
from smcal.store.folders import backup_folder, media_folder
from smcal.store.identity import FORMAT, check_identity, uses_wal
from smcal.store.place import Place, PlaceKind, place_of
from smcal.words import _

if TYPE_CHECKING:
    from smcal.store.upgrade import UpgradedCopy


def refuse_namesake(path: Path) -> None:
    """Raise AlreadyThere where a workspace lies whose folders of files and backups would be those of `path`."""
    for other in path.parent.iterdir():
        if other.stem == path.stem and other != path and _is_workspace(other):
            raise AlreadyThere(
                _(
                    "{other} lies there already and would share its files and backups with {path}. "
                    "Nothing was made; choose another name."
                ).format(other=other, path=path)
            )


def _is_workspace(path: Path) -> bool:
    try:
        return check_identity(path) <= FORMAT
    except SmcalError:
        return False


def safe_place(path: Path, anywhere: bool) -> Place:
    """What is known of the place. Raises UnsafePlace where files certainly get lost, unless `anywhere`; NoRights."""
    try:
        there = path.absolute().parent.is_dir()
        path.exists()  # raises where one may not look into the folder
    except OSError as error:
        raise out_of_reach(error, path) from error
    if not there:
        raise NoSuchFile(
            _("There is no folder {folder}. Nothing was made; check the name.").format(folder=path.absolute().parent)
        )
    place = place_of(path)
    if place.kind is PlaceKind.LOCAL or not place.certain or anywhere:
        return place
    raise UnsafePlace(unsafe_words(path, place))


def unsafe_words(path: Path, place: Place) -> str:
    """One line that says why a place is no good; also a warning for places that only look so."""
    if place.kind is PlaceKind.NETWORK:
        return _(
            "{path} lies on a network drive ({by}), where plans get lost. Nothing was changed; "
            "move it to this computer."
        ).format(path=path, by=place.by)
    return _(
        "{path} lies in a folder that {by} synchronises, where plans get lost. Nothing was changed; "
        "move it to another folder."
    ).format(path=path, by=place.by)


def ready_to_read(path: Path) -> "UpgradedCopy | None":
    """Check the file; of an older one a copy in the newest format is read, for reading changes nothing."""
    if check_identity(path) == FORMAT:
        return None
    from smcal.store.upgrade import UpgradedCopy  # alembic is slow to import: only for old files

    return UpgradedCopy(path)


def ready_to_write(path: Path) -> None:
    """Check the file, remove what an interrupted smcal left beside it, and upgrade an older one. The lock is ours."""
    version = check_identity(path)
    remove_leftovers(path)
    if uses_wal(path):
        with closing(connect(path, writing=True)):  # another tool left it so; connecting sets it back
            pass
    if version < FORMAT:
        from smcal.store.upgrade import upgrade  # alembic is slow to import: only for old files

        upgrade(path)


def remove_leftovers(path: Path) -> None:
    """Unfinished copies of ours, never a journal: SQLite needs it to mend what a crash interrupted."""
    media, backups = media_folder(path), backup_folder(path)
    places = ((path.parent, f".{path.name}."), (backups, "."), (media, "."))
    for folder, start in places:
        if folder.is_dir():
            for part in folder.glob(f"{start}*.part*"):
                part.unlink(missing_ok=True)
