"""The rules that come before any weighing: which alternatives are out, and because of which answers.

An unknown answer counts as its safe code: the one with which no mail is lost.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from advisor.decision.codes import NativeReason, Rule, ServerFact
from advisor.decision.facts import ServerFacts
from advisor.decision.keep_days import SHORTEST_POSSIBLE, keep_days, quota_days
from advisor.decision.matrix import ALTERNATIVES
from advisor.decision.recommendation import AnswerRef, Exclusion
from advisor.decision.seen import of_codes
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.schema import QUESTIONS, Key
from advisor.settings.codes import Alternative, ReadingProtocol

READ_BY_RULES = (
    Key.DEVICES,
    Key.SHARED_ADDRESSES,
    Key.READERS,
    Key.DEVICE_BACKUP,
    Key.PROVIDER_STAY,
    Key.CLIENT_LIMIT,
    Key.GROUPWARE,
)
"""The choices that rules read, beside what the provider decides (a test proves that no other one moves what is
feasible)."""

_POP3 = (Alternative.POP3_KEEP, Alternative.POP3_DELETE)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules say. ``excluded_by`` runs parallel to the alternatives.

    ``pop3_only_exception``: the server offers nothing but POP3, so one device keeps fetching and never deletes.
    """

    native: NativeReason | None
    excluded_by: tuple[tuple[Exclusion, ...], ...]
    pop3_only_exception: bool = False

    @property
    def feasible(self) -> tuple[Alternative, ...]:
        """The alternatives that no rule takes out."""
        return tuple(one for one, rules in zip(ALTERNATIVES, self.excluded_by, strict=True) if not rules)


def judge(answers: Answers, facts: ServerFacts) -> Verdict:
    """Applies E1 to E6; the fifth answer, neither protocol, comes first."""
    native = _native(answers, facts)
    if native is not None:
        because = (_ref(answers, Key.GROUPWARE),) if native is NativeReason.GROUPWARE else ()
        return Verdict(native, ((Exclusion(Rule.NATIVE, because),),) * len(ALTERNATIVES))
    excluded = {one: tuple(_exclusions(one, answers, facts)) for one in ALTERNATIVES}
    exception = _pop3_only_exception(facts, excluded[Alternative.POP3_KEEP])
    if exception:
        excluded[Alternative.POP3_KEEP] = _without_e1(excluded[Alternative.POP3_KEEP])
    return Verdict(None, tuple(excluded.values()), exception and not excluded[Alternative.POP3_KEEP])


def read_as(answers: Answers, key: Key) -> str | None:
    """The answer as rules read it: its safe code while unknown."""
    return answers.code(key) or QUESTIONS[key].safe


def _native(answers: Answers, facts: ServerFacts) -> NativeReason | None:
    if facts.provider == NativeReason.MICROSOFT365:
        return NativeReason.MICROSOFT365
    return NativeReason.GROUPWARE if answers.code(Key.GROUPWARE) == "must" else None


def _exclusions(alternative: Alternative, answers: Answers, facts: ServerFacts) -> Iterator[Exclusion]:
    if alternative in _POP3 and (because := _several_readers(answers)):
        yield Exclusion(Rule.E1, because)
    if alternative is Alternative.POP3_DELETE and read_as(answers, Key.DEVICE_BACKUP) == "none":
        yield Exclusion(Rule.E2, (_ref(answers, Key.DEVICE_BACKUP),))
    yield from _not_offered(alternative.protocol, answers, facts)
    if alternative is Alternative.POP3_KEEP:
        yield from _cannot_keep(answers, facts)
    if alternative is Alternative.POP3_DELETE and (because := _delete_not_asked(answers)):
        yield Exclusion(Rule.E6, because)


def _several_readers(answers: Answers) -> tuple[AnswerRef, ...]:
    """E1: what one device has fetched, nobody else sees."""
    alone = {Key.DEVICES: ("one",), Key.SHARED_ADDRESSES: ("none",), Key.READERS: ("people", "program")}
    return tuple(_ref(answers, key) for key, codes in alone.items() if read_as(answers, key) not in codes)


def _not_offered(protocol: ReadingProtocol, answers: Answers, facts: ServerFacts) -> Iterator[Exclusion]:
    """E3: the server, or a program that decides alone, does not speak the protocol."""
    if facts.is_off(protocol):
        yield Exclusion(Rule.E3, _server_refs(facts))
    limit = answers.code(Key.CLIENT_LIMIT)
    other = "pop3_only" if protocol is ReadingProtocol.IMAP else "imap_only"
    if limit == other and limit_decides(answers):
        alone = Key.DEVICES if answers.code(Key.DEVICES) == "one" else Key.READERS
        yield Exclusion(Rule.E3, (_ref(answers, Key.CLIENT_LIMIT), _ref(answers, alone)))


def limit_decides(answers: Answers) -> bool:
    """Whether a program that speaks one protocol only is the only one to read; else it gets its own mailbox."""
    return answers.code(Key.DEVICES) == "one" or answers.code(Key.READERS) == "program"


def _server_refs(facts: ServerFacts) -> tuple[AnswerRef, ...]:
    off = (facts.is_off(ReadingProtocol.IMAP), facts.is_off(ReadingProtocol.POP3))
    codes = {(True, False): "pop3_only", (False, True): "imap_only"}
    return (AnswerRef(Key.SERVER_OFFERS, codes[off]),) if off in codes else ()


def _cannot_keep(answers: Answers, facts: ServerFacts) -> Iterator[Exclusion]:
    """E4: the server cannot tell old mail from new, may not keep it, or not for long enough."""
    if _server_cannot_keep(facts):
        nothing_may_stay = (ServerFact.EXPIRES,) if facts.expire_days == 0 else ()
        yield Exclusion(Rule.E4, facts=of_codes(facts, ServerFact.NO_UIDL, *nothing_may_stay))
    elif not keep_days(answers, facts).fits:
        room, expires = quota_days(answers), facts.expire_days
        too_small = room is not None and room < SHORTEST_POSSIBLE
        too_short = expires is not None and expires < SHORTEST_POSSIBLE
        yield Exclusion(
            Rule.E4,
            _figure_refs(answers) if too_small else (),
            of_codes(facts, ServerFact.EXPIRES) if too_short else (),
        )


def _server_cannot_keep(facts: ServerFacts) -> bool:
    return facts.uidl is False or facts.expire_days == 0


def _figure_refs(answers: Answers) -> tuple[AnswerRef, ...]:
    keys = (Key.QUOTA_GB, Key.QUOTA, Key.MAILS_PER_DAY, Key.AVERAGE_KB)
    return tuple(_ref(answers, key) for key in keys if answers.get(key) is not None)


def _delete_not_asked(answers: Answers) -> tuple[AnswerRef, ...]:
    """E6: deleting at once only for a program alone or by express wish, and only with a tested backup."""
    program = answers.code(Key.READERS) == "program"
    wished = answers.code(Key.PROVIDER_STAY) == "as_short_as_possible"
    missing = [] if program or wished else [Key.READERS, Key.PROVIDER_STAY]
    if answers.code(Key.DEVICE_BACKUP) != "tested":
        missing.append(Key.DEVICE_BACKUP)
    return tuple(_ref(answers, key) for key in missing)


def _pop3_only_exception(facts: ServerFacts, excluded_by: tuple[Exclusion, ...]) -> bool:
    """E1 is lifted for a kept copy where the server offers nothing else; then no number of days applies either."""
    only_pop3 = facts.is_off(ReadingProtocol.IMAP) and not facts.is_off(ReadingProtocol.POP3)
    rules = {exclusion.rule for exclusion in excluded_by}
    return only_pop3 and Rule.E1 in rules and not _server_cannot_keep(facts)


def _without_e1(excluded_by: tuple[Exclusion, ...]) -> tuple[Exclusion, ...]:
    """What still excludes a kept copy: a program that speaks IMAP only (E3). The program alone is named then: were it
    forgotten ("don't know"), E1 would be lifted, and nothing that E1 excluded may become feasible by forgetting."""
    return tuple(one for one in excluded_by if one.rule is Rule.E3)


def _ref(answers: Answers, key: Key) -> AnswerRef:
    return AnswerRef(key, answers.get(key))
