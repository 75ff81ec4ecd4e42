"""How far the advice may be relied on."""

from itertools import product

from advisor.decision.evaluation import Evaluation
from advisor.decision.facts import UNTESTED, facts_of
from advisor.decision.keep_days import quota_gb
from advisor.decision.open_questions import with_most_room
from advisor.decision.policy import CLOSE_BELOW, NOT_ENOUGH_UNKNOWN, PRELIMINARY_UNKNOWN
from advisor.decision.recommendation import Status
from advisor.decision.rules import judge
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.schema import CORE, QUESTIONS, Key
from advisor.settings.codes import Alternative, ReadingProtocol

_EXCLUDING = (Key.DEVICES, Key.SHARED_ADDRESSES, Key.READERS, Key.DEVICE_BACKUP, Key.PROVIDER_STAY)
"""Questions that exclude while unknown and may not exclude once answered."""


def unknown_core(answers: Answers) -> int:
    """How many core questions have no answer."""
    return sum(answers.get(key) is None for key in CORE)


def is_not_possible(now: Evaluation) -> bool:
    """Nothing feasible, and still so whatever the unknown answers are."""
    if now.feasible:
        return False
    keys = _EXCLUDING if now.facts.reported else (*_EXCLUDING, Key.SERVER_OFFERS)
    unknown = [key for key in keys if now.answers.get(key) is None]
    known = with_most_room(now.answers)
    for codes in product(*(QUESTIONS[key].codes for key in unknown)):
        answers = known
        for key, code in zip(unknown, codes, strict=True):
            answers = answers.with_answer(key, code)
        facts = now.facts if now.facts.reported else facts_of(answers, None, now.facts.measured)
        if judge(answers, facts).feasible:
            return False
    return True


def is_not_enough(now: Evaluation) -> bool:
    """Too little is known to advise anything."""
    basics_unknown = all(now.answers.get(key) is None for key in (Key.DEVICES, Key.SHARED_ADDRESSES))
    too_many = unknown_core(now.answers) >= NOT_ENOUGH_UNKNOWN
    return basics_unknown or too_many or (not now.feasible and not is_not_possible(now))


def is_preliminary(now: Evaluation, *, protocol_could_flip: bool) -> bool:
    """Something that the advice rests on is still open."""
    return (
        unknown_core(now.answers) >= PRELIMINARY_UNKNOWN
        or not now.facts.reported
        or protocol_could_flip
        or now.verdict.pop3_only_exception
        or bool(untested_protocols(now))
        or _room_is_assumed(now)
    )


def untested_protocols(now: Evaluation) -> tuple[ReadingProtocol, ...]:
    """Protocols that are left to choose from although nobody could test them."""
    left = {one.protocol for one in now.feasible}
    return tuple(one for one in ReadingProtocol if one in left and now.facts.offer(one) in UNTESTED)


def _room_is_assumed(now: Evaluation) -> bool:
    """Whether E4 was judged without the quota, or the recommended days on the server without the amount of mail."""
    if Alternative.POP3_KEEP not in now.feasible:
        return False
    volume = (Key.MAILS_PER_DAY, Key.AVERAGE_KB)
    unmeasured = any(now.answers.get(key) is None for key in volume)
    return _quota_is_open(now.answers) or (now.best is Alternative.POP3_KEEP and unmeasured)


def _quota_is_open(answers: Answers) -> bool:
    """Whether nobody knows how little the quota may be: unknown, or of the smallest class, which has no lower end."""
    smallest = answers.number(Key.QUOTA_GB) is None and answers.code(Key.QUOTA) == QUESTIONS[Key.QUOTA].codes[0]
    return smallest or quota_gb(answers) is None


def is_close(protocol_confidence: float, shares: dict[Alternative, float], error: float, best: Alternative) -> bool:
    """Whether the protocols, the two best alternatives, or value and confidence are hard to tell apart."""
    ordered = sorted(shares.values(), reverse=True)
    level = len(ordered) > 1 and ordered[0] - ordered[1] < error
    return protocol_confidence < CLOSE_BELOW or level or shares[best] < ordered[0]


def qualifiers(*, not_possible: bool, not_enough: bool, close: bool, preliminary: bool) -> tuple[Status, ...]:
    """Every status that holds, the one to show first."""
    holding = {
        Status.NOT_POSSIBLE: not_possible,
        Status.NOT_ENOUGH_INFORMATION: not_enough,
        Status.CLOSE: close,
        Status.PRELIMINARY: preliminary,
    }
    return tuple(status for status, holds in holding.items() if holds) or (Status.FIRM,)
