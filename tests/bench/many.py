"""A large library to measure with: 50 pages and as many posts as asked for, 250 a week."""

import datetime as dt
import sqlite3
from pathlib import Path

from smcal.model import Artwork, Network, Post, State, new_id
from smcal.planning.setup import NewBranch, NewPage, add_branch, set_hours
from smcal.store import Settings, Workspace
from smcal.store.changes import Area
from smcal.store.search import words_of
from smcal.store.shapes import columns, row_of
from smcal.worktime import Hours

PAGES, A_WEEK = 50, 5
TITLES = (
    "Пять новых романов о Севере",
    "Встреча с переводчицей скандинавских сказок",
    "Как продлить книгу из дома",
    "Мастерская иллюстрации для взрослых: вторая встреча",
    "Викторина",
)
TEXT = "Приглашаем на встречу в читальном зале. Вход свободный, начало в 18:00. Запись в сообщениях сообщества. " * 3


def many(path: Path, posts: int, centre: dt.date) -> Path:
    """A workspace with so many posts in whole weeks around a day, five a week on each of fifty pages."""
    with Workspace.create(path, Settings(library="Bench")) as workspace:
        with workspace.work("found") as work:
            set_hours(work, "curator", Hours.default())
            for number in range(PAGES // 2):
                pages = (NewPage(Network.VK, f"Библиотека № {number}"), NewPage(Network.TELEGRAM, f"Полка № {number}"))
                add_branch(work, NewBranch(f"Библиотека № {number}", pages), number)
        with workspace.read() as reader:
            page_ids = [page.id for page in reader.pages()]
    weeks = posts // (PAGES * A_WEEK)
    monday = centre - dt.timedelta(centre.weekday()) - dt.timedelta(7 * (weeks // 2))
    rows = (_post(page_ids, monday, number) for number in range(posts))
    _insert(path, rows)
    return path


def _post(page_ids: list[str], monday: dt.date, number: int) -> Post:
    week, rest = divmod(number, PAGES * A_WEEK)
    page, turn = divmod(rest, A_WEEK)
    date = monday + dt.timedelta(7 * week + (turn + page) % 7)
    return Post(
        id=new_id(),
        page_id=page_ids[page],
        date=date,
        time=dt.time(9 + (turn * 2 + page) % 10, 30),
        title=f"{TITLES[number % len(TITLES)]} ({number % 97})",
        text=TEXT,
        state=State.DRAFT if date >= dt.date.today() else State.PUBLISHED,
        topic=1 + number % 11,
        direction="reader-events",
        artwork=Artwork.NONE,
    )


def _insert(path: Path, posts: object) -> None:
    """Straight into the tables: a hundred thousand units of work would measure something else."""
    names = columns(Area.POSTS)
    fields = ", ".join(f'"{name}"' for name in names)
    marks = ", ".join(f":{name}" for name in names)
    connection = sqlite3.connect(path)
    with connection:
        for post in posts:
            connection.execute(f"INSERT INTO post ({fields}) VALUES ({marks})", row_of(post))
            connection.execute("INSERT INTO post_search (post_id, words) VALUES (?, ?)", (post.id, words_of(post)))
    connection.execute("ANALYZE")
    connection.close()
