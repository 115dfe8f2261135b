"""Makes the virtual environment beside run.py: locked packages with hashes, smcal itself, byte code."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec

from devtools import marker, packages, system

LINK = """
import os, sys, sysconfig
home = sys.argv[1]
packages = sysconfig.get_path("purelib")
# relative, so that the checkout may move and may lie below a folder with a name in any alphabet
paths = [os.path.relpath(path, packages).replace(os.sep, "/") for path in (home, os.path.join(home, "ui"))]
with open(os.path.join(packages, "smcal-checkout.pth"), "w", encoding="ascii") as file:
    file.write("\\n".join(paths) + "\\n")
"""


def set_up(home: str, testing: bool) -> bool:
    """Make or complete the environment. False when that is impossible; then one line has said why."""
    try:
        with alone(home):
            if not marker.is_ready(home, testing):  # another start may have done it while we waited
                build(home, testing)
    except system.Trouble as trouble:
        say(str(trouble))
        return False
    except OSError as error:
        say(f"Setting up failed: {error}. Nothing of yours was touched; mend that and start again.")
        return False
    return True


def build(home: str, testing: bool) -> None:
    """Do what the markers say is missing, one after the other; each step marks itself when it is whole."""
    python = marker.environment_python(home)
    half_done = os.path.exists(half_done_marker(home)) and testing
    if half_done or not marker.is_marked(home, marker.RUNNING) or not os.path.exists(python):
        say("Setting up smcal. This happens once and takes a minute or two.")
        make_empty(home)
        packages.install(python, os.path.join(home, marker.RUNNING), say)
        run(python, "-c", LINK, home)
        # a start with byte code is four times as fast; what cannot be compiled will say so when it is run
        run(python, "-m", "compileall", "-q", os.path.join(home, "smcal"), os.path.join(home, "ui"), check=False)
        marker.mark(home, marker.RUNNING)
    if testing and not marker.is_marked(home, marker.TESTING):
        say("Setting up the tools for tests.")
        marker.write_whole(half_done_marker(home), "")
        packages.install(python, os.path.join(home, marker.TESTING), say)
        os.remove(half_done_marker(home))
        marker.mark(home, marker.TESTING)
    if system.is_fine(python, say):
        marker.write_whole(marker.system_marker(home), "")
    elif testing:
        raise system.Trouble("The tests need these; nothing was run.")


def half_done_marker(home: str) -> str:
    """There while the tools for tests are being installed: an environment with this file is not trusted by tests."""
    return os.path.join(home, marker.ENVIRONMENT, "half-done")


def make_empty(home: str) -> None:
    """A fresh environment with nothing but pip, whatever was there before."""
    if find_spec("ensurepip") is None:
        system.install_ensurepip(say)
    command = [sys.executable, "-m", "venv", "--clear", os.path.join(home, marker.ENVIRONMENT)]
    made = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    if made.returncode:
        reason = (made.stderr or made.stdout).strip().splitlines()[-1:] or ["no reason given"]
        raise system.Trouble(
            f"Python could not make a virtual environment in {home} ({reason[0]}). "
            "Close smcal where it is still open, see that the folder can be written, and start again."
        )


def run(*command: str, check: bool = True) -> None:
    """Run one step that is not expected to fail."""
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    if check and done.returncode:
        raise system.Trouble(f"Setting up failed: {done.stderr.strip() or command}. Start again to redo it.")


@contextmanager
def alone(home: str) -> Iterator[None]:
    """Keep a second start out while the first one sets up; the system frees the lock when a process ends."""
    with open(os.path.join(home, f"{marker.ENVIRONMENT}.lock"), "a+b") as file:
        if sys.platform == "win32":
            import msvcrt

            while True:
                try:
                    msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)  # tries for ten seconds
                    break
                except OSError:
                    say("Waiting for another start that is setting up.")
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
            os.set_inheritable(file.fileno(), True)  # pip keeps the lock when this process is killed before it
        yield


def say(line: str) -> None:
    """Tell the person in front of the terminal; standard output stays clean for what smcal prints."""
    print(line, file=sys.stderr, flush=True)
