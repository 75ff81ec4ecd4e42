"""The hand-over to a practice as plain text: exactly what would be sent, no more."""

from urllib.parse import quote

from advisor.decision.recommendation import Recommendation
from advisor.questionnaire.answers import Answers, Value
from advisor.questionnaire.catalogue import quoted
from advisor.questionnaire.schema import QUESTIONS, Key
from advisor.report.documents.server_report import ServerReport
from advisor.report.result.answers import MEASURED
from advisor.report.result.values import ResultView, ServerRow
from advisor.report.result.view import result_view
from advisor.text import Language, Text

LONGEST_LINK = 1_900  # characters; some mail programs and browsers cut longer mailto links

_DECISION = Text("Entscheid", "Decision")
_ADVICE = Text("Empfehlung", "Advice")
_ANSWERS = Text("Antworten", "Answers")
_OPEN = Text("Offene Fragen", "Open questions")
_SERVER = Text("Mailserver", "Mail server")


def handover_text(
    recommendation: Recommendation, answers: Answers, server: ServerReport | None, language: Language
) -> str:
    """Decision, advice, answers, open questions and server check, a line each, in the person's language."""
    view = result_view(recommendation, answers, server, language)
    said = [_said(key, value, answers, language) for key in QUESTIONS if (value := answers.get(key)) is not None]
    parts = (
        (_DECISION, list(view.decided.lines) if view.decided else []),
        (_ADVICE, _advice_lines(view)),
        (_ANSWERS, said),
        (_OPEN, [question.question for question in view.assumptions]),
        (_SERVER, [view.server.text, *map(_server_line, view.server.rows)]),
    )
    return "\n\n".join(_part(title.into(language), lines) for title, lines in parts if lines)


def mail_link(address: str, subject: str, text: str) -> str:
    """A ``mailto:`` link (RFC 6068) that opens the person's own mail program; without the text where it is too long."""
    to, about = quote(address, safe="@"), quote(subject)
    full = f"mailto:{to}?subject={about}&body={quote(text.replace(chr(10), chr(13) + chr(10)))}"
    return full if len(full) <= LONGEST_LINK else f"mailto:{to}?subject={about}"


def _said(key: Key, value: Value, answers: Answers, language: Language) -> str:
    line = quoted(key, value, language)
    return f"{line} ({MEASURED.into(language)})" if key in answers.measured else line


def _advice_lines(view: ResultView) -> list[str]:
    verdict = view.verdict
    lines = [f"{verdict.badge.text}: {verdict.headline}", *verdict.caveats]
    if view.form:
        lines.append(view.form.title)
    refused = [f"{alarm.title}. {alarm.text}" for alarm in view.groups.alarms] if view.groups else []
    return [*lines, *refused, *(view.groups.policy if view.groups else ())]


def _server_line(row: ServerRow) -> str:
    known = (row.reachable.text, row.host, row.encrypted.text if row.encrypted else None)
    return f"{row.service}: {', '.join(part for part in known if part)}"


def _part(title: str, lines: list[str]) -> str:
    return "\n".join((title, *(f"- {line}" for line in lines)))
