"""The tables: a case (one company's answers), its probe runs, its recommendation and its staff settings."""

from datetime import date, datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from advisor.store.database import Base, UtcDateTime

TOKEN_HASH = sa.String(64)


class Case(Base):
    """One company on its way through the app. The secret link is kept as a hash only."""

    __tablename__ = "cases"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(TOKEN_HASH, unique=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    language: Mapped[str] = mapped_column(sa.String(2))
    organisation: Mapped[str] = mapped_column(sa.String(200), default="")
    target: Mapped[str] = mapped_column(sa.String(254), default="")
    answers: Mapped[str] = mapped_column(sa.Text)


class RunState(StrEnum):
    """Where a probe run stands. The first two are active; a run leaves the others never again."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class ProbeRun(Base):
    """One run of the server check: the truth about the job (state, lease, attempts, progress) and its report.

    ``attempts`` counts how often a worker took the run and says with which number it did; 0 with a report means that
    the report of another run on the same domain was taken over. The database itself keeps two runs on one domain apart.
    """

    __tablename__ = "probe_runs"
    __table_args__ = (
        sa.Index(
            "uq_probe_runs_running_target",
            "target",
            unique=True,
            sqlite_where=sa.text("state = 'running'"),
            postgresql_where=sa.text("state = 'running'"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(sa.ForeignKey("cases.id", ondelete="CASCADE"), index=True)
    target: Mapped[str] = mapped_column(sa.String(254), index=True)
    state: Mapped[str] = mapped_column(sa.String(16), index=True)
    attempts: Mapped[int] = mapped_column(default=0)
    lease_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    finished_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    progress: Mapped[str] = mapped_column(sa.Text, default="[]")
    report: Mapped[str | None] = mapped_column(sa.Text)
    error: Mapped[str | None] = mapped_column(sa.String(40))


class StoredRecommendation(Base):
    """A recommendation as it was given (the document holds policy version and hashes of what went in)."""

    __tablename__ = "recommendations"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(sa.ForeignKey("cases.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    document: Mapped[str] = mapped_column(sa.Text)


class StaffUpload(Base):
    """The staff list of a case between its preview and the download; it holds names and addresses, no secrets."""

    __tablename__ = "staff_uploads"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(sa.ForeignKey("cases.id", ondelete="CASCADE"), unique=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    content: Mapped[bytes] = mapped_column(sa.LargeBinary)


class ConfirmedHost(Base):
    """A server of which the person said that it is their provider's; holds for the one report that it was found in."""

    __tablename__ = "confirmed_hosts"
    __table_args__ = (sa.UniqueConstraint("case_id", "report_sha256", "host"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(sa.ForeignKey("cases.id", ondelete="CASCADE"))
    report_sha256: Mapped[str] = mapped_column(sa.String(64))
    host: Mapped[str] = mapped_column(sa.String(253))
    confirmed_at: Mapped[datetime] = mapped_column(UtcDateTime)


class StoredMeasurement(Base):
    """What a look into one mailbox has shown: sizes and folder names, the address as a fingerprint only."""

    __tablename__ = "measurements"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(sa.ForeignKey("cases.id", ondelete="CASCADE"), unique=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    document: Mapped[str] = mapped_column(sa.Text)


class StoredOverride(Base):
    """What a consultant decided instead of the advice, why, and the fingerprint of what it was decided for."""

    __tablename__ = "overrides"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(sa.ForeignKey("cases.id", ondelete="CASCADE"), unique=True)
    alternative: Mapped[str] = mapped_column(sa.String(16))
    reason: Mapped[str] = mapped_column(sa.String(1000))
    decided_by: Mapped[str] = mapped_column(sa.String(200))
    decided_at: Mapped[datetime] = mapped_column(UtcDateTime)
    decided_for: Mapped[str] = mapped_column(sa.String(64))


class Publication(Base):
    """Settings that a case released, to hand them out by itself; a row never changes.

    The newest of a case answers mail programs and is for new personal pages. Pages keep the one they were made with.
    """

    __tablename__ = "publications"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(sa.ForeignKey("cases.id", ondelete="CASCADE"), index=True)
    published_at: Mapped[datetime] = mapped_column(UtcDateTime)
    settings: Mapped[str] = mapped_column(sa.Text)


class ServedDomain(Base):
    """A domain for which this installation answers mail programs, once its owner has proved control of it.

    ``token`` is what the owner publishes; everybody may read it. At most one case serves a domain.
    """

    __tablename__ = "served_domains"
    __table_args__ = (
        sa.Index(
            "uq_served_domains_proved",
            "domain",
            unique=True,
            sqlite_where=sa.text("proved_at IS NOT NULL"),
            postgresql_where=sa.text("proved_at IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(sa.ForeignKey("cases.id", ondelete="CASCADE"), unique=True)
    domain: Mapped[str] = mapped_column(sa.String(253), index=True)
    token: Mapped[str] = mapped_column(sa.String(43))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    checked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    proved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    proved_by: Mapped[str | None] = mapped_column(sa.String(8))


class EmployeeLink(Base):
    """The personal page of one row of a staff list. Its secret is kept as a hash only.

    The secret is made anew from ``nonce`` and the key of the installation, to show the link again. ``mailbox`` and
    ``reader`` are fingerprints by which the same row is known again; ``program`` is the one that a person chose who may
    have only one.

    ``publication_id``: the settings that the page shows, whatever is released later. ``next_person``: what the newest
    list says of this row, where that waits for somebody's word. ``reads_since``: the person has seen a page and may
    read the mailbox, also after the link has ended, until somebody says otherwise. ``earlier``: how they read before
    the page was made anew, until they report that it works. ``backup_at``: they said that their computer is backed up.
    """

    __tablename__ = "employee_links"
    __table_args__ = (sa.UniqueConstraint("case_id", "mailbox", "reader"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(sa.ForeignKey("cases.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[str] = mapped_column(TOKEN_HASH, unique=True)
    nonce: Mapped[str] = mapped_column(sa.String(32))
    mailbox: Mapped[str] = mapped_column(sa.String(64))
    reader: Mapped[str] = mapped_column(sa.String(64))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    person: Mapped[str] = mapped_column(sa.Text)
    program: Mapped[str | None] = mapped_column(sa.String(20))
    opened_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    trouble_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    publication_id: Mapped[int | None] = mapped_column(
        sa.ForeignKey("publications.id", ondelete="SET NULL"), index=True
    )
    next_person: Mapped[str | None] = mapped_column(sa.Text)
    reads_since: Mapped[datetime | None] = mapped_column(UtcDateTime)
    earlier: Mapped[str | None] = mapped_column(sa.Text)
    backup_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class PageNotes(Base):
    """What all personal pages of a case say beside their settings.

    Whom to ask, and that somebody confirmed on a day that the company's own server deletes after ``deletes_days``.
    """

    __tablename__ = "page_notes"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(sa.ForeignKey("cases.id", ondelete="CASCADE"), unique=True)
    contact_name: Mapped[str | None] = mapped_column(sa.String(100))
    contact_phone: Mapped[str | None] = mapped_column(sa.String(40))
    contact_mail: Mapped[str | None] = mapped_column(sa.String(254))
    deletes_days: Mapped[int | None]
    deletes_confirmed_on: Mapped[date | None]


class ExportError(StrEnum):
    """Why an export failed for good."""

    GAVE_UP = "gave_up"
    NO_SPACE = "no_space"
    NOT_WRITABLE = "not_writable"
    REFUSED = "refused"


class Gone(StrEnum):
    """Why there is nothing to download any more. ``LOST``: the ZIP was not in its folder."""

    DOWNLOADED = "downloaded"
    EXPIRED = "expired"
    DELETED = "deleted"
    REPLACED = "replaced"
    LOST = "lost"


class ExportRun(Base):
    """One export in the background: the truth about the job, and what was chosen at the click.

    ``settings``, ``staff`` and ``choices`` are the snapshot that the files are written from; it goes once these exist.
    ``file`` names the ZIP of the current attempt in the folder of the exports; no two attempts have the same.
    ``expires_at``: when snapshot and ZIP go; ``gone``: why they went. At most one run of a case is active.
    """

    __tablename__ = "export_runs"
    __table_args__ = (
        sa.Index(
            "uq_export_runs_active_case",
            "case_id",
            unique=True,
            sqlite_where=sa.text("state IN ('queued', 'running')"),
            postgresql_where=sa.text("state IN ('queued', 'running')"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(sa.ForeignKey("cases.id", ondelete="CASCADE"), index=True)
    state: Mapped[str] = mapped_column(sa.String(16), index=True)
    attempts: Mapped[int] = mapped_column(default=0)
    lease_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    started_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    finished_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    total: Mapped[int]
    done: Mapped[int] = mapped_column(default=0)
    name: Mapped[str] = mapped_column(sa.String(300))
    way: Mapped[str] = mapped_column(sa.String(16))
    choices: Mapped[str | None] = mapped_column(sa.Text)
    settings: Mapped[str | None] = mapped_column(sa.Text)
    staff: Mapped[bytes | None] = mapped_column(sa.LargeBinary)
    file: Mapped[str | None] = mapped_column(sa.String(32))
    size: Mapped[int | None] = mapped_column(sa.BigInteger)
    sha256: Mapped[str | None] = mapped_column(sa.String(64))
    error: Mapped[str | None] = mapped_column(sa.String(40))
    downloaded_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    gone: Mapped[str | None] = mapped_column(sa.String(16))
