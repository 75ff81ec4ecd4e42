"""The database handle and what every engine needs to know."""

from datetime import UTC, datetime
from inspect import iscoroutinefunction
from typing import Any

import sqlalchemy as sa
from flask.sansio.app import App
from flask_sqlalchemy_lite import SQLAlchemy
from sqlalchemy import orm
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class _SyncOnly(SQLAlchemy):
    """Without what the extension does for asyncio: closing sessions that we never open costs a thread per request."""

    def init_app(self, app: App) -> None:
        """Bind the app."""
        super().init_app(app)
        functions = app.teardown_appcontext_funcs
        functions[:] = [function for function in functions if not iscoroutinefunction(function)]


db = _SyncOnly()

DatabaseAwayError = OperationalError
"""The database does not answer, or not now: unreachable, locked, restarting."""


def cause_of(error: DatabaseAwayError) -> str:
    """What the driver said, in one line."""
    return " ".join(str(error.orig).splitlines()[:1])


class Base(orm.DeclarativeBase):
    """Base of all tables; constraints have names so that migrations can speak of them."""

    metadata = sa.MetaData(naming_convention=NAMES)


class UtcDateTime(sa.TypeDecorator[datetime]):
    """An aware UTC time on every database (SQLite forgets the zone)."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: sa.Dialect) -> datetime | None:
        """Refuse naive times and store all others in UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("times in the database need a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: sa.Dialect) -> datetime | None:
        """Give the zone back where the database dropped it."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def engine_options(url: str) -> dict[str, Any]:
    """What ``create_engine`` needs for this address: SQLite waits for a lock, servers check a pooled connection."""
    if sa.make_url(url).get_backend_name() == "sqlite":
        return {"url": url, "connect_args": {"timeout": 15}}
    return {"url": url, "pool_pre_ping": True}


def prepare_engine(engine: sa.Engine) -> None:
    """Let SQLite check foreign keys and read while another connection writes (write-ahead log)."""
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _sqlite_pragmas)


def _sqlite_pragmas(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.close()
