"""Take a published post down, on the grounds that the regulation lists (spb-cbs 5.10), and keep why."""

import msgspec

from smcal.model import Post, Removal, State, new_id
from smcal.planning.edit import fetch
from smcal.planning.keeping import pack_in_force
from smcal.planning.refusal import GroundMissing, NotPublished, RemovalUnfounded
from smcal.regulation import Pack
from smcal.store.work import Work
from smcal.text import clean_name, clean_text


class Reasons(msgspec.Struct, frozen=True, kw_only=True):
    """What is said about a removal."""

    ground: str = ""  # identifier in the pack's list; empty where the pack lists none
    edit_tried: str = ""  # why mending it was not enough
    agreed_coordinator: str = ""
    agreed_head: str = ""
    note: str = ""


def remove_post(work: Work, post_id: str, reasons: Reasons, *, pack: Pack, person_id: str | None) -> Post:
    """Note that a published post was taken down, and why; returns it in its new state.

    Where the pack lists grounds, one of them is named, who of the coordinators agreed, and why mending the post was not
    enough; elsewhere nothing is asked. Raises `NotPublished`, `GroundMissing`, `RemovalUnfounded`.
    """
    post = fetch(work, post_id)
    if post.state is not State.PUBLISHED:
        raise NotPublished
    _record(work, post, reasons, pack, person_id)
    return work.put(msgspec.structs.replace(post, state=State.REMOVED))


def explain_removal(work: Work, post_id: str, reasons: Reasons, *, pack: Pack, person_id: str | None) -> Post:
    """Say of a post that is down already why; raises as `remove_post` does."""
    post = fetch(work, post_id)
    if post.state is not State.REMOVED:
        raise NotPublished
    _record(work, post, reasons, pack, person_id)
    return post


def _record(work: Work, post: Post, reasons: Reasons, pack: Pack, person_id: str | None) -> None:
    if pack.removal_grounds:
        _check(reasons, pack)
    work.put(
        Removal(
            id=new_id(),
            post_id=post.id,
            ground=reasons.ground,
            edit_tried=clean_text(reasons.edit_tried).strip(),
            agreed_coordinator=clean_name(reasons.agreed_coordinator),
            agreed_head=clean_name(reasons.agreed_head),
            note=clean_text(reasons.note).strip(),
            person_id=person_id,
            at=work.at,
            pack_id=pack_in_force(work).id,
        )
    )


def _check(reasons: Reasons, pack: Pack) -> None:
    if reasons.ground not in {ground.id for ground in pack.removal_grounds}:
        raise GroundMissing
    if not clean_name(reasons.edit_tried):
        raise RemovalUnfounded("edit_tried")
    if not clean_name(reasons.agreed_coordinator):
        raise RemovalUnfounded("agreed_coordinator")
