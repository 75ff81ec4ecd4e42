"""What must be done or known for the advice to hold, from the answers and from what the server showed."""

from collections.abc import Iterator

from advisor.decision.alarms import FULL_COPY
from advisor.decision.codes import ConditionCode as Code
from advisor.decision.evaluation import Evaluation, evaluate
from advisor.decision.facts import ServerFacts
from advisor.decision.keep_days import quota_gb
from advisor.decision.recommendation import Condition
from advisor.decision.rules import judge, limit_decides, read_as
from advisor.decision.server_conditions import server_conditions
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.schema import Key
from advisor.settings.codes import Alternative, Program, ReadingProtocol

_LIMITS = {"pop3_only": ReadingProtocol.POP3, "imap_only": ReadingProtocol.IMAP}
_STRICT_STAY = ("some_weeks", "as_short_as_possible")


def conditions(now: Evaluation, recommended: Alternative | None) -> tuple[Condition, ...]:
    """All conditions: the server's first, then the company's. Where nothing is advised, only what would open a way."""
    if recommended is None:
        return () if now.feasible else tuple(_limited_program(now, stuck=True))
    return (*server_conditions(now, recommended), *_of_form(now, recommended), *_of_company(now))


def _limited_program(now: Evaluation, *, stuck: bool) -> Iterator[Condition]:
    """What to do about a program that speaks one protocol only. ``stuck``: no alternative is left.

    In a mailbox of its own it takes nothing from others, and others do not keep it from its protocol. Where the server
    does not speak that, or the program is alone already, only another program helps.
    """
    answers, facts = now.answers, now.facts
    limit = answers.code(Key.CLIENT_LIMIT)
    if limit not in _LIMITS or not judge(answers.with_answer(Key.CLIENT_LIMIT, "none"), facts).feasible:
        return
    protocol, named = _LIMITS[limit], ("client_limit", limit)
    if facts.is_off(protocol):
        why = ("why", "not_offered")
        yield Condition(Code.REPLACE_LIMITED_PROGRAM, (named, ("protocol", protocol.value), why))
    elif stuck and not judge(_in_a_mailbox_of_its_own(answers), facts).feasible:
        yield Condition(Code.REPLACE_LIMITED_PROGRAM, (named, ("protocol", protocol.value)))
    elif stuck or not limit_decides(answers):
        yield Condition(Code.LIMITED_PROGRAM_OWN_MAILBOX, (named,))


def _in_a_mailbox_of_its_own(answers: Answers) -> Answers:
    reader = "program" if answers.code(Key.READERS) == "program" else "people"
    alone = answers.with_answer(Key.DEVICES, "one").with_answer(Key.SHARED_ADDRESSES, "none")
    return alone.with_answer(Key.READERS, reader)


def native_conditions(answers: Answers) -> tuple[Condition, ...]:
    """What stays to be done with the provider's own connection."""
    return tuple(_retention(answers))


def _of_form(now: Evaluation, recommended: Alternative) -> Iterator[Condition]:
    answers = now.answers
    full_copy = recommended in FULL_COPY
    alone = read_as(answers, Key.DEVICES) == "one" and read_as(answers, Key.SHARED_ADDRESSES) == "none"
    if recommended is Alternative.IMAP_ARCHIVE and not alone:
        yield Condition(Code.ONE_COLLECTOR)
    if recommended is Alternative.IMAP_ARCHIVE and (why := _why_archive_by_imap(answers, now.facts)):
        yield Condition(Code.ARCHIVE_BY_IMAP, (("why", why),))
    if recommended is Alternative.IMAP and _misses_the_full_copy(now):
        yield Condition(Code.ARCHIVE_AFTER_ENCRYPTION)
    if full_copy and answers.code(Key.DEVICE_BACKUP) in ("untested", "manual"):
        yield Condition(Code.TEST_RESTORE)
    if full_copy and answers.code(Key.LINE) == "slow_or_metered":
        yield Condition(Code.LONG_OFFLINE_COPY)
    if _quota_needed(answers, recommended):
        told = now.facts.tells_quota
        yield Condition(Code.MEASURE_QUOTA, () if told is None else (("why", "told" if told else "not_told"),))


def _misses_the_full_copy(now: Evaluation) -> bool:
    """Whether all mail must be readable without a line and only the devices' missing encryption speaks against it."""
    answers, leaving = now.answers, Key.DEVICES_LEAVE_OFFICE
    if answers.code(Key.OFFLINE_READING) != "all" or read_as(answers, leaving) != "unencrypted":
        return False
    return evaluate(answers.with_answer(leaving, "encrypted"), now.facts).best is Alternative.IMAP_ARCHIVE


def _why_archive_by_imap(answers: Answers, facts: ServerFacts) -> str | None:
    """Why the full copy beside IMAP must not be fetched by POP3; None where it may."""
    if mixing_discouraged(answers, facts):
        return "mixing"
    if facts.is_off(ReadingProtocol.POP3):
        return "no_pop3"
    if facts.uidl is False:
        return "no_uidl"
    return "expires" if facts.expire_days is not None else None


def mixing_discouraged(answers: Answers, facts: ServerFacts) -> bool:
    """Whether the provider would rather not have POP3 beside IMAP on one mailbox."""
    return answers.code(Key.PROVIDER_MIXING) == "discouraged" or "mixing_discouraged" in facts.notes


def _quota_needed(answers: Answers, recommended: Alternative) -> bool:
    """R12: no copy stays on the server, and no old mail is brought there, without knowing how much fits."""
    keeps = recommended is Alternative.POP3_KEEP
    brings = recommended.protocol is ReadingProtocol.IMAP and read_as(answers, Key.LOCAL_ONLY_MAIL) != "none"
    size_unknown = answers.get(Key.LARGEST_MAILBOX) is None and answers.get(Key.STORAGE_GB_USED) is None
    return (keeps or brings) and (quota_gb(answers) is None or (brings and size_unknown))


def _of_company(now: Evaluation) -> Iterator[Condition]:
    answers = now.answers
    yield from _limited_program(now, stuck=False)
    if answers.code(Key.READERS) is None:
        yield Condition(Code.CHECK_OTHER_COLLECTORS)
    if answers.code(Key.GROUPWARE) == "nice":
        yield Condition(Code.GROUPWARE_SEPARATELY)
    if _relay_matters(answers):
        yield Condition(Code.NEW_OUTLOOK_RELAYS)
    yield from _retention(answers)


def _retention(answers: Answers) -> Iterator[Condition]:
    if read_as(answers, Key.RETENTION) == "unsolved":
        yield Condition(Code.SOLVE_RETENTION)


def _relay_matters(answers: Answers) -> bool:
    """R17: a program that sends mail through a third party, in a company that wants none."""
    programs = answers.several(Key.PROGRAMS)
    strict = answers.code(Key.DATA_CONTROL) == "off_provider" or answers.code(Key.PROVIDER_STAY) in _STRICT_STAY
    return strict and (not programs or Program.OUTLOOK_NEW in programs)
