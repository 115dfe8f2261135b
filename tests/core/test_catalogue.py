"""Our catalogue says what Python's gettext would say."""

import gettext
from pathlib import Path

import pytest

from smcal.catalogue import Catalogue
from smcal.files import resources


@pytest.mark.parametrize("language", ["ru", "lv", "de"])
def test_every_text_is_found_and_said_as_gettext_says_it(language: str) -> None:
    path = resources() / "locale" / language / "LC_MESSAGES" / "smcal.mo"
    with path.open("rb") as file:
        theirs = gettext.GNUTranslations(file)
    ours = Catalogue(path)
    known = theirs._catalog
    assert len(known) > 100
    for key in known:
        if isinstance(key, tuple):
            for n in (0, 1, 2, 5, 11, 21, 22, 100, 101):
                assert ours.ngettext(key[0], "?", n) == theirs.ngettext(key[0], "?", n)
        elif key:
            assert ours.gettext(key) == theirs.gettext(key)


def test_what_the_catalogue_lacks_is_said_as_it_is() -> None:
    ours = Catalogue(resources() / "locale" / "ru" / "LC_MESSAGES" / "smcal.mo")
    for text in ("~~~", "no such text", "Ж"):
        assert ours.gettext(text) == text
    assert [ours.ngettext("{n} unheard-of", "{n} unheard-ofs", n) for n in (1, 2)] == [
        "{n} unheard-of",
        "{n} unheard-ofs",
    ]


@pytest.mark.parametrize("raw", [b"", b"no catalogue", b"\0" * 64])
def test_a_file_that_is_no_catalogue_is_refused(raw: bytes, tmp_path: Path) -> None:
    broken = tmp_path / "broken.mo"
    broken.write_bytes(raw)
    with pytest.raises(ValueError, match="no catalogue"):
        Catalogue(broken)
