"""The command line: one command a file. This module imports nothing, for every start of the window reads it."""

COMMANDS = (
    "demo",
    "new",
    "deadline",
    "calendar",
    "import",
    "check",
    "submit",
    "verdicts",
    "export",
    "backup",
    "restore",
    "doctor",
    "regulation",
)
"""First words that are commands; any other first word is a file for the window."""
