"""Takes an offer."""

import datetime as dt

from smcal.errors import WrongUse
from smcal.planning.confirm import confirm
from smcal.planning.edit import edit, edit_attachment
from smcal.planning.fixes.offer import Offer, Wish
from smcal.store.work import Work
from smcal.words import _


def apply(work: Work, offer: Offer, line: str = "") -> None:
    """Do what was offered; call it in one unit of work, so that it is one step.

    `line` is what the person wrote, where the offer wishes for it. Raises `WrongUse` for an empty line and for an
    offer that needs a field or a dialog.
    """
    written = _written(offer, line)
    if offer.attachment is not None:
        edit_attachment(work, offer.attachment, **written)
    else:
        for post_id, fields in offer.edits.items():
            edit(work, post_id, **fields, **written)
    for post in offer.new:
        work.put(post)
    if offer.confirms is not None:
        page_id, item, monday = offer.confirms
        confirm(work, page_id, item, dt.date.fromisoformat(monday), work.person_id)


def _written(offer: Offer, line: str) -> dict[str, str]:
    if offer.wish is Wish.NOTHING:
        return {}
    if offer.wish is not Wish.LINE:
        raise ValueError(f"{offer.fix} is not done by one click")
    if not line.strip():
        raise WrongUse(_("Nothing was written, so nothing was changed."))
    return {offer.target: line.strip()}
