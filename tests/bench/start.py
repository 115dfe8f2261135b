"""Start: process start to the week's cards painted, 10,000 posts; against an empty window, and LibreOffice Calc.

`python -m tests.bench.start [ROUNDS]`: the three in turn, in this order, so many times.
"""

import csv
import datetime as dt
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from smcal.store import Workspace
from tests.bench.many import many

FLOOR = """
import sys, time
import sqlalchemy.orm
from PySide6.QtWidgets import QApplication, QWidget
from PySide6.QtCore import QTimer
class Empty(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, done)
def done():
    print(open('/proc/self/status').read().split('VmRSS:')[1].split()[0])
    app.quit()
app = QApplication(sys.argv)
window = Empty()
window.resize(1412, 860)  # as large as ours
window.show()
app.exec()
"""
OURS = """
import sys
from pathlib import Path
from smcal_ui.start import main
from PySide6.QtCore import QTimer
import smcal_ui.app as app_module
settle = app_module.App.settle
def leave(self):
    print(open('/proc/self/status').read().split('VmRSS:')[1].split()[0])
    self.qt.quit()
app_module.App.settle = leave
sys.exit(main([sys.argv[1], '--trace', sys.argv[2]]))
"""


def main(rounds: int) -> None:
    """Print medians and ratios."""
    with tempfile.TemporaryDirectory(prefix="smcal-bench-") as place:
        folder = Path(place)
        workspace = many(folder / "many.smcal", 10_000, dt.date.today())
        table = as_table(workspace, folder / "many.csv")
        environment = os.environ | {"XDG_CONFIG_HOME": place, "XDG_DATA_HOME": place}
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        rows: dict[str, list[tuple[float, int]]] = {"smcal": [], "floor": [], "calc": []}
        for _round in range(rounds):
            rows["smcal"].append(ours(workspace, folder / "trace.json", environment))
            rows["floor"].append(floor(environment))
            if shutil.which("soffice"):
                rows["calc"].append(calc(table, folder))
        report(rows)


def report(rows: dict[str, list[tuple[float, int]]]) -> None:
    """One line a program."""
    base = statistics.median(t for t, _m in rows["smcal"])
    for name, found in rows.items():
        if found:
            seconds = statistics.median(t for t, _m in found)
            memory = statistics.median(m for _t, m in found) / 1024
            print(f"{name:6} {seconds:.3f} s  {memory:5.0f} MB  smcal takes {base / seconds:.2f} times that")


def ours(workspace: Path, trace: Path, environment: dict[str, str]) -> tuple[float, int]:
    """Seconds to painted by --trace, and resident memory (kB) then."""
    done = subprocess.run(
        [sys.executable, "-c", OURS, str(workspace), str(trace)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(trace.read_text())["painted_ms"] / 1000, int(done.stdout.split()[-1])


def floor(environment: dict[str, str]) -> tuple[float, int]:
    """An empty window and `import sqlalchemy.orm`, until the window has been painted."""
    start = time.time()
    done = subprocess.run(
        [sys.executable, "-c", FLOOR.replace("app.quit()", "print(time.time()); app.quit()")],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    memory, painted = done.stdout.split()[-2:]
    return float(painted) - start, int(memory)


def calc(table: Path, folder: Path) -> tuple[float, int]:
    """LibreOffice Calc until the rows are open: headless, converted to nothing bigger than a line."""
    start = time.time()
    peak = 0
    process = subprocess.Popen(
        [
            "soffice",
            f"-env:UserInstallation=file://{folder}/office",
            "--headless",
            "--cat",
            str(table),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    while process.poll() is None:
        peak = max(peak, family_memory(process.pid))
        time.sleep(0.02)
    return time.time() - start, peak


def family_memory(pid: int) -> int:
    """Resident memory (kB) of a process and its children."""
    total = 0
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            text = status.read_text()
            group = os.getpgid(int(status.parent.name))
        except (OSError, ValueError):
            continue
        if group == pid and "VmRSS:" in text:
            total += int(text.split("VmRSS:")[1].split()[0])
    return total


def as_table(workspace: Path, target: Path) -> Path:
    """The same posts as a spreadsheet opens them."""
    from smcal.model import Period

    with Workspace.open(workspace, read_only=True) as opened, opened.read() as reader:
        posts = reader.posts(Period(dt.date(1990, 1, 1), dt.date(2090, 1, 1)))
    with target.open("w", newline="", encoding="utf-8-sig") as file:
        writer = csv.writer(file)
        writer.writerows((p.date, p.time, p.page_id, p.title, p.text, p.topic) for p in posts)
    return target


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
