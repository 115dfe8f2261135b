"""How long a text each network takes, in characters."""

from typing import NamedTuple

from smcal.model import Network


class TextLimits(NamedTuple):
    """Characters that a post may have; None where the network sets no limit that we know of."""

    text: int | None = None
    caption: int | None = None  # of a post with pictures, where that is shorter
    title: int | None = None


TEXT_LIMITS = {
    Network.VK: TextLimits(15_895),
    Network.TELEGRAM: TextLimits(4_096, caption=1_024),
    Network.FACEBOOK: TextLimits(63_206),
    Network.INSTAGRAM: TextLimits(2_200),
    Network.TIKTOK: TextLimits(2_200),
    Network.YOUTUBE: TextLimits(5_000, title=100),
    Network.WEBSITE: TextLimits(),
    Network.APP: TextLimits(),
    Network.OTHER: TextLimits(),
}


def text_limit(network: Network, with_media: bool = False) -> int | None:
    """How many characters a post's text may have on a network, or None."""
    limits = TEXT_LIMITS[network]
    return limits.caption if with_media and limits.caption is not None else limits.text
