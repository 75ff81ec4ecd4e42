"""A consultant's decision laid beside the stored advice, and what it was made for."""

from advisor.decision.evaluation import evaluate
from advisor.decision.facts import ServerFacts, facts_of
from advisor.decision.measured import measured, with_measured
from advisor.decision.override import with_override
from advisor.decision.policy import POLICY_VERSION
from advisor.decision.recommendation import Override, Recommendation
from advisor.questionnaire.answers import Answers
from advisor.report.documents.answers import write_answers
from advisor.report.documents.envelope import sha256_of
from advisor.report.documents.server_report import ServerReport
from probes.measurement import Measurement


def made_for(answers: Answers, server: ServerReport | None, measurement: Measurement | None) -> str:
    """The fingerprint of policy, answers and what the decision takes from server check and measurement.

    A new check that finds the same leaves it as it is: nobody has to confirm a decision without need.
    """
    counted, facts = _counted(answers, server, measurement)
    return sha256_of(b"\n".join((POLICY_VERSION.encode(), write_answers(counted), repr(facts).encode())))


def beside(
    advice: Recommendation,
    override: Override,
    answers: Answers,
    server: ServerReport | None,
    measurement: Measurement | None,
    *,
    decided_for: str,
) -> Recommendation:
    """The advice with the decision; ``decided_for`` is the fingerprint of the time when it was made."""
    counted, facts = _counted(answers, server, measurement)
    current = decided_for == made_for(answers, server, measurement)
    return with_override(advice, override, evaluate(counted, facts), current=current)


def _counted(
    answers: Answers, server: ServerReport | None, measurement: Measurement | None
) -> tuple[Answers, ServerFacts]:
    seen = measured(measurement)
    counted = with_measured(answers, seen)
    return counted, facts_of(counted, server.report if server is not None else None, seen)
