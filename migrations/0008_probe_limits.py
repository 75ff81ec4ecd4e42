"""How often a client starts checks, and which servers are being checked or were a short time ago."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0008"
down_revision: str | Sequence[str] | None = "0007"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Upgrade schema."""
    op.create_table(
        "client_checks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("client", sa.String(length=64), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_client_checks")),
    )
    op.create_index(op.f("ix_client_checks_client"), "client_checks", ["client"], unique=False)
    op.create_index(op.f("ix_client_checks_at"), "client_checks", ["at"], unique=False)
    op.create_table(
        "server_contacts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("address", sa.String(length=45), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_server_contacts")),
    )
    op.create_index(op.f("ix_server_contacts_address"), "server_contacts", ["address"], unique=False)
    op.create_index(op.f("ix_server_contacts_run_id"), "server_contacts", ["run_id"], unique=False)
    op.create_index(op.f("ix_server_contacts_at"), "server_contacts", ["at"], unique=False)
    op.create_index(
        "uq_server_contacts_active_address",
        "server_contacts",
        ["address"],
        unique=True,
        sqlite_where=sa.text("active"),
        postgresql_where=sa.text("active"),
    )


def downgrade() -> None:
    """Downgrade schema."""
    op.drop_table("server_contacts")
    op.drop_table("client_checks")
