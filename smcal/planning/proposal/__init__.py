"""Plan my week: what could be published when, so that the regulation holds; a preview to accept whole or in part."""

from smcal.planning.proposal.accepting import accept
from smcal.planning.proposal.making import propose, propose_all
from smcal.planning.proposal.values import Cause, Item, Lack, Proposal, Unmet

__all__ = ["Cause", "Item", "Lack", "Proposal", "Unmet", "accept", "propose", "propose_all"]
