"""What was wrong with the words of a command, in the reader's language: typer says it in English only."""

import re
from typing import Any

from smcal.words import _


def hint(error: Exception) -> str:
    """One line for an exception of typer: what was wrong, and where to read on."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "smcal"
    return _("{said} See {command} --help.").format(said=_said(error), command=path)


def _said(error: Any) -> str:
    parameter = getattr(error, "param", None)
    match type(error).__name__:
        case "NoArgsIsHelpError":
            return _("A command is missing.")
        case "NoSuchOption":
            return _("There is no option {name}.").format(name=error.option_name)
        case "MissingParameter" if parameter is not None:
            return _("{name} is missing.").format(name=_name_of(parameter))
        case "BadParameter" if parameter is not None:
            return _number(parameter)
        case "BadOptionUsage":
            wanted = _("{name} needs a value.") if "requires" in str(error) else _("{name} takes no value.")
            return wanted.format(name=error.option_name)
    return _odd_word(str(error))


def _number(parameter: Any) -> str:
    """Numbers are the only values that typer itself reads: all others come to us as text."""
    lowest, highest = getattr(parameter, "min", None), getattr(parameter, "max", None)
    if lowest is None or highest is None:
        return _("{name} must be a whole number.").format(name=_name_of(parameter))
    return _("{name} must be a whole number from {lowest} to {highest}.").format(
        name=_name_of(parameter), lowest=lowest, highest=highest
    )


def _odd_word(said: str) -> str:
    """Typer has one class for words too many and unknown commands: what they are is quoted in its sentence."""
    if extra := re.search(r"unexpected extra argument.*?\((?!s\))(.*)\)", said):
        return _("Unexpected words: {words}.").format(words=extra[1])
    if unknown := re.search(r"No such command (['\"])(.*)\1", said):
        return _("There is no command “{name}”.").format(name=unknown[2])
    return _("These words make no command.")


def _name_of(parameter: Any) -> str:
    """As it is written on the command line: --page, or FILE."""
    return str(parameter.opts[0] if parameter.param_type_name == "option" else parameter.metavar or parameter.name)
