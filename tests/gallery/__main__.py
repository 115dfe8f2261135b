"""`python -m tests.gallery DIR [NAME…]` renders the gallery (or only the named entries) into a folder."""

import json
import os
import subprocess
import sys
import tempfile
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from smcal.words import WINDOW_LANGUAGES
from tests.gallery.entries import ENTRIES, unknown
from tests.gallery.render import LANGUAGES, THEMES

SCALES = ("100", "200")
SCREEN = {"name": "gallery", "x": 0, "y": 0, "width": 3840, "height": 2400, "logicalDpi": 96, "dpr": 1}


def main(words: Sequence[str] | None = None) -> int:
    """Render in one process a scale, for Qt reads the scale once; returns the code of the first that failed."""
    asked = wish(words)
    asked.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="smcal-gallery-") as home:
        for scale in asked.scales:
            done = subprocess.run(_command(asked, scale, home), env=_environment(home, int(scale) // 100), check=False)
            if done.returncode:
                return done.returncode
    count = len(asked.scales) * len(asked.languages) * len(asked.themes) * len(asked.names or ENTRIES)
    print(f"{count} pictures in {asked.folder}")
    return 0


def wish(words: Sequence[str] | None) -> Namespace:
    """What is asked for; ends with code 2 on a word that means nothing, and says which words would."""
    parser = ArgumentParser("python -m tests.gallery", description="Renders views and dialogs into a folder of PNGs.")
    parser.add_argument("folder", type=Path, help="where pictures go: NAME-LANGUAGE-THEME-SCALE.png")
    parser.add_argument("names", nargs="*", metavar="NAME", help="entries; all of them unless named")
    parser.add_argument("--languages", type=_some_of(WINDOW_LANGUAGES), default=LANGUAGES, help="default: ru,en")
    parser.add_argument("--themes", type=_some_of(THEMES), default=THEMES, help="default: light,dark")
    parser.add_argument("--scales", type=_some_of(SCALES), default=SCALES, help="default: 100,200")
    asked = parser.parse_intermixed_args(words)
    if wrong := unknown(asked.names):
        parser.error("\n".join(wrong))
    return asked


def _some_of(known: Sequence[str]) -> Callable[[str], tuple[str, ...]]:
    def read(text: str) -> tuple[str, ...]:
        named = tuple(dict.fromkeys(text.split(",")))
        if not set(named) <= set(known):
            raise ArgumentTypeError(f"{text!r} is not a choice of {','.join(known)}")
        return named

    return read


def _command(asked: Namespace, scale: str, home: str) -> list[str]:
    options = ["--languages", ",".join(asked.languages), "--themes", ",".join(asked.themes), "--stock", home]
    words = [str(asked.folder), str(int(scale) // 100), *asked.names, *options]
    return [sys.executable, "-m", "tests.gallery.render", *words]


def _environment(home: str, scale: int) -> dict[str, str]:
    screen = Path(home) / "screen.json"
    screen.write_text(json.dumps({"screens": [SCREEN]}), "utf-8")
    return os.environ | {
        "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
        "QT_SCALE_FACTOR": str(scale),
        "QT_FONT_DPI": "96",
        "XDG_CONFIG_HOME": home,
        "XDG_DATA_HOME": home,
        "PYTHONPATH": os.pathsep.join(sys.path),
    }


if __name__ == "__main__":
    sys.exit(main())
