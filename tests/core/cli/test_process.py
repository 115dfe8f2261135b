"""Commands as processes of their own: exit codes, streams, and no traceback."""

import json
import os
import subprocess
import sys

import pytest


def smcal(*words, **environment):
    return subprocess.run(
        [sys.executable, "-m", "smcal_ui.start", *map(str, words)],
        capture_output=True,
        timeout=120,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **environment},
    )


@pytest.mark.parametrize("encoding", ["cp1251", "ascii", "utf-8"])
def test_json_is_utf8_whatever_the_system_speaks(encoding, tmp_path):
    file = tmp_path / "план.smcal"
    words = ("new", file, "--regulation", "spb-cbs", "--branch", "Ёлка", "--page", "ВК: Маяк «Звезда»", "--json")
    done = smcal(*words, PYTHONIOENCODING=encoding, SMCAL_LANGUAGE="ru")
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout.decode())["branches"] == [{"name": "Ёлка", "pages": ["VK: Маяк «Звезда»"]}]


def test_a_mistake_is_one_line_on_standard_error(tmp_path):
    done = smcal("check", tmp_path / "нет.smcal", SMCAL_LANGUAGE="ru")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().count("\n") == 1
    assert "Traceback" not in done.stderr.decode()


def test_a_reader_that_goes_away_is_no_mistake():
    words = ["calendar", "--regulation", "spb-cbs", "--year", "2026"]
    with subprocess.Popen(
        [sys.executable, "-m", "smcal_ui.start", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
