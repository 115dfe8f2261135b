"""Regulations as data, and the checks that read them."""

from typing import TYPE_CHECKING

from smcal.later import later
from smcal.regulation.clauses import clause_text
from smcal.regulation.finding import Finding, Severity
from smcal.regulation.pack import Direction, Pack, RemovalGround, Rule, Title, Topic
from smcal.regulation.scope import Scope, context

if TYPE_CHECKING:
    from smcal.regulation.check import Dates
    from smcal.regulation.load import checked_pack, load_pack, pack_ids, pack_text, read_pack
    from smcal.regulation.networks import TEXT_LIMITS, text_limit
    from smcal.regulation.run import check_pages, check_plan
    from smcal.regulation.sentences import message, short_message
else:
    __getattr__ = later(
        __name__,
        {
            "check": ("Dates",),
            "load": ("checked_pack", "load_pack", "pack_ids", "pack_text", "read_pack"),
            "sentences": ("message", "short_message"),
            "networks": ("TEXT_LIMITS", "text_limit"),
            "run": ("check_pages", "check_plan"),
        },
    )

__all__ = [
    "TEXT_LIMITS",
    "Dates",
    "Direction",
    "Finding",
    "Pack",
    "RemovalGround",
    "Rule",
    "Scope",
    "Severity",
    "Title",
    "Topic",
    "check_pages",
    "check_plan",
    "checked_pack",
    "clause_text",
    "context",
    "load_pack",
    "message",
    "pack_ids",
    "pack_text",
    "read_pack",
    "short_message",
    "text_limit",
]
