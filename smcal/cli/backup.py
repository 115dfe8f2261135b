"""smcal backup: a checked copy of a workspace."""

import typer

from smcal.cli.options import Json, Workspace_
from smcal.cli.output import emit
from smcal.store import back_up
from smcal.words import _


def register(app: typer.Typer) -> None:
    """Add `smcal backup`."""
    app.command("backup", help=_("Make a checked copy of a workspace."))(backup)


def backup(file: Workspace_, json: Json = False) -> None:
    """Copy a workspace into its folder of backups and check the copy."""
    copy = back_up(file)
    answer = {"file": str(file), "backup": str(copy), "bytes": copy.stat().st_size}
    emit(json, answer, [_("Backed up and checked: {backup}").format(backup=copy)])
