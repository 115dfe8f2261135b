"""Names of things in the words of the library: networks, states, roles, pages."""

from collections.abc import Mapping

from smcal.model import Branch, Network, NoteKind, Page, Role, State
from smcal.words import N_, _

NETWORKS = {
    Network.VK: N_("VK"),
    Network.TELEGRAM: "Telegram",
    Network.FACEBOOK: "Facebook",
    Network.INSTAGRAM: "Instagram",
    Network.TIKTOK: "TikTok",
    Network.YOUTUBE: "YouTube",
    Network.WEBSITE: N_("Website"),
    Network.APP: N_("Mobile app"),
    Network.OTHER: N_("Other network"),
}
STATES = {
    State.IDEA: N_("Idea"),
    State.DRAFT: N_("Draft"),
    State.SUBMITTED: N_("With the curator"),
    State.CHANGES_REQUESTED: N_("Changes requested"),
    State.APPROVED: N_("Approved"),
    State.SCHEDULED: N_("Scheduled"),
    State.PUBLISHED: N_("Published"),
    State.REJECTED: N_("Rejected"),
    State.ON_HOLD: N_("On hold"),
    State.CANCELLED: N_("Cancelled"),
    State.REMOVED: N_("Removed"),
}
ROLES = {
    Role.COORDINATOR: N_("Coordinator"),
    Role.CURATOR: N_("Curator"),
    Role.ADMINISTRATOR: N_("Administrator"),
    Role.DESIGNER: N_("Designer"),
    Role.HEAD: N_("Head"),
    Role.PR: N_("PR service"),
}


NOTE_KINDS = {
    NoteKind.NOTE: N_("Note, reminder"),
    NoteKind.CITY_EVENT: N_("City event"),
    NoteKind.SERVICE_CHANGE: N_("Change of hours or services"),
}


def note_kind_name(kind: NoteKind) -> str:
    """What a note on a day asks for."""
    return _(NOTE_KINDS[kind])


def network_name(network: Network) -> str:
    """A network as readers call it."""
    return _(NETWORKS[network])


def state_name(state: State) -> str:
    """How far a post has come."""
    return _(STATES[state])


def role_name(role: Role) -> str:
    """What a person does."""
    return _(ROLES[role])


def page_name(page: Page, branches: Mapping[str, Branch]) -> str:
    """A page as the library speaks of it: its title, and its network."""
    branch = branches.get(page.branch_id)
    title = page.title or (branch.name if branch else "")
    return f"{title} · {network_name(page.network)}"
