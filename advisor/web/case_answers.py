"""The answers of a case, between their stored document and the value that the rest of the app works with."""

from advisor.questionnaire.answers import Answers
from advisor.report.documents_answers import read_answers, write_answers
from advisor.store import cases
from advisor.store.models import Case
from advisor.web.settings import settings


def load(case: Case) -> Answers:
    """The answers as they were saved last."""
    return read_answers(case.answers.encode())


def save(case: Case, answers: Answers) -> None:
    """Store the answers and note the time."""
    case.answers = dump(answers)
    cases.touch(case, days=settings().case_days)


def dump(answers: Answers) -> str:
    """The stored form of answers."""
    return write_answers(answers).decode()
