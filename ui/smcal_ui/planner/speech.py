"""What the planner says to people who listen, and in tool tips: the same sentences."""

import msgspec

from smcal.layout.board import Card, Coverage, DayColumn, PageRow
from smcal.words import _, ngettext
from smcal_ui.dates import LocaleDates
from smcal_ui.names import network_name, state_name
from smcal_ui.planner.cards import clock
from smcal_ui.planner.painter import day_state, hours


def card_words(card: Card, dates: LocaleDates) -> str:
    """A card in one sentence: title, when, what, and what needs attention."""
    parts = [card.title]
    if card.date is not None:
        parts.append(f"{dates.day(card.date)} {clock(card.time)}".strip())
    parts += [text for text in (card.topic_name, state_name(card.state)) if text]
    parts += [badge.text for badge in card.badges]
    return ", ".join(parts)


def card_name(card: Card, row: PageRow, dates: LocaleDates) -> str:
    """A card as screen readers say it: the sentence with its page, what needs attention last."""
    parts = [card_words(msgspec.structs.replace(card, badges=()), dates), row.page.title]
    parts += [network_name(row.page.network), *(badge.text for badge in card.badges)]
    return ", ".join(parts)


def card_tip(card: Card) -> str:
    """A card in full, line by line."""
    first = " · ".join(text for text in (clock(card.time), card.topic_name, state_name(card.state)) if text)
    return "\n".join([card.title, first, *(f"• {badge.text}" for badge in card.badges)])


def day_words(day: DayColumn, dates: LocaleDates) -> str:
    """A day in full: what it is, how long it is worked, what is noted."""
    kind = _("day off") if day.closed else _("shortened day") if day.shortened else _("working day")
    parts = [f"{dates.long_weekday(day.date)}, {dates.long_day(day.date)}", f"{kind} {hours(day)}".strip()]
    if day.name:
        parts.append(day.name)
    if day.urgent_only:
        parts.append(_only_urgent())
    if day.provisional:
        parts.append(_("The calendar of this year is not decreed yet."))
    return "\n".join([*parts, *day.notes])


def ground_tip(day: DayColumn) -> str:
    """Why the free ground of a cell looks as it does; "" where it is plain. A click there goes to the cell."""
    if not day.urgent_only:
        return ""
    return _only_urgent() + "\n" + _("Why? Shift+F1 after a click, or the menu of the cell, explains it.")


def _only_urgent() -> str:
    return _("A plan handed in now would be late for this day: only urgent posts.")


def cell_words(row: PageRow, day: DayColumn, count: int, dates: LocaleDates) -> str:
    """A cell in one sentence: page, day, how many posts; and whether it is hatched."""
    posts = ngettext("{n} post", "{n} posts", count).format(n=count)
    words = f"{row.page.title}, {network_name(row.page.network)}, {dates.day(day.date)}, {posts}"
    return f"{words}, {day_state(day)}" if day.urgent_only else words


def page_tip(row: PageRow) -> str:
    """A page in full: where it belongs, posts of the week, topics of the quarter."""
    lines = [f"{row.page.title} · {network_name(row.page.network)}", row.branch]
    gauge, coverage = row.gauge, row.coverage
    if gauge.minimum is not None and gauge.maximum is not None:
        text = _("{count} this week, {min} to {max} are asked for")
        lines.append(text.format(count=gauge.count, min=gauge.minimum, max=gauge.maximum))
    if coverage.wanted:
        lines.append(_coverage(coverage))
    return "\n".join(line for line in lines if line)


def _coverage(coverage: Coverage) -> str:
    return _("Mandatory topics: {met} of {wanted}").format(met=coverage.met, wanted=coverage.wanted)


def with_why(text: str) -> str:
    """A tip where a click explains more."""
    return text + "\n" + _("Why? A click explains it.")
