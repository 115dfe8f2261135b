"""Everything that `python3 run.py test` and CI run, in order: format, lint, types, borders, words, tests."""

import os
import subprocess
import sys

BORDERS = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"


def commands(pytest_words: list[str]) -> dict[str, list[str]]:
    """What is run, by name; each is given to the Python of the environment."""
    parallel = [] if any(word.startswith(("-n", "--numprocesses")) for word in pytest_words) else ["-n", "2"]
    return {
        "format": ["-m", "ruff", "format", "--check", "."],
        "lint": ["-m", "ruff", "check", "."],
        "types": ["-m", "mypy"],
        "borders": ["-c", BORDERS],
        "words": ["-m", "devtools.catalogue", "--check"],
        "tests": ["-m", "pytest", *parallel, *pytest_words],
    }


def run_all(home: str, python: str, pytest_words: list[str]) -> int:
    """Run all of them, also after a failure, so that one look shows everything. 0 when all passed, else 1."""
    failed = []
    for name, words in commands(pytest_words).items():
        print(f"== {name}", flush=True)
        if subprocess.run([python, *words], cwd=home, env=os.environ, check=False).returncode:
            failed.append(name)
    if failed:
        print(f"Failed: {', '.join(failed)}", file=sys.stderr, flush=True)
    return 1 if failed else 0
