"""The files that go with posts: NAME.media beside the workspace, each named by the hash of its bytes."""

from pathlib import Path


class MediaStore:
    """Keeps files by content."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
