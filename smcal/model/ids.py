"""Identifiers: UUIDv7 in canonical text form, made by us and kept through undo, export and merge."""

import os
import time


def new_id() -> str:
    """Return a fresh UUIDv7 (RFC 9562) as lower-case text with hyphens; later ones sort after earlier ones."""
    milliseconds = time.time_ns() // 1_000_000
    digits = f"{milliseconds & 0xFFFF_FFFF_FFFF:012x}{os.urandom(10).hex()}"
    variant = "89ab"[int(digits[16], 16) & 3]
    return f"{digits[:8]}-{digits[8:12]}-7{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:32]}"
