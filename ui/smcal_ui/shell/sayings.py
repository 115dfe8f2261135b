"""The words of findings, remembered from one refresh of the week to the next."""

from collections.abc import Callable

from smcal.regulation import Finding


class Sayings:
    """The words of findings, put together once: after an edit most findings are the very same objects."""

    MOST = 5000

    def __init__(self, say: Callable[[Finding], str]) -> None:
        self._say = say
        self._said: dict[int, tuple[Finding, str]] = {}

    def __call__(self, finding: Finding) -> str:
        """The words of a finding."""
        known = self._said.get(id(finding))
        if known is None or known[0] is not finding:
            if len(self._said) >= self.MOST:
                self._said.clear()
            known = self._said[id(finding)] = (finding, self._say(finding))
        return known[1]
