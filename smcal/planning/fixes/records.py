"""Fixes beside the posts: the checklist, the register of pages, and why a post was taken down."""

from collections.abc import Iterator

from smcal.planning.fixes.fields import Fix
from smcal.planning.fixes.offer import Ask, Offer, Wish
from smcal.regulation import Finding
from smcal.words import N_


def _confirm(ask: Ask, finding: Finding, detail: str) -> Iterator[Offer]:
    """Somebody has looked and says that it holds for the week."""
    yield Offer(
        fix=f"confirm:{detail}",
        label=ask.voice.gettext("I have looked: confirm"),
        done=ask.voice.gettext("Confirmed"),
        confirms=(finding.page_id, detail, finding.args["first"].isoformat()),
    )


def _open(fix: str, target: str, label: str) -> Fix:
    """A fix that is made in a dialog."""

    def offer(ask: Ask, _finding: Finding, _detail: str) -> Iterator[Offer]:
        yield Offer(fix=fix, label=ask.voice.gettext(label), wish=Wish.DIALOG, target=target)

    return offer


FIXES: dict[str, Fix] = {
    "confirm": _confirm,
    "complete-register": _open("complete-register", "pages", N_("Open the register of pages…")),
    "confirm-two-factor": _open("confirm-two-factor", "people", N_("Open the list of people…")),
    "record-coordinator": _open("record-coordinator", "people", N_("Open the list of people…")),
    "plan-week": _open("plan-week", "proposal", N_("Plan the week…")),
    "explain-removal": _open("explain-removal", "removal", N_("Say why it was taken down…")),
}
