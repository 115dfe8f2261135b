"""What a check is: a small function that looks at one page and says what departs from its rule."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple, Protocol, TypeVar

from smcal.model import Period, Post, State
from smcal.regulation.finding import Finding, Severity
from smcal.regulation.look import Look, Week
from smcal.words import Words

T = TypeVar("T")

_PUBLISHED, _REMOVED, _ADVICE = State.PUBLISHED, State.REMOVED, Severity.RECOMMENDED


class Say(NamedTuple):
    """Makes the findings of one rule, as the pack wants it."""

    rule: str
    clause: str
    severity: Severity

    def post(self, look: Look, post: Post, *fixes: str, judged: tuple[str, ...] = (), **args: Any) -> Finding:
        """A finding about one post; advice where the post is published or its day has passed.

        Neither is handed in any more. Why a post was taken down can be recorded at any time, so that may block.
        `judged` is what the post says about it.
        """
        handed_in_no_more = post.state is _PUBLISHED or (post.state is not _REMOVED and _is_past(look, post.date))
        return self._post(look, post, _ADVICE if handed_in_no_more else self.severity, fixes, args, judged)

    def advice(self, look: Look, post: Post, *fixes: str, **args: Any) -> Finding:
        """A finding about one post that never blocks."""
        return self._post(look, post, _ADVICE, fixes, args)

    def week(self, look: Look, week: Week, *fixes: str, **args: Any) -> Finding:
        """A finding about one ISO week of the page; advice about a past one."""
        return self.page(look, *fixes, week=week.name, **{"first": week.first, "last": week.last, **args})

    def page(
        self, look: Look, *fixes: str, week: str | None = None, judged: tuple[str, ...] = (), **args: Any
    ) -> Finding:
        """A finding about a longer stretch of the page: pass its `first` and `last` day.

        Advice about a past one, and nothing would mend it: no repair can come in time.
        """
        if _is_past(look, args["last"]):
            return self._page(look, _ADVICE, (), args, week=week, judged=judged)
        return self._page(look, self.severity, fixes, args, week=week, judged=judged)

    def standing(self, look: Look, *fixes: str, **args: Any) -> Finding:
        """A finding about the page as it is, whatever the days asked about."""
        period = look.period
        span = {"first": period.first, "last": period.last}
        return self._page(look, self.severity, fixes, span | args, standing=True)

    def cite(self, clause: str) -> "Say":
        """The same rule, citing one more clause."""
        return Say(self.rule, f"{self.clause}; {clause}", self.severity)

    def instead(self, clause: str) -> "Say":
        """The same rule, citing a point's own clause."""
        return self._replace(clause=clause)

    def _post(
        self,
        look: Look,
        post: Post,
        severity: Severity,
        fixes: tuple[str, ...],
        args: dict[str, Any],
        judged: tuple[str, ...] = (),
    ) -> Finding:
        return Finding(
            rule=self.rule,
            clause=self.clause,
            severity=severity,
            page_id=look.page.id,
            date=post.date,
            post_id=post.id,
            args=args,
            fixes=fixes,
            judged=judged,
        )

    def _page(
        self, look: Look, severity: Severity, fixes: tuple[str, ...], args: dict[str, Any], **where: Any
    ) -> Finding:
        rule, clause, _severity = self
        return Finding(
            rule=rule, clause=clause, severity=severity, page_id=look.page.id, args=args, fixes=fixes, **where
        )


def _is_past(look: Look, day: dt.date | None) -> bool:
    return day is not None and day < look.ground.today


class Dates(Protocol):
    """How days and moments are written: Babel does it in the core, QLocale in the window."""

    def day(self, d: dt.date) -> str: ...

    def plain_day(self, d: dt.date) -> str: ...

    def moment(self, at: dt.datetime) -> str: ...


class Voice(NamedTuple):
    """A language to speak in."""

    words: Words
    dates: Dates

    def gettext(self, text: str) -> str:
        """Translate; named as collectors of texts expect."""
        return self.words.gettext(text)

    def ngettext(self, one: str, many: str, n: int) -> str:
        """Translate a text that counts n things."""
        return self.words.ngettext(one, many, n)

    def listed(self, parts: Sequence[str]) -> str:
        """Parts of a sentence, the last one joined by "and"."""
        if len(parts) < 2:
            return "".join(parts)
        text = self.gettext("{most} and {last}")
        return text.format(most=", ".join(parts[:-1]), last=parts[-1])

    def span(self, finding: Finding) -> dict[str, str]:
        """The first and last day that a finding is about, for a sentence's {first} and {last}."""
        return self.ends(Period(finding.args["first"], finding.args["last"]))

    def ends(self, stretch: Period) -> dict[str, str]:
        """A sentence's {first} and {last} day; a month that both share is said once: «с 5 по 11 октября»."""
        first, last = self.dates.plain_day(stretch.first), self.dates.plain_day(stretch.last)
        if stretch.first != stretch.last and _month(stretch.first) == _month(stretch.last):
            if first[0].isdigit():
                first = first.split("\u00a0")[0]
            else:
                last = last.split("\u00a0")[-1]  # October 5 to 11
        return {"first": first, "last": last}


def _month(day: dt.date) -> tuple[int, int]:
    return day.year, day.month


class Check(NamedTuple):
    """One rule: its check, its words, and the section of the pack that it cannot do without.

    `sentence` has no full stop and no clause, `badge` is a few words in lower case; the clause is added to both.
    """

    find: Callable[[Look, Say], Iterator[Finding]]
    sentence: Callable[[Finding, Voice], str]
    badge: Callable[[Finding, Voice], str]
    needs: str | None = None


def given(section: T | None) -> T:
    """A section of the pack that the check has named in `needs`."""
    if section is None:
        raise ValueError("a check ran although its section of the pack is missing")
    return section
