"""A quarter's plan as PDF, against building our DOCX and having LibreOffice convert it.

python -m tests.bench.pdf [POSTS] [ROUNDS]: the two in turn, with one picture a post, from the plan to the file.
Target: at least 4 times as fast, and the memory of this process unchanged.
"""

import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from smcal.documents import PlanDocument, write_docx, write_pdf
from smcal.words import words
from tests.core.documents import samples

RU = words("ru")


def quarter(folder: Path, count: int) -> PlanDocument:
    """So many posts, each with a picture of its own as a camera makes it."""
    posts = []
    for n in range(count):
        path = samples.draw(folder / f"{n}.jpg", (1600, 1067), n * 7)
        small = samples.draw(folder / f"{n}-480.jpg", (480, 320), n * 7)
        picture = samples.Picture(
            kind=samples.MediaKind.PICTURE, name=path.name, path=str(path), thumbnail=str(small), alt=f"Холмы, вид {n}"
        )
        posts.append(samples.post(n, (picture,)))
    return samples.plan(tuple(posts))


def timed(work: Callable[[], None]) -> float:
    """Seconds on the clock."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def memory() -> tuple[float, float]:
    """Megabytes of this process now and at its highest (Linux; nothing elsewhere)."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0, 0.0
    lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
    now, peak = (int(lines[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM"))
    return now, peak


def main(count: int = 100, rounds: int = 5) -> int:
    """Print medians, the ratio of each round, and what the PDF cost this process in memory."""
    soffice = shutil.which("soffice")
    if soffice is None:
        print("LibreOffice (soffice) is missing: nothing to compare with")
        return 2
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "media").mkdir()
        document = quarter(folder / "media", count)
        office = [soffice, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]

        def ours() -> None:
            write_pdf(document, folder / "ours.pdf", RU)

        def theirs() -> None:
            write_docx(document, folder / "plan.docx", RU)
            command = [*office, "--convert-to", "pdf", "--outdir", str(folder / "theirs"), str(folder / "plan.docx")]
            subprocess.run(command, check=True, capture_output=True)

        ours()
        before, peak_before = memory()
        ours()
        after, peak = memory()
        print(f"memory of this process: {before:.0f} MB before, {after:.0f} MB after")
        print(f"its peak: {peak_before:.0f} MB before, {peak:.0f} MB after")
        theirs()  # makes LibreOffice's profile
        pairs = [(timed(ours), timed(theirs)) for _ in range(rounds)]
        size = (folder / "ours.pdf").stat().st_size / 1e6, (folder / "theirs" / "plan.pdf").stat().st_size / 1e6
    mine, other = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"{count} posts with {count} pictures: PDF {mine:.2f} s, {size[0]:.1f} MB")
    print(f"DOCX and LibreOffice: {other:.2f} s, {size[1]:.1f} MB")
    ratios = ", ".join(f"{b / a:.1f}" for a, b in pairs)
    print(f"times as fast: {other / mine:.1f} in the median; each round: {ratios}")
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
