"""The letter that a plan goes to the curator with, in the language of the library."""

from smcal.model import Period, Submission
from smcal.planning.fixes.offer import Letter
from smcal.words import words
from smcal_ui.dates import LocaleDates
from smcal_ui.desk import Desk
from smcal_ui.dialogs.posts_table import local, page_names


def letter_of(desk: Desk, plan: Submission) -> Letter:
    """Subject and text for the documents of a plan that was handed in; who it goes to, the mail program knows."""
    language = desk.workspace.settings().language
    said, dates = words(language), LocaleDates(language)
    with desk.read() as reader:
        held = len(reader.submitted_posts(plan.id))
        person = next((one.name for one in reader.people(archived=True) if one.id == plan.person_id), "")
    places = {
        "number": plan.number,
        "version": plan.version,
        "page": page_names(desk)[plan.page_id],
        "days": dates.week_title(Period(plan.first, plan.last)),
        "moment": dates.moment(local(desk, plan.at)),
    }
    subject = said.gettext("Content plan No. {number}, version {version}: {page}, {days}").format(**places)
    posts = said.ngettext("{n} post is in it.", "{n} posts are in it.", held).format(n=held)
    lines = (
        said.gettext("Good day!"),
        "",
        said.gettext("Attached is content plan No. {number}, version {version}.").format(**places),
        said.gettext("Page: {page}").format(**places),
        said.gettext("Days: {days}").format(**places),
        f"{posts} {said.gettext('It was handed in on {moment}.').format(**places)}",
        "",
        said.gettext("Please answer for each post: agreed, to be changed or refused."),
        *(("", person) if person else ()),
    )
    return Letter(subject, "\n".join(lines))
