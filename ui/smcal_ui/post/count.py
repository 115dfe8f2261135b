"""How long a text is, beside what its network takes."""

from smcal.model import Network
from smcal.regulation.networks import TEXT_LIMITS, text_limit
from smcal.words import _


def text_count(text: str, network: Network | None, with_pictures: bool) -> tuple[str, bool]:
    """What stands above the text, and whether it is too long."""
    limit = text_limit(network, with_pictures) if network else None
    n = grouped(len(text))
    if limit is None:
        return _("Text · {n}").format(n=n), False
    caption = with_pictures and limit != text_limit(network) if network else False
    shown = _("Text with pictures · {n} of {limit}") if caption else _("Text · {n} of {limit}")
    too_long = len(text) > limit
    if too_long:
        shown += _(": too long for this network")
    return shown.format(n=n, limit=grouped(limit)), too_long


def title_count(title: str, network: Network | None) -> str:
    """A warning when a title is longer than its network takes, else ""."""
    limit = TEXT_LIMITS[network].title if network else None
    if limit is None or len(title) <= limit:
        return ""
    return _("The title has {n} characters, this network takes {limit}.").format(n=len(title), limit=limit)


def grouped(number: int) -> str:
    """A number with its thousands apart."""
    return f"{number:,}".replace(",", "\u00a0")
