"""Reads Python source for texts that people see, and for those that no catalogue could ever translate."""

import ast
from collections.abc import Iterator
from typing import NamedTuple

COUNTING = frozenset({"ngettext"})
TRANSLATING = frozenset({"_", "gettext", "N_"}) | COUNTING


class Text(NamedTuple):
    """A text in the source; `many` where it counts things."""

    path: str
    one: str
    many: str = ""


def texts(source: str, path: str) -> Iterator[Text]:
    """Every literal text given to a translating function, in order."""
    for call in calls(source):
        if name_of(call) in COUNTING:
            one, many = (literals(argument) for argument in call.args[:2])
            yield from (Text(path, *pair) for pair in zip(one, many, strict=True))
        else:
            yield from (Text(path, text) for text in literals(call.args[0]))


def misuses(source: str, path: str) -> Iterator[tuple[str, int, str]]:
    """Every text that is put together before it is translated: path, line, what to do."""
    for call in calls(source):
        for argument in call.args[: 2 if name_of(call) in COUNTING else 1]:
            if is_put_together(argument):
                yield path, call.lineno, "translate a literal text first, then .format() it"
            elif "" in literals(argument):
                yield path, call.lineno, "an empty text has no translation"


def calls(source: str) -> Iterator[ast.Call]:
    """Every call of a translating function with something in it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and node.args and name_of(node) in TRANSLATING:
            yield node


def name_of(call: ast.Call) -> str:
    """The bare name of what is called: `_` in `_("…")`, `gettext` in `words.gettext("…")`."""
    if isinstance(call.func, ast.Name):
        return call.func.id
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def literals(argument: ast.expr) -> list[str]:
    """The literal texts that an argument can be: one, two of a conditional, none of a variable."""
    if isinstance(argument, ast.IfExp):
        return literals(argument.body) + literals(argument.orelse)
    return [argument.value] if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else []


def is_put_together(argument: ast.expr) -> bool:
    """Whether a text is built on the spot, so that the catalogue cannot hold it."""
    if isinstance(argument, ast.IfExp):
        return is_put_together(argument.body) or is_put_together(argument.orelse)
    if isinstance(argument, ast.Call) and isinstance(argument.func, ast.Attribute) and argument.func.attr == "format":
        return True
    return isinstance(argument, ast.JoinedStr | ast.BinOp)
