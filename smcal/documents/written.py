"""What a writer hands back, and how it fails."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from smcal import atomic
from smcal.errors import SmcalError
from smcal.reasons import reason_of
from smcal.words import _


class NotWritten(SmcalError):
    """The document could not be put in its place. What stood there before stands there still."""


class Cancelled(SmcalError):
    """Somebody stopped the writing. What stood there before stands there still."""


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """A finished document."""

    path: Path
    replaced: tuple[str, ...] = ()  # characters that no font on this computer has, as in "U+1F4DA BOOKS"


@contextmanager
def target(path: Path) -> Iterator[Path]:
    """A name to write to; a clean exit puts the file at `path`, anything else leaves the old one as it was."""
    try:
        with atomic.staged(path) as part:
            part.touch()  # says at once, and before any work, that a folder is missing or may not be written to
            yield part
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise NotWritten(
                _("The disk is full, {path} was not written. Free some space on it and try again.").format(path=path)
            ) from error
        raise NotWritten(
            _(
                "“{path}” could not be written ({reason}). Nothing was changed: "
                "close the file where it is open, or choose another name or folder."
            ).format(path=path, reason=reason_of(error))
        ) from error
