"""Fixes: what would mend a finding, said in words before it is done, and done as one step that can be undone."""

from smcal.planning.fixes.doing import apply
from smcal.planning.fixes.offer import Ask, Letter, Offer, Wish
from smcal.planning.fixes.offers import offers

__all__ = ["Ask", "Letter", "Offer", "Wish", "apply", "offers"]
