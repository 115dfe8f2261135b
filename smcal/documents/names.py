"""Names of networks, states and answers in a document's language."""

from smcal.model import Decision, MediaKind, Network, State
from smcal.words import N_, Words

_NETWORKS = {
    Network.VK: N_("VK"),
    Network.TELEGRAM: N_("Telegram"),
    Network.FACEBOOK: N_("Facebook"),
    Network.INSTAGRAM: N_("Instagram"),
    Network.TIKTOK: N_("TikTok"),
    Network.YOUTUBE: N_("YouTube"),
    Network.WEBSITE: N_("Website"),
    Network.APP: N_("Mobile app"),
    Network.OTHER: N_("Other network"),
}

_STATES = {
    State.IDEA: N_("idea"),
    State.DRAFT: N_("draft"),
    State.SUBMITTED: N_("with the curator"),
    State.CHANGES_REQUESTED: N_("changes requested"),
    State.APPROVED: N_("approved"),
    State.SCHEDULED: N_("scheduled"),
    State.PUBLISHED: N_("published"),
    State.REJECTED: N_("rejected"),
    State.ON_HOLD: N_("on hold"),
    State.CANCELLED: N_("cancelled"),
    State.REMOVED: N_("removed"),
}

_ANSWERS = {
    Decision.APPROVED: N_("agreed"),
    Decision.CHANGES: N_("to be changed"),
    Decision.REJECTED: N_("refused"),
}


def network_name(network: Network, w: Words) -> str:
    """As in «ВКонтакте»."""
    return w.gettext(_NETWORKS[network])


def state_name(state: State, w: Words) -> str:
    """As in «опубликован»."""
    return w.gettext(_STATES[state])


def answer_name(decision: Decision, w: Words) -> str:
    """As in «согласовано»."""
    return w.gettext(_ANSWERS[decision])


def media_count(kind: MediaKind, n: int, w: Words) -> str:
    """As in «2 изображения»."""
    match kind:
        case MediaKind.PICTURE:
            text = w.ngettext("{n} picture", "{n} pictures", n)
        case MediaKind.VIDEO:
            text = w.ngettext("{n} video", "{n} videos", n)
        case MediaKind.SOUND:
            text = w.ngettext("{n} sound file", "{n} sound files", n)
        case MediaKind.DOCUMENT:
            text = w.ngettext("{n} document", "{n} documents", n)
    return text.format(n=n)
