"""Personal pages keep the settings they were made with, and who has seen one counts as a reader; notes for all pages.

Pages that are there get the settings that are released now, and count as readers where they were opened.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0007"
down_revision: str | Sequence[str] | None = "0006"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Upgrade schema."""
    with op.batch_alter_table("publications") as table:
        table.drop_constraint("uq_publications_case_id", type_="unique")
        table.create_index(op.f("ix_publications_case_id"), ["case_id"], unique=False)
    with op.batch_alter_table("employee_links") as table:
        table.add_column(sa.Column("publication_id", sa.Integer(), nullable=True))
        table.add_column(sa.Column("next_person", sa.Text(), nullable=True))
        table.add_column(sa.Column("reads_since", sa.DateTime(timezone=True), nullable=True))
        table.add_column(sa.Column("earlier", sa.Text(), nullable=True))
        table.add_column(sa.Column("backup_at", sa.DateTime(timezone=True), nullable=True))
        table.create_foreign_key(
            op.f("fk_employee_links_publication_id_publications"),
            "publications",
            ["publication_id"],
            ["id"],
            ondelete="SET NULL",
        )
        table.create_index(op.f("ix_employee_links_publication_id"), ["publication_id"], unique=False)
    op.execute(
        "UPDATE employee_links SET reads_since = opened_at, publication_id = "
        "(SELECT id FROM publications WHERE publications.case_id = employee_links.case_id)"
    )
    op.create_table(
        "page_notes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("contact_name", sa.String(length=100), nullable=True),
        sa.Column("contact_phone", sa.String(length=40), nullable=True),
        sa.Column("contact_mail", sa.String(length=254), nullable=True),
        sa.Column("deletes_days", sa.Integer(), nullable=True),
        sa.Column("deletes_confirmed_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_page_notes_case_id_cases"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_page_notes")),
        sa.UniqueConstraint("case_id", name=op.f("uq_page_notes_case_id")),
    )


def downgrade() -> None:
    """Downgrade schema. Of several releases of a case the newest stays, as before."""
    op.drop_table("page_notes")
    with op.batch_alter_table("employee_links") as table:
        table.drop_constraint(op.f("fk_employee_links_publication_id_publications"), type_="foreignkey")
        table.drop_index(op.f("ix_employee_links_publication_id"))
        for column in ("publication_id", "next_person", "reads_since", "earlier", "backup_at"):
            table.drop_column(column)
    op.execute("DELETE FROM publications WHERE id NOT IN (SELECT max(id) FROM publications GROUP BY case_id)")
    with op.batch_alter_table("publications") as table:
        table.drop_index(op.f("ix_publications_case_id"))
        table.create_unique_constraint(op.f("uq_publications_case_id"), ["case_id"])
