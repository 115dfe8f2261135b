"""One job for typst: pictures scaled, characters that no font has replaced, the PDF written."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from smcal.typeset import glyphs
from smcal.typeset.fonts import choose
from smcal.typeset.pictures import Scaled, scale
from smcal.words import words

ROUNDS = 8
"""How often characters are replaced before giving up: what is left may be shaped otherwise, and be refused anew."""


class Job(NamedTuple):
    """What to set, by which template, and where to put the PDF. All of it can be JSON."""

    plan: dict[str, Any]  # a Sheet as plain data
    template: str
    target: str  # a temporary file of the caller
    made: int  # seconds since 1970, UTC: the moment that the PDF tells
    system_fonts: bool = True


class Result(NamedTuple):
    """The characters replaced, or why there is no PDF (a template that does not work)."""

    replaced: list[str] = []  # noqa: RUF012  # never changed
    error: str = ""


def typeset(job: Job) -> Result:
    """Write the PDF to the job's target."""
    import typst  # 40 MB of compiler

    fonts = typst.Fonts(include_system_fonts=job.system_fonts)
    with TemporaryDirectory(prefix="smcal-pdf-") as folder:
        place = Path(folder)
        (place / "plan.typ").write_bytes(Path(job.template).read_bytes())
        plan = {**_placed(job.plan, place), "fonts": choose(fonts.families())}
        replaced: set[str] = set()
        for _ in range(ROUNDS):
            (place / "plan.json").write_text(json.dumps(_telling(plan, replaced)), "utf-8")
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


def _telling(plan: dict[str, Any], replaced: set[str]) -> dict[str, Any]:
    """The plan without those characters, and a line that says so."""
    if not replaced:
        return plan
    clean: dict[str, Any] = glyphs.replace(plan, replaced)
    names = glyphs.describe(replaced)
    told = ", ".join(names[:3]) + (", …" if len(names) > 3 else "")
    sign = "?" if glyphs.SIGN in replaced else glyphs.SIGN
    line = words(plan["language"]).gettext("{sign} stands for characters that no font on this computer has: {names}")
    return {**clean, "replaced": line.format(sign=sign, names=told)}


def _placed(plan: dict[str, Any], folder: Path) -> dict[str, Any]:
    """The plan, its pictures scaled into the folder; `file` is empty where one cannot be read."""
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
