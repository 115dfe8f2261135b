"""Keeps the translations in step with the source: python -m devtools.catalogue [--check] [--merge FILE...].

Without words it collects every text of smcal and smcal_ui, brings resources/locale/*/LC_MESSAGES/smcal.po up to date
and compiles it. --check writes nothing and lists what is wrong. --merge takes translations from other .po files too.
Every language says all of the core; a language that the window speaks says all of the window as well.
"""

import argparse
import io
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from string import Formatter
from zlib import crc32

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from devtools.sources import Text, misuses, texts
from devtools.typography import misspelt, set_well
from smcal.store.errors import OpenElsewhere
from smcal.store.lock import WorkspaceLock
from smcal.words import LANGUAGES, WINDOW_LANGUAGES

HOME = Path(__file__).parent.parent
SOURCES = (HOME / "smcal", HOME / "ui" / "smcal_ui")
LOCALE = HOME / "resources" / "locale"
TRANSLATED = tuple(language for language in LANGUAGES if language != "en")  # the source is English


def main(words: list[str] | None = None) -> int:
    """Bring the catalogues up to date, or say what is wrong with them; 0 when all is well."""
    parser = argparse.ArgumentParser(prog="python -m devtools.catalogue", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, list what is wrong")
    parser.add_argument("--merge", nargs="+", type=Path, default=[], metavar="FILE", help="more .po files")
    parser.add_argument("--language", default="ru", help="language of these files (default: %(default)s)")
    options = parser.parse_args(words)
    with alone_with(LOCALE):
        return bring_up_to_date(options)


@contextmanager
def alone_with(folder: Path) -> Iterator[None]:
    """Wait until nobody else is at the catalogues of a checkout: of two who merge at once, one would lose their words.

    The lock lies in the folder for temporary files, so that it never gets into a package.
    """
    lock = WorkspaceLock(Path(tempfile.gettempdir()) / f"smcal-catalogue-{crc32(str(folder).encode()):08x}")
    while True:
        try:
            lock.take()
            break
        except OpenElsewhere:
            time.sleep(0.05)
    try:
        yield
    finally:
        lock.free()


def bring_up_to_date(options: argparse.Namespace) -> int:
    """Do what was asked for, and print what is wrong; 0 when all is well."""
    found = list(source_texts())
    complaints = [f"{path}:{line}: {what}" for path, line, what in source_misuses()]
    for language in TRANSLATED:
        path = po_path(language)
        catalogue = brought_up_to_date(path, language, found)
        if options.check:
            complaints += out_of_step(path, catalogue)
        else:
            for note in merge(catalogue, options.merge if language == options.language else ()):
                print(note)
            keep_dashes(catalogue)
            write(path, catalogue)
        complaints += flaws(catalogue)
    for complaint in complaints:
        print(complaint)
    print(f"{len(found)} texts, {len(complaints)} complaints")
    return 1 if complaints else 0


def source_texts() -> Iterator[Text]:
    """Every text that a catalogue must hold, file by file."""
    for path in python_files():
        yield from texts(path.read_text(encoding="utf-8"), path.relative_to(HOME).as_posix())


def source_misuses() -> Iterator[tuple[str, int, str]]:
    """Every text that could never be translated, with its place and what to do."""
    for path in python_files():
        yield from misuses(path.read_text(encoding="utf-8"), path.relative_to(HOME).as_posix())


def python_files() -> list[Path]:
    """The files whose words people read."""
    return sorted(path for folder in SOURCES for path in folder.rglob("*.py"))


def po_path(language: str) -> Path:
    """Where the translations of a language lie."""
    return LOCALE / language / "LC_MESSAGES" / "smcal.po"


def brought_up_to_date(path: Path, language: str, found: Iterable[Text]) -> Catalog:
    """The catalogue at `path` with exactly the texts found; what is gone from the source is dropped."""
    catalogue = read(path, language)
    template = Catalog()
    for text in found:
        template.add((text.one, text.many) if text.many else text.one, locations=[(text.path, 0)])
    catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    return catalogue


def read(path: Path, language: str) -> Catalog:
    """The catalogue at `path`, or an empty one."""
    if not path.exists():
        start = datetime(2026, 1, 1, tzinfo=UTC)  # the dates in the file say nothing that git does not say better
        return Catalog(
            language,
            header_comment="# Words of smcal. Sorted and kept in step by: python -m devtools.catalogue",
            project="smcal",
            version="0.1",
            msgid_bugs_address="see CONTRIBUTING.md",
            last_translator="the smcal team",
            language_team=language,
            creation_date=start,
            revision_date=start,
            fuzzy=False,
        )
    with path.open("rb") as file:
        return read_po(file, locale=language)


def merge(catalogue: Catalog, paths: Iterable[Path]) -> Iterator[str]:
    """Fill in translations from other files; yields a note for each that changes or fits nothing."""
    for path in paths:
        with path.open("rb") as file:
            extra = read_po(file, locale=catalogue.locale, ignore_obsolete=True)
        for message in extra:
            if not message.id or not all(strings(message)):
                continue
            own = catalogue.get(message.id)
            if own is None:
                yield f"{path.name}: not in the source: {message.id!r}"
            elif isinstance(own.id, str) != isinstance(message.id, str):
                yield f"{path.name}: counts in one place only: {message.id!r}"
            elif not all(strings(own)):
                own.string = message.string
            elif not differ_by_spaces_only(own, message):
                if own.string != message.string:
                    yield f"{path.name}: {own.string!r} becomes {message.string!r}"
                own.string = message.string


def keep_dashes(catalogue: Catalog) -> None:
    """Let no dash begin a line, so that nobody has to type the space for it."""
    for message in catalogue:
        said = tuple(set_well(str(catalogue.locale), text) for text in strings(message))
        if message.id and said != strings(message):
            message.string = said if isinstance(message.id, tuple | list) else said[0]


def differ_by_spaces_only(own: Message, other: Message) -> bool:
    """Whether two translations are one, and the other has lost spaces that must not break."""
    return tuple(text.replace("\xa0", " ") for text in strings(own)) == strings(other)


def flaws(catalogue: Catalog) -> Iterator[str]:
    """What is wrong with the translations themselves."""
    language = str(catalogue.locale)
    for message in catalogue:
        if not message.id:
            continue
        if not all(strings(message)) or message.fuzzy:
            if is_needed(language, message):
                yield f"{language}: no translation: {message.id!r}"
        elif any(places(text) != places(ids(message)[-1]) for text in strings(message)):
            yield f"{language}: other places than in {message.id!r}: {message.string!r}"
        else:
            for text in strings(message):
                yield from (f"{language}: {fault}: {text!r}" for fault in misspelt(language, ids(message)[-1], text))


def is_needed(language: str, message: Message) -> bool:
    """Whether people can meet this text in the language: all of the core, and the window where it speaks it."""
    return language in WINDOW_LANGUAGES or any(path.startswith("smcal/") for path, _line in message.locations)


def ids(message: Message) -> tuple[str, ...]:
    """The source texts of a message: one, or two where it counts."""
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def strings(message: Message) -> tuple[str, ...]:
    """The translations of a message: one, or one a plural form."""
    if isinstance(message.string, str | None):
        return (message.string or "",)
    return tuple(message.string)


def places(text: str) -> set[str]:
    """The named places of a text, as {name}. One that cannot be read has a place that no other text has."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return {f"unreadable: {text}"}


def out_of_step(path: Path, catalogue: Catalog) -> Iterator[str]:
    """Whether the files on disk are what they would be after bringing them up to date."""
    hint = "run: python -m devtools.catalogue"
    if not path.exists() or path.read_bytes() != po_bytes(catalogue):
        yield f"{path.relative_to(HOME).as_posix()} is not in step with the source; {hint}"
    compiled = path.with_suffix(".mo")
    if not compiled.exists() or compiled.read_bytes() != mo_bytes(catalogue):
        yield f"{compiled.relative_to(HOME).as_posix()} is not in step with its .po file; {hint}"


def write(path: Path, catalogue: Catalog) -> None:
    """Write the catalogue and its compiled form."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(po_bytes(catalogue))
    path.with_suffix(".mo").write_bytes(mo_bytes(catalogue))


def po_bytes(catalogue: Catalog) -> bytes:
    """The text form: sorted, places without line numbers, so that moving a line changes nothing."""
    file = io.BytesIO()
    write_po(file, catalogue, width=110, sort_output=True, include_lineno=False, ignore_obsolete=True)
    return file.getvalue()


def mo_bytes(catalogue: Catalog) -> bytes:
    """The compiled form that gettext reads. What lacks a form is left out: the window then shows it in English."""
    whole = read_po(io.BytesIO(po_bytes(catalogue)), locale=catalogue.locale)
    for message in list(whole):
        if message.id and not all(strings(message)):
            whole.delete(message.id)
    file = io.BytesIO()
    write_mo(file, whole)
    return file.getvalue()


if __name__ == "__main__":
    sys.exit(main())
