"""What a case hands out by itself: settings, the domain it answers for, and a personal page for each employee."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0005"
down_revision: str | Sequence[str] | None = "0004"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Upgrade schema."""
    op.create_table(
        "publications",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_publications_case_id_cases"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publications")),
        sa.UniqueConstraint("case_id", name=op.f("uq_publications_case_id")),
    )
    op.create_table(
        "served_domains",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("domain", sa.String(length=253), nullable=False),
        sa.Column("token", sa.String(length=43), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("proved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("proved_by", sa.String(length=8), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_served_domains_case_id_cases"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_served_domains")),
        sa.UniqueConstraint("case_id", name=op.f("uq_served_domains_case_id")),
    )
    op.create_index(op.f("ix_served_domains_domain"), "served_domains", ["domain"], unique=False)
    op.create_index(
        "uq_served_domains_proved",
        "served_domains",
        ["domain"],
        unique=True,
        sqlite_where=sa.text("proved_at IS NOT NULL"),
        postgresql_where=sa.text("proved_at IS NOT NULL"),
    )
    op.create_table(
        "employee_links",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("nonce", sa.String(length=32), nullable=False),
        sa.Column("mailbox", sa.String(length=64), nullable=False),
        sa.Column("reader", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("program", sa.String(length=20), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("trouble_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_employee_links_case_id_cases"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_employee_links")),
        sa.UniqueConstraint("case_id", "mailbox", "reader", name=op.f("uq_employee_links_case_id_mailbox_reader")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_employee_links_token_hash")),
    )
    op.create_index(op.f("ix_employee_links_case_id"), "employee_links", ["case_id"], unique=False)
    op.create_index(op.f("ix_employee_links_expires_at"), "employee_links", ["expires_at"], unique=False)


def downgrade() -> None:
    """Downgrade schema."""
    op.drop_table("employee_links")
    op.drop_table("served_domains")
    op.drop_table("publications")
