"""Makes a new workspace file, complete before it gets its name."""

from pathlib import Path

from smcal.atomic import staged
from smcal.model import new_id
from smcal.store.changes import Area
from smcal.store.connect import writing_engine
from smcal.store.errors import explain
from smcal.store.settings import Settings, settings_to_rows
from smcal.store.shapes import cleaned, row_of


def make_file(path: Path, settings: Settings) -> None:
    """Put a workspace with these settings at `path`, where nothing may lie yet."""
    from sqlalchemy.exc import DBAPIError  # SQLAlchemy: only when something is written

    from smcal.store.tables import meta, metadata
    from smcal.store.upgrade import to_newest

    rows = [row_of(cleaned(setting)) for setting in settings_to_rows(settings)]
    with staged(path) as part:
        part.touch()
        engine = writing_engine(part, keys=False)
        try:
            with engine.begin() as connection:
                to_newest(connection)
                connection.execute(meta.insert(), {"key": "workspace", "value": new_id()})
                connection.execute(metadata.tables[Area.SETTINGS].insert(), rows)
        except DBAPIError as error:
            raise explain(error, path) from error
        finally:
            engine.dispose()
