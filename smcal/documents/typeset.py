"""Sets a PDF in a process of its own: typst's memory never weighs on the window, and cancelling is killing.

`python -m smcal.documents.typeset` reads one job as JSON from standard input and prints its result as JSON.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from smcal.documents import glyphs
from smcal.documents.fonts import choose
from smcal.documents.pictures import Scaled, scale
from smcal.documents.sheet import Sheet
from smcal.words import words

ROUNDS = 8


class Job(msgspec.Struct, frozen=True):
    """What to set, by which template, and where to put the PDF."""

    sheet: Sheet
    template: str
    target: str
    made: int  # seconds since 1970, UTC: the moment that the PDF tells
    system_fonts: bool = True


class Result(msgspec.Struct, frozen=True):
    """The characters replaced, or why there is no PDF (a template that does not work)."""

    replaced: list[str] = []
    error: str = ""


def main() -> int:
    """Do one job."""
    job = msgspec.json.decode(sys.stdin.buffer.read(), type=Job)
    sys.stdout.buffer.write(msgspec.json.encode(typeset(job)))
    return 0


def typeset(job: Job) -> Result:
    """Write the PDF to the job's target, which is a temporary file of the caller."""
    import typst  # 40 MB of compiler, wanted only here

    fonts = typst.Fonts(include_system_fonts=job.system_fonts)
    with TemporaryDirectory(prefix="smcal-pdf-") as folder:
        place = Path(folder)
        (place / "plan.typ").write_bytes(Path(job.template).read_bytes())
        plan = {**_placed(job.sheet, place), "fonts": choose(fonts.families())}
        replaced: set[str] = set()
        for _ in range(ROUNDS):
            (place / "plan.json").write_bytes(msgspec.json.encode(_telling(plan, replaced, job.sheet.language)))
            try:
                typst.compile(
                    str(place / "plan.typ"),
                    output=job.target,
                    root=folder,
                    font_paths=fonts,
                    format="pdf",
                    pdf_standards="ua-1",
                    timestamp=job.made,
                )
            except typst.TypstError as trouble:
                more = glyphs.refused(trouble.diagnostic) - replaced
                if not more:
                    return Result(error=trouble.diagnostic)
                replaced |= more
            else:
                return Result(replaced=glyphs.describe(replaced))
    return Result(error="characters without a glyph remain: " + ", ".join(glyphs.describe(replaced)))


def _telling(plan: dict[str, Any], replaced: set[str], language: str) -> dict[str, Any]:
    """The plan without those characters, and a line that says so."""
    if not replaced:
        return plan
    clean: dict[str, Any] = glyphs.replace(plan, replaced)
    names = glyphs.describe(replaced)
    told = ", ".join(names[:3]) + (", …" if len(names) > 3 else "")
    sign = "?" if glyphs.SIGN in replaced else glyphs.SIGN
    line = words(language).gettext("{sign} stands for characters that no font on this computer has: {names}")
    return {**clean, "replaced": line.format(sign=sign, names=told)}


def _placed(sheet: Sheet, folder: Path) -> dict[str, Any]:
    """The sheet as plain data, its pictures scaled into the folder; `file` is empty where one cannot be read."""
    plan: dict[str, Any] = msgspec.to_builtins(sheet)
    made: dict[str, dict[str, Any]] = {}
    for group in plan["groups"]:
        for post in group["posts"]:
            for picture in post["pictures"]:
                source = picture["path"]
                if source not in made:
                    scaled = scale(Path(source), Path(picture["thumbnail"]) if picture["thumbnail"] else None)
                    made[source] = _store(scaled, folder, len(made)) if scaled else {"file": ""}
                picture.update(made[source])
    return plan


def _store(scaled: Scaled, folder: Path, number: int) -> dict[str, Any]:
    name = f"{number}{scaled.suffix}"
    (folder / name).write_bytes(scaled.data)
    return {"file": name, "width": scaled.width, "height": scaled.height}


if __name__ == "__main__":
    sys.exit(main())
