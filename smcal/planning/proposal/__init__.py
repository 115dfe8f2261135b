"""Plan my week: what could be published when, so that the regulation holds; a preview to accept whole or in part."""

from smcal.planning.proposal.accepting import accept
from smcal.planning.proposal.filling import Filling, fill, reach_of
from smcal.planning.proposal.ledger import first_in_time
from smcal.planning.proposal.making import propose, propose_all, remaining
from smcal.planning.proposal.values import Cause, Item, Lack, Proposal, Unmet

__all__ = [
    "Cause",
    "Filling",
    "Item",
    "Lack",
    "Proposal",
    "Unmet",
    "accept",
    "fill",
    "first_in_time",
    "propose",
    "propose_all",
    "reach_of",
    "remaining",
]
