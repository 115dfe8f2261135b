"""Makes a new workspace file, complete before it gets its name."""

import datetime as dt
import sqlite3
from pathlib import Path

from smcal.atomic import staged
from smcal.model import new_id
from smcal.store.calendars import ask, holiday_rows, years_around
from smcal.store.changes import Area
from smcal.store.connect import writing_engine
from smcal.store.errors import explain, explain_system
from smcal.store.settings import Settings, settings_to_rows
from smcal.store.shapes import cleaned, row_of


def make_file(path: Path, settings: Settings) -> None:
    """Put a workspace with these settings at `path`, where nothing may lie yet. Raises WrongUse, DiskFull, NoRights."""
    from sqlalchemy.exc import DBAPIError  # SQLAlchemy: only when something is written

    from smcal.store.tables import holiday_year, meta, metadata
    from smcal.store.upgrade import to_newest

    years = [ask(settings, year) for year in years_around(dt.date.today())]
    rows = [row_of(cleaned(setting)) for setting in settings_to_rows(settings)]
    try:
        with staged(path) as part:
            part.touch()
            engine = writing_engine(part, keys=False)
            try:
                with engine.begin() as connection:
                    to_newest(connection)
                    connection.execute(meta.insert(), {"key": "workspace", "value": new_id()})
                    connection.execute(metadata.tables[Area.SETTINGS].insert(), rows)
                    connection.execute(holiday_year.insert(), holiday_rows(years))
            finally:
                engine.dispose()
    except (DBAPIError, sqlite3.Error) as error:
        raise explain(error, path) from error
    except OSError as error:
        raise explain_system(error, path) from error
