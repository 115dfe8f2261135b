"""What the operating system means by an error, in the language in use: its own words come in the system's."""

import errno

from smcal.words import N_, _

_MEANINGS = {
    errno.EACCES: N_("access is denied"),
    errno.EPERM: N_("access is denied"),
    errno.ENOENT: N_("there is no such file or folder"),
    errno.EISDIR: N_("it is a folder"),
    errno.ENOTDIR: N_("a part of its path is no folder"),
    errno.EEXIST: N_("something of that name is there already"),
    errno.ENOTEMPTY: N_("the folder is not empty"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EROFS: N_("the disk may only be read"),
    errno.EFBIG: N_("the file would be too large"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.EINVAL: N_("the name cannot be used here"),
    errno.EBUSY: N_("another program is using it"),
    errno.EIO: N_("the disk does not answer"),
    errno.ENXIO: N_("the disk does not answer"),
    errno.EMFILE: N_("too many files are open"),
    errno.ENFILE: N_("too many files are open"),
    errno.ENOMEM: N_("there is not enough memory"),
    errno.ELOOP: N_("its links lead in a circle"),
}
_HELD_BY_ANOTHER = frozenset({32, 33})  # ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION: Windows calls them no access


def reason_of(error: OSError) -> str:
    """A few words without a full stop; the number of an error that has none of ours."""
    if getattr(error, "winerror", None) in _HELD_BY_ANOTHER:
        return _("another program is using it")
    if error.errno in _MEANINGS:
        return _(_MEANINGS[error.errno])
    return _("error {number} of the system").format(number=error.errno) if error.errno else str(error)
