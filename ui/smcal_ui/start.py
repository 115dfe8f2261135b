"""The console script `smcal`: a command goes to the core, anything else opens the window. Imports no Qt by itself."""

import gc
import os
import sys
import time
from pathlib import Path

from smcal.cli import COMMANDS
from smcal.words import N_, _, speak, system_language

LOADED = time.time()
HELP = N_("""\
smcal                     open the calendar where you left off
smcal FILE                open a workspace
smcal COMMAND --help      say what a command does

Commands: {commands}

  --trace PATH   write how long the start took, in milliseconds, as JSON
  --version      print the version
  --help         print this""")


def main(argv: list[str] | None = None) -> int:
    """Run smcal with these words (by default those of the command line) and give its exit code."""
    words = sys.argv[1:] if argv is None else list(argv)
    if is_command(words):
        from smcal.cli.main import main as run_command  # brings typer, which the window never needs

        return run_command(words, open_window if has_display() else None)
    speak(system_language())
    if "--version" in words:
        from smcal import __version__

        print(f"smcal {__version__}")
        return 0
    if "--help" in words or "-h" in words:
        print(_(HELP).format(commands=", ".join(COMMANDS)))
        return 0
    try:
        file, trace = read_words(words)
    except ValueError as error:
        return refuse(str(error))
    if not can_show_windows():
        return refuse(_("There is no display here, so no window can open. The commands work: smcal --help lists them."))
    return open_window(file, trace)


def open_window(file: Path | None, trace: Path | None = None) -> int:
    """Open the window on `file` (None: where one left off) until it is closed."""
    gc.disable()  # a start makes many objects that stay; the window turns collection on again when it is painted
    try:
        import PySide6.QtWidgets  # noqa: F401  on Linux Qt needs libraries that not every system has
    except ImportError as error:
        gc.enable()
        return refuse(_("The window cannot open, Qt does not load: {reason}. Commands work.").format(reason=error))
    from smcal_ui import running

    return running.run(file, trace)


def is_command(words: list[str]) -> bool:
    """Whether these words are for the command line; --json may stand before the command."""
    first = words[1:2] if words[:1] == ["--json"] else words[:1]
    return bool(first) and first[0] in COMMANDS


def read_words(words: list[str]) -> tuple[Path | None, Path | None]:
    """The file and the trace that the command line asks for. ValueError says what is wrong with it."""
    files: list[Path] = []
    trace: Path | None = None
    rest = iter(words)
    for word in rest:
        if word == "--trace" or word.startswith("--trace="):
            value = word.partition("=")[2] or next(rest, "")
            if not value:
                raise ValueError(_("--trace needs the path of a file to write."))
            trace = Path(value)
            if not _can_be_written(trace):
                raise ValueError(_("--trace: {path} cannot be written. Choose another file.").format(path=trace))
        elif word.startswith("-"):
            raise ValueError(_("Unknown option {option}. smcal --help lists what there is.").format(option=word))
        else:
            files.append(Path(word))
    if len(files) > 1:
        raise ValueError(_("One file at a time, please: {file} is one too many.").format(file=files[1]))
    if files and not files[0].exists() and files[0].suffix == "":
        unknown = _("{word} is neither a command nor a file. smcal --help lists the commands.")
        raise ValueError(unknown.format(word=files[0]))
    return (files[0] if files else None), trace


def _can_be_written(path: Path) -> bool:
    """Whether a file can be written there, without trying: what nobody looks for is said before the window opens."""
    if path.exists():
        return path.is_file() and os.access(path, os.W_OK)
    return path.absolute().parent.is_dir() and os.access(path.absolute().parent, os.W_OK)


def has_display() -> bool:
    """Whether a person would see a window: a screen, and Qt not told to draw into nothing."""
    if os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0] in ("offscreen", "minimal"):
        return False
    return sys.platform in ("win32", "darwin") or any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY"))


def can_show_windows() -> bool:
    """Whether Qt can start at all; without a screen it would abort the process, unless told how to do without."""
    return has_display() or bool(os.environ.get("QT_QPA_PLATFORM"))


def process_started() -> float:
    """When this process began, in seconds of the epoch: told by Linux, elsewhere when this module was loaded."""
    try:
        fields = Path("/proc/self/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        uptime = float(Path("/proc/uptime").read_text(encoding="ascii").split()[0])
    except OSError:
        return LOADED
    age = uptime - int(fields[19]) / os.sysconf("SC_CLK_TCK")
    return time.time() - age


def refuse(reason: str) -> int:
    """Say in one line what is wrong with the command line."""
    print(reason, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
