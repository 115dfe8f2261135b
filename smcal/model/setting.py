"""Settings that belong to a workspace and travel with it."""

import msgspec


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """One setting; `id` is its key, `value` is JSON."""

    id: str
    value: str
