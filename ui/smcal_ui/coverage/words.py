"""What the matrix says: how a topic stands, what a cell holds, how a column is called."""

from collections.abc import Mapping, Sequence

from smcal.layout.coverage import Columns, CoverageBoard, Owing, Share, TopicRow
from smcal.model import Page, Period, Post
from smcal.planning.why import Asked
from smcal.planning.why.counts import reason_text
from smcal.regulation.checks.topics import Reason
from smcal.words import _, inside, ngettext
from smcal_ui.coverage.grid import Cell
from smcal_ui.dates import LocaleDates

NAMED = 3
"""Pages that are named one by one."""


class Teller:
    """Puts a board into words, for eyes and for screen readers."""

    def __init__(self, board: CoverageBoard, columns: Columns, asked: Asked, names: Mapping[str, str]) -> None:
        self._board, self._columns, self._asked, self._names = board, columns, asked, names

    @property
    def names(self) -> Mapping[str, str]:
        """The names of the pages, by their ids."""
        return self._names

    def topic(self, row: TopicRow) -> str:
        """«6 · Виртуальная справочная служба»."""
        return f"{row.topic.id} · {row.topic.title.within(self._asked.voice.words.language)}"

    def short_topic(self, row: TopicRow) -> str:
        """«6 · Справка»."""
        return f"{row.topic.id} · {row.topic.short.within(self._asked.voice.words.language)}"

    def status(self, row: TopicRow) -> str:
        """How a topic stands, in a few words: there, owed and why, or not due and why."""
        if len(row.pages) == 1:
            return self._standing(row, row.pages[0])
        due, owed = sum(owing.reason.due for owing in row.pages), len(row.gaps)
        if owed:
            text = ngettext("owed by {n} page of {all}", "owed by {n} pages of {all}", owed)
            return text.format(n=owed, all=due)
        return _("every page has it") if due else _("not due on any page")

    def column(self, number: int) -> tuple[str, str]:
        """The two lines above a column: its name, and where it begins."""
        column = self._board.columns[number]
        match self._columns:
            case Columns.WEEKS:
                return str(column.first.isocalendar().week), self._dates.day_in_figures(column.first)
            case Columns.MONTHS:
                return month(column, self._dates), ""
            case Columns.WHOLE:
                return stretch_title(column, self._dates), ""

    def days(self, number: int) -> str:
        """The days of a column."""
        column = self._board.columns[number]
        if self._columns is not Columns.WEEKS:
            return self.column(number)[0]
        return f"{self._dates.week_number(column)}, {span(column, self._dates)}"

    def cell(self, cell: Cell) -> str:
        """What a cell holds, and how the whole topic stands."""
        posts = "; ".join(map(self.post, self._board.posts_in(*cell)))
        if cell.row == len(self._board.rows):
            return f"{self.heading(cell)}. {self.days(cell.column)}: {posts or _('no posts')}."
        row = self._board.rows[cell.row]
        return f"{self.topic(row)}. {self.days(cell.column)}: {posts or _('no post on it')}. {self.status(row)}."

    def heading(self, cell: Cell) -> str:
        """What the row of a cell is about."""
        return _("Without a topic") if cell.row == len(self._board.rows) else self.topic(self._board.rows[cell.row])

    def standing(self, cell: Cell) -> list[str]:
        """How the topic of a cell stands, in sentences."""
        if cell.row == len(self._board.rows):
            return [_("A post gets its topic in its own form.")] if self._board.posts_in(*cell) else []
        row = self._board.rows[cell.row]
        return [line for line in (self.standings(row) or _sentence(self.status(row)), self.condition(row)) if line]

    def post(self, post: Post) -> str:
        """A post in a list: its day, its title, and its page where there are several."""
        assert post.date is not None
        told = f"{self._dates.day(post.date)} – {titled(post)}"
        several = len(self._names) > 1 and post.page_id in self._names
        return f"{told} ({self._names[post.page_id or '']})" if several else told

    def standings(self, row: TopicRow) -> str:
        """How every page stands with a topic, those that owe a post first."""
        if len(row.pages) == 1:
            return ""
        missing = [self._names[page] for page in row.gaps]
        lines = [_("Owed by: {pages}.").format(pages=_some(missing))] if missing else []
        there = [self._names[owing.page_id] for owing in row.pages if owing.covered]
        lines += [_("Covered on: {pages}.").format(pages=_some(there))] if there else []
        spared = [owing for owing in row.pages if not owing.reason.due and not owing.covered]
        if spared:
            text = ngettext("{n} page: {reason}", "{n} pages: {reason}", len(spared))
            lines.append(text.format(n=len(spared), reason=reason_text(self._asked, spared[0].reason)) + ".")
        return "\n".join(lines)

    def condition(self, row: TopicRow) -> str:
        """Of one page that has a topic: why that is due or not, where it is not due always."""
        if len(row.pages) != 1 or not row.pages[0].covered:
            return ""
        reason = row.pages[0].reason
        if reason.case is Reason.ALWAYS:
            return ""
        if reason.case is Reason.HAS_COLLECTION:
            return _("Due, for the page has a collection of its own.")
        if reason.note is not None:
            text = _("Due because of “{text}” on {day}.")
            return text.format(text=inside(reason.note.text), day=self._dates.plain_day(reason.note.date))
        return _sentence(reason_text(self._asked, reason))

    def share(self, share: Share) -> str:
        """«3 из 8»."""
        return _("{count} of {all}").format(count=share.theirs, all=share.all)

    @property
    def _dates(self) -> LocaleDates:
        dates = self._asked.voice.dates
        assert isinstance(dates, LocaleDates)
        return dates

    def _standing(self, row: TopicRow, owing: Owing) -> str:
        first = next((post for cell in row.cells for post in cell), None)
        if first is not None and first.date is not None:
            return _("there: {day}").format(day=self._dates.day(first.date))
        return reason_text(self._asked, owing.reason)


def month(stretch: Period, dates: LocaleDates) -> str:
    """«Ноябрь»."""
    return dates.month_name(stretch.first)


def stretch_title(stretch: Period, dates: LocaleDates) -> str:
    """«IV квартал 2026» or «Ноябрь 2026»."""
    if stretch.first.month == stretch.last.month:
        return dates.month_title(stretch.first)
    roman = ("I", "II", "III", "IV")[(stretch.first.month - 1) // 3]
    return _("Quarter {n} of {year}").format(n=roman, year=stretch.first.year)


def span(stretch: Period, dates: LocaleDates) -> str:
    """«30 ноября – 6 декабря», «5–11 октября»."""
    return dates.span(stretch)


def titled(post: Post) -> str:
    """What a post is called."""
    return post.title.strip() or next(iter(post.text.strip().splitlines()), "") or _("untitled")


def names_of(pages: Sequence[Page], name: Mapping[str, str]) -> dict[str, str]:
    """The names of some pages, in their order."""
    return {page.id: name[page.id] for page in pages}


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _some(names: Sequence[str]) -> str:
    rest = len(names) - NAMED
    shown = ", ".join(names[:NAMED])
    return shown + (ngettext(" and {n} more", " and {n} more", rest).format(n=rest) if rest > 0 else "")
