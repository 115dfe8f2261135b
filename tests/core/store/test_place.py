"""Places where files get lost are told, and refused where that is certain."""

from pathlib import Path

import pytest

from smcal.store import NoSuchFile, UnsafePlace, Workspace
from smcal.store.place import Place, PlaceKind, mounted_on, place_of
from tests.library import SETTINGS

MOUNTS = """\
sysfs /sys sysfs rw 0 0
/dev/sda1 / ext4 rw 0 0
server:/plans /mnt/our\\040plans nfs4 rw 0 0
/dev/sdb1 /mnt/our\\040plans/here ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "system"),
    [
        ("/home/anna", "ext4"),
        ("/mnt/our plans", "nfs4"),
        ("/mnt/our plans/2026", "nfs4"),
        ("/mnt/our plans/here/x", "ext4"),
        ("/mnt/our plans too", "ext4"),
    ],
)
def test_the_longest_mount_point_decides(folder: str, system: str) -> None:
    assert mounted_on(folder, MOUNTS) == system


def test_an_ordinary_folder_is_local(tmp_path: Path) -> None:
    assert place_of(tmp_path / "plan.smcal") == Place(PlaceKind.LOCAL)


@pytest.mark.parametrize("marker", [".stfolder", ".dropbox"])
def test_a_synchronised_folder_is_refused_unless_one_insists(tmp_path: Path, marker: str) -> None:
    (tmp_path / marker).mkdir()
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / "plan.smcal"
    with pytest.raises(UnsafePlace, match="synchronises"):
        Workspace.create(path, SETTINGS)
    assert not path.exists()
    Workspace.create(path, SETTINGS, anywhere=True).close()
    with pytest.raises(UnsafePlace):
        Workspace.open(path)
    Workspace.open(path, read_only=True).close()


def test_a_folder_that_only_sounds_like_it_is_a_warning(tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive - Библиотека"
    folder.mkdir()
    with Workspace.create(folder / "plan.smcal", SETTINGS) as workspace:
        assert workspace.place == Place(PlaceKind.CLOUD, "OneDrive", certain=False)


def test_a_missing_folder_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFile, match="no folder"):
        Workspace.create(tmp_path / "none" / "plan.smcal", SETTINGS)
    assert not (tmp_path / "none").exists()
