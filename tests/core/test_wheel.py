"""The wheel: built from this checkout, installed into a clean environment, and at work there without the checkout."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from smcal import __version__

HOME = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=HOME, check=True, capture_output=True)
    return next(folder.glob("smcal-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment that holds the wheel, and borrows all other packages from ours."""
    folder = tmp_path_factory.mktemp("clean") / "env"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    python = str(programs / "python")
    install = [sys.executable, "-m", "pip", "--python", python, "install", "--no-index", "--no-deps", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    find = [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    packages = Path(subprocess.run(find, check=True, capture_output=True, text=True).stdout.strip())
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return programs


def run(*command: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    environment |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1", **variables}
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", timeout=300, check=False
    )


def test_the_wheel_holds_the_product_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as file:
        names = set(file.namelist())
    shipped = {"resources", "migrations"}
    for path in (p for name in shipped for p in (HOME / name).rglob("*") if p.is_file() and p.suffix != ".pyc"):
        assert f"smcal/{path.relative_to(HOME).as_posix()}" in names
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"smcal", "smcal_ui"}
    assert not [name for name in names if "__pycache__" in name or name.endswith((".pyc", ".part", "~"))]
    assert [name for name in names if name.endswith("licenses/LICENSE")]


def test_the_installed_core_finds_its_own_files(installed: Path, tmp_path: Path) -> None:
    code = (
        "import smcal, smcal_ui\n"
        "from smcal.files import migrations, resources\n"
        "from smcal.words import words\n"
        "assert (resources() / 'regulations' / 'spb-cbs.toml').is_file()\n"
        "assert (migrations() / 'env.py').is_file()\n"
        "assert 'После' in words('ru').gettext('--trace needs the path of a file to write.')\n"
        "print(smcal.__file__, smcal_ui.__file__, resources(), migrations(), sep='\\n')"
    )
    done = run(str(installed / "python"), "-c", code, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert all(Path(line).is_relative_to(installed.parent) for line in done.stdout.splitlines())


def test_the_installed_program_makes_the_sample_library_and_its_documents(installed: Path, tmp_path: Path) -> None:
    done = run(str(installed / "smcal"), "demo", str(tmp_path / "sample"), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert {path.suffix for path in (tmp_path / "sample").rglob("*")} >= {".smcal", ".docx", ".pdf"}


def test_the_installed_program_names_its_version(installed: Path, tmp_path: Path) -> None:
    done = run(str(installed / "smcal"), "--version", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, f"smcal {__version__}\n")
