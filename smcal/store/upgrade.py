"""Runs the revisions in migrations, so that a file has the newest format."""

from pathlib import Path
from typing import TYPE_CHECKING

from smcal.files import migrations
from smcal.store.identity import APPLICATION_ID, FORMAT

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
