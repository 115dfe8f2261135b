"""Runs the revisions in migrations, so that a file has the newest format."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from smcal.atomic import staged
from smcal.errors import SmcalError
from smcal.files import migrations
from smcal.store.backup import back_up
from smcal.store.checking import check_database, row_counts
from smcal.store.connect import connect, writing_engine
from smcal.store.copying import copy_database
from smcal.store.errors import UpgradeFailed
from smcal.store.identity import APPLICATION_ID, FORMAT
from smcal.words import _

if TYPE_CHECKING:
    from sqlalchemy import Connection


def to_newest(connection: "Connection", scripts: Path | None = None) -> None:
    """Run every revision that is missing, in the transaction of `connection`; its foreign keys must be off."""
    from alembic import command  # slow to import: only for new and for old files
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts or migrations()).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {FORMAT}")


class UpgradedCopy:
    """An older file as it would be in the newest format, for reading; the file itself stays as it is, byte for byte."""

    def __init__(self, path: Path) -> None:
        from tempfile import TemporaryDirectory

        self._folder = TemporaryDirectory(prefix="smcal-", ignore_cleanup_errors=True)
        self.path = Path(self._folder.name, path.name)
        try:
            with _told(path):
                copy_database(path, self.path)
                _upgrade_copy(self.path, None)
        except BaseException:
            self.remove()
            raise

    def remove(self) -> None:
        """Delete the copy, once nothing reads it any more."""
        self._folder.cleanup()


def upgrade(path: Path, scripts: Path | None = None) -> None:
    """Bring an older file to the newest format: on a copy, which replaces the file only after every check.

    A verified backup is made first. On any failure the file stays as it was, byte for byte; raises UpgradeFailed.
    """
    back_up(path)
    with _told(path), staged(path) as copy:
        copy_database(path, copy)
        _upgrade_copy(copy, scripts)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Whatever goes wrong is one line, and says that the file is as it was."""
    try:
        yield
    except SmcalError:
        raise
    except Exception as error:  # whatever a revision may raise
        raise UpgradeFailed(
            _(
                "{path} could not be brought up to date ({error}). It is as it was; "
                "show it to whoever looks after smcal."
            ).format(path=path, error=error)
        ) from error


def _upgrade_copy(copy: Path, scripts: Path | None) -> None:
    before = _counts(copy)
    engine = writing_engine(copy, keys=False)  # with keys on, a rebuilt table would take its children along
    try:
        with engine.begin() as connection:
            to_newest(connection, scripts)
    finally:
        engine.dispose()
    check_database(copy)
    after = _counts(copy)
    if lost := [table for table, rows in before.items() if after.get(table, 0) < rows]:
        raise UpgradeFailed(
            _("An upgrade that loses rows ({tables}) was stopped. The file is as it was.").format(
                tables=", ".join(lost)
            )
        )


def _counts(path: Path) -> dict[str, int]:
    with closing(connect(path)) as connection:
        return row_counts(connection)
