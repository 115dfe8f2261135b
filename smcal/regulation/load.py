"""Reads packs, those that ship with smcal and a library's own, and says what is wrong with a broken one."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from smcal.errors import UnreadableFile, WrongUse
from smcal.files import resources
from smcal.reasons import reason_of
from smcal.regulation.complaint import Complaint
from smcal.regulation.lines import Path as KeyPath
from smcal.regulation.lines import dotted, key_lines, line_of
from smcal.regulation.lint import all_contradictions, contradictions
from smcal.regulation.pack import FORMAT, Heading, Pack
from smcal.regulation.parse import Fault, decoded, parsed
from smcal.words import _

LARGEST = 1024 * 1024
"""Bytes of a pack; ours have 10,000."""


def pack_ids() -> tuple[str, ...]:
    """The regulations that ship with smcal, by their identifiers."""
    return tuple(sorted(path.stem for path in _folder().glob("*.toml")))


def load_pack(id_or_path: str | Path) -> Pack:
    """The pack of that identifier, or in that file (anything with a slash, or ending in .toml).

    Raises `WrongUse` for an unknown identifier and for a missing file, `UnreadableFile` for a broken one with
    "FILE:LINE: KEY: what was expected".
    """
    path = _find(str(id_or_path))
    return read_pack(_bytes(path), str(path))


def pack_text(id_or_path: str | Path) -> str:
    """The same pack as it is written, comments and all; raises what `load_pack` raises."""
    path = _find(str(id_or_path))
    raw = _bytes(path)
    read_pack(raw, str(path))
    return decoded(raw, str(path))


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise WrongUse(_("There is no regulation file {path}.").format(path=path)) from None
    except OSError as error:
        raise UnreadableFile(_("{path} cannot be read: {cause}").format(path=path, cause=reason_of(error))) from None
    if len(raw) > LARGEST:
        text = _("too large for a regulation: {most} KB at most")
        raise UnreadableFile(Fault(1, "", text.format(most=LARGEST // 1024)).told(str(path)))
    return raw


def read_pack(raw: bytes, name: str) -> Pack:
    """The pack written in these bytes; `name` is what the file is called in messages."""
    return _read(raw, name, contradictions)


def checked_pack(raw: bytes, name: str) -> Pack:
    """The same, refused for all that `lint_pack` would tell: for a pack that is to be kept."""
    return _read(raw, name, all_contradictions)


def _read(raw: bytes, name: str, wrong: Callable[[Pack], Iterator[Complaint]]) -> Pack:
    text = decoded(raw, name)
    try:
        pack = _converted(parsed(text, name))
        for complaint in wrong(pack):
            raise complaint
    except Complaint as complaint:
        raise UnreadableFile(_fault(complaint, key_lines(text)).told(name)) from None
    return pack


def lint_pack(path: str | Path) -> tuple[Fault, ...]:
    """Everything wrong with a regulation file, by lines; empty when it can be used.

    Slower and stricter than reading a pack: it asks the calendar library whether the country is known. Raises what
    `load_pack` raises for a file that is missing or too large, is no text, or no TOML.
    """
    text = decoded(_bytes(Path(path)), str(path))
    document, lines = parsed(text, str(path)), key_lines(text)
    try:
        pack = _converted(document)
    except Complaint as complaint:
        return _faults([complaint, *_misfits(document)] if complaint.path[1:] != ("format",) else [complaint], lines)
    return _faults(list(all_contradictions(pack)), lines)


def _faults(complaints: list[Complaint], lines: dict[KeyPath, int]) -> tuple[Fault, ...]:
    return tuple(sorted({_fault(complaint, lines) for complaint in complaints}))


def _fault(complaint: Complaint, lines: dict[KeyPath, int]) -> Fault:
    return Fault(line_of(complaint.path, lines), dotted(complaint.path), complaint.expected)


def _folder() -> Path:
    return resources() / "regulations"


def _find(wanted: str) -> Path:
    if wanted in pack_ids():
        return _folder() / f"{wanted}.toml"
    if wanted.endswith(".toml") or "/" in wanted or "\\" in wanted:
        return Path(wanted)
    known = ", ".join(pack_ids())
    raise WrongUse(_("There is no regulation “{name}”. Known are: {known}.").format(name=wanted, known=known))


def _converted(document: dict[str, Any]) -> Pack:
    heading = document.get("regulation")
    if not isinstance(heading, dict):
        raise Complaint(("regulation",), _("the section is missing"))
    _check_format(heading.get("format", FORMAT))
    body = {key: value for key, value in document.items() if key != "regulation"}
    try:
        if not set(body) & set(Heading.__struct_fields__) and set(heading) <= set(Heading.__struct_fields__):
            return msgspec.convert({**heading, **body}, Pack)
    except msgspec.ValidationError:
        pass  # the next line knows its key
    raise _misfits(document)[0]


def _misfits(document: dict[str, Any]) -> list[Complaint]:
    from smcal.regulation.shape import misfits  # packs that are right start the window: they need none of it

    return list(misfits(document))


def _check_format(format: object) -> None:
    """Before anything else: what a newer smcal knows is no mistake of the pack."""
    if isinstance(format, int) and format > FORMAT:
        text = _("this pack is made for a newer smcal (format {theirs}, this one knows {ours})")
        raise Complaint(("regulation", "format"), text.format(theirs=format, ours=FORMAT))
