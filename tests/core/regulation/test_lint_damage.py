"""Whatever happens to a file: lint and reading agree on whether it is a regulation, and lint knows at least as much."""

from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from smcal.errors import UnreadableFile
from smcal.files import resources
from smcal.regulation import pack_ids, read_pack
from smcal.regulation.load import lint_pack

SOURCES = {name: (resources() / "regulations" / f"{name}.toml").read_text(encoding="utf-8") for name in pack_ids()}
LINES = {name: source.splitlines(keepends=True) for name, source in SOURCES.items()}
VALUES = [
    "0",
    "-1",
    "9999999999",
    "1.5",
    '""',
    '" "',
    '"x"',
    "true",
    "[]",
    "{}",
    "2026-01-01",
    "[[1]]",
    "{ en = 1 }",
    "nan",
]


@st.composite
def damaged(draw):
    """A shipped pack with some lines gone, doubled, or with another value."""
    lines = list(LINES[draw(st.sampled_from(sorted(LINES)))])
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(lines) - 1))
        key, equals, _value = lines[at].partition(" = ")
        replacements = ["", lines[at] * 2, *[f"{key} = {value}\n" for value in VALUES if equals]]
        lines[at] = draw(st.sampled_from(replacements))
    return "".join(lines)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(damaged())
@example(SOURCES["generic"])
def test_lint_and_reading_agree(tmp_path: Path, text: str):
    own = tmp_path / "own.toml"
    own.write_text(text, encoding="utf-8")
    try:
        told = [fault.told(str(own)) for fault in lint_pack(own)]
    except UnreadableFile as error:
        told = [str(error)]
    try:
        read_pack(text.encode(), str(own))
    except UnreadableFile as error:
        assert str(error) in told
    else:
        assert all("regulation.country" in line or "regulation.subdivision" in line for line in told)
    last = text.count("\n") + 1
    for line in told:
        assert "\n" not in line
        assert 1 <= int(line.removeprefix(f"{own}:").partition(":")[0]) <= last
