"""Where in the form of a post a finding is told, and which field mends it."""

from smcal.regulation import Finding
from smcal.words import N_

WHERE = {
    "write-text": "text",
    "give-reason": "urgent_reason",
    "mark-urgent": "urgent",
    "choose-direction": "direction",
    "record-consent": "direction_consent",
    "record-pr-consent": "pr_consent",
    "add-author": "author",
    "add-source": "source",
    "mark-arrived": "artwork",
    "record-data-consent": "data_consent",
}
"""The field in which a fix is made."""

WORDS = {
    "write-text": N_("Write it"),
    "give-reason": N_("Give a reason"),
    "mark-urgent": N_("Mark as urgent"),
    "choose-direction": N_("Choose one"),
    "record-consent": N_("Add it"),
    "record-pr-consent": N_("To the consent"),
    "add-author": N_("Add it"),
    "add-source": N_("Add it"),
    "mark-arrived": N_("To the pictures"),
    "record-data-consent": N_("Record it"),
}

END = "end"
"""Below all fields."""

BELOW = {
    "submission.window": "date",
    "submission.urgent": "urgent_reason",
    "direction.listed": "direction_consent",
    "citywide.events": "event_id",
    "events.privacy-notice": "text",
    "partners.consent": "pr_consent",
    "personal-data.consent": "data_consent",
    "mistakes.corrected": "corrected",
}
"""The field that a rule is about; what it says stands below that."""


def field_of(finding: Finding) -> tuple[str, str | None] | None:
    """The first field to mend a finding in, with the file it belongs to; None where another way may be better."""
    if not finding.fixes or any(fix not in WHERE for fix in finding.fixes):
        return None
    return WHERE[finding.fixes[0]], finding.args.get("attachment")


def fix_of(finding: Finding) -> str:
    """The fix by a field, where there is no other; else ""."""
    return finding.fixes[0] if len(finding.fixes) == 1 and finding.fixes[0] in WHERE else ""


def anchor_of(finding: Finding) -> str:
    """The field below which a finding is told: "media" for the files, END where it is about no field."""
    if finding.rule == "credits.complete":
        return "media" if finding.args.get("attachment") else "source"
    if finding.rule == "media.ready":
        return "text" if finding.args.get("what") == "text" else "artwork"
    return BELOW.get(finding.rule, END)
