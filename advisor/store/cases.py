"""Query functions for cases. Nothing here commits; the caller's transaction does."""

import hashlib
import secrets
from collections.abc import Callable
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


def change_answers(case: Case, change: Callable[[str], str], *, days: int) -> bool:
    """Apply ``change`` to the stored answers and note the time; False if the case has been deleted meanwhile.

    Where another request (a second tab) stored its answer in between, the change is applied anew to what that one
    stored, so that neither answer is lost.
    """
    newest = sa.select(Case).where(Case.id == case.id).execution_options(populate_existing=True)
    while db.session.scalars(newest).one_or_none() is not None:
        now = datetime.now(UTC)
        values = {"answers": change(case.answers), "updated_at": now, "expires_at": now + timedelta(days=days)}
        unchanged = sa.update(Case).where(Case.id == case.id, Case.answers == case.answers)
        if db.session.scalars(unchanged.values(values).returning(Case.id)).one_or_none() is not None:
            return True
    return False


def set_target(case: Case, *, target: str, organisation: str, days: int) -> None:
    """Note which domain the case is about and the name of the company; counts as a change."""
    case.target = target
    case.organisation = organisation
    case.updated_at = datetime.now(UTC)
    case.expires_at = case.updated_at + timedelta(days=days)


def touch(case: Case, *, days: int) -> None:
    """Note that something of the case was changed; it is kept from now on for the full time again."""
    case.updated_at = datetime.now(UTC)
    case.expires_at = case.updated_at + timedelta(days=days)


def delete(case: Case) -> None:
    """Remove the case with everything that belongs to it."""
    db.session.delete(case)


def purge_expired() -> int:
    """Remove every case past its expiry; the number of cases removed."""
    expired = db.session.scalars(sa.delete(Case).where(Case.expires_at <= datetime.now(UTC)).returning(Case.id))
    return len(expired.all())
