"""The help of a command in the language in use, the words of the parser itself included."""

import re
from collections.abc import Sequence
from typing import Any

from smcal.words import N_, _

_HEADINGS = {"Arguments": N_("Arguments"), "Options": N_("Options"), "Commands": N_("Commands")}
_HELP = "Show this message and exit."  # as the parser has it
_EXTRAS = re.compile(r"(?:^|  )\[(?P<extras>[^\]]*)\]$")
_RANGE = re.compile(r"(\d+)<=x<=(\d+)")


def speak_the_language(command: Any) -> None:
    """Let the help of a command, and of those inside it, say all of it in one language."""
    base: Any = command.context_class.formatter_class

    class Formatter(base):  # type: ignore[misc]
        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            super().write_usage(prog, _usage(args), _("Usage: "))

        def write_heading(self, heading: str) -> None:
            super().write_heading(_(_HEADINGS.get(heading, heading)))

        def write_dl(self, rows: Sequence[tuple[str, str]], *spaces: int) -> None:
            super().write_dl([(first.replace(" <Path>", ""), _explained(second)) for first, second in rows], *spaces)

    class Context(command.context_class):  # type: ignore[misc]
        formatter_class = Formatter

    command.context_class = Context
    for inner in getattr(command, "commands", {}).values():
        speak_the_language(inner)


def _usage(words: str) -> str:
    return words.replace("[OPTIONS]", _("[OPTIONS]")).replace("COMMAND [ARGS]...", _("COMMAND …"))


def _explained(text: str) -> str:
    """What an option does, with «[нужно указать]» for "[required]"."""
    if text == _HELP:
        return _("show this help")
    found = _EXTRAS.search(text)
    if found is None:
        return text
    said = "; ".join(_extra(extra) for extra in found["extras"].split("; "))
    return f"{text[: found.start()]}  [{said}]"


def _extra(extra: str) -> str:
    if extra == "required":
        return _("must be given")
    if extra.startswith("default: "):
        return _("default: {value}").format(value=extra.removeprefix("default: "))
    return _RANGE.sub(r"\1–\2", extra)
