"""Taking a published post down: on listed grounds, agreed, and only when mending is not enough."""

import pytest

from smcal.model import State
from smcal.planning.answer import mark_published
from smcal.planning.refusal import GroundMissing, NotPublished, RemovalUnfounded
from smcal.planning.remove import Reasons, explain_removal, remove_post
from smcal.regulation import Pack

from .conftest import NOW

WHOLE = Reasons(
    ground="gross-errors",
    edit_tried="The quotation is invented from the first word to the last.",
    agreed_coordinator="Anna",
)


@pytest.fixture
def post(library):
    made = library.post()
    with library.workspace.work("publish") as work:
        return mark_published(work, made.id, "https://example.org/1")


def take_down(library, post, reasons=WHOLE, pack=None):
    with library.workspace.work("remove", at=NOW) as work:
        remove_post(work, post.id, reasons, pack=pack or library.workspace.pack(), person_id=library.curator.id)
    return work.changes


def bare(pack: Pack) -> Pack:
    from msgspec.structs import replace

    return replace(pack, removal_grounds=())


def test_state_and_reasons_are_one_step(library, post):
    changes = take_down(library, post)
    with library.workspace.read() as reader:
        removal = reader.removal(post.id)
        assert reader.facts().removals == {post.id: removal}
    assert library.now(post).state is State.REMOVED
    assert (removal.ground, removal.agreed_coordinator, removal.person_id, removal.at) == (
        "gross-errors",
        "Anna",
        library.curator.id,
        NOW,
    )
    library.workspace.apply(changes.inverse())
    assert library.now(post) == post
    with library.workspace.read() as reader:
        assert reader.removal(post.id) is None


@pytest.mark.parametrize(
    ("reasons", "refusal"),
    [
        (Reasons(), GroundMissing),
        (Reasons(ground="dislike", edit_tried="x", agreed_coordinator="Anna"), GroundMissing),
        (Reasons(ground="law", edit_tried=" \x00", agreed_coordinator="Anna"), RemovalUnfounded),
        (Reasons(ground="law", edit_tried="x", agreed_coordinator=" "), RemovalUnfounded),
    ],
)
def test_what_is_missing_is_asked_for_and_nothing_changes(library, post, reasons, refusal):
    with pytest.raises(refusal):
        take_down(library, post, reasons)
    assert library.now(post) == post
    with library.workspace.read() as reader:
        assert reader.removal(post.id) is None


def test_a_regulation_without_grounds_asks_nothing(library, post):
    take_down(library, post, Reasons(), bare(library.workspace.pack()))
    assert library.now(post).state is State.REMOVED


def test_only_what_is_published_can_be_taken_down(library, post):
    with pytest.raises(NotPublished):
        take_down(library, library.post())
    take_down(library, post)
    with pytest.raises(NotPublished):
        take_down(library, post)


def test_why_a_post_is_down_can_be_said_later(library, post):
    take_down(library, post, Reasons(), bare(library.workspace.pack()))
    pack = library.workspace.pack()
    with library.workspace.work("Explain") as work, pytest.raises(GroundMissing):
        explain_removal(work, post.id, Reasons(), pack=pack, person_id=None)
    reasons = Reasons(ground=pack.removal_grounds[0].id, edit_tried="x", agreed_coordinator="Anna")
    with library.workspace.work("Explain") as work:
        explain_removal(work, post.id, reasons, pack=pack, person_id=None)
    with library.workspace.read() as reader:
        assert reader.removal(post.id).agreed_coordinator == "Anna"
    draft = library.post()
    with library.workspace.work("Explain") as work, pytest.raises(NotPublished):
        explain_removal(work, draft.id, reasons, pack=pack, person_id=None)
