"""Fixes that ask somebody outside: a request that is ready to be sent."""

from collections.abc import Iterator

from smcal.model import Page, Post
from smcal.planning.fixes.fields import Fix
from smcal.planning.fixes.offer import Ask, Letter, Offer, Wish
from smcal.planning.pages import page_name
from smcal.regulation import Finding
from smcal.words import inside


def _ask_pr(ask: Ask, finding: Finding, _detail: str) -> Iterator[Offer]:
    """Asks the PR service to agree to a partner's post: by mail, or by whatever the library writes in."""
    row = ask.scope.plan.posts.get(finding.page_id, ())
    post = next((post for post in row if post.id == finding.post_id), None)
    page = next((page for page in ask.scope.plan.pages if page.id == finding.page_id), None)
    if post is None or page is None:
        return
    letter, gettext = _request(ask, page, post), ask.voice.gettext
    yield Offer(fix="ask-pr", label=gettext("Write to the PR service…"), wish=Wish.MAIL, letter=letter)
    yield Offer(
        fix="ask-pr",
        label=gettext("Copy a request to the PR service"),
        done=gettext("The request is on the clipboard"),
        wish=Wish.COPY,
        letter=letter,
    )


def _request(ask: Ask, page: Page, post: Post) -> Letter:
    voice = ask.own or ask.voice
    gettext, partner = voice.gettext, post.partner.strip()
    day = voice.dates.day(post.date) if post.date else gettext("without a date")
    if post.date and post.time:
        day = f"{day}, {post.time:%H:%M}"
    heading = post.title.strip() or gettext("untitled")
    about = [
        gettext("Page: {page}").format(page=page_name(page)),
        gettext("Date: {day}").format(day=day),
        gettext("Title: {title}").format(title=heading),
        *([gettext("Partner: {partner}").format(partner=partner)] if partner else []),
    ]
    text = post.text.strip() or gettext("The text is still being written.")
    asked = gettext("Please agree to this post with a partner’s material.")
    subject = gettext("Partner post to be agreed: “{title}”").format(title=inside(heading, voice.words.language))
    return Letter(subject, "\n\n".join([asked, "\n".join(about), text]))


FIXES: dict[str, Fix] = {"ask-pr": _ask_pr}
