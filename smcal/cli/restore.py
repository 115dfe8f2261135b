"""smcal restore: put a backup in the place of a workspace."""

from pathlib import Path
from typing import Annotated

import typer

from smcal.cli.options import Json, Workspace_, path_of
from smcal.cli.output import emit
from smcal.errors import WrongUse
from smcal.store import restore as put_back
from smcal.store.errors import AnotherWorkspace
from smcal.words import N_, _

Backup = Annotated[Path, typer.Argument(metavar="BACKUP", parser=path_of, help=N_("the copy to restore"))]


Other = Annotated[bool, typer.Option("--other", help=N_("restore even a copy of another workspace"))]


def register(app: typer.Typer) -> None:
    """Add `smcal restore`."""
    app.command("restore", help=_("Put a backup in the place of a workspace."))(restore)


def restore(file: Workspace_, backup: Backup, other: Other = False, json: Json = False) -> None:
    """Restore a checked backup; what stood there before is kept beside it."""
    try:
        kept = put_back(file, backup, other=other)
    except AnotherWorkspace as error:
        raise WrongUse(_("{said} If it is meant, add --other.").format(said=error)) from None
    answer = {"file": str(file), "backup": str(backup), "kept": str(kept) if kept else None}
    lines = [_("Restored {file} from {backup}.").format(file=file, backup=backup)]
    if kept:
        lines.append(_("What stood there before is kept as {kept}.").format(kept=kept))
    emit(json, answer, lines)
