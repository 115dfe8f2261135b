"""A small library for tests of the store: one branch, two pages, people, and posts on request."""

import datetime as dt
from pathlib import Path
from typing import Any

import msgspec

from smcal.model import Branch, Network, Page, Period, Person, Post, Role, new_id
from smcal.store import Settings, Work, Workspace

SETTINGS = Settings(library="Библиотека на Садовой", regulation="spb-cbs")
WEEK = Period(dt.date(2026, 11, 23), dt.date(2026, 11, 29))
BRANCH = Branch(id="01990000-0000-7000-8000-00000000000b", name="Библиотека на Садовой")
VK = Page(id="01990000-0000-7000-8000-0000000000a1", branch_id=BRANCH.id, network=Network.VK, title="Садовая")
TELEGRAM = msgspec.structs.replace(VK, id=VK.id[:-1] + "2", network=Network.TELEGRAM, position=1)
ANNA = Person(id="01990000-0000-7000-8000-0000000000c1", name="Анна", role=Role.COORDINATOR, branch_id=BRANCH.id)


def settle(work: Work) -> None:
    """Put the branch, its pages and its coordinator."""
    for value in (BRANCH, VK, TELEGRAM, ANNA):
        work.put(value)


def make_library(path: Path, posts: int = 0) -> Path:
    """A closed workspace with the library and so many posts, one a day from the Monday of WEEK."""
    with Workspace.create(path, SETTINGS) as workspace:
        with workspace.work("Make library") as work:
            settle(work)
            for number in range(posts):
                work.put(a_post(number))
        workspace.close(backup=False)
    return path


def a_post(number: int = 0, **fields: Any) -> Post:
    """A post on the VK page, `number` days after the Monday of WEEK."""
    given = {"id": new_id(), "page_id": VK.id, "date": WEEK.first + dt.timedelta(number), "title": f"Пост {number}"}
    return Post(**{**given, **fields})
