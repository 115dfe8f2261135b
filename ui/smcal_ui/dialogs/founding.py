"""Makes the workspace of a new branch from what was typed at the first start."""

import re
from pathlib import Path

import msgspec

from smcal.model import Network, Person, Role, new_id
from smcal.planning.setup import NewBranch, NewPage, found
from smcal.store import Settings, Workspace
from smcal.text import clean_file_name
from smcal.words import N_, _
from smcal.worktime import Hours


class Founding(msgspec.Struct, frozen=True, kw_only=True):
    """A branch to be made."""

    settings: Settings
    branch: str
    hours: Hours  # when the branch is open
    curator_hours: Hours  # when plans are taken
    pages: tuple[tuple[Network, str, str], ...] = ()  # network, title, link
    coordinator: str = ""


class Founded(msgspec.Struct, frozen=True):
    """A workspace that was made and closed again, and the coordinator in it."""

    path: Path
    person_id: str | None


def make_workspace(path: Path, founding: Founding) -> Founded:
    """Make the file with its branch, pages, hours and coordinator; after an error nothing is left behind.

    Raises SmcalError with one clear line, OSError where the folder cannot be made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    person = Person(id=new_id(), name=founding.coordinator, role=Role.COORDINATOR) if founding.coordinator else None
    workspace = Workspace.create(path, founding.settings)
    try:
        with workspace, workspace.work(N_("Make the branch")) as work:
            if person:
                work.put(person)
            pages = tuple(
                NewPage(network, title, link, person.id if person else None) for network, title, link in founding.pages
            )
            found(work, [NewBranch(founding.branch, pages, founding.hours)], founding.curator_hours)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return Founded(path, person.id if person else None)


def make_sample_in(folder: Path, regulation: str) -> Founded:
    """Make the sample library of a regulation anew, around today, in a file of its own. Raises SmcalError, OSError."""
    from smcal.sample import make_sample  # draws pictures: only when somebody wants to see it

    folder.mkdir(parents=True, exist_ok=True)
    path = free_path(folder, _("Sample library"))
    make_sample(path, regulation).close()
    return Founded(path, None)


def newest_sample(folder: Path) -> Path | None:
    """The sample library that was used last in a folder, if there is one."""
    stem = Path(file_name(_("Sample library"))).stem
    numbered = re.compile(rf"{re.escape(stem)}( \d+)?\.smcal")
    there = [path for path in folder.glob("*.smcal") if numbered.fullmatch(path.name)]
    return max(there, key=lambda path: path.stat().st_mtime, default=None)


def file_name(branch: str) -> str:
    """A name for the file of a branch that every system takes, as in «Библиотека № 3.smcal»."""
    return clean_file_name(re.sub(r"[/\\]", " ", branch), ".smcal")


def free_path(folder: Path, branch: str) -> Path:
    """Where the file of a branch can lie without touching one that is there."""
    wanted = folder / file_name(branch)
    number, path = 2, wanted
    while path.exists():
        path = wanted.with_name(f"{wanted.stem} {number}.smcal")
        number += 1
    return path
