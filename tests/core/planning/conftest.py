"""A small library to plan in: one branch, two pages, a coordinator and a curator; it is Monday 2 November 2026."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from smcal.model import CURATOR, Network, Page, Person, Post, Role, new_id
from smcal.planning.edit import new_post
from smcal.planning.setup import NewBranch, NewPage, add_branch, set_hours
from smcal.store import Settings, Workspace
from smcal.worktime import Hours

NOW = dt.datetime(2026, 11, 2, 10, 0, tzinfo=ZoneInfo("Europe/Moscow")).astimezone(dt.UTC)
TODAY = dt.date(2026, 11, 2)
LATER = dt.date(2026, 11, 24)


class Library:
    """The workspace with what tests ask for by name."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        with workspace.work("found", at=NOW) as work:
            pages = (NewPage(Network.VK, "Third"), NewPage(Network.TELEGRAM, "Third"))
            add_branch(work, NewBranch("Branch", pages), 0)
            set_hours(work, CURATOR, Hours.default())
            self.coordinator = work.put(Person(id=new_id(), name="Anna", role=Role.COORDINATOR))
            self.curator = work.put(Person(id=new_id(), name="Marina", role=Role.CURATOR))
        with workspace.read() as reader:
            self.page, self.other = reader.pages()

    def post(self, date: dt.date | None = LATER, page: Page | None = None, **fields: Any) -> Post:
        """A stored post, whole enough to be handed in."""
        whole = {"title": "Meeting", "text": "Come at six.", "topic": 7, "direction": "reader-events"} | fields
        with self.workspace.work("new", at=NOW) as work:
            return new_post(work, (page or self.page).id, date=date, **whole)

    def now(self, post: Post) -> Post:
        """The post as it is stored now."""
        with self.workspace.read() as reader:
            found = reader.post(post.id)
        assert found is not None
        return found


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Workspace.create(tmp_path / "library.smcal", Settings(library="Library")) as workspace:
        yield Library(workspace)
