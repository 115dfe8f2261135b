"""What people call each check, and what it looks at, in the words of a library."""

from typing import NamedTuple

from smcal.words import N_, _


class RuleName(NamedTuple):
    """A check in plain words: its short name, and one sentence on what it says; both still to be translated."""

    title: str
    about: str


NAMES = {
    "frequency.min": RuleName(
        N_("Enough posts in a week"), N_("A page with fewer posts in a week than the smallest number is pointed out.")
    ),
    "frequency.max": RuleName(
        N_("Not too many posts in a week"), N_("A post beyond the largest number of a week is pointed out.")
    ),
    "submission.window": RuleName(
        N_("Handed in on time"), N_("A post that reaches the curator too few working days before it comes out is late.")
    ),
    "submission.urgent": RuleName(
        N_("Urgent posts give a reason"), N_("A post marked as urgent says why it could not wait.")
    ),
    "topics.coverage": RuleName(
        N_("Every topic is covered"), N_("A topic that a page has no post on in the whole month or quarter is missed.")
    ),
    "direction.listed": RuleName(
        N_("A direction of work is chosen"), N_("A post of no listed direction needs the administration’s consent.")
    ),
    "profile.fit": RuleName(
        N_("Posts fit the library’s profile"), N_("Somebody confirms it in the checklist of each week.")
    ),
    "partners.consent": RuleName(
        N_("Partners’ posts are agreed with PR"), N_("Partners’ material needs the consent of the PR service.")
    ),
    "partners.share": RuleName(
        N_("Partners’ posts do not prevail"), N_("A page with too large a share of partners’ posts is pointed out.")
    ),
    "citywide.events": RuleName(
        N_("City events are announced"), N_("A page without a post on a city event in the days before it is reminded.")
    ),
    "events.privacy-notice": RuleName(
        N_("Announcements tell of photographs"),
        N_("An announced event says that people may be photographed."),
    ),
    "credits.complete": RuleName(
        N_("Author and source are named"), N_("Borrowed texts, pictures and videos name whose they are.")
    ),
    "media.ready": RuleName(
        N_("Text and pictures are ready"), N_("A post without its text or its pictures is not ready to be handed in.")
    ),
    "personal-data.consent": RuleName(
        N_("People named or shown have agreed"), N_("Whoever can be recognised in a post has given consent.")
    ),
    "mistakes.corrected": RuleName(
        N_("Mistakes are corrected"), N_("A published post with a known mistake waits for its correction.")
    ),
    "removal.grounds": RuleName(
        N_("Posts are taken down for a reason"), N_("A removed post names its ground and who agreed.")
    ),
    "register.complete": RuleName(
        N_("The register of pages is complete"), N_("Link, coordinator and day of approval of a page are written down.")
    ),
    "coordinator.fit": RuleName(
        N_("Coordinators are prepared"), N_("A coordinator has served long enough and was trained by the curator.")
    ),
    "two-factor": RuleName(
        N_("Sign-in is protected"), N_("Signing in to a page asks for a second step besides the password.")
    ),
    "language.opinion": RuleName(
        N_("No personal opinions in posts"), N_("Somebody confirms it in the checklist of each week.")
    ),
    "language.style": RuleName(
        N_("Posts are clear and well written"), N_("Somebody confirms it in the checklist of each week.")
    ),
    "content.useful": RuleName(
        N_("Posts are useful to readers"), N_("Somebody confirms it in the checklist of each week.")
    ),
    "voice.we": RuleName(
        N_("Posts speak as “we”"), N_("Somebody confirms in the checklist that posts speak for the library.")
    ),
    "content.ethics": RuleName(N_("Posts keep to ethics"), N_("Somebody confirms it in the checklist of each week.")),
    "content.advertising": RuleName(
        N_("Advertising and campaigning keep to the law"), N_("Somebody confirms it in the checklist of each week.")
    ),
    "content.openness": RuleName(
        N_("Posts show who speaks"), N_("Somebody confirms it in the checklist of each week.")
    ),
    "content.law": RuleName(N_("Posts keep to the law"), N_("Somebody confirms it in the checklist of each week.")),
    "content.respect": RuleName(N_("Posts are respectful"), N_("Somebody confirms it in the checklist of each week.")),
}


def rule_title(rule: str) -> str:
    """The short name of a check; its identifier where it has no name."""
    return _(NAMES[rule].title) if rule in NAMES else rule


def rule_about(rule: str) -> str:
    """One sentence on what a check says."""
    return _(NAMES[rule].about) if rule in NAMES else ""
