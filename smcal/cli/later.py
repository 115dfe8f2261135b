"""Commands that come with a later version: they say so and exit with 2."""

from pathlib import Path
from typing import Annotated

import typer

from smcal.cli.options import path_of
from smcal.errors import WrongUse
from smcal.words import _


def register(app: typer.Typer) -> None:
    """Add `smcal verdicts` and `smcal doctor`."""
    app.command("verdicts", help=_("Read the curator’s answers (comes later)."))(verdicts)
    app.command("doctor", help=_("Report on the health of a workspace (comes later)."))(doctor)


def verdicts(
    file: Annotated[Path, typer.Argument(metavar="FILE", parser=path_of)],
    returned: Annotated[Path, typer.Argument(metavar="RETURNED", parser=path_of)],
    json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    """Say that answers cannot be read from a file yet."""
    raise WrongUse(
        _(
            "Reading the curator’s answers from a file comes with a later version: enter them in the window. "
            "Nothing was changed."
        )
    )


def doctor(
    file: Annotated[Path, typer.Argument(metavar="FILE", parser=path_of)],
    json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    """Say that there is no health report yet."""
    raise WrongUse(_("The health report comes with a later version. Nothing was changed."))
