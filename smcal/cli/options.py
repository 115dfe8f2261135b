"""Options and arguments that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from smcal.errors import WrongUse
from smcal.words import N_, _


def path_of(text: str) -> Path:
    """The path that a word names; whether it can be read is found out by whoever opens it, in our words.

    Raises `WrongUse` for an empty word, such as a script's unset variable: it would mean the folder one stands in.
    """
    if not text.strip():
        raise WrongUse(_("A path is empty: write the name of the file or folder. Nothing was changed."))
    return Path(text)


Workspace_ = Annotated[Path, typer.Argument(metavar="FILE", parser=path_of, help=N_("workspace, NAME.smcal"))]
Country = Annotated[str | None, typer.Option("--country", metavar="CC", help=N_("country, as in RU"))]
Json = Annotated[bool, typer.Option("--json", help=N_("print one JSON object"))]
At = Annotated[str | None, typer.Option("--at", metavar="DATETIME", help=N_("what “now” is in this call"))]
PageName = Annotated[str, typer.Option("--page", metavar="NAME", help=N_("page: “NETWORK: TITLE” or its title"))]
AnyPageName = Annotated[
    str | None, typer.Option("--page", metavar="NAME", help=N_("page: “NETWORK: TITLE” or its title"))
]
First = Annotated[str, typer.Option("--from", metavar="DATE", help=N_("first day"))]
Last = Annotated[str, typer.Option("--to", metavar="DATE", help=N_("last day"))]
RegulationName = Annotated[str, typer.Option("--regulation", metavar="ID", help=N_("regulation: its id, or a file"))]
