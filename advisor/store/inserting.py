"""Inserting a row that somebody else may insert at the same moment; each database has its own words for that."""

from sqlalchemy.dialects import postgresql, sqlite

from advisor.store.database import Base, db


def insert_into(model: type[Base]) -> sqlite.Insert | postgresql.Insert:
    """An ``INSERT`` that can be told what to do on a conflict."""
    if db.session.get_bind().dialect.name == "sqlite":
        return sqlite.insert(model)
    return postgresql.insert(model)
