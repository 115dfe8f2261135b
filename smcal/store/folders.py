"""Where the files of a workspace lie: NAME.media and NAME.backups beside NAME.smcal."""

from pathlib import Path


def media_folder(path: Path) -> Path:
    """The files of posts."""
    return path.with_name(f"{path.stem}.media")


def backup_folder(path: Path) -> Path:
    """The backups."""
    return path.with_name(f"{path.stem}.backups")
