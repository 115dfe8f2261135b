"""Topics of a regulation as people name them in words, in any language that it has."""

import re

import msgspec

from smcal.regulation import Pack, Title
from smcal.text import folded


class TopicNames:
    """The names that the topics of a pack have; without a pack none."""

    def __init__(self, pack: Pack | None) -> None:
        self._names: dict[str, int] = {}
        for topic in pack.topics if pack else ():
            for title in (*titles(topic.title), *titles(topic.short)):
                self._names |= {title: topic.id, f"{topic.id} {title}": topic.id}

    def find(self, said: str) -> tuple[int | None, bool]:
        """The topic that is meant, and whether its name says all of it; None where several fit, or none.

        "Virtual reference" may leave out words of a name, "Events in May" may have more of them.
        """
        if (exact := self._names.get(folded(said))) is not None:
            return exact, True
        wanted = _words(said)
        within = {topic for name, topic in self._names.items() if wanted and wanted <= _words(name)}
        around = {topic for name, topic in self._names.items() if _words(name) <= wanted}
        for fitting, whole in ((within, True), (around, False)):
            if len(fitting) == 1:
                return fitting.pop(), whole
        return None, False


def titles(title: Title) -> list[str]:
    """A title of a pack in every language that it has, as searching sees it."""
    return [folded(said) for said in msgspec.structs.astuple(title) if said]


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", folded(text)))
