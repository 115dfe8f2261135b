"""What the checks and the window read at once: pages with their posts and files in a period."""

import msgspec

from smcal.model.facts import NO_FACTS, Facts
from smcal.model.media import Attachment
from smcal.model.places import Page
from smcal.model.post import Post


class Plan(msgspec.Struct, kw_only=True):
    """Pages, their posts and the files in these, as they stood at one moment.

    `posts` has a list for every page, empty ones too, by date, then time (no time last), then id;
    `attachments` has the posts that have any, by position.
    """

    pages: tuple[Page, ...]
    posts: dict[str, list[Post]]  # by page id
    attachments: dict[str, tuple[Attachment, ...]]  # by post id
    facts: Facts = NO_FACTS
