"""The core of smcal: the editorial calendar of a public library, without any window toolkit."""

__version__ = "0.1.0"
