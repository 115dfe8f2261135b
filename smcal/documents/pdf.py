"""Writes a plan as an accessible PDF (PDF/UA-1), set by typst in a process of its own."""

import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryFile
from threading import Event
from typing import IO

import msgspec

from smcal.documents.plan import PlanDocument
from smcal.documents.wording import put_into_words
from smcal.documents.written import Cancelled, NotWritten, Written, target
from smcal.files import resources
from smcal.typeset.work import Job, Result
from smcal.words import Words, _

PATIENCE = 180.0
"""Seconds after which typesetting is given up."""


def write_pdf(
    document: PlanDocument,
    path: Path,
    words: Words,
    *,
    template: Path | None = None,
    cancel: Event | None = None,
) -> Written:
    """Put the document at `path`. Raises NotWritten, or Cancelled once `cancel` is set."""
    with target(path) as part:
        job = Job(
            plan=msgspec.to_builtins(put_into_words(document, words)),
            template=str(template or resources() / "templates" / "plan.typ"),
            target=str(part),
            made=int(document.instant.timestamp()),
        )
        result = _run(job, cancel or Event())
        if result.error:
            raise NotWritten(
                _("The PDF could not be set by {template}: {error}").format(
                    template=job.template, error=result.error.strip().splitlines()[0]
                )
            )
    return Written(path=path, replaced=tuple(result.replaced))


def _run(job: Job, cancel: Event) -> Result:
    source = Path(__file__).parents[2]
    with (
        TemporaryFile() as told,  # a pipe would not do: `communicate` forgets what is unsent at its first timeout
        subprocess.Popen(
            [sys.executable, "-m", "smcal.typeset"],
            stdin=_filled(told, msgspec.json.encode(job._asdict())),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join((str(source), os.environ.get("PYTHONPATH", "")))},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # Windows: no black window flashes up
        ) as child,
    ):
        try:
            out, errors = _wait(child, cancel)
        except BaseException:
            child.kill()
            raise
    if cancel.is_set():
        raise Cancelled(_("Stopped; no PDF was written."))
    if child.returncode:
        last = errors.decode("utf-8", "replace").strip().splitlines()[-1:]
        raise NotWritten(_("Setting the PDF failed: {error}").format(error="".join(last) or child.returncode))
    return Result(**msgspec.json.decode(out))


def _filled(file: IO[bytes], content: bytes) -> IO[bytes]:
    file.write(content)
    file.seek(0)
    return file


def _wait(child: "subprocess.Popen[bytes]", cancel: Event) -> tuple[bytes, bytes]:
    give_up = time.monotonic() + PATIENCE
    while True:
        try:
            return child.communicate(timeout=0.1)
        except subprocess.TimeoutExpired:
            if cancel.is_set():
                child.kill()
                return child.communicate()
            if time.monotonic() > give_up:
                raise NotWritten(
                    _("Setting the PDF was given up after {seconds} seconds.").format(seconds=round(PATIENCE))
                ) from None
