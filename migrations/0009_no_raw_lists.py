"""Staff lists that an earlier version kept as they were uploaded, with every foreign column, are dropped.

Whoever stands between upload and download uploads the list once more; a failed export can no longer be tried again.
An export that is queued or being written keeps its list until it is done.
"""

from collections.abc import Sequence

from alembic import op

revision: str = "0009"
down_revision: str | Sequence[str] | None = "0008"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Upgrade schema: nothing but what is stored changes."""
    op.execute("DELETE FROM staff_uploads")
    op.execute(
        "UPDATE export_runs SET staff = NULL, settings = NULL, choices = NULL WHERE state NOT IN ('queued', 'running')"
    )


def downgrade() -> None:
    """Downgrade schema: what was dropped is gone."""
