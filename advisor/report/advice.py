"""From answers and a server report to the stored recommendation: one way for the web and the command line."""

from datetime import datetime

from advisor.decision.advise import advise
from advisor.decision.measured import measured, with_measured
from advisor.questionnaire.answers import Answers
from advisor.report.documents.answers import write_answers
from advisor.report.documents.envelope import sha256_of
from advisor.report.documents.measure import write_measurement
from advisor.report.documents.recommendation import Inputs, StoredRecommendation
from advisor.report.documents.server_report import ServerReport, write_server_report
from probes.measurement import Measurement


def fingerprints(answers: Answers, server: ServerReport | None, measurement: Measurement | None = None) -> Inputs:
    """What the advice rests on, so that it is given anew only when something of it has changed."""
    report_sha256 = sha256_of(write_server_report(server)) if server is not None else None
    measure_sha256 = sha256_of(write_measurement(measurement)) if measurement is not None else None
    return Inputs(sha256_of(write_answers(answers)), report_sha256, measure_sha256)


def recommend(
    answers: Answers, server: ServerReport | None, measurement: Measurement | None = None, *, at: datetime
) -> StoredRecommendation:
    """The advice for what was said, what the server shows and what was measured, given at the aware time ``at``."""
    advice = advise(answers, server.report if server is not None else None, measurement)
    return StoredRecommendation(at, fingerprints(answers, server, measurement), advice)


def counted_answers(answers: Answers, measurement: Measurement | None) -> Answers:
    """The answers as the advice counts them: measured figures in the place of stated ones."""
    return with_measured(answers, measured(measurement))
