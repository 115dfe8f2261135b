"""Names of networks as people write them, and pages found by their names."""

import re
from collections.abc import Iterable

from smcal.errors import WrongUse
from smcal.model import Network, Page
from smcal.text import clean_name, folded
from smcal.words import N_, _, inside

NAMES = {
    Network.VK: "VK",
    Network.TELEGRAM: "Telegram",
    Network.FACEBOOK: "Facebook",
    Network.INSTAGRAM: "Instagram",
    Network.TIKTOK: "TikTok",
    Network.YOUTUBE: "YouTube",
    Network.WEBSITE: "Website",
    Network.APP: "App",
    Network.OTHER: "Other",
}
"""A network in the name of a page, the same in every language, so that scripts can lean on it."""

_SAID = {
    Network.WEBSITE: N_("Website"),
    Network.APP: N_("Mobile app"),
    Network.OTHER: N_("Other network"),
}
"""Networks that are words and no brands: people read them in their own language."""

_WRITTEN = {
    Network.VK: "vk вк вконтакте vkontakte vk.com вконтакт контакт",
    Network.TELEGRAM: "telegram телеграм телеграмм telegramm тг tg телега t.me телеграмканал",
    Network.FACEBOOK: "facebook fb фейсбук фб фэйсбук",
    Network.INSTAGRAM: "instagram инстаграм инстаграмм инста insta ig инст инстаграме",
    Network.TIKTOK: "tiktok тикток tt тт",
    Network.YOUTUBE: "youtube ютуб ютьюб ютюб yt youtu.be",
    Network.WEBSITE: "website сайт site web webseite homepage vietne tīmekļvietne блог blog sitioweb siteweb портал",
    Network.APP: "app приложение мобильноеприложение mobileapp lietotne mobilālietotne aplicación application",
    Network.OTHER: "other другое другая прочее иное otra andere cits autre othernetwork другаясеть "
    "другаясоцсеть citstīkls anderesnetzwerk",
}

_ELSEWHERE = frozenset(
    [
        "ok",
        "ок",
        "одноклассники",
        "odnoklassniki",
        "дзен",
        "яндексдзен",
        "dzen",
        "zen",
        "rutube",
        "рутуб",
        "max",
        "макс",
        "whatsapp",
        "ватсап",
        "вотсап",
        "вацап",
        "viber",
        "вайбер",
        "linkedin",
        "линкедин",
        "twitter",
        "твиттер",
        "x",
        "threads",
        "тредс",
        "pinterest",
        "пинтерест",
        "mastodon",
        "bluesky",
        "reddit",
        "snapchat",
        "discord",
        "дискорд",
        "livejournal",
        "жж",
        "tenchat",
        "тенчат",
        "setka",
        "сетка",
        "yappy",
        "vimeo",
        "twitch",
        "draugiem",
        "draugiem.lv",
        "xing",
        "email",
        "e-mail",
        "newsletter",
        "рассылка",
        "medium",
        "quora",
        "googlebusiness",
        "tumblr",
    ]
)
"""Networks that smcal keeps pages in only as others."""

_NETWORKS = {word: network for network, written in _WRITTEN.items() for word in written.split()}


def network_named(text: str) -> Network | None:
    """The network that a word or two name ("ВК", "Telegram-канал", "сайт"), OTHER for one kept as other, else None."""
    name = folded(clean_name(text))
    squeezed = re.sub(r"[^\w.]+", "", name).strip(".")
    if found := _network_of(squeezed):
        return found
    parts = (_network_of(word.strip(".")) for word in re.split(r"[^\w.]+", name))
    return next((network for network in parts if network is not None), None)


def _network_of(word: str) -> Network | None:
    return _NETWORKS.get(word) or (Network.OTHER if word in _ELSEWHERE else None)


def parse_page(name: str) -> tuple[Network, str]:
    """Network and title of a page from its name, "NETWORK: TITLE".

    A network that smcal knows only as another one stays in the title: ("other", "Дзен: Библиотека"). Raises `WrongUse`.
    """
    given = clean_name(name)
    before, colon, title = (part.strip() for part in given.partition(":"))
    network = network_named(before) if colon and title else None
    if network is None:
        raise WrongUse(
            _(
                "“{name}” is no name of a page. Write NETWORK: TITLE, as in “VK: Central Library”. "
                "Networks are {networks}."
            ).format(name=inside(given), networks=", ".join(NAMES.values()))
        )
    kept_as_other = network is Network.OTHER and _NETWORKS.get(folded(before)) is None
    return network, given if kept_as_other else title


def page_name(page: Page) -> str:
    """The full name of a page, "NETWORK: TITLE"."""
    if page.network is Network.OTHER and _is_full(page.title):
        return page.title
    return f"{NAMES[page.network]}: {page.title}"


def said_name(page: Page) -> str:
    """The full name of a page for a person to read; `page_name` is the one for programs. Both are found again."""
    name = page_name(page)
    if page.network not in _SAID or name == page.title:
        return name
    return f"{_(_SAID[page.network])}: {page.title}"


def _is_full(title: str) -> bool:
    before, colon, _after = title.partition(":")
    return bool(colon) and network_named(before) is not None


def find_page(pages: Iterable[Page], name: str) -> Page:
    """The page of this name; the title alone serves when it is unique, case does not matter, ВК is VK.

    Raises `WrongUse` that names the pages there are.
    """
    pages = list(pages)
    found = matching_pages(pages, name)
    if len(found) == 1:
        return found[0]
    there = "; ".join(said_name(page) for page in pages) or _("there are none yet")
    if found:
        message = _("Several pages are called “{name}”. Write the network too. Pages here: {pages}.")
    else:
        message = _("There is no page “{name}” in this workspace. Pages here: {pages}.")
    raise WrongUse(message.format(name=inside(clean_name(name)), pages=there))


def matching_pages(pages: Iterable[Page], name: str) -> list[Page]:
    """Pages that a name can mean: those of that full name, else those of that title."""
    given = folded(clean_name(name))
    before, colon, title = (part.strip() for part in given.partition(":"))
    network = network_named(before) if colon else None
    pages = list(pages)
    full = [p for p in pages if folded(page_name(p)) == given]
    full = full or [p for p in pages if p.network is network and folded(p.title) == title]
    return full or [p for p in pages if folded(p.title) == given]
