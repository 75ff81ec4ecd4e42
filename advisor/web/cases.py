"""The case of this browser: kept in the signed session cookie, found again by the secret link."""

from flask import g, request, session

from advisor.store import cases
from advisor.store.models import Case
from advisor.web.errors import CaseExpiredError

CASE_KEY = "case"
TOKEN_KEY = "token"  # noqa: S105 - the name of a session entry


def enter(case: Case, token: str) -> None:
    """Make this the case of this browser."""
    session.permanent = True
    session[CASE_KEY] = case.id
    session[TOKEN_KEY] = token
    g.case = case


def leave() -> None:
    """Forget the case in this browser; its data stays."""
    session.pop(CASE_KEY, None)
    session.pop(TOKEN_KEY, None)
    g.pop("case", None)


def current_case_or_none() -> Case | None:
    """The case of this browser, or None. The secret is checked with every request: an old cookie opens nothing."""
    if "case" not in g:
        token = session.get(TOKEN_KEY)
        found = cases.by_token(token) if isinstance(token, str) else None
        g.case = found if found is not None and found.id == session.get(CASE_KEY) else None
    case: Case | None = g.case
    return case


def current_case() -> Case:
    """The case of this browser. Raises ``CaseExpiredError`` (a page with the way on) where there is none."""
    case = current_case_or_none()
    if case is None:
        raise CaseExpiredError
    if request.method == "POST":
        session.modified = True  # a change keeps the case for longer, so the cookie lasts longer too
    return case


def current_token() -> str:
    """The secret of the current case, to show its link to the person who owns it."""
    token: str = session[TOKEN_KEY]
    return token
