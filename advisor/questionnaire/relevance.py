"""When a further question is worth asking. An answer that is still unknown never hides a question.

No question is hidden whose answer could still change what is advised (``tests/unit/decision`` proves it).
"""

from advisor.questionnaire.answers import Answers
from advisor.questionnaire.schema import Key


def relevant(key: Key, answers: Answers, *, server_checked: bool) -> bool:
    """Whether this question can still matter after the answers given so far."""
    match key:
        case Key.FOLDERS:
            return not _one_screen_only(answers)
        case Key.SERVER_OFFERS:
            return not server_checked
        case Key.PROVIDER_MIXING:
            return not _no_second_collector(answers)
        case Key.COUNTRY:
            return answers.code(Key.RETENTION) != "no"
        case Key.LONGEST_ABSENCE_DAYS:
            return not _several_readers(answers)
        case _:
            return True


def _one_screen_only(answers: Answers) -> bool:
    """One device at one place and no browser: there is nowhere that folders could differ."""
    return (
        answers.code(Key.DEVICES) == "one" and answers.code(Key.PLACES) == "one" and answers.code(Key.WEBMAIL) == "no"
    )


def _no_second_collector(answers: Answers) -> bool:
    """Neither an own copy nor a program: no second way into the mailbox is in sight."""
    return answers.code(Key.DATA_CONTROL) in ("provider_fine", "central") and answers.code(Key.READERS) == "people"


def _several_readers(answers: Answers) -> bool:
    """With several devices or readers, keeping a copy for some days is no option; the days need no figure."""
    return (
        answers.code(Key.DEVICES) in ("two", "three_plus")
        or answers.code(Key.SHARED_ADDRESSES) in ("few", "many")
        or answers.code(Key.READERS) == "both"
    )
