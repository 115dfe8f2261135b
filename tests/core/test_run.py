"""run.py: what it decides before anything is installed, and that a second start does nothing."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from devtools import checks, environment, marker, packages, system

HOME = Path(__file__).parents[2]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what run.py needs, with an environment that says it is complete."""
    for name in ("run.py", marker.RUNNING, marker.TESTING):
        shutil.copy(HOME / name, tmp_path)
    shutil.copytree(HOME / "devtools", tmp_path / "devtools")
    python = Path(marker.environment_python(str(tmp_path)))
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\necho became smcal: "$@"\n', encoding="ascii")
    python.chmod(0o755)
    marker.mark(str(tmp_path), marker.RUNNING)
    Path(marker.system_marker(str(tmp_path))).touch()
    return tmp_path


def start(checkout: Path, *words: str, python: str = sys.executable) -> subprocess.CompletedProcess[str]:
    command = [python, str(checkout / "run.py"), *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.skipif(os.name != "posix", reason="the stand-in for Python is a shell script")
def test_a_second_start_does_nothing_but_hand_over(checkout: Path) -> None:
    before = sorted((path, path.stat().st_mtime_ns) for path in (checkout / ".smcal-env").rglob("*"))
    done = start(checkout, "check", "a b.smcal")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("became smcal: -P -c ")
    assert done.stdout.endswith("check a b.smcal\n")
    assert sorted((path, path.stat().st_mtime_ns) for path in (checkout / ".smcal-env").rglob("*")) == before


@pytest.mark.skipif(os.name != "posix", reason="the stand-in for Python is a shell script")
def test_without_words_it_shows_the_sample_library(checkout: Path) -> None:
    assert start(checkout).stdout.endswith(" demo\n")


def test_a_second_start_loads_none_of_the_set_up(checkout: Path) -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(checkout)!r}); sys.argv = ['run.py']; import os\n"
        "os.execv = lambda *_: sys.exit(0)\n"
        "import run, subprocess; subprocess.run = os.execv\n"
        "before = set(sys.modules)\n"
        "try: run.main([])\n"
        "except SystemExit: pass\n"
        "print(sorted(set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['devtools', 'devtools.marker']"


def test_an_environment_is_ready_only_for_the_lock_and_the_python_that_made_it(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = str(checkout)
    assert marker.is_ready(home, testing=False)
    assert not marker.is_ready(home, testing=True)
    marker.mark(home, marker.TESTING)
    assert marker.is_ready(home, testing=True)
    with monkeypatch.context() as other:
        other.setattr(sys, "version", "3.99.0 (another one)")
        assert not marker.is_ready(home, testing=False)
    with (checkout / marker.RUNNING).open("a", encoding="ascii") as lock:
        lock.write("another==1.0\n")
    assert not marker.is_ready(home, testing=False)


@pytest.mark.parametrize("lost", ["installed-requirements.lock", "system-is-fine", "bin/python"])
def test_an_interrupted_set_up_is_not_ready(checkout: Path, lost: str) -> None:
    if os.name == "nt":
        lost = lost.replace("bin/python", "Scripts/python.exe")
    (checkout / ".smcal-env" / lost).unlink()
    assert not marker.is_ready(str(checkout), testing=False)


def test_a_marker_cut_in_the_middle_is_no_marker(checkout: Path) -> None:
    path = Path(marker.marker(str(checkout), marker.RUNNING))
    path.write_bytes(path.read_bytes()[:-5] + "ж".encode())
    assert not marker.is_ready(str(checkout), testing=False)


def test_a_python_too_old_is_told_in_one_line() -> None:
    source = (HOME / "run.py").read_text(encoding="utf-8")
    pretend = "import sys; sys.version_info = (3, 8, 1)\n" + source.replace("import sys\n", "", 1)
    done = subprocess.run([sys.executable, "-c", pretend], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == "smcal needs Python 3.11 or newer, this is 3.8. Nothing was changed.\n"


def test_two_starts_at_once_set_up_one_after_the_other(tmp_path: Path) -> None:
    code = (
        "import sys, time, pathlib\n"
        "from devtools.environment import alone\n"
        f"log = pathlib.Path({str(tmp_path)!r}) / 'log'\n"
        f"with alone({str(tmp_path)!r}):\n"
        "    with log.open('a') as file: file.write('in ')\n"
        "    time.sleep(0.3)\n"
        "    with log.open('a') as file: file.write('out ')\n"
    )
    both = [subprocess.Popen([sys.executable, "-c", code], cwd=HOME) for _ in range(2)]
    assert [process.wait(30) for process in both] == [0, 0]
    assert (tmp_path / "log").read_text(encoding="ascii") == "in out in out "


@pytest.mark.skipif(os.name != "posix", reason="on Windows the lock ends with the process")
def test_a_killed_start_keeps_others_out_until_its_pip_has_ended(tmp_path: Path) -> None:
    killed = (
        "import os, signal, subprocess, sys\n"
        "from devtools.environment import alone\n"
        f"with alone({str(tmp_path)!r}):\n"
        "    pip = 'import sys, time, pathlib; time.sleep(0.5); pathlib.Path(sys.argv[1]).touch()'\n"
        f"    command = [sys.executable, '-c', pip, {str(tmp_path / 'ended')!r}]\n"
        "    subprocess.Popen(command, close_fds=False)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", killed], cwd=HOME, check=False)
    assert not (tmp_path / "ended").exists()
    with environment.alone(str(tmp_path)):
        assert (tmp_path / "ended").exists()


def test_where_ensurepip_is_missing_the_package_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(environment, "find_spec", lambda _name: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(system.Trouble, match=r"no ensurepip.*python3\.\d+-venv"):
        environment.make_empty(str(tmp_path))


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        (
            "WARNING: Retrying (Retry(total=4)) after NewConnectionError\nERROR: No matching distribution",
            "No connection",
        ),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "was not installed"),
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "disk is full"),
        ("/usr/bin/python3: No module named pip", "pip of this Python is broken"),
        ("ERROR: Invalid requirement: 'a b'", "Installing the packages failed: ERROR: Invalid requirement"),
        ("ERROR: No matching distribution found for six==1.17.0", "There is no build of six==1.17.0"),
    ],
)
def test_what_pip_says_becomes_one_clear_line(output: str, expected: str) -> None:
    line = packages.explain(output)
    assert expected in line
    assert "\n" not in line


def test_packages_are_named_as_pip_goes_along() -> None:
    lines = [
        "Collecting alembic==1.20.1 (from -r requirements.lock)",
        "Processing /wheels/typing_extensions-4.16.0-py3-none-any.whl (from -r requirements.lock)",
        "Requirement already satisfied: python-docx==1.2.0 in somewhere",
    ]
    named = [packages.NAMED.match(line) for line in lines]
    assert [match.groups() for match in named if match] == [
        ("alembic", "1.20.1"),
        ("typing_extensions", "4.16.0"),
        ("python-docx", "1.2.0"),
    ]


def test_the_count_of_packages_leaves_out_those_of_other_systems() -> None:
    lock = "one==1 \\\n    --hash=sha256:00\ntzdata==2 ; sys_platform == 'win32' \\\n    --hash=sha256:00\n"
    assert packages.count(lock, "linux") == 1
    assert packages.count(lock, "win32") == 2


@pytest.mark.parametrize("name", [marker.RUNNING, marker.TESTING])
def test_the_lock_pins_every_package_with_hashes_and_names_no_server(name: str) -> None:
    text = (HOME / name).read_text(encoding="ascii")
    assert "://" not in text
    assert "index-url" not in text
    blocks = text.replace("\\\n", "").splitlines()
    assert len(blocks) > 20
    assert all("==" in block and "--hash=sha256:" in block for block in blocks)


def test_the_tools_for_tests_come_on_top_of_the_very_same_packages() -> None:
    running, testing = (
        set((HOME / name).read_text(encoding="ascii").replace("\\\n", "").splitlines())
        for name in (marker.RUNNING, marker.TESTING)
    )
    assert running < testing


def test_the_lock_has_what_the_project_asks_for() -> None:
    project = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))
    for name, wanted in (
        (marker.RUNNING, project["project"]["dependencies"]),
        (marker.TESTING, project["project"]["dependencies"] + project["dependency-groups"]["dev"]),
    ):
        text = (HOME / name).read_text(encoding="ascii")
        locked = dict(re.findall(r"^([a-z0-9.-]+)==([^ ]+)", text, re.MULTILINE))
        for requirement in map(Requirement, wanted):
            version = locked[canonicalize_name(requirement.name)]
            assert version in requirement.specifier, f"{requirement} in {name}: see CONTRIBUTING.md"


def test_a_missing_library_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "QT_LIBRARIES", {"libthat-nobody-has.so.7": "libthat7"})
    assert system.missing_libraries() == ["libthat-nobody-has.so.7"]


def test_where_nothing_may_be_installed_the_command_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(system, "QT_LIBRARIES", {"libthat-nobody-has.so.7": "libthat7"})
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("PATH", str(tmp_path))
    said: list[str] = []
    assert not system.is_fine(sys.executable, said.append)
    assert len(said) == 1
    assert "libthat-nobody-has.so.7" in said[0]
    assert "libthat7" in said[0]


@pytest.mark.parametrize(("file", "found"), [("DejaVuSans.ttf", True), ("NotoSansCJK.ttc", False), ("Arial.ttf", True)])
def test_a_font_with_cyrillic_letters_is_told_by_its_name(tmp_path: Path, file: str, found: bool) -> None:
    (tmp_path / "truetype").mkdir()
    (tmp_path / "truetype" / file).touch()
    assert system.has_cyrillic_font([tmp_path]) is found


def test_checks_run_on_two_cores_unless_told_otherwise() -> None:
    assert checks.commands([])["tests"] == ["-m", "pytest", "-n", "2"]
    assert checks.commands(["-n0", "-x"])["tests"] == ["-m", "pytest", "-n0", "-x"]


def test_setting_up_where_nothing_can_be_written_says_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert not environment.set_up(str(tmp_path / "gone"), testing=False)
    said = capsys.readouterr().err
    assert said.startswith("Setting up failed: ")
    assert said.count("\n") == 1
