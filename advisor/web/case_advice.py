"""The advice of a case: given once for its answers and its newest server report, and again only when these change."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from advisor.decision.policy import POLICY_VERSION
from advisor.decision.recommendation import Override, Recommendation
from advisor.questionnaire.answers import Answers
from advisor.report.advice import counted_answers, fingerprints, recommend
from advisor.report.advised_settings import advised_settings
from advisor.report.decided import beside
from advisor.report.documents.errors import DocumentError
from advisor.report.documents.measure import read_measurement
from advisor.report.documents.recommendation import (
    Inputs,
    StoredRecommendation,
    read_recommendation,
    write_recommendation,
)
from advisor.report.documents.server_report import ServerReport, read_server_report
from advisor.settings.codes import Alternative
from advisor.settings.consent import confirm, needed, to_confirm
from advisor.settings.values import CompanySettings
from advisor.store import confirmed_hosts, measurements, overrides, probe_runs, recommendations
from advisor.store.models import Case
from advisor.web import case_answers
from advisor.web.page_notes import noted_deletion
from probes.measurement import Measurement


@dataclass(frozen=True, slots=True)
class Advice:
    """A recommendation with everything that it was drawn from. ``server`` is None where nothing was checked,
    ``measurement`` where nothing was measured. ``answers`` are those that were said.
    """

    answers: Answers
    server: ServerReport | None
    stored: StoredRecommendation
    measurement: Measurement | None = None

    @property
    def counted(self) -> Answers:
        """The answers as the advice counts them, measured figures in the place of stated ones."""
        return counted_answers(self.answers, self.measurement)

    @property
    def recommendation(self) -> Recommendation:
        """The advice itself."""
        return self.stored.recommendation


def advice_of(case: Case) -> Advice:
    """The advice for what the case holds now. Gives and stores a new one where answers, report or policy changed."""
    answers, server, found = case_answers.load(case), server_report_of(case), measurement_of(case)
    stored = _kept(case, fingerprints(answers, server, found))
    if stored is None:
        stored = recommend(answers, server, found, at=datetime.now(UTC))
        recommendations.add(case.id, write_recommendation(stored), at=stored.created_at)
    return Advice(answers, server, _with_decision(case, Advice(answers, server, stored, found)), found)


def _with_decision(case: Case, advice: Advice) -> StoredRecommendation:
    """The stored advice with what was decided beside it; the advice itself is kept without."""
    made = overrides.of(case.id)
    if made is None:
        return advice.stored
    override = Override(Alternative(made.alternative), made.reason, made.by, made.at)
    drawn_from = (advice.answers, advice.server, advice.measurement)
    found = beside(advice.recommendation, override, *drawn_from, decided_for=made.made_for)
    return replace(advice.stored, recommendation=found)


def measurement_of(case: Case) -> Measurement | None:
    """What was measured and uploaded, or None; a document that this version no longer reads counts as none."""
    document = measurements.document(case.id)
    if document is None:
        return None
    try:
        return read_measurement(document)
    except DocumentError:
        return None


def server_report_of(case: Case) -> ServerReport | None:
    """The newest finished report on the case's domain, or None."""
    run = probe_runs.latest_done(case.id, case.target) if case.target else None
    return read_server_report(run.report.encode()) if run is not None and run.report is not None else None


def settings_of(case: Case, advice: Advice, way: Alternative | None = None) -> CompanySettings | None:
    """The settings for one way, what was decided or advised unless named; None where nothing may be exported.

    Servers that the person confirmed for this very report count as trusted; ``may_hand_out`` says whether all are. What
    the company's server is known to delete goes with them.
    """
    if advice.server is None:
        return None
    found = advised_settings(advice.recommendation, advice.answers, advice.server, case.organisation, way)
    if found is None:
        return None
    return replace(confirm(found, confirmed_by(case, advice)), server_deletes=noted_deletion(case.id))


def may_hand_out(settings: CompanySettings) -> bool:
    """Whether no server that this way uses still needs the person's word (R7)."""
    return not to_confirm(needed(settings))


def confirmed_by(case: Case, advice: Advice) -> frozenset[str]:
    """The servers of this report that the person said are their provider's."""
    report_sha256 = advice.stored.inputs.report_sha256
    return confirmed_hosts.of(case.id, report_sha256) if report_sha256 else frozenset()


def _kept(case: Case, inputs: Inputs) -> StoredRecommendation | None:
    """The stored advice, if it still speaks of these inputs under the policy of today."""
    document = recommendations.newest(case.id)
    if document is None:
        return None
    try:
        stored = read_recommendation(document)
    except DocumentError:  # written by an earlier version of the app, whose form of the document has changed since
        return None
    same = stored.inputs == inputs and stored.recommendation.policy == POLICY_VERSION
    return stored if same else None
