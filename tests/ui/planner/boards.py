"""Boards with made-up values for the tests of the planner, its pictures and its benchmark."""

import datetime as dt

import msgspec

from smcal.layout.board import Badge, Card, Coverage, DayColumn, Gauge, Level, PageRow, WeekBoard
from smcal.model import Network, Page, Period, State

MONDAY = dt.date(2026, 11, 30)
TOPICS = {
    1: "график",
    2: "запись",
    3: "кабинет",
    4: "ЭДД",
    6: "справка",
    7: "анонс",
    9: "гид",
    10: "подборка",
    11: "ресурс",
}
DRAFT, SENT, OK = State.DRAFT, State.SUBMITTED, State.APPROVED


def card(
    name: str, day: int, time: str | None, topic: int | None, title: str, state: State = DRAFT, *badges: Badge
) -> Card:
    """A card of page "…" in the sample week; its id is `name`."""
    at = dt.time.fromisoformat(time) if time else None
    date = MONDAY + dt.timedelta(day)
    return Card(name, None, date, at, title, topic, TOPICS.get(topic or 0, ""), state, badges)


def days(
    horizon: dt.date | None = MONDAY + dt.timedelta(1), today: dt.date = dt.date(2026, 11, 24)
) -> tuple[DayColumn, ...]:
    """The seven days, Saturday and Sunday closed."""
    notes = {1: ("День зимы",), 3: ("День инвалидов",), 5: ("Городская акция",)}
    found = []
    for n in range(7):
        date, closed = MONDAY + dt.timedelta(n), n > 4
        late = horizon is not None and today <= date < horizon
        hours = (None, None) if closed else (dt.time(9), dt.time(18))
        found.append(
            DayColumn(
                date,
                closed,
                False,
                *hours,
                past=date < today,
                today=date == today,
                urgent_only=late,
                notes=notes.get(n, ()),
            )
        )
    return tuple(found)


def row(page: Page, cards: list[Card], met: int = 7, wanted: int = 9) -> PageRow:
    """A page with its cards put into cells, and a gauge of 2-7."""
    cells: list[list[Card]] = [[] for _ in range(7)]
    for one in sorted(cards, key=lambda c: (c.time is None, c.time or dt.time.min, c.id)):
        assert one.date is not None
        cells[(one.date - MONDAY).days].append(msgspec.structs.replace(one, page_id=page.id))
    count = len(cards)
    level = Level.WARN if count < 2 else Level.BAD if count > 7 else Level.OK
    return PageRow(page, "Библиотека № 3", Gauge(count, 2, 7, level), Coverage(met, wanted), tuple(map(tuple, cells)))


def page(name: str, title: str, network: Network = Network.VK) -> Page:
    """A page of branch "b"."""
    return Page(id=name, branch_id="b", network=network, title=title)


def sample() -> WeekBoard:
    """A lively week of four pages."""
    no_author = Badge("нет автора фото", Level.BAD)
    vk = [
        card("hours", 0, "10:00", 1, "Изменение графика 4 декабря", OK, Badge("срочный")),
        card("novels", 1, "12:00", 10, "Пять новых романов о море", SENT, Badge("2 фото")),
        card("poe", 3, "15:30", 7, "Встреча с переводчиком Э. По", DRAFT, no_author),
        card("renew", 5, "11:00", 3, "Как продлить книгу из дома"),
    ]
    telegram = [card("edd", 2, "18:00", 4, "Электронная доставка: книга за день")]
    children = [
        card("snow", 0, "09:30", 7, "Мастер-класс «Снежинка»", OK),
        card("poems", 1, "10:00", 10, "Стихи ко Дню матери", SENT),
        card("quiz", 1, "17:00", 7, "Викторина: сказки народов мира", SENT, Badge("партнёр")),
        card("signup", 2, "12:00", 2, "Запись онлайн за 3 минуты"),
        card("aloud", 3, "12:00", 7, "Читаем вслух: «Щелкунчик»"),
        card("base", 4, "12:00", 11, "База «Спутник детства»"),
        card("ask", 4, "16:00", 6, "Виртуальная справка: как спросить"),
        card("winter", 6, "12:00", 10, "Книги к зимним каникулам", DRAFT, Badge("8-й пост", Level.BAD)),
    ]
    system = [
        card("night", 1, "11:00", 7, "Общегородская акция «Ночь библиотек»", OK),
        card("webinar", 3, "11:00", 7, "Вебинар для библиотекарей", SENT),
        card("litres", 4, "13:00", 11, "«ЛитРес» в читальном зале", DRAFT),
    ]
    rows = (
        row(page("vk", "Библиотека № 3"), vk),
        row(page("tg", "Библиотека № 3", Network.TELEGRAM), telegram, 5),
        row(page("kids", "Детская библиотека"), children, 9),
        row(page("cbs", "ЦБС"), system, 8, 11),
    )
    return WeekBoard(Period(MONDAY, MONDAY + dt.timedelta(6)), days(), rows, MONDAY + dt.timedelta(1))


def packed(pages: int = 50, in_cell: int = 3) -> WeekBoard:
    """Every cell of every page full."""
    titles = [c.title for r in sample().rows for cell in r.cells for c in cell]
    rows = []
    for n in range(pages):
        cards = [
            card(
                f"{n}-{d}-{i}",
                d,
                f"{9 + i * 2:02d}:{(n * 7 + d) % 60:02d}",
                (n + d + i) % 12,
                f"{titles[(n + d * 3 + i) % 16]} {n}",
                list(State)[(n + d + i) % 6],
            )
            for d in range(7)
            for i in range(in_cell)
        ]
        rows.append(row(page(f"p{n}", f"Библиотека № {n + 1}", list(Network)[n % 3]), cards))
    return WeekBoard(Period(MONDAY, MONDAY + dt.timedelta(6)), days(), tuple(rows), MONDAY + dt.timedelta(1))
