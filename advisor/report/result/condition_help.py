"""Who can meet a condition, and the page of this app that helps with it."""

from dataclasses import dataclass

from advisor.decision.codes import ConditionCode as Code
from advisor.decision.recommendation import Condition, Recommendation
from advisor.findings.outcome import FIXER_NAMES, Fixer
from advisor.questionnaire.path import page_of
from advisor.questionnaire.schema import Key
from advisor.report.result.values import ConditionNote, HelpPage
from advisor.report.texts.conditions import condition_text, condition_title
from advisor.text import Language


@dataclass(frozen=True, slots=True)
class _Help:
    fixer: Fixer = Fixer.COMPANY
    page: HelpPage | None = None
    question: Key | None = None


_BY_ONESELF = _Help()
_HELP: dict[Code, _Help] = {
    Code.ASK_PROVIDER_FOR_IMAP: _Help(Fixer.PROVIDER, HelpPage.LETTER),
    Code.CHECK_SERVER: _Help(page=HelpPage.CHECK),
    Code.REQUIRE_TLS: _Help(Fixer.PROVIDER, HelpPage.LETTER),
    Code.SERVER_EXPIRES: _Help(page=HelpPage.LETTER),
    Code.SHORT_COPY: _Help(page=HelpPage.LETTER),
    Code.NO_PUSH: _Help(page=HelpPage.LETTER),
    Code.REPLACE_LIMITED_PROGRAM: _Help(question=Key.CLIENT_LIMIT),
    Code.ARCHIVE_AFTER_ENCRYPTION: _Help(question=Key.DEVICES_LEAVE_OFFICE),
    Code.MAILBOX_SOON_FULL: _Help(page=HelpPage.LETTER),
    Code.OAUTH2_REQUIRED: _Help(question=Key.PROGRAMS),
    Code.MEASURE_QUOTA: _Help(page=HelpPage.MEASURE),
    Code.CHECK_OTHER_COLLECTORS: _Help(question=Key.READERS),
    Code.SOLVE_RETENTION: _Help(question=Key.RETENTION),
    Code.TEST_RESTORE: _Help(question=Key.DEVICE_BACKUP),
}


def condition_note(condition: Condition, recommendation: Recommendation, language: Language) -> ConditionNote:
    """One condition with its words, who sees to it, and where this app helps."""
    found = _HELP.get(Code(condition.code), _BY_ONESELF)
    page = None if found.page is HelpPage.LETTER and recommendation.wished is None else found.page
    return ConditionNote(
        condition_title(condition, language),
        condition_text(condition, language),
        FIXER_NAMES[found.fixer].into(language),
        page,
        page_of(found.question).slug if found.question else None,
    )
