"""The regulation in force: what it says now, and how a draft takes its place. Each is one step of the plan's undo."""

from smcal.model import CURATOR
from smcal.planning.rules import numbered, use_hours, use_pack, use_shipped
from smcal.regulation import Pack, pack_text
from smcal.regulation.own import declared
from smcal.regulation.write import pack_toml
from smcal.store import Work
from smcal.store.calendars import hours_of
from smcal.words import N_, _
from smcal.worktime import Hours
from smcal_ui.desk import Desk
from smcal_ui.rules.draft import Draft, State
from smcal_ui.rules.wording import edition


def in_force(desk: Desk) -> State:
    """What holds now: the regulation, and the curator's hours."""
    with desk.read() as reader:
        rows = reader.working_hours(CURATOR)
    return State(desk.workspace.pack(), hours_of(rows) if rows else Hours.default(), desk.workspace.pack_text())


def put_in_force(desk: Desk, draft: Draft) -> str | None:
    """The draft holds from now on; hours alone make no new version. Says so in words.

    None where the plan did not take it: then nothing is changed, and the desk has said why.
    """
    pack = as_numbered(desk, draft) if draft.new_pack else None
    original = pack_text(desk.workspace.settings().regulation)

    def put(work: Work) -> bool:
        if pack is not None:
            text = as_written(draft, pack)
            use_shipped(work) if text == original else use_pack(work, text)
        if draft.new_hours:
            use_hours(work, draft.hours)
        return True

    label = N_("Change the curator’s working hours") if pack is None else N_("Put a regulation in force")
    if desk.do(label, put) is None:
        return None
    return _("The curator’s working hours are changed.") if pack is None else _holds(pack)


def back_to_original(desk: Desk) -> str | None:
    """Leave the library's own regulation for the one that it was made from; answers as `put_in_force`."""

    def put(work: Work) -> bool:
        use_shipped(work)
        return True

    done = desk.do(N_("Back to the original regulation"), put)
    return None if done is None else _holds(desk.workspace.pack())


def as_numbered(desk: Desk, draft: Draft) -> Pack:
    """The draft with the number that it gets when it is put in force."""
    if not draft.own:
        return draft.pack
    with desk.read() as reader:
        return numbered(draft.pack, reader.kept_packs())


def as_written(draft: Draft, pack: Pack) -> str:
    """A pack as TOML: word for word as it came, where it still says the same."""
    return draft.text if draft.text and pack == draft.pack else pack_toml(declared(pack))


def _holds(pack: Pack) -> str:
    return _("In force now: {edition}").format(edition=edition(pack))
