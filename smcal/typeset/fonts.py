"""Which fonts a PDF is set in."""

WANTED = (
    "Inter",
    "PT Sans",
    "Noto Sans",
    "Segoe UI",
    "Helvetica Neue",
    "Arial",
    "Liberation Sans",
    "DejaVu Sans",
    "Libertinus Serif",  # comes with typst and knows Cyrillic: a computer without any font gets by
)
"""Families in order of preference; all know Latin and Cyrillic."""


def choose(families: list[str]) -> list[str]:
    """Those of the wanted fonts that this computer has, best first."""
    here = {family.casefold() for family in families}
    return [family for family in WANTED if family.casefold() in here]
