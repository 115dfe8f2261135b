"""Every mandatory topic once a quarter (spb-cbs 5.9, Appendix 2)."""

from collections.abc import Iterator

from smcal.model import Page
from smcal.regulation.check import Check, Say, Voice, given
from smcal.regulation.finding import Finding
from smcal.regulation.look import Look, stretches_of
from smcal.regulation.pack import Topic


def coverage(look: Look, say: Say) -> Iterator[Finding]:
    """Topics that a page has not planned in a whole quarter (or month) that the period touches."""
    due = [topic for topic in look.pack.topics if applies(topic, look.page)]
    for stretch in stretches_of(look.period, given(look.pack.coverage).period):
        covered = {post.topic for post in look.between(stretch.first, stretch.last)}
        for topic in due:
            if topic.id not in covered:
                yield say.cite(topic.clause).page(
                    look,
                    f"create-topic:{topic.id}",
                    topic=topic.id,
                    title=topic.title,
                    short=topic.short,
                    first=stretch.first,
                    last=stretch.last,
                )


def applies(topic: Topic, page: Page) -> bool:
    """Whether a page has to cover a topic. Those due on an event are not asked for: nothing records events yet."""
    return topic.applies == "always" or (topic.applies == "if-available" and page.has_collection)


def _sentence(finding: Finding, voice: Voice) -> str:
    topic = finding.args["title"].within(voice.words.language)
    return voice.gettext("No post on “{topic}” from {first} to {last}").format(topic=topic, **voice.span(finding))


def _badge(finding: Finding, voice: Voice) -> str:
    return voice.gettext("no “{topic}”").format(topic=finding.args["short"].within(voice.words.language))


RULES = {"topics.coverage": Check(coverage, _sentence, _badge, "coverage")}
