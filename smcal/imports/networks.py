"""The networks that a cell names: one, several, or all of them."""

import re
from functools import lru_cache

import msgspec

from smcal.model import Network
from smcal.planning.pages import network_named
from smcal.text import folded

_EVERY = frozenset(
    ["все", "всe", "везде", "all", "everywhere", "alle", "visi", "visur", "todas", "todos", "toutes", "tous"]
)
_APART = re.compile(r"[,;/|+&\n•]| и | and | und | un | y | et ")
_NONE = frozenset({"", "-", "–", "—", "нет", "no", "none", "n/a"})


class Networks(msgspec.Struct, frozen=True):
    """What a cell says of where to publish."""

    known: tuple[Network, ...] = ()
    every: bool = False
    others: tuple[str, ...] = ()  # those that smcal keeps as other, as they were written
    unknown: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.known) or self.every


@lru_cache(1024)
def read_networks(cell: str) -> Networks:
    """Networks in the order named, each once; words that name none are kept as unknown."""
    known: dict[Network, None] = {}
    others, unknown = [], []
    if _EVERY & set(re.findall(r"\w+", folded(cell))) and not any(map(network_named, _APART.split(cell))):
        return Networks(every=True)
    for part in _APART.split(cell):
        word = folded(part.strip(" .()"))
        if word in _NONE:
            continue
        network = network_named(part)
        if network is None:
            unknown.append(part.strip())
        else:
            known[network] = None
        if network is Network.OTHER:
            others.append(part.strip())
    return Networks(tuple(known), others=tuple(others), unknown=tuple(unknown))


def looks_like_networks(cell: str) -> bool:
    """Whether a short cell names networks and nothing else."""
    found = read_networks(cell)
    return len(cell) <= 60 and bool(found) and not found.unknown and len(cell.split()) <= 6
