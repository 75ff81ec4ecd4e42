"""How a row of a staff list reads mail, in plain words, and which rule speaks against it."""

from advisor.decision.recommendation import Recommendation
from advisor.report.result.groups import way_phrase
from advisor.settings.codes import Alternative, Role
from advisor.settings.exclusion_texts import EXCLUSION_TEXTS
from advisor.settings.staff import StaffRow
from advisor.settings.values import CompanySettings
from advisor.text import Language, Text

_ROLES = {
    Role.COLLECTOR: Text("sammelt nur Kopien, löscht nie", "only collects copies, never deletes"),
    Role.PROGRAM: Text("ein Programm der Firma, keine Person", "a program of the company, not a person"),
}


def way_of(row: StaffRow, language: Language) -> str:
    """Its way with the days on the server."""
    return way_phrase(row.alternative, row.keep_days, language, native=False)


def role_of(row: StaffRow, language: Language) -> str:
    """What it is, if it is not a person who reads."""
    text = _ROLES.get(row.person.role)
    return text.into(language) if text else ""


def reads_otherwise(row: StaffRow, settings: CompanySettings) -> bool:
    """Whether the list says another way than the company has."""
    collects = row.person.role is Role.COLLECTOR
    return not collects and (row.alternative, row.keep_days) != (settings.alternative, settings.keep_days)


def why_excluded(settings: CompanySettings, way: Alternative, language: Language) -> tuple[str, ...]:
    """The sentences of the rules that take this way out for the company; none where no rule does."""
    rules = (rule for one in settings.excluded or () if one.alternative is way for rule in one.rules)
    return tuple(EXCLUSION_TEXTS[rule].into(language) for rule in rules)


def only_for_groups(recommendation: Recommendation, way: Alternative) -> tuple[str, ...]:
    """The groups that read in a way which a rule takes out for the company as a whole; none where no rule does."""
    policy = recommendation.company_policy
    if policy is None or any(row.feasible for row in recommendation.ranking if row.alternative is way):
        return ()
    return tuple(part.name for part in policy.groups if part.alternative is way)
