"""Why? Every deadline, gauge, hatch and badge, explained in plain words, with the days counted and the clause."""

from smcal.planning.why.counts import coverage, gauge, share
from smcal.planning.why.days import day, deadline, horizon
from smcal.planning.why.findings import finding, findings_together
from smcal.planning.why.story import Asked, Line, Mark, Story

__all__ = [
    "Asked",
    "Line",
    "Mark",
    "Story",
    "coverage",
    "day",
    "deadline",
    "finding",
    "findings_together",
    "gauge",
    "horizon",
    "share",
]
