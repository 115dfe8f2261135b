"""Says whether the virtual environment beside run.py is complete and still the right one. Loaded at every start."""

import os
import sys

ENVIRONMENT = ".smcal-env"
RUNNING = "requirements.lock"
TESTING = "requirements-dev.lock"


def environment_python(home: str) -> str:
    """The Python inside the environment of the checkout `home`."""
    inside = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    return os.path.join(home, ENVIRONMENT, *inside)


def recipe(home: str, lock: str) -> str:
    """Everything that an environment is made from: the Python that runs it, and the lock. Compared whole, not hashed.

    pyproject.toml is left out on purpose: all that it says about the environment is in the lock (a test proves it),
    and nobody should wait for a new environment after a change of a linter's option.
    """
    with open(os.path.join(home, lock), encoding="utf-8") as file:
        return f"{(sys.version, sys.base_prefix)!a}\n{file.read()}"


def is_marked(home: str, lock: str) -> bool:
    """Whether the packages of `lock` were installed to the end, with this Python."""
    try:
        with open(marker(home, lock), encoding="utf-8") as file:
            return file.read() == recipe(home, lock)
    except (FileNotFoundError, NotADirectoryError, UnicodeDecodeError):
        return False


def is_ready(home: str, testing: bool) -> bool:
    """Whether there is nothing to set up."""
    return (
        is_marked(home, RUNNING)
        and (not testing or is_marked(home, TESTING))
        and os.path.exists(system_marker(home))
        and os.path.exists(environment_python(home))
    )


def mark(home: str, lock: str) -> None:
    """Note that the packages of `lock` are installed: whole or not at all, also when the power fails."""
    write_whole(marker(home, lock), recipe(home, lock))


def marker(home: str, lock: str) -> str:
    """Where the note about a lock lies."""
    return os.path.join(home, ENVIRONMENT, f"installed-{lock}")


def system_marker(home: str) -> str:
    """Where the note lies that the system has what Qt needs."""
    return os.path.join(home, ENVIRONMENT, "system-is-fine")


def write_whole(path: str, text: str) -> None:
    """Write a small file so that readers see the old one or the new one, never a part."""
    with open(f"{path}.part", "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(f"{path}.part", path)
