"""Query functions for cases. Nothing here commits; the caller's transaction does."""

import hashlib
import secrets
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from advisor.store.database import db
from advisor.store.models import Case

TOKEN_BYTES = 24


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def create(*, language: str, answers: str, days: int) -> tuple[Case, str]:
    """A new case and the secret of its link, which is shown once and never stored."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    now = datetime.now(UTC)
    case = Case(
        token_hash=_hash(token),
        created_at=now,
        updated_at=now,
        expires_at=now + timedelta(days=days),
        language=language,
        answers=answers,
    )
    db.session.add(case)
    db.session.flush()
    return case, token


def by_id(case_id: int) -> Case | None:
    """The case with this number, unless it has expired."""
    case = db.session.get(Case, case_id)
    return case if case is not None and case.expires_at > datetime.now(UTC) else None


def by_token(token: str) -> Case | None:
    """The case that a secret link belongs to, unless it has expired."""
    query = sa.select(Case).where(Case.token_hash == _hash(token), Case.expires_at > datetime.now(UTC))
    return db.session.scalars(query).one_or_none()


def touch(case: Case, *, days: int) -> None:
    """Note a change: the time of the last one, and a new expiry ``days`` from now."""
    case.updated_at = datetime.now(UTC)
    case.expires_at = case.updated_at + timedelta(days=days)


def delete(case: Case) -> None:
    """Remove the case with everything that belongs to it."""
    db.session.delete(case)


def purge_expired() -> int:
    """Remove every case past its expiry; the number of cases removed."""
    expired = db.session.scalars(sa.delete(Case).where(Case.expires_at <= datetime.now(UTC)).returning(Case.id))
    return len(expired.all())
