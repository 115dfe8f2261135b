"""Sets smcal up and starts it; needs nothing but Python.

python3 run.py              opens the calendar on the sample library
python3 run.py test [...]   runs every check and test; what follows goes to pytest
python3 run.py COMMAND ...  hands over to smcal
"""

import sys

if sys.version_info < (3, 11):  # before anything that an older Python cannot read
    sys.exit("smcal needs Python 3.11 or newer, this is %d.%d. Nothing was changed." % sys.version_info[:2])

import os

HOME = os.path.dirname(os.path.abspath(__file__))
START = "import sys; sys.argv[0] = 'smcal'; from smcal_ui.start import main; sys.exit(main())"


def main(words: list[str]) -> int:
    """Set up what is missing, then become smcal (or run the checks)."""
    from devtools.marker import environment_python, is_ready

    testing = words[:1] == ["test"]
    if not is_ready(HOME, testing):
        from devtools.environment import set_up  # slow to load, and a second start never needs it

        if not set_up(HOME, testing):
            return 2
    python = environment_python(HOME)
    if testing:
        from devtools.checks import run_all

        return run_all(HOME, python, words[1:])
    return hand_over([python, "-P", "-c", START, *(words or ["demo"])])


def hand_over(command: list[str]) -> int:
    """Become another program; where a process cannot (Windows), wait for it and give its exit code."""
    if os.name == "posix":
        sys.stdout.flush()
        sys.stderr.flush()
        os.execv(command[0], command)
    import subprocess

    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("\nStopped. Start again to go on; nothing is damaged.")
