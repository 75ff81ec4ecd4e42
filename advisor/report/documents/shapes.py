"""Pairs in values are objects in documents: ``(("days", 28),)`` is written ``{"days": 28}``, and read back."""

from advisor.report.documents.envelope import Object
from advisor.report.documents.errors import DocumentError, Problem


def pairs_as_object(members: list[Object], field: str) -> None:
    """Turns the pairs in ``field`` of each member into an object, in place."""
    for member in members:
        member[field] = dict(member[field])


def pairs_from_object(members: object, field: str, place: str) -> None:
    """Turns the object in ``field`` of each member into pairs, in place. Raises ``DocumentError``."""
    if not isinstance(members, list):
        raise DocumentError(Problem.WRONG_VALUE, place=place, value=members)
    for number, member in enumerate(members):
        held = member.get(field) if isinstance(member, dict) else None
        if not isinstance(held, dict):
            raise DocumentError(Problem.WRONG_VALUE, place=f"{place}.{number}.{field}", value=held)
        member[field] = list(held.items())
