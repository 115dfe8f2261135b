"""Reads plans that people keep as CSV: `read_table`, `guess` the columns, `preview`, then `import_posts`."""

from smcal.imports.guess import Mapping, guess
from smcal.imports.headers import FIELDS
from smcal.imports.networks import Networks
from smcal.imports.place import Places, networks_of, places_of
from smcal.imports.preview import ImportPreview, LeftOut, Options, ReadRow, Unused, preview
from smcal.imports.table import Row, Table, parse_table, read_table
from smcal.imports.write import import_posts, posts_of

__all__ = [
    "FIELDS",
    "ImportPreview",
    "LeftOut",
    "Mapping",
    "Networks",
    "Options",
    "Places",
    "ReadRow",
    "Row",
    "Table",
    "Unused",
    "guess",
    "import_posts",
    "networks_of",
    "parse_table",
    "places_of",
    "posts_of",
    "preview",
    "read_table",
]
