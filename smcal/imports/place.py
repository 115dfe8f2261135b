"""Which pages the posts of a read row go to."""

from collections.abc import Sequence

import msgspec

from smcal.imports.networks import looks_like_networks
from smcal.imports.preview import ReadRow
from smcal.model import Network, Page
from smcal.planning.pages import NAMES, matching_pages, page_name
from smcal.text import folded
from smcal.words import Words, inside


class Places(msgspec.Struct, frozen=True):
    """The pages of one row: none is the tray without a page. `remark` says what could not be decided."""

    pages: tuple[Page, ...] = ()
    remark: str = ""


def networks_of(row: ReadRow, pages: Sequence[Page]) -> tuple[Network, ...]:
    """The networks that a row means; "all" means those that have pages here."""
    return tuple(dict.fromkeys(page.network for page in pages)) if row.networks.every else row.networks.known


def places_of(row: ReadRow, pages: Sequence[Page], fallback: Page | None, words: Words) -> Places:
    """The page named in the row, else the page of each network named, else `fallback`, else the only page."""
    named = _named(row, pages) if row.page else []
    if len(named) == 1:
        return Places((named[0],))
    places = _by_network(row, pages, fallback, words)
    if not row.page or looks_like_networks(row.page):
        return places
    unknown = (
        words.gettext("There is no page “{page}” here.")
        if not named
        else words.gettext("Which page “{page}” is meant?")
    )
    return Places(
        places.pages, "\n".join(filter(None, [unknown.format(page=inside(row.page, words.language)), places.remark]))
    )


def _by_network(row: ReadRow, pages: Sequence[Page], fallback: Page | None, words: Words) -> Places:
    if row.networks.every:
        return Places(tuple(pages))
    found: dict[str, Page] = {}
    missing: list[str] = []
    unclear: list[str] = []
    for network in row.networks.known:
        candidates = _of_network(row, network, pages)
        if fallback in candidates or len(candidates) == 1:
            page = fallback if fallback in candidates and fallback is not None else candidates[0]
            found[page.id] = page
        else:
            (unclear if candidates else missing).append(NAMES[network])
    if unclear:
        text = words.gettext("Several pages of {networks} here: choose one.").format(networks=", ".join(unclear))
        return Places(tuple(found.values()), text)
    if missing and found:
        text = words.gettext("There is no page of {networks} here.").format(networks=", ".join(missing))
        return Places(tuple(found.values()), text)
    if found:
        return Places(tuple(found.values()))
    only = fallback or (pages[0] if len(pages) == 1 else None)
    return Places((only,) if only else ())


def _named(row: ReadRow, pages: Sequence[Page]) -> list[Page]:
    """Pages that the page cell names; the networks of the row tell pages of one title apart."""
    named = matching_pages(pages, row.page)
    of_network = [page for page in named if page.network in row.networks.known]
    return of_network or named


def _of_network(row: ReadRow, network: Network, pages: Sequence[Page]) -> list[Page]:
    candidates = [page for page in pages if page.network is network]
    if network is not Network.OTHER:
        return candidates
    return [page for page in candidates if _same_other(row, page)]


def _same_other(row: ReadRow, page: Page) -> bool:
    """A page kept as other that says which network it is, as in «Дзен: Библиотека», takes only posts for that one."""
    before, colon, _title = page_name(page).partition(":")
    if not colon or before == NAMES[Network.OTHER]:
        return True
    return folded(before.strip()) in folded(" ".join(row.networks.others))
