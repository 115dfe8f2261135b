"""Closing a workspace: what changed is backed up and checked, with a word about it when that takes a while."""

from smcal.errors import SmcalError
from smcal.store import Workspace
from smcal.words import _, inside
from smcal_ui.shell.waiting import wait_with_message
from smcal_ui.tasks import Worker


def close_with_message(workspace: Workspace, executor: Worker, *, backup: bool = True) -> str:
    """Close a workspace, backed up unless told otherwise; returns what went wrong with the backup, or ""."""
    text = _("Backing up “{name}”…").format(name=inside(workspace.path.stem))
    try:
        wait_with_message(lambda: workspace.close(backup=backup), text, executor)
    except SmcalError as error:
        return _("The calendar is saved, but it could not be backed up. {reason}").format(reason=error)
    return ""
