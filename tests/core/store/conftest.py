"""Tests of the store work on copies of one library."""

from tests.library_files import made, path, workspace

__all__ = ["made", "path", "workspace"]
