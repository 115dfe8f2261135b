"""docs/regulations.md says what packs are: every rule with its severities and clauses, every section and key."""

import re
from pathlib import Path

import msgspec
import pytest

from smcal.regulation import load_pack, pack_ids
from smcal.regulation.checks import all_checks
from smcal.regulation.pack import Heading, Pack

PAGE = (Path(__file__).parents[3] / "docs" / "regulations.md").read_text(encoding="utf-8")
ROWS = [[cell.strip() for cell in line.strip("|").split("|")] for line in PAGE.splitlines() if line.startswith("| ")]
HEAD = next(row for row in ROWS if row[0] == "rule")


@pytest.mark.parametrize("identifier", pack_ids())
def test_the_table_says_what_the_pack_says(identifier):
    shipped, column = load_pack(identifier), HEAD.index(identifier)
    told = {row[0].strip("`"): row[column] for row in ROWS if row[0].strip("`") in all_checks()}
    assert set(told) == set(all_checks())
    for name, cell in told.items():
        rule = shipped.rules.get(name)
        star = " \\*" if rule and rule.reading else ""
        assert cell == (f"{rule.severity.value}, {rule.clause}{star}" if rule else "–"), name


def test_every_section_and_key_is_explained():
    keys = set(re.findall(r"`([a-z_]+)`", PAGE))
    sections = set(re.findall(r"\*\*`\[+([a-z_]+)\]+`\*\*", PAGE))
    fields = msgspec.structs.fields
    own = [field for field in fields(Pack) if field.name not in Heading.__struct_fields__]
    assert sections == {field.name for field in own} | {"regulation"}
    assert set(Heading.__struct_fields__) <= keys
    shipped = load_pack("spb-cbs")
    for section in own:
        value = getattr(shipped, section.name)
        part = value[0] if isinstance(value, tuple) else value
        if isinstance(part, msgspec.Struct) and section.name != "readings":
            assert set(part.__struct_fields__) <= keys, section.name
