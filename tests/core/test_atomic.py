"""Files are written wholly or not at all."""

import errno
from pathlib import Path

import pytest

from smcal.atomic import replace, staged, write_bytes


def test_a_file_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "plan.csv"
    target.write_bytes(b"old")
    write_bytes(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_an_error_keeps_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "plan.csv"
    target.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError), staged(target) as part:
        part.write_bytes(b"half")
        _ = 1 / 0
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


class _HeldPath(type(Path())):
    """A file that Windows says is in use for the first `times` tries; simulated, for this is no Windows."""

    times = 0

    def replace(self, target: Path) -> Path:
        if _HeldPath.times > 0:
            _HeldPath.times -= 1
            error = OSError(errno.EACCES, "in use")
            error.winerror = 32
            raise error
        return Path(self).replace(target)


def test_f83_a_file_held_by_another_program_is_waited_for(tmp_path: Path) -> None:
    source, target = _HeldPath(tmp_path / "new"), tmp_path / "old"
    source.write_bytes(b"new")
    target.write_bytes(b"old")
    _HeldPath.times = 2
    replace(source, target)
    assert target.read_bytes() == b"new"


def test_f83_other_errors_are_not_waited_for(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        replace(tmp_path / "none", tmp_path / "target")
