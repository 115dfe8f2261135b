"""Headings of columns as people write them, in six languages, and which field of a post each of them means."""

import re
from collections.abc import Sequence
from functools import cache

from smcal.imports.dates import looks_like_date
from smcal.imports.times import looks_like_time
from smcal.text import folded

FIELDS = ("date", "time", "network", "page", "title", "text", "topic", "direction", "status")
"""Fields that a column can be named for (`--map`)."""

EXTRAS = ("hashtags", "note")
"""Columns that are found by themselves: tags join the text, notes the note."""

_SYNONYMS = {
    "date": """
        дата; дата публикации; дата выхода; дата поста; дата размещения; дата и время; дата, время;
        дата время; когда; число; день; день публикации; план. дата; плановая дата; дата/время;
        дата выхода поста; срок публикации; publication date; date; publish date; published date;
        date of publication; post date; posting date; scheduled date; planned date; date and time;
        date time; datetime; date/time; day; when; publish at; scheduled at; schedule date; due date;
        go live; go-live date; datum; veröffentlichungsdatum; tag; datums; publicēšanas datums; fecha;
        fecha de publicación; día; date de publication; date publication; jour
    """,
    "time": """
        время; время публикации; время выхода; время поста; час; часы; time; publish time; publication time;
        post time; posting time; scheduled time; schedule time; time of publication; time of day; hour;
        uhrzeit; zeit; laiks; publicēšanas laiks; hora; hora de publicación; heure; heure de publication;
        horaire
    """,
    "network": """
        соцсеть; соцсети; социальная сеть; социальные сети; сеть; сети; площадка; площадки; канал; каналы;
        платформа; платформы; где; где публикуем; место размещения; место публикации; куда; network;
        networks; social network; social media; platform; platforms; channel; channels; social channel;
        where; medium; sozialesnetzwerk; soziales netzwerk; netzwerk; kanal; kanäle; kanaele; plattform;
        plattformen; tīkls; sociālais tīkls; kanāls; platforma; red; red social; redes; canal; canales;
        plataforma; réseau; reseau; réseaux; réseau social; plateforme
    """,
    "page": """
        страница; сообщество; группа; паблик; аккаунт; профиль; страница сообщества; название группы; page;
        account; profile; community; group; seite; konto; lapa; konts; página; cuenta; compte
    """,
    "title": """
        заголовок; название; название поста; название публикации; заголовок поста; наименование; тема поста;
        тема публикации; тема статьи; тема материала; заголовок статьи; название статьи; мероприятие;
        событие; название мероприятия; наименование поста; наименование публикации;
        наименование мероприятия; title; headline; post title; article title; blog title; general topic;
        event; event name; subject; subject line; titel; überschrift; ueberschrift; nosaukums; virsraksts;
        título; titulo; titre; name
    """,
    "text": """
        текст; текст поста; текст публикации; описание; содержание; контент; содержание поста;
        содержание публикации; контент поста; сообщение; пост; публикация; текст сообщения; текст статьи;
        материал; text; caption; post text; copy; post copy; content; post content; body; message;
        description; post; post body; caption text; beschreibung; beitrag; beitragstext; inhalt; teksts;
        apraksts; saturs; ieraksts; texto; contenido; copy del post; descripción; texte; contenu; légende;
        legende; post caption; draft text
    """,
    "topic": """
        тема; темы; тематика; номер темы; № темы; тема №; номер тематики; обязательная тема; topic; topics;
        theme; topic number; topic no; thema; themen; tēma; temats; tema; sujet; thème
    """,
    "direction": """
        направление; направление деятельности; направление работы; рубрика; категория; direction; category;
        post category; rubric; content pillar; pillar; rubrik; kategorie; richtung; virziens; rubrika;
        kategorija; categoría; rubrique; catégorie
    """,
    "status": """
        статус; состояние; стадия; статус поста; статус публикации; этап; status; state; stage; post status;
        blog status; approval status; approval; zustand; statuss; stāvoklis; estado; statut; état; typ
    """,
    "hashtags": """
        хештеги; хэштеги; хештег; хэштег; теги; hashtags; hashtag; hash tags; tags; mirkļbirkas; etiquetas;
        mots-clics
    """,
    "note": """
        примечание; примечания; комментарий; комментарии; заметка; заметки; note; notes; comment; comments;
        remark; remarks; internal notes; bemerkung; bemerkungen; notiz; notizen; anmerkung; piezīmes;
        piezīme; notas; nota; comentarios; remarque; remarques; commentaire
    """,
}

_WEAK_NAMES = """
    день; day; tag; jour; día; когда; when; число; час; часы; hour; где; where; куда; typ; name; event; post; пост;
    copy; red; материал; medium; группа; group; профиль; profile; канал; approval; approval status; публикация; subject
"""
"""Headings that mean a field only where nothing names it better, and what stands below agrees."""


def _phrases(listed: str) -> list[str]:
    return [" ".join(re.findall(r"[^\W_]+", folded(phrase))) for phrase in listed.split(";")]


_FIELD_OF = {phrase: field for field, listed in _SYNONYMS.items() for phrase in _phrases(listed)}
_WEAK = frozenset(_phrases(_WEAK_NAMES))

_STARTS = ("date", "time", "title", "text", "network", "hashtags")
"""Fields whose heading may go on after the known words, as in «Дата выхода в соцсетях»."""


@cache
def plain(heading: str) -> str:
    """A heading as the list of synonyms knows it: no case, no signs, nothing in brackets."""
    return " ".join(re.findall(r"[^\W_]+", folded(re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", heading))))


@cache
def field_of(heading: str) -> tuple[str | None, int]:
    """The field that a heading means, and how surely: 3 by name, 2 by its first words, 1 by a weak name, else 0."""
    name = plain(heading)
    if field := _FIELD_OF.get(name):
        return field, 1 if name in _WEAK else 3
    words = name.split()
    if not 1 < len(words) <= 6:
        return None, 0
    for length in range(len(words) - 1, 0, -1):
        start = " ".join(words[:length])
        if (field := _FIELD_OF.get(start)) in _STARTS and start not in _WEAK:
            return field, 2
    return None, 0


def header_hits(record: Sequence[str]) -> float:
    """How many different fields the cells of a record name, sure ones first."""
    found: dict[str, int] = {}
    for cell in record:
        if cell and len(cell) <= 60:
            field, sure = field_of(cell)
            if field:
                found[field] = max(found.get(field, 0), sure)
    return sum((0.0, 0.4, 0.7, 1.0)[sure] for sure in found.values())


def looks_like_values(record: Sequence[str]) -> bool:
    """Whether a record holds a date, a time or a link, as headings never do."""
    return any(looks_like_date(cell) or looks_like_time(cell) or "://" in cell for cell in record if cell.strip())
