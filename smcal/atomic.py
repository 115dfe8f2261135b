"""Writes a file so that a reader, a crash or a full disk finds the old one or the new one, never a half."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)  # seconds
_HELD_BY_ANOTHER = frozenset({5, 32, 33})  # ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION


def write_bytes(path: Path, content: bytes) -> None:
    """Put `content` at `path`, wholly or not at all. Raises OSError; then what stood there stands there still."""
    with staged(path) as part:
        part.write_bytes(content)


@contextmanager
def staged(path: Path) -> Iterator[Path]:
    """Give a name beside `path` to write to; a clean exit puts it in place, an error removes it."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield part
        sync(part)
        replace(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def replace(source: Path, target: Path) -> None:
    """Rename over `target` and make the rename last; waits up to 2.5 s while Windows says that another holds it."""
    for pause in (*_PAUSES, None):
        try:
            source.replace(target)
            break
        except OSError as error:
            if pause is None or getattr(error, "winerror", None) not in _HELD_BY_ANOTHER:
                raise
            time.sleep(pause)
    sync_folder(target.parent)


def sync(path: Path) -> None:
    """Make a file's content reach the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make renames in a folder last, where the platform can (Windows has no such call)."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
