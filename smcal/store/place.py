"""Tells whether files get lost in a folder: network drives and folders that another program synchronises."""

import os
import sys
from enum import StrEnum
from pathlib import Path

import msgspec

_NETWORK_SYSTEMS = frozenset(
    {
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "afs",
        "9p",
        "davfs",
        "fuse.sshfs",
        "fuse.rclone",
        "fuse.davfs",
        "fuse.davfs2",
    }
)
_MARKERS = {
    ".dropbox": "Dropbox",
    ".stfolder": "Syncthing",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
}
_NAMES = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "yandex.disk": "Yandex Disk",
    "yandexdisk": "Yandex Disk",
    "iclouddrive": "iCloud Drive",
    "com~apple~clouddocs": "iCloud Drive",
}


class PlaceKind(StrEnum):
    """Where a folder lies."""

    LOCAL = "local"
    NETWORK = "network"
    CLOUD = "cloud"


class Place(msgspec.Struct, frozen=True):
    """What is known about a folder. `certain` is False where only its name speaks."""

    kind: PlaceKind
    by: str = ""  # name of the service or of the file system
    certain: bool = True


def place_of(path: Path) -> Place:
    """Look at the folder that holds `path`, without touching anything."""
    folder = path.absolute().parent
    if network := _network(folder):
        return Place(PlaceKind.NETWORK, network)
    for above in (folder, *folder.parents):
        for marker, service in _MARKERS.items():
            if os.path.exists(above / marker):  # noqa: PTH110  # where one may not look, nothing is said
                return Place(PlaceKind.CLOUD, service)
    for above in (folder, *folder.parents):
        name = above.name.casefold()
        for start, service in _NAMES.items():
            if name == start or name.startswith(f"{start} - "):  # "OneDrive - City library"
                return Place(PlaceKind.CLOUD, service, certain=False)
    return Place(PlaceKind.LOCAL)


def _network(folder: Path) -> str:
    """The file system of a network drive, or nothing."""
    if sys.platform == "win32":
        import ctypes  # Windows alone has these calls

        drive = folder.anchor
        remote = drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(drive) == 4  # DRIVE_REMOTE
        return drive if remote else ""
    try:
        mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:  # no such list here
        return ""
    system = mounted_on(os.path.realpath(folder), mounts)
    return system if system in _NETWORK_SYSTEMS else ""


def mounted_on(folder: str, mounts: str) -> str:
    """The file system that holds a folder, by the text of /proc/mounts."""
    best, system = "", ""
    for line in mounts.splitlines():
        _device, point, kind, *_rest = line.split(" ")
        point = point.replace("\\040", " ")
        inside = folder == point or folder.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, system = point, kind
    return system
