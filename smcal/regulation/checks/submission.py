"""Posts handed in to the curator in time, and urgent ones (spb-cbs 5.6, 5.11)."""

import datetime as dt
from collections.abc import Iterator

from smcal.model import Post
from smcal.regulation.check import Check, Say, Voice
from smcal.regulation.finding import Finding
from smcal.regulation.look import Look


def window(look: Look, say: Say) -> Iterator[Finding]:
    """Posts handed in too late, or too late to be handed in now, that are not marked urgent.

    A post is measured when it was first handed in, by the days as they stood then: what was in time stays in time.
    One whose day has passed unnoticed gets a line of advice.
    """
    for post in look.gone_by:
        yield say.advice(look, post, "mark-published", "move", case="gone-by")
    ground = look.ground
    horizon = ground.horizon
    for post in look.unpublished:
        handed_in = post.first_submitted
        earliest = horizon if handed_in is None else post.in_time_from or ground.horizon_at(handed_in)
        if post.date < earliest and not post.urgent:  # type: ignore[operator]  # posts of a page's row are dated
            yield _late(look, say, post, earliest)


def urgent(look: Look, say: Say) -> Iterator[Finding]:
    """Urgent posts that do not say why."""
    for post in look.unpublished:
        if post.urgent and not post.urgent_reason.strip():
            yield say.post(look, post, "give-reason", judged=(post.title, post.text))


def _late(look: Look, say: Say, post: Post, earliest: dt.date) -> Finding:
    """How late it is, or would be now: handed in at once, it is the same finding before and after.

    `earliest` moves on with every working day that closes, so that handing in a day later is another one.
    """
    assert post.date is not None
    ground, handed_in = look.ground, post.first_submitted
    by = ground.scope.worktime.submit_by(post.date)
    at = None if handed_in is None else ground.local(handed_in)
    unsure = ground.scope.worktime.provisional(by.date(), earliest)
    return say.post(look, post, "mark-urgent", "move", case="late", by=by, earliest=earliest, at=at, provisional=unsure)


def _window(finding: Finding, voice: Voice) -> str:
    dates, args = voice.dates, finding.args
    if args["case"] == "gone-by":
        return voice.gettext("The day has passed and the post was never handed in: mark it published or move it")
    by = dates.moment(args["by"])
    if args.get("provisional"):
        by = voice.gettext("{moment} (provisional)").format(moment=by)
    if args["at"] is not None:
        text = voice.gettext("Handed in on {at}, due by {by}: mark the post urgent and say why")
        return text.format(at=dates.moment(args["at"]), by=by)
    text = voice.gettext(
        "Was to be handed in by {by}. Posts from {earliest} on are in time now, earlier ones as urgent with a reason"
    )
    return text.format(by=by, earliest=dates.day(args["earliest"]))


def _window_badge(finding: Finding, voice: Voice) -> str:
    if finding.args["case"] == "gone-by":
        return voice.gettext("never handed in")
    return voice.gettext("late: hand in by {by}").format(by=voice.dates.moment(finding.args["by"]))


def _urgent(_finding: Finding, voice: Voice) -> str:
    return voice.gettext("The post is marked urgent, but no reason is given")


def _urgent_badge(_finding: Finding, voice: Voice) -> str:
    return voice.gettext("urgent without a reason")


RULES = {
    "submission.window": Check(window, _window, _window_badge, "submission"),
    "submission.urgent": Check(urgent, _urgent, _urgent_badge, "submission"),
}
