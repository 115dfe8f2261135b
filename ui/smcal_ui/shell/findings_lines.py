"""Findings as lines of the list: what can still be mended first, the missing topics of a page in one line."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from smcal.model import Period, Post
from smcal.regulation import Finding, Severity, clause_text
from smcal.words import _, spoken

COVERAGE = "topics.coverage"


class Line(NamedTuple):
    """One line: the finding it leads to, and what it says."""

    finding: Finding
    clause: str
    page: str
    text: str
    past: bool  # about days that have gone: only worth knowing


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
    lines = [
        *_coverage_lines([f for f in findings if f.rule == COVERAGE], pages, today),
        *(
            Line(
                finding,
                clause_text(finding.clause, spoken()),
                pages.get(finding.page_id, ""),
                _named(_without_clause(sentence(finding), finding), posts.get(finding.post_id or ""), day),
                _is_past(finding, posts, today),
            )
            for finding in findings
            if finding.rule != COVERAGE
        ),
    ]
    return sorted(lines, key=lambda line: (line.past, line.finding.severity is not Severity.REQUIRED))


def _coverage_lines(findings: list[Finding], pages: Mapping[str, str], today: dt.date) -> list[Line]:
    """One line a page and stretch of time, however many topics are missing."""
    by_page: dict[tuple[str, dt.date], list[Finding]] = {}
    for finding in findings:
        by_page.setdefault((finding.page_id, finding.args["first"]), []).append(finding)
    return [
        Line(
            same[0],
            clause_text(same[0].clause.partition(",")[0], spoken()),
            pages.get(page_id, ""),
            _missing(same),
            same[0].args["last"] < today,
        )
        for (page_id, _first), same in by_page.items()
    ]


def _missing(findings: list[Finding]) -> str:
    """«в квартале ещё нет тем 4, 6 и 9», with a single one by its name."""
    first: Finding = findings[0]
    quarter = Period(first.args["first"], first.args["last"])
    long = (quarter.last - quarter.first).days > 31
    if len(findings) == 1:
        text = _("no post on topic {n} yet this quarter: {title}") if long else _("no post on topic {n} yet: {title}")
        return text.format(n=first.args["topic"], title=first.args["short"].within(spoken().language))
    numbers = [str(finding.args["topic"]) for finding in findings]
    listed = _("{most} and {last}").format(most=", ".join(numbers[:-1]), last=numbers[-1])
    text = _("no posts on topics {numbers} yet this quarter") if long else _("no posts on topics {numbers} yet")
    return text.format(numbers=listed)


def _named(sentence: str, post: Post | None, day: Callable[[Post], str] | None) -> str:
    """A sentence with the title of the post it is about, and its day where it is asked for."""
    if post is None or not (post.title or day):
        return sentence
    sentence = sentence[:1].lower() + sentence[1:]
    if day is None:
        return _("“{title}”: {sentence}").format(title=post.title, sentence=sentence)
    title = post.title or _("Untitled post")
    return _("“{title}”, {day}: {sentence}").format(title=title, day=day(post), sentence=sentence)


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
