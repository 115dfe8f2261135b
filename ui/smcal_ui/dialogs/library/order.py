"""Moves a value up or down among its like."""

from collections.abc import Sequence
from typing import TypeVar

import msgspec

from smcal.model import Branch, Page

V = TypeVar("V", Branch, Page)


def renumbered(values: Sequence[V], moved: V, by: int) -> list[V]:
    """The values with new positions after moving one by a place; empty where it stands at the end already."""
    order = list(values)
    place = [value.id for value in order].index(moved.id)
    if not 0 <= place + by < len(order):
        return []
    order.insert(place + by, order.pop(place))
    return [msgspec.structs.replace(value, position=number) for number, value in enumerate(order)]
