"""What the system itself must bring: libraries that Qt loads, a font with Cyrillic letters, Python's ensurepip."""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

Say = Callable[[str], None]


class Trouble(Exception):
    """Setting up cannot go on; the message is one line for the person in front of the terminal."""


QT_LIBRARIES = {  # what the plug-ins of Qt for X11, Wayland and no screen load, and the package Debian has it in
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
FONT_PACKAGE = "fonts-dejavu-core"
CYRILLIC_FONTS = (
    "adwaitasans",
    "arial",
    "arimo",
    "cantarell",
    "carlito",
    "dejavusans",
    "firasans",
    "freesans",
    "inter",
)
CYRILLIC_FONTS_TOO = ("liberationsans", "notosans-", "notosans[", "opensans", "ptsans", "pt_sans", "roboto", "ubuntu")


def is_fine(python: str, say: Say) -> bool:
    """Whether Qt can start here. On Linux, what is missing is installed where we may, and otherwise named."""
    if not sys.platform.startswith("linux"):
        return True
    libraries = missing_libraries()
    fonts = [] if has_cyrillic_font() else [FONT_PACKAGE]
    wanted = sorted({QT_LIBRARIES[name] for name in libraries}) + fonts
    if wanted and not install_packages(wanted, say):
        what = [*libraries, *(["a font with Cyrillic letters"] if fonts else [])]
        say(f"The window needs {', '.join(what)}. {how_to_install(wanted)}")
        return False
    complaint = loading_qt(python)
    if complaint:
        say(f"Qt does not load: {complaint}. Install the library it names with your system's packages.")
    return not complaint


def missing_libraries() -> list[str]:
    """The libraries of Qt that this system cannot load."""
    return [name for name in QT_LIBRARIES if not loads(name)]


def loads(library: str) -> bool:
    """Whether the system finds a shared library with all that it needs."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def loading_qt(python: str) -> str:
    """What Qt says when its modules and the plug-ins of the platform are loaded; empty when all is well."""
    code = (
        "import ctypes, pathlib, PySide6.QtWidgets as q\n"
        "folder = pathlib.Path(q.__file__).parent / 'Qt' / 'plugins' / 'platforms'\n"
        "[ctypes.CDLL(str(folder / f'lib{name}.so')) for name in ('qoffscreen', 'qxcb')]"
    )
    tried = subprocess.run([python, "-c", code], capture_output=True, text=True, errors="replace", check=False)
    return (tried.stderr.strip().splitlines() or ["it ended without a word"])[-1] if tried.returncode else ""


def has_cyrillic_font(folders: Iterable[Path] | None = None) -> bool:
    """Whether there is a sans-serif font for Russian: asked of fontconfig, else told by the names of font files."""
    if folders is None and shutil.which("fc-list"):
        found = subprocess.run(["fc-list", ":lang=ru", "family"], capture_output=True, text=True, check=False)
        return bool(found.stdout.strip())
    return any(
        name.lower().startswith(CYRILLIC_FONTS + CYRILLIC_FONTS_TOO) and name.lower().endswith((".ttf", ".otf", ".ttc"))
        for folder in folders or font_folders()
        for _, _, names in os.walk(folder)
        for name in names
    )


def font_folders() -> list[Path]:
    """Where Linux keeps fonts."""
    home = Path.home()
    return [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".fonts", home / ".local/share/fonts"]


def install_ensurepip(say: Say) -> None:
    """Bring the part of Python that makes environments; Debian keeps it in a package of its own."""
    package = "python{}.{}-venv".format(*sys.version_info[:2])
    debian_python = sys.executable.startswith("/usr/bin/")
    if not (debian_python and install_packages([package], say)):
        raise Trouble(f"This Python cannot make virtual environments (no ensurepip). {how_to_install([package])}")


def how_to_install(packages: list[str]) -> str:
    """The command that a person should run."""
    if shutil.which("apt-get"):
        return f"Run: sudo apt-get install {' '.join(packages)}"
    return f"Install what your system calls: {' '.join(packages)} (these are Debian's names), then start again."


def install_packages(packages: list[str], say: Say) -> bool:
    """Install Debian packages where we are allowed to; False where we are not, or where it failed."""
    if not (shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0):
        return False
    say(f"Installing from the system's packages: {' '.join(packages)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    update = ["apt-get", "update", "-q"]
    install = ["apt-get", "install", "-q", "-y", "--no-install-recommends", *packages]
    for command in (update, install):
        done = subprocess.run(command, env=quiet, capture_output=True, text=True, errors="replace", check=False)
        if done.returncode and command is install:
            say((done.stderr.strip().splitlines() or ["apt-get failed without a word"])[-1])
            return False
    return True
