"""The answers of a case, between their stored document and the values that the rest of the app works with.

A question that was passed with "don't know" stands in the document as ``"unknown"``: for the advice that is the same
as no answer, but nobody is asked it again and again.
"""

from collections.abc import Callable

from advisor.questionnaire.answers import UNKNOWN, Answers, Value
from advisor.questionnaire.path import Journey
from advisor.questionnaire.schema import Key
from advisor.report.documents.answers import read_answers, read_passed, write_answers
from advisor.store import cases, probe_runs
from advisor.store.models import Case
from advisor.web.errors import CaseExpiredError
from advisor.web.settings import settings

Said = tuple[tuple[Key, Value | None], ...]
"""What a person said on one page; None is "don't know"."""


def load(case: Case) -> Answers:
    """The answers as they were saved last."""
    return read_answers(case.answers.encode())


def journey(case: Case) -> Journey:
    """Where the person stands: the answers, what was passed with "don't know", whether the server was checked."""
    report = probe_runs.latest_done(case.id, case.target)
    return Journey(load(case), read_passed(case.answers.encode()), server_checked=report is not None)


def record(case: Case, said: Said) -> None:
    """Store what was said on one page and nothing else: what another tab saved meanwhile stays.

    Raises ``InvalidAnswerError`` for a value that the question does not know, ``CaseExpiredError`` for a deleted case.
    """
    if not cases.change_answers(case, lambda stored: _changed(stored, said), days=settings().case_days):
        raise CaseExpiredError


def change(case: Case, changed: Callable[[Answers], Answers]) -> None:
    """Store what ``changed`` makes of the answers of now; it is asked anew where another tab was quicker.

    Raises ``CaseExpiredError`` for a deleted case.
    """

    def rewritten(stored: str) -> str:
        document = stored.encode()
        return dump(changed(read_answers(document)), read_passed(document))

    if not cases.change_answers(case, rewritten, days=settings().case_days):
        raise CaseExpiredError


def dump(answers: Answers, passed: frozenset[Key] = frozenset()) -> str:
    """The stored form of answers."""
    return write_answers(answers, passed).decode()


def _changed(stored: str, said: Said) -> str:
    answers, passed = read_answers(stored.encode()), read_passed(stored.encode())
    for key, value in said:
        answers = answers.with_answer(key, UNKNOWN if value is None else value)
        passed = passed | {key} if value is None else passed - {key}
    return dump(answers, passed)
