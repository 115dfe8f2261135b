"""All chapters of the regulation, in the order in which they are listed."""

from smcal_ui.desk import Desk
from smcal_ui.rules.about import AboutChapter
from smcal_ui.rules.chapter import Chapter
from smcal_ui.rules.draft import Draft
from smcal_ui.rules.figures import FiguresChapter
from smcal_ui.rules.hours import HoursChapter
from smcal_ui.rules.lists import checklist, directions, grounds, topics
from smcal_ui.rules.past import PastChapter
from smcal_ui.rules.rule_table import RulesChapter
from smcal_ui.rules.wording import ABOUT, CHECKLIST, DIRECTIONS, FIGURES, GROUNDS, HOURS, PAST, RULES, TOPICS


def all_chapters(desk: Desk, draft: Draft) -> dict[str, Chapter]:
    """One of each, by its name in `wording.CHAPTERS`."""
    return {
        ABOUT: AboutChapter(desk, draft),
        RULES: RulesChapter(desk, draft),
        FIGURES: FiguresChapter(desk, draft),
        TOPICS: topics(desk, draft),
        DIRECTIONS: directions(desk, draft),
        CHECKLIST: checklist(desk, draft),
        GROUNDS: grounds(desk, draft),
        HOURS: HoursChapter(desk, draft),
        PAST: PastChapter(desk, draft),
    }
