"""Places where files get lost are told, and refused where that is certain."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from smcal.store import NoRights, NoSuchFile, UnsafePlace, Workspace, back_up, making  # noqa: F401  # loaded while we still may read it
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


@pytest.fixture
def somebody_else() -> Iterator[Callable[[], None]]:
    """Become a user without rights when called; needs root."""
    if os.name != "posix" or os.getuid():
        pytest.skip("left out: needs root (to become somebody else)")
    yield lambda: os.seteuid(65534)
    os.seteuid(0)


@pytest.mark.parametrize("below", ["plan.smcal", "deeper/plan.smcal"])
@pytest.mark.parametrize(
    "act",
    [
        Workspace.open,
        lambda path: Workspace.open(path, read_only=True),
        back_up,
        lambda path: Workspace.create(path, SETTINGS),
    ],
)
def test_f11_a_file_in_a_folder_of_somebody_else_is_named_itself(
    made: Path, below: str, act: Callable[[Path], object], somebody_else: Callable[[], None]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        closed = Path(folder) / "closed"
        (closed / "deeper").mkdir(parents=True)
        plan = Path(shutil.copy(made, closed / below))
        Path(folder).chmod(0o755)
        closed.chmod(0o700)
        somebody_else()
        try:
            with pytest.raises(NoRights) as caught:
                act(plan)
        finally:
            os.seteuid(0)
    assert str(caught.value).startswith(f"{plan} cannot be read (access is denied)")
