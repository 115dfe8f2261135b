"""Takes an offer."""

import datetime as dt
from collections.abc import Sequence

from smcal.errors import WrongUse
from smcal.planning.confirm import confirm
from smcal.planning.edit import edit, edit_attachment
from smcal.planning.fixes.offer import Offer, Wish
from smcal.store.work import Work
from smcal.words import _


def apply(work: Work, offer: Offer, *lines: str) -> None:
    """Do what was offered; call it in one unit of work, so that it is one step.

    `lines` are what the person wrote, where the offer wishes for it. Raises `WrongUse` for an empty line and for an
    offer that needs a field or a dialog.
    """
    written = _written(offer, lines)
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


def _written(offer: Offer, lines: Sequence[str]) -> dict[str, str]:
    if offer.wish is Wish.NOTHING:
        return {}
    if offer.wish is not Wish.LINE:
        raise ValueError(f"{offer.fix} is not done by one click")
    written = [line.strip() for line in lines]
    if len(written) != len(offer.lines) or not all(written):
        raise WrongUse(_("Nothing was written, so nothing was changed."))
    return {field: line for (field, _prompt), line in zip(offer.lines, written, strict=True)}
