"""What must be heard before any advice, and answers that cannot all hold."""

from collections.abc import Iterator

from advisor.decision.codes import Alarm
from advisor.decision.recommendation import Contradiction
from advisor.decision.rules import read_as
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.schema import Key
from advisor.settings.codes import Alternative

FULL_COPY = (Alternative.IMAP_ARCHIVE, Alternative.POP3_KEEP, Alternative.POP3_DELETE)
"""The alternatives with which all mail lies on a computer."""

CONTRADICTIONS = (
    ((Key.DATA_CONTROL, "off_provider"), (Key.DEVICE_BACKUP, "none")),
    ((Key.PROVIDER_STAY, "as_short_as_possible"), (Key.KEEP_COPY_ON_SERVER, "yes")),
    ((Key.OFFLINE_READING, "all"), (Key.DEVICE_SPACE, "tight")),
)


def alarms(answers: Answers, recommended: Alternative | None) -> tuple[Alarm, ...]:
    """The alarms in the order of showing; an unknown answer is read as the dangerous one."""
    return tuple(_alarms(answers, recommended))


def full_copy_alarms(answers: Answers) -> tuple[Alarm, ...]:
    """The alarms that hold only for whoever keeps all mail on a computer, whatever is advised to the others (R21)."""
    without = alarms(answers, Alternative.IMAP)
    return tuple(alarm for alarm in alarms(answers, Alternative.IMAP_ARCHIVE) if alarm not in without)


def _alarms(answers: Answers, recommended: Alternative | None) -> Iterator[Alarm]:
    local_place = read_as(answers, Key.MAIL_LOCATION) in ("one_computer", "mixed")
    if local_place or read_as(answers, Key.LOCAL_ONLY_MAIL) != "none":
        yield Alarm.MAIL_ONLY_ON_PC
    if recommended in FULL_COPY and read_as(answers, Key.DEVICES_LEAVE_OFFICE) == "unencrypted":
        yield Alarm.ENCRYPT_FIRST
    if answers.code(Key.READERS) == "both":
        yield Alarm.SEPARATE_PROGRAM_MAILBOX
    if recommended in FULL_COPY and read_as(answers, Key.DEVICE_BACKUP) == "none":
        yield Alarm.BACKUP_FIRST


def contradictions(answers: Answers) -> tuple[Contradiction, ...]:
    """Pairs of answers that exclude each other; shown, never averaged."""
    return tuple(
        Contradiction(tuple(key for key, _ in pair))
        for pair in CONTRADICTIONS
        if all(answers.code(key) == code for key, code in pair)
    )
