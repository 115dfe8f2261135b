"""Installs the packages of a lock with pip: exactly these files, or a clear line why not."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from devtools.system import Trouble

NAMED = re.compile(
    r"\s*(?:Collecting |Requirement already satisfied: |Processing \S*[/\\])([\w.-]+?)(?:==|-(?=\d))([^\s-]+)"
)
NO_NETWORK = re.compile(
    r"Retrying \(|NewConnectionError|ConnectionError|ConnectTimeout|Read timed out|ProxyError|SSLError"
    r"|Temporary failure in name resolution|getaddrinfo failed|Network is unreachable"
)
BROKEN_PIP = re.compile(r"No module named '?pip|Traceback \(most recent call last\)|ImportError")
DISK_FULL = re.compile(r"No space left on device|Errno 28|WinError 112")


def install(python: str, lock: str, say: Callable[[str], None]) -> None:
    """Install every package of `lock` into the environment of `python`, naming each one on the way."""
    command = [python, "-m", "pip", "install", "--require-hashes", "--no-deps", "--only-binary", ":all:"]
    command += ["--progress-bar", "off", "--disable-pip-version-check", "-r", lock]
    total = count(Path(lock).read_text(encoding="utf-8"), sys.platform)
    output: list[str] = []
    seen = 0
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        close_fds=False,  # it holds the lock of the set-up, see `environment.alone`
    ) as pip:
        assert pip.stdout is not None
        for line in pip.stdout:
            output.append(line)
            name = NAMED.match(line)
            if name:
                seen += 1
                say(f"  {min(seen, total):2} of {total}: {name[1]} {name[2]}")
            elif line.startswith("Installing collected packages"):
                say("  unpacking")
    if pip.returncode:
        raise Trouble(explain("".join(output)))


def count(lock: str, platform: str) -> int:
    """How many packages pip will name, near enough for a progress line."""
    lines = [line for line in lock.splitlines() if re.match(r"[a-z0-9].*==", line)]
    return len([line for line in lines if "sys_platform == 'win32'" not in line or platform == "win32"])


def explain(output: str) -> str:
    """One line for people out of all that pip said."""
    if DISK_FULL.search(output):
        return "The disk is full. Make some room (about 1 GB) and start again; nothing else was touched."
    if "DO NOT MATCH THE HASHES" in output:
        return (
            "A downloaded package is not the one that smcal was tested with, so it was not installed. "
            "Start again; when that does not help, somebody between you and the package server changes files."
        )
    if NO_NETWORK.search(output):
        return (
            "No connection to the package server. Check the network (a proxy is set with HTTPS_PROXY, another "
            "server in pip's own settings) and start again; what is already loaded is kept."
        )
    if BROKEN_PIP.search(output):
        last = output.strip().splitlines()[-1]
        return f"pip of this Python is broken ({last}). Install Python anew, or choose another one, and start again."
    if "No matching distribution found" in output:
        wanted = ", ".join(re.findall(r"No matching distribution found for (\S+)", output))
        return (
            f"There is no build of {wanted} for this system and Python {sys.version.split()[0]}. "
            "smcal runs on Windows 10, macOS 13 and Linux with glibc 2.34 (Debian 12, Ubuntu 22.04), or newer ones."
        )
    errors = [line for line in output.splitlines() if line.startswith("ERROR")] or output.strip().splitlines()[-1:]
    return f"Installing the packages failed: {' '.join(errors)[:600]}"
