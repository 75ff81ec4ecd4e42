"""The result page as one finished value: the advice in the reader's language, with the evidence behind it.

The order of its fields is the order of the page: what must come before any change, the advice, why, what was checked,
what was assumed, how sure it is, what else was compared, what has to hold, and what the advice is not.
"""

from advisor.decision.recommendation import Recommendation
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.schema import CORE
from advisor.report.documents.server_report import ServerReport
from advisor.report.result.asking import asking
from advisor.report.result.boss import boss
from advisor.report.result.certainty import assumptions, certainty
from advisor.report.result.decision import decided
from advisor.report.result.explanation import explanation, form_explanation
from advisor.report.result.groups import groups_view
from advisor.report.result.limits import effort, limits, retention
from advisor.report.result.notes import alarms, conditions, contradictions
from advisor.report.result.reasons import ReasonWriter
from advisor.report.result.server import server_summary
from advisor.report.result.shares import protocol_share
from advisor.report.result.values import ResultView
from advisor.report.result.verdict import verdict
from advisor.report.texts.limits import RETENTION_AS_OF
from advisor.text import Language


def result_view(
    recommendation: Recommendation, answers: Answers, server: ServerReport | None, language: Language, name: str = ""
) -> ResultView:
    """The page for one company. ``answers`` and ``server`` are those that the recommendation was drawn from;
    ``name`` signs the letter to the provider.
    """
    writer = ReasonWriter(recommendation, answers, server, language)
    unknown_core = sum(answers.get(key) is None for key in CORE)
    return ResultView(
        alarms=alarms(recommendation, language),
        verdict=verdict(recommendation, server, unknown_core, language),
        decided=decided(recommendation, language),
        boss=boss(recommendation, answers, language, checked=server is not None),
        explanation=explanation(recommendation, answers, language),
        form_explanation=form_explanation(recommendation, answers, language),
        reasons=writer.reasons(),
        counter_reason=writer.counter_reason(),
        compared_with=writer.compared_with(),
        protocol_share=protocol_share(recommendation, language),
        form=writer.form(),
        server=server_summary(recommendation, server, language),
        asking=asking(recommendation, server, name, language),
        assumptions=assumptions(recommendation, language),
        certainty=certainty(recommendation, answers, language, reported=server is not None),
        options=writer.options(),
        conditions=conditions(recommendation, language),
        contradictions=contradictions(recommendation, answers, language),
        effort=effort(answers, language),
        limits=limits(language),
        retention=retention(answers, language),
        retention_as_of=RETENTION_AS_OF.into(language),
        groups=groups_view(recommendation, answers, server, language),
    )
