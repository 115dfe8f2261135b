"""The error that people see: what happened, what is safe, what to do."""


class SmcalError(Exception):
    """Something a person can understand and mend. The message is one clear line in the language in use.

    Raise subclasses, never this one; the command line prints the message and exits with 2, the window shows a dialog.
    """


class WrongUse(SmcalError):
    """A request that makes no sense: a wrong date, an unknown page."""


class UnreadableFile(SmcalError):
    """A file that is damaged, foreign, or not what its name says. It was not changed."""
