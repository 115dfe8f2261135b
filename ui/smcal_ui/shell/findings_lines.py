"""Findings as lines of the list: what can still be mended first; missing topics and open checklists in one line."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from smcal.model import Period, Post
from smcal.regulation import Finding, Severity, clause_text
from smcal.words import _, begun_small, inside, spoken

COVERAGE = "topics.coverage"


class Line(NamedTuple):
    """One line: the finding it leads to, and what it says."""

    finding: Finding
    clause: str
    page: str
    text: str
    past: bool  # about days that have gone: only worth knowing
    folded: tuple[Finding, ...] = ()  # all that it stands for, where that is more than `finding`

    @property
    def told(self) -> tuple[str, str, str]:
        """What it says, column by column; a text that stands alone in its column begins large."""
        return self.clause, self.page, self.text[:1].upper() + self.text[1:]

    @property
    def all(self) -> tuple[Finding, ...]:
        """Every finding that it stands for."""
        return self.folded or (self.finding,)


def is_checklist(finding: Finding) -> bool:
    """Whether it asks somebody to confirm a point of the checklist for a week."""
    return finding.week is not None and "item" in finding.args


def overridden(line: Line) -> bool:
    """Whether somebody has decided to hand in all the same."""
    return line.finding.override is not None


def finding_lines(
    findings: Iterable[Finding],
    pages: Mapping[str, str],
    posts: Mapping[str, Post],
    sentence: Callable[[Finding], str],
    today: dt.date,
    *,
    day: Callable[[Post], str] | None = None,
) -> list[Line]:
    """The lines of a week: first what can be mended, required before advice; then what is about days gone by.

    With `day`, the line of a post also tells when it is planned, in these words.
    """
    findings = list(findings)
    lines = [
        *_coverage_lines([f for f in findings if f.rule == COVERAGE], pages, today),
        *_checklist_lines([f for f in findings if is_checklist(f)], pages, today, numbered=day is not None),
        *(
            Line(
                finding,
                clause_text(finding.clause, spoken()),
                pages.get(finding.page_id, ""),
                _named(_without_clause(sentence(finding), finding), posts.get(finding.post_id or ""), day),
                _is_past(finding, posts, today),
            )
            for finding in findings
            if finding.rule != COVERAGE and not is_checklist(finding)
        ),
    ]
    return sorted(lines, key=lambda line: (line.past, *_rank(line.finding)))


def _rank(finding: Finding) -> tuple[int, int]:
    """What blocks, then advice, then what somebody has overridden; in each first what is about these days.

    What is missing in a whole quarter comes after it, and what is said every week comes last.
    """
    weight = 0 if finding.blocks else 1 if finding.severity is not Severity.REQUIRED else 2
    return weight, 2 if finding.standing else 1 if finding.rule == COVERAGE else 0


def _checklist_lines(
    findings: list[Finding], pages: Mapping[str, str], today: dt.date, *, numbered: bool
) -> list[Line]:
    """One line a page and week, however many points nobody has confirmed."""
    by_week: dict[tuple[str, str, bool, Severity], list[Finding]] = {}
    for finding in findings:
        key = (finding.page_id, finding.week or "", finding.override is None, finding.severity)
        by_week.setdefault(key, []).append(finding)
    return [
        Line(
            same[0],
            _clauses(same),
            pages.get(page_id, ""),
            _open_points(same, week if numbered else ""),
            _is_past(same[0], {}, today),
            tuple(same),
        )
        for (page_id, week, _standing, _severity), same in by_week.items()
    ]


def _clauses(findings: list[Finding]) -> str:
    clauses = sorted({finding.clause for finding in findings})
    numbers = all(clause[:1].isdigit() and ";" not in clause for clause in clauses)
    return clause_text(", ".join(clauses) if numbers else clauses[0], spoken())


def _open_points(findings: list[Finding], week: str) -> str:
    points = "; ".join(finding.args["title"].within(spoken().language) for finding in findings)
    if week:
        number = int(week[-2:])
        return _("the checklist of week {n} is not confirmed: {points}").format(n=number, points=points)
    return _("the checklist is not confirmed: {points}").format(points=points)


def _coverage_lines(findings: list[Finding], pages: Mapping[str, str], today: dt.date) -> list[Line]:
    """One line a page and stretch of time, however many topics are missing."""
    by_page: dict[tuple[str, dt.date, bool], list[Finding]] = {}
    turn = len({finding.args["first"] for finding in findings}) > 1  # the week lies in two quarters
    for finding in findings:
        by_page.setdefault((finding.page_id, finding.args["first"], finding.override is None), []).append(finding)
    return [
        Line(
            same[0],
            clause_text(same[0].clause.partition(",")[0], spoken()),
            pages.get(page_id, ""),
            _missing(same, named=turn),
            same[0].args["last"] < today,
            tuple(same),
        )
        for (page_id, _first, _standing), same in by_page.items()
    ]


def _missing(findings: list[Finding], *, named: bool) -> str:
    """«в квартале ещё нет тем 4, 6 и 9», with a single one by its name; `named` says which quarter."""
    first: Finding = findings[0]
    quarter = Period(first.args["first"], first.args["last"])
    numbers = [str(finding.args["topic"]) for finding in findings]
    if (quarter.last - quarter.first).days <= 31:
        one, many = _("no post on topic {n} yet: {title}"), _("no posts on topics {numbers} yet")
    elif named:
        one = _("no post on topic {n} yet in quarter {quarter}: {title}")
        many = _("no posts on topics {numbers} yet in quarter {quarter}")
    else:
        one, many = (
            _("no post on topic {n} yet this quarter: {title}"),
            _("no posts on topics {numbers} yet this quarter"),
        )
    which = (quarter.first.month + 2) // 3
    if len(findings) == 1:
        title = first.args["short"].within(spoken().language)
        return one.format(n=numbers[0], title=title, quarter=which)
    listed = _("{most} and {last}").format(most=", ".join(numbers[:-1]), last=numbers[-1])
    return many.format(numbers=listed, quarter=which)


def _named(sentence: str, post: Post | None, day: Callable[[Post], str] | None) -> str:
    """A sentence with the title of the post it is about, and its day where it is asked for."""
    if post is None or not (post.title or day):
        return sentence
    sentence = begun_small(sentence)
    if day is None:
        return _("“{title}”: {sentence}").format(title=inside(post.title), sentence=sentence)
    title = post.title or _("Untitled post")
    return _("“{title}”, {day}: {sentence}").format(title=inside(title), day=day(post), sentence=sentence)


def _without_clause(sentence: str, finding: Finding) -> str:
    """The clause has a column of its own."""
    return sentence.removesuffix(f" ({clause_text(finding.clause, spoken())}).")


def _is_past(finding: Finding, posts: Mapping[str, Post], today: dt.date) -> bool:
    post = posts.get(finding.post_id or "")
    if post is not None and post.date is not None:
        return post.date < today
    if finding.week is not None:
        year, _dash, week = finding.week.partition("-W")
        return dt.date.fromisocalendar(int(year), int(week), 7) < today
    return finding.date is not None and finding.date < today
