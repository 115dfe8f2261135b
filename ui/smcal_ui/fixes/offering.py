"""What would mend findings: asked when a menu opens, with the plan of some weeks around the day in question."""

import datetime as dt
from collections.abc import Sequence

from smcal.model import Period
from smcal.planning.fixes import Ask, Offer, offers
from smcal.planning.fixes.days import REACH
from smcal.regulation import Finding
from smcal.regulation.check import Voice
from smcal.words import spoken, words
from smcal_ui.dates import LocaleDates
from smcal_ui.desk import Desk


def offers_for(desk: Desk, findings: Sequence[Finding], shown: dt.date) -> list[tuple[Finding, Offer]]:
    """What mends these findings of one line, the best first; equal offers are told once. `shown`: a day in view."""
    found: list[tuple[Finding, Offer]] = []
    labels: set[str] = set()
    day = _day(findings[0], max(shown, desk.today))
    ask = _ask(desk, day)
    for finding in findings:
        for offer in offers(ask, finding):
            if offer.label not in labels:
                labels.add(offer.label)
                found.append((finding, offer))
    return found


def _ask(desk: Desk, day: dt.date) -> Ask:
    scope = desk.scope(Period(day - REACH, day + REACH))
    with desk.read() as reader:
        tray = tuple(reader.tray())
    language = desk.workspace.settings().language
    return Ask(scope, tray, Voice(spoken(), desk.dates), Voice(words(language), LocaleDates(language)))


def _day(finding: Finding, shown: dt.date) -> dt.date:
    """The day that a finding is about; of a long stretch the one in view, where it lies in it."""
    if finding.date is not None:
        return finding.date
    first, last = finding.args["first"], finding.args["last"]
    day: dt.date = shown if first <= shown <= last else first
    return day
