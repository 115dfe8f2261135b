"""The menu of a finding: what mends it."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QMenu

from smcal.planning.fixes import Offer
from smcal.regulation import Finding
from smcal.words import _

MOST = 14
"""Offers that a menu shows: a page without any topic would fill the screen."""


def add_offers(menu: QMenu, offers: Iterable[tuple[Finding, Offer]], take: Callable[[Finding, Offer], None]) -> None:
    """Put offers into a menu; where there are none it says so."""
    for finding, offer in list(offers)[:MOST]:
        action = menu.addAction(offer.label.replace("&", "&&"))
        action.triggered.connect(lambda _checked=False, finding=finding, offer=offer: take(finding, offer))
    if menu.isEmpty():
        menu.addAction(_("No click mends this: look at the post itself")).setEnabled(False)
