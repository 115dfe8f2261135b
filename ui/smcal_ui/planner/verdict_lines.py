"""The words of a verdict cut to a cell: the worst sentence whole, the others as far as there is room."""

from smcal.words import _
from smcal_ui.planner.texts import Fitter


def verdict_lines(fitter: Fitter, text: str, width: int, room: int) -> tuple[list[str], bool]:
    """At most `room` lines, and whether they say everything; what does not fit is counted, as in «и ещё 1»."""
    sentences = text.split("\n")
    lines: list[str] = []
    for number, sentence in enumerate(sentences):
        wrapped = _wrap(fitter, sentence, width)
        left = len(sentences) - number
        free = max(room - len(lines) - (left > 1), 0)
        if len(wrapped) <= free:
            lines += wrapped
        elif lines:
            return [*lines, _("and {n} more").format(n=left)], False
        else:
            more = [_("and {n} more").format(n=left - 1)] if left > 1 and room > 1 else []
            return [*_shorten(fitter, sentence, wrapped, width, max(free, 1)), *more], False
    return lines, all(fitter.width(line) <= width for line in lines)


def _wrap(fitter: Fitter, sentence: str, width: int) -> list[str]:
    lines = [""]
    for word in sentence.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if not lines[-1] or fitter.width(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _shorten(fitter: Fitter, sentence: str, wrapped: list[str], width: int, room: int) -> list[str]:
    """The first lines; the last of them ends with «…» and, where it fits, with the clause that ends the sentence."""
    clause = f", {sentence.rpartition(', ')[2]}" if ", " in sentence else ""
    beside = width - round(fitter.width(clause))
    rest = " ".join(wrapped[room - 1 :])
    if clause and beside > width // 3 and rest.endswith(clause):
        return [*wrapped[: room - 1], fitter.one(rest, beside) + clause]
    return [*wrapped[: room - 1], fitter.one(rest, width)]
