"""What a theme has to say: colours by meaning. Every field is required, so a theme is whole or does not exist."""

import msgspec


class Soft(msgspec.Struct, frozen=True, kw_only=True):
    """A meaning said twice: strong for text and marks, soft for what lies behind them."""

    strong: str
    soft: str


class Colours(msgspec.Struct, frozen=True, kw_only=True):
    """One theme. Widgets ask for a meaning, never for a hue."""

    dark: bool
    # surfaces, from the back to the front
    back: str  # side panels, behind everything
    surface: str  # window, heads, dialogs
    cell: str  # a day of the grid
    closed: str  # a day on which nobody works
    past: str  # a day that has gone
    hatch: str  # stripes on days that only urgent posts can reach
    hatch_closed: str  # the same where the day is off
    card: str
    card_edge: str
    sunken: str  # chips, tracks of scroll bars, empty parts of a gauge
    gauge: str  # the part of a gauge not yet filled
    field: str  # where one types
    hairline: str
    shadow: str  # with alpha
    # texts
    text: str
    quiet: str
    faint: str  # past days, disabled
    # meanings
    accent: Soft
    on_accent: str
    accent_hover: str
    ok: Soft
    warn: Soft
    bad: Soft
    hover: str
    # topics 1 to 11, and 0 for a post without one
    topics: tuple[str, ...]
    # states by name
    states: dict[str, str]
