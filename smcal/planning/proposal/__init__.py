"""Plan my week: what could be published when, so that the regulation holds; a preview to accept whole or in part."""

from smcal.planning.proposal.accepting import accept
from smcal.planning.proposal.afterwards import remaining
from smcal.planning.proposal.filling import Filling, fill, reach_of
from smcal.planning.proposal.ledger import first_in_time
from smcal.planning.proposal.making import propose, propose_all
from smcal.planning.proposal.moving import NoDay, no_day, placed, taken_instead, trial
from smcal.planning.proposal.values import Cause, Item, Lack, Proposal, Unmet

__all__ = [
    "Cause",
    "Filling",
    "Item",
    "Lack",
    "NoDay",
    "Proposal",
    "Unmet",
    "accept",
    "fill",
    "first_in_time",
    "no_day",
    "placed",
    "propose",
    "propose_all",
    "reach_of",
    "remaining",
    "taken_instead",
    "trial",
]
