"""The settings that follow from advice and server report: which server a mail program is told, and how it reads."""

from dataclasses import replace

from advisor.decision.alarms import alarms, full_copy_alarms
from advisor.decision.recommendation import OverrideState, Recommendation
from advisor.profiles.account import UnsafeSettingsError, account_for
from advisor.questionnaire.answers import Answers
from advisor.report.documents.server_report import ServerReport
from advisor.report.texts.rules import exclusion_code
from advisor.settings.codes import Alternative, ReadingProtocol
from advisor.settings.selection import company_settings
from advisor.settings.values import LONGEST_KEEP_DAYS, CompanySettings, Decision, ExcludedWay


def ways(recommendation: Recommendation) -> tuple[Alternative, ...]:
    """The alternatives that no rule excludes, what is to be done first; none where there is no advice."""
    decided, advised = recommendation.decided, recommendation.recommended
    if advised is None:
        return ()
    feasible = [row.alternative for row in recommendation.ranking if row.feasible]
    return tuple(sorted(feasible, key=lambda way: (way is not decided, way is not advised)))


def advised_settings(
    recommendation: Recommendation,
    answers: Answers,
    server: ServerReport,
    organisation: str,
    way: Alternative | None = None,
) -> CompanySettings | None:
    """The settings for one way, with the alarms that every profile must repeat (R21).

    Unless a way is named, it is the one that was decided, or else the advised one; a decision is told with every way.

    ``answers`` are those that the recommendation was drawn from: another way than the advised one has its own alarms.
    None where a rule excludes the way, where there is no advice, or where no safe server is known for it. The days that
    a copy is kept were worked out for the advised and the decided way only; any other that keeps one keeps it for ever.
    """
    chosen = way or recommendation.decided
    if chosen is None or chosen not in ways(recommendation):
        return None
    name = organisation or server.report.domain
    found = replace(
        company_settings(server.report, name, chosen, _keep_days(recommendation, chosen)),
        alarms=alarms(answers, chosen),
        full_copy_alarms=full_copy_alarms(answers),
        decision=_decision(recommendation),
        excluded=_excluded(recommendation),
    )
    incoming = found.imap if chosen.protocol is ReadingProtocol.IMAP else found.pop3
    complete = incoming is not None and found.submission is not None
    return found if complete and _is_safe(found) else None


def _excluded(recommendation: Recommendation) -> tuple[ExcludedWay, ...]:
    """What rules take out for the company. The way of one of its groups is not among it: its people may read so."""
    policy = recommendation.company_policy
    of_groups = {part.alternative for part in policy.groups} if policy else set()
    return tuple(
        ExcludedWay(row.alternative, tuple(dict.fromkeys(map(exclusion_code, row.excluded_by))))
        for row in recommendation.ranking
        if not row.feasible and row.alternative not in of_groups
    )


def _keep_days(recommendation: Recommendation, way: Alternative) -> int | None:
    """None: for ever. So are days that no settings may name, after an absence that nobody meant."""
    decision = recommendation.decision
    if decision is not None and way is decision.to:
        days = decision.keep_days
    else:
        days = recommendation.keep_days if way is recommendation.recommended else None
    return days if days is None or days <= LONGEST_KEEP_DAYS else None


def _decision(recommendation: Recommendation) -> Decision | None:
    made, advised = recommendation.decision, recommendation.recommended
    if made is None or advised is None:
        return None
    outdated = made.state is OverrideState.OUTDATED
    return Decision(advised, made.to, made.reason, made.by, made.at, outdated)


def _is_safe(settings: CompanySettings) -> bool:
    """Whether the names may stand in files that programs read as they are."""
    try:
        account_for(settings, None)
    except UnsafeSettingsError:
        return False
    return True
