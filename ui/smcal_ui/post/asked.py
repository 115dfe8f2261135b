"""Which fields of a post the regulation in force has a use for: what nobody asks for is not shown."""

from collections.abc import Callable

from smcal.model import Artwork, Network, Post, State
from smcal.regulation import Pack, Severity
from smcal.store import Settings

Need = Callable[[Post, Pack, Settings], bool]


def unasked(post: Post, pack: Pack, settings: Settings, network: Network | None) -> frozenset[str]:
    """The fields without a use for this post; one in which something stands is shown all the same."""
    idle = {name for name, needed in NEEDS.items() if not needed(post, pack, settings)}
    if network is not Network.VK:
        idle.add("deferred")
    return frozenset(name for name in idle if name == "deferred" or not _filled(post, name))


def _filled(post: Post, name: str) -> bool:
    """Whether something stands in a field or in those that it opens."""
    return any(getattr(post, part) not in (None, "", False, Artwork.NONE) for part in OPENS.get(name, (name,)))


def _on(*rules: str) -> Need:
    return lambda _post, pack, _settings: any(pack.severity(rule) is not Severity.OFF for rule in rules)


def _ordered(pack: Pack) -> bool:
    return pack.severity("media.ready") is not Severity.OFF


def _has_mistakes(post: Post, pack: Pack, _settings: Settings) -> bool:
    return post.state is State.PUBLISHED and pack.severity("mistakes.corrected") is not Severity.OFF


OPENS = {
    "urgent": ("urgent", "urgent_reason"),
    "has_partner": ("partner", "pr_consent"),
    "personal_data": ("personal_data", "data_consent"),
}
"""Switches and what they open."""

NEEDS: dict[str, Need] = {
    "topic": lambda _post, pack, _settings: bool(pack.topics),
    "direction": lambda _post, pack, _settings: bool(pack.directions),
    "event_id": _on("citywide.events"),
    "artwork": lambda _post, pack, settings: settings.has_designer and _ordered(pack),
    "urgent": lambda _post, pack, _settings: pack.submission is not None,
    "has_partner": _on("partners.consent", "partners.share"),
    "personal_data": _on("personal-data.consent"),
    "mistake": _has_mistakes,
}
