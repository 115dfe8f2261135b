"""Make the sample library: a workspace that looks as if its branches had worked in it for weeks."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

from smcal.regulation import load_pack
from smcal.sample.content import sample_of
from smcal.sample.filling import Filling
from smcal.sample.places import Places
from smcal.store import Settings, Workspace
from smcal.words import N_, _
from smcal.worktime.zone import to_local

Report = Callable[[str], None]


def make_sample(
    path: Path, regulation: str = "spb-cbs", at: dt.datetime | None = None, report: Report = lambda _line: None
) -> Workspace:
    """Make the sample library of a regulation as a new workspace, around an instant (now), and open it.

    `report` is told in a few words what is being done. Raises WrongUse where there is no sample, AlreadyThere.
    """
    sample, settings = sample_of(regulation), sample_settings(regulation)
    at = at or dt.datetime.now(dt.UTC)
    workspace = Workspace.create(path, settings)
    report(_("Branches, pages and people"))
    with workspace.work(N_("Make the sample library"), None, at) as work:
        places = Places(work, sample, to_local(at, ZoneInfo(settings.zone)).date())
    report(_("Posts and pictures"))
    with workspace.work(N_("Fill the sample library"), None, at) as work:
        Filling(workspace, work, places, sample, at).fill()
    return workspace


def sample_settings(regulation: str) -> Settings:
    """Where the sample library of a regulation is, and what it speaks. Raises WrongUse where there is no sample."""
    sample, pack, usual = sample_of(regulation), load_pack(regulation), Settings()
    return Settings(
        library=sample.library,
        regulation=pack.id,
        country=pack.country or sample.country or usual.country,
        subdivision=pack.subdivision or sample.subdivision,
        zone=pack.zone or sample.zone or usual.zone,
        language=pack.language,
    )
