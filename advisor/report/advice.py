"""From answers and a server report to the stored recommendation: one way for the web and the command line."""

from datetime import datetime

from advisor.decision.advise import advise
from advisor.questionnaire.answers import Answers
from advisor.report.documents import sha256_of
from advisor.report.documents_answers import write_answers
from advisor.report.documents_recommendation import Inputs, StoredRecommendation
from advisor.report.documents_server_report import ServerReport, write_server_report


def fingerprints(answers: Answers, server: ServerReport | None) -> Inputs:
    """What the advice rests on, so that it is given anew only when something of it has changed."""
    report_sha256 = sha256_of(write_server_report(server)) if server is not None else None
    return Inputs(sha256_of(write_answers(answers)), report_sha256)


def recommend(answers: Answers, server: ServerReport | None, *, at: datetime) -> StoredRecommendation:
    """The advice for these answers and this report, given at the aware time ``at``."""
    advice = advise(answers, server.report if server is not None else None)
    return StoredRecommendation(at, fingerprints(answers, server), advice)
