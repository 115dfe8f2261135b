"""Tool tips that show text as it is: Qt would take angle brackets for markup."""


def plain_tip(text: str) -> str:
    """Text for a tool tip; nothing in it is read as HTML."""
    return f'<div style="white-space: pre-wrap">{escaped(text)}</div>' if text else ""


def escaped(text: str) -> str:
    """Text without marks: as `html.escape`, which brings the names of two thousand signs into the start."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
