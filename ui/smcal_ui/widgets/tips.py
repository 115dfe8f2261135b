"""Tool tips that show text as it is: Qt would take angle brackets for markup."""

from html import escape


def plain_tip(text: str) -> str:
    """Text for a tool tip; nothing in it is read as HTML."""
    return f'<div style="white-space: pre-wrap">{escape(text)}</div>' if text else ""
