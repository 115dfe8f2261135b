"""Plans made by hand for the tests of the writers: short, long, and with everything that can go wrong."""

import datetime as dt
from pathlib import Path

from PIL import Image, ImageDraw

from smcal.documents import (
    Coverage,
    Departure,
    Fit,
    PartnerShare,
    Picture,
    PlanDocument,
    PlannedPost,
    Remark,
    Topic,
    WeekCount,
)
from smcal.model import Decision, MediaKind, Network, Period, State
from smcal.model.period import month_of, quarter_of, week_of

MONDAY = dt.date(2026, 11, 30)
DIGEST = "7c1e0d5b" * 7 + "7c1e5a93"

_STORIES = (
    (
        1,
        "Режим работы",
        "Библиотека 12 декабря работает до 17:00",
        "Санитарный день переносится. Книги можно вернуть через станцию самообслуживания у входа.",
    ),
    (
        10,
        "Подборка",
        "Пять новых романов о Севере",
        "Мороз за окном — самое время для книг, где снег идёт с первой страницы до последней. "
        "Собрали пять новинок абонемента.",
    ),
    (
        7,
        "Анонс",
        "Встреча с переводчиком Э. По",
        "Приглашаем на встречу с переводчиком рассказов Эдгара По. Поговорим о том, как звучит «Ворон» по-русски. "
        "Вход свободный, начало в 18:00.",
    ),
    (
        3,
        "Личный кабинет",
        "Как продлить книгу из дома",
        "Три шага в личном кабинете портала: войти, выбрать книгу, нажать «Продлить».",
    ),
    (
        11,
        "Специальные онлайн-ресурсы",
        "Ноты, стандарты и карты: что можно открыть с читательским билетом, не выходя из дома, "
        "и почему это удобнее, чем искать по всему интернету",
        "В читальном зале и дома доступны три коллекции.\n\n• ноты для фортепиано и баяна;\n• ГОСТы с поправками;\n"
        "• карты города за 1828–1917 годы.\n\nПодскажем, как войти: напишите нам в сообщения.",
    ),
    (
        6,
        "Виртуальная справка",
        "Спросите библиографа",
        "Не можете вспомнить название книги? Опишите её, и мы найдём. " * 6,
    ),
)


def draw(path: Path, size: tuple[int, int], hue: int) -> Path:
    """A landscape of our own."""
    picture = Image.new("HSV", size, (hue % 256, 60, 235))
    pen = ImageDraw.Draw(picture)
    width, height = size
    for n in range(5):
        top = height * (0.35 + 0.12 * n)
        wave = [(width * x / 8, top + height * 0.07 * ((x + n) % 3)) for x in range(9)]
        pen.polygon([*wave, (width, height), (0, height)], fill=((hue + 9 * n) % 256, 90 + 25 * n, 210 - 28 * n))
    picture.convert("RGB").save(path)
    return path


def pictures(folder: Path, count: int, **credit: object) -> tuple[Picture, ...]:
    """Freshly drawn pictures of several shapes."""
    sizes = ((1600, 1067), (900, 1200), (1000, 1000), (640, 360))
    made = []
    for n in range(count):
        path = folder / f"рисунок-{n}-{len(list(folder.iterdir()))}.jpg"
        draw(path, sizes[n % 4], 40 * n + 17 * len(str(folder)))
        made.append(
            Picture(kind=MediaKind.PICTURE, name=path.name, path=str(path), alt=f"Холмы, вид {n + 1}", **credit)
        )
    return tuple(made)


def post(n: int, media: tuple[Picture, ...] = (), **fields: object) -> PlannedPost:
    """The n-th post; six stories take turns."""
    topic, name, title, text = _STORIES[n % 6]
    day = MONDAY + dt.timedelta(n * 5 // 3)
    told: dict[str, object] = {
        "id": f"0190f3c2-0000-7000-8000-{n:012d}",
        "date": day,
        "time": dt.time(10 + n % 7, 30 * (n % 2)),
        "topic": Topic(number=topic, title=name),
        "title": title,
        "text": text,
        "media": media,
        "submit_by": dt.datetime.combine(day - dt.timedelta(7), dt.time(18)),
        "state": State.SUBMITTED,
    }
    return PlannedPost(**{**told, **fields})


def plan(posts: tuple[PlannedPost, ...], **fields: object) -> PlanDocument:
    """A plan that was handed in, over the weeks that the posts need."""
    last = week_of(max((p.date for p in posts), default=MONDAY)).last
    period = Period(MONDAY, last)
    weeks = []
    for week in period.weeks():
        count = sum(p.date in week for p in posts)
        fit = Fit.LOW if count < 2 else Fit.HIGH if count > 7 else Fit.OK
        weeks.append(WeekCount(week=week, count=count, minimum=2, maximum=7, clause="5.8", fit=fit))
    missing = (Topic(number=4, title="Электронная доставка"), Topic(number=9, title="Статья о ресурсе"))
    told: dict[str, object] = {
        "library": "Централизованная библиотечная система",
        "branch": "Библиотека № 3",
        "page": "Библиотека № 3",
        "network": Network.VK,
        "period": period,
        "posts": posts,
        "made": dt.datetime(2026, 11, 24, 11, 20),
        "zone": "Europe/Moscow",
        "number": 14,
        "version": 2,
        "submitted": dt.datetime(2026, 11, 24, 11, 20),
        "effective": dt.datetime(2026, 11, 24, 11, 20),
        "coordinator": "М. Соколова",
        "curator": "И. О. Фамилия",
        "regulation": "Регламент СПб",
        "regulation_version": 3,
        "weeks": tuple(weeks),
        "coverage": (Coverage(period=quarter_of(MONDAY), covered=7, asked=9, missing=missing, clause="5.9"),),
        "shares": (PartnerShare(period=month_of(last), partners=0, total=len(posts), limit=0.5, clause="3.9"),),
        "window_clause": "5.6",
        "digest": DIGEST,
    }
    return PlanDocument(**{**told, **fields})


def small(folder: Path) -> PlanDocument:
    """Four posts in one week, one of them urgent."""
    return plan(
        (
            post(
                0,
                pictures(folder, 1, author="дизайнер ЦБС"),
                urgent=True,
                urgent_reason="приказ от 23 ноября",
                late=True,
                decision_due=dt.datetime(2026, 11, 24, 18),
            ),
            post(1, pictures(folder, 2, author="архив библиотеки")),
            post(2, pictures(folder, 1, borrowed=True, author="А. Петрова", source="издательство «Лира»")),
            post(3, (Picture(kind=MediaKind.VIDEO, name="продление.mp4"),), partner="Дом учителя"),
        )
    )


def middle(folder: Path) -> PlanDocument:
    """Twelve posts in three weeks: credits missing, answers given, remarks."""
    posts = (
        *small(folder).posts,
        post(4, pictures(folder, 4), decision=Decision.CHANGES, comment="Сократите заголовок, пожалуйста."),
        post(5, pictures(folder, 3, borrowed=True), borrowed=True),
        post(6, decision=Decision.APPROVED),
        post(7, pictures(folder, 1), text="Длинный рассказ о книгах и читателях. " * 45),
        post(8, title="Очень длинный заголовок " * 8, time=None),
        post(9, artwork_ordered=True, topic=None, direction="Культурно-массовая деятельность в соцсети"),
        post(10, state=State.PUBLISHED),
        post(11, title="", text="Без заголовка, но с текстом."),
    )
    return plan(
        posts,
        blockers=(
            Remark(
                text="Заимствованный рисунок: укажите автора и источник (п. 5.7).",
                clause="5.7",
                date=posts[5].date,
                post_id=posts[5].id,
            ),
        ),
        departures=(
            Departure(
                clause="5.7",
                text="Заимствованный рисунок: укажите автора и источник (п.\u00a05.7).",
                reason="Музей пришлёт имя художника к понедельнику,\nподпись добавим до публикации.",
                person="Е. А. Орлова",
                at=dt.datetime(2026, 11, 24, 11, 5),
                date=posts[2].date,
                post_id=posts[2].id,
            ),
            Departure(
                clause="5.8",
                text="Восьмой пост за неделю при норме 2–7 (п.\u00a05.8).",
                reason="Неделя фестиваля: каждый день – своё событие.",
                person="Е. А. Орлова",
                at=dt.datetime(2026, 11, 24, 11, 6),
                regulation="own",
                version=4,
            ),
        ),
        advice=(
            Remark(text="В квартале нет темы 4 «Электронная доставка документов» (п. 5.9).", clause="5.9"),
            Remark(text="В квартале нет темы 9 «Статья о ресурсе» (п. 5.9).", clause="5.9"),
        ),
    )


def large(folder: Path, count: int = 40) -> PlanDocument:
    """Many posts over a quarter, with 0 to 4 pictures each and some very long texts."""
    return plan(
        tuple(
            post(
                n,
                pictures(folder, n % 5) if n < 15 else (),
                **({"text": "Абзац о книге, которую стоит прочитать зимой. " * 90} if n % 11 == 4 else {}),
            )
            for n in range(count)
        )
    )
