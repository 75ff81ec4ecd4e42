"""The tables that keep checks from being too many for one client or one server; they belong to no case."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from advisor.store.database import Base, UtcDateTime
from advisor.store.models import TOKEN_HASH


class ClientCheck(Base):
    """One check that a client started. The client is a keyed hash, and the row is gone soon after an hour.

    It belongs to no case, so that whoever deletes a case does not begin anew.
    """

    __tablename__ = "client_checks"

    id: Mapped[int] = mapped_column(primary_key=True)
    client: Mapped[str] = mapped_column(TOKEN_HASH, index=True)
    run_id: Mapped[int]
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)


class ServerContact(Base):
    """One address that a run leads to; the database itself keeps two runs on one address apart."""

    __tablename__ = "server_contacts"
    __table_args__ = (
        sa.Index(
            "uq_server_contacts_active_address",
            "address",
            unique=True,
            sqlite_where=sa.text("active"),
            postgresql_where=sa.text("active"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    address: Mapped[str] = mapped_column(sa.String(45), index=True)
    run_id: Mapped[int] = mapped_column(index=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    active: Mapped[bool]
