"""Who gets files although a rule of the advice excludes their way for the company: somebody has asked for it.

Without such a word the staff list holds their rows back, so it can be read off the people for whom files are made.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from advisor.settings.codes import Alternative
from advisor.settings.staff import effective, is_excluded
from advisor.settings.values import CompanySettings, Person


@dataclass(frozen=True, slots=True)
class DespiteRules:
    """One excluded way, the codes of the rules, and the addresses of those who get it."""

    alternative: Alternative
    rules: tuple[str, ...]
    people: tuple[str, ...]


def despite_rules(settings: CompanySettings, people: Iterable[Person]) -> tuple[DespiteRules, ...] | None:
    """The excluded ways that somebody gets; None where the settings do not say what is excluded."""
    if settings.excluded is None:
        return None
    ways: dict[Alternative, list[str]] = {}
    excluded = [one.alternative for one in settings.excluded]
    for person in people:
        way, _ = effective(person, settings.alternative, settings.keep_days)
        if is_excluded(person, way, excluded):
            ways.setdefault(way, []).append(person.address)
    return tuple(
        DespiteRules(one.alternative, one.rules, tuple(ways[one.alternative]))
        for one in settings.excluded
        if one.alternative in ways
    )
