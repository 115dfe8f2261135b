"""`python -m tests.gallery DIR [NAME…]` renders the gallery (or only the named entries) into a folder."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

SCALES = (1, 2)
SCREEN = {"name": "gallery", "x": 0, "y": 0, "width": 3840, "height": 2400, "logicalDpi": 96, "dpr": 1}


def main(words: list[str]) -> int:
    """Render in one process a scale, for Qt reads the scale once."""
    if not words:
        print("usage: python -m tests.gallery DIR [NAME...]", file=sys.stderr)
        return 2
    folder = Path(words[0])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="smcal-gallery-") as home:
        screen = Path(home) / "screen.json"
        screen.write_text(json.dumps({"screens": [SCREEN]}), "utf-8")
        for scale in SCALES:
            environment = os.environ | {
                "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
                "QT_SCALE_FACTOR": str(scale),
                "QT_FONT_DPI": "96",
                "XDG_CONFIG_HOME": home,
                "XDG_DATA_HOME": home,
                "PYTHONPATH": os.pathsep.join(sys.path),
            }
            command = [sys.executable, "-m", "tests.gallery.render", str(folder), str(scale), *words[1:]]
            done = subprocess.run(command, env=environment, check=False)
            if done.returncode:
                return done.returncode
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
