"""Runs one command: its words in, its exit code out. Only the module of that command is imported."""

import errno
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from smcal.cli import COMMANDS
from smcal.cli.help import speak_the_language
from smcal.cli.output import complain, speak_utf8
from smcal.errors import SmcalError
from smcal.reasons import reason_of
from smcal.words import _, speak, system_language

FINE, FINDINGS, WRONG_USE = 0, 1, 2


class Call(NamedTuple):
    """What a command may ask of its call, as the `obj` of its context."""

    words: list[str]  # as they were typed, the command first
    show: Callable[[Path], object] | None = None  # opens the window on a file, where there is one


def main(argv: Sequence[str], show: Callable[[Path], object] | None = None) -> int:
    """Run `smcal COMMAND …`. 0: fine. 1: open required findings, or refused rows. 2: wrong use or unreadable input.

    `show` opens the window: the core does not know one, so whoever has one hands it in.
    Whatever goes wrong is one line on standard error. SMCAL_DEBUG=1 shows the traceback of what is our own fault.
    """
    speak_utf8()
    speak(system_language())
    try:
        return _run(_json_last(list(argv)), show)
    except SmcalError as error:
        complain(str(error))
    except BrokenPipeError:
        _forget_output()
    except OSError as error:
        complain(_of_the_system(error))
    except Exception as error:
        if os.environ.get("SMCAL_DEBUG"):
            raise
        complain(
            _("smcal failed, and that is its own fault ({error}). Set SMCAL_DEBUG=1 to see where.").format(
                error=f"{type(error).__name__}: {error}"
            )
        )
    return WRONG_USE


def _run(words: list[str], show: Callable[[Path], object] | None) -> int:
    from typer.exceptions import Abort, TyperException

    try:
        answer = _typer(words)(args=words, prog_name="smcal", standalone_mode=False, obj=Call(words, show))
    except TyperException as error:
        from smcal.cli.hints import hint  # only where something is wrong

        complain(hint(error))
        return WRONG_USE
    except Abort:
        complain(_("Stopped. What was finished before is kept."))
        return WRONG_USE
    return answer if isinstance(answer, int) else FINE


def _of_the_system(error: OSError) -> str:
    if error.errno == errno.ENOSPC and not error.filename:
        return _("The disk is full. Nothing was changed; free some space and try again.")
    where = f"{error.filename}: " if error.filename else ""
    return _("{where}{reason}. Nothing was changed.").format(where=where, reason=reason_of(error))


def _json_last(argv: list[str]) -> list[str]:
    """`smcal --json check …` means the same as `smcal check … --json`."""
    if argv[:1] == ["--json"]:
        return [*argv[1:], "--json"]
    return argv


def _typer(words: list[str]) -> Any:
    """The command that the first word names, or all of them for help."""
    from typer import Typer
    from typer.main import get_command

    app = Typer(
        add_completion=False, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False, help=_help()
    )
    app.callback()(_nothing)
    wanted = [words[0]] if words and words[0] in COMMANDS else list(COMMANDS)
    for name in wanted:
        import_module(f"smcal.cli.{_module(name)}").register(app)
    command = _translated(get_command(app))
    speak_the_language(command)
    return command


def _translated(command: Any) -> Any:
    """The help of every option in the language in use: options are named before it is known."""
    for parameter in command.params:
        if getattr(parameter, "help", None):
            parameter.help = _(parameter.help)
    for inner in getattr(command, "commands", {}).values():
        _translated(inner)
    return command


def _nothing() -> None:
    """Keeps `smcal` a family of commands, however few are loaded."""


def _module(name: str) -> str:
    return {"import": "import_plan", "verdicts": "later", "doctor": "later"}.get(name, name)


def _help() -> str:
    return _("The editorial calendar for public libraries.")


def _forget_output() -> None:
    """Whoever read our output has gone: say nothing more, not even at exit."""
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
