"""Partners' material: agreed with the PR service, and never the greater part (spb-cbs 3.9)."""

from collections.abc import Iterable, Iterator
from functools import partial

from smcal.model import Period, Post
from smcal.regulation.check import Check, Say, Voice, given
from smcal.regulation.finding import Finding
from smcal.regulation.look import Look, stretches_of
from smcal.regulation.pack import Pack


def consent(look: Look, say: Say) -> Iterator[Finding]:
    """Partners' posts that the PR service has not agreed to, where there is one."""
    if not look.ground.scope.pr_service:
        return
    for post in of_partners(look, look.live):
        if not post.pr_consent:
            partner = post.partner.strip()
            judged = (partner, post.title, post.text)
            yield say.post(look, post, "record-pr-consent", judged=judged, partner=partner)


def share(look: Look, say: Say) -> Iterator[Finding]:
    """Months (or quarters) in which more than the allowed share of a page's posts are partners'."""
    partners = given(look.pack.partners)
    for stretch in stretches_of(look.period, partners.period):
        theirs, count = look.once(("partners", stretch), partial(_theirs, look, stretch))
        if theirs > partners.share * count:
            yield say.page(
                look, "move", count=theirs, all=count, share=partners.share, first=stretch.first, last=stretch.last
            )


def _theirs(look: Look, stretch: Period) -> tuple[int, int]:
    """How many posts of a stretch are partners', and how many there are."""
    posts = look.between(stretch.first, stretch.last)
    return len(of_partners(look, posts)), len(posts)


def of_partners(look: Look, posts: Iterable[Post]) -> list[Post]:
    """Those that are partners' material."""
    direction, usual = _their_direction(look.pack), look.ground.usual
    if direction is None:
        return [p for p in posts if p.partner and p.partner.strip()]
    if direction not in usual.values():
        return [p for p in posts if p.direction == direction or (p.partner and p.partner.strip())]
    return [p for p in posts if (p.direction or usual.get(p.topic)) == direction or p.partner.strip()]


def is_partners(post: Post, pack: Pack) -> bool:
    """Whether a post is partners' material: a partner is named, or its direction is partners'.

    A topic brings its usual direction.
    """
    if post.partner and post.partner.strip():
        return True
    direction = _their_direction(pack)
    if direction is None:
        return False
    if post.direction or post.topic is None:
        return post.direction == direction
    topic = pack.topic(post.topic)
    return topic is not None and topic.direction == direction


def _their_direction(pack: Pack) -> str | None:
    """The direction that is partners', if there is one."""
    return pack.partners.direction if pack.partners else None


def _consent(finding: Finding, voice: Voice) -> str:
    partner = finding.args["partner"]
    if not partner:
        return voice.gettext("The PR service has not agreed to this partner post")
    return voice.gettext("The PR service has not agreed to this partner post ({partner})").format(partner=partner)


def _consent_badge(_finding: Finding, voice: Voice) -> str:
    return voice.gettext("no PR consent")


def _share(finding: Finding, voice: Voice) -> str:
    text = voice.gettext("Partners have {count} of {all} posts from {first} to {last}, more than {percent}%")
    return text.format(**finding.args | voice.span(finding), percent=round(100 * finding.args["share"]))


def _share_badge(finding: Finding, voice: Voice) -> str:
    return voice.gettext("partners: {count} of {all}").format(**finding.args)


RULES = {
    "partners.consent": Check(consent, _consent, _consent_badge),
    "partners.share": Check(share, _share, _share_badge, "partners"),
}
