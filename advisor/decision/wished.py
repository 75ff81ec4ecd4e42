"""What would be advised if the provider could do everything, and what it lacks for exactly that.

All abilities that are missing are granted; then each is taken back whose absence changes nothing. What is left is
enough, and none of it can be spared.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from advisor.decision.codes import Ability
from advisor.decision.evaluation import Evaluation, evaluate
from advisor.decision.factors import code_of
from advisor.decision.facts import ServerFacts
from advisor.decision.keep_days import keep_days, quota_days
from advisor.decision.needs import TIGHT, Derived
from advisor.decision.recommendation import Wished
from advisor.decision.seen import LONG_DELAY
from advisor.questionnaire.answers import LARGEST_NUMBER, Answers
from advisor.questionnaire.schema import Key
from advisor.settings.codes import Alternative, ReadingProtocol
from probes.codes import Offer


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What the person gets: the way, for how many days its copy stays, whether it can be used as it is.

    ``prompt``: new mail shows at once where that is wanted and the way could do it.
    """

    best: Alternative | None
    days: int | None
    safe: bool
    prompt: bool


_Grant = Callable[[ServerFacts], ServerFacts]

_GRANTS: dict[Ability, _Grant] = {
    Ability.IMAP: lambda facts: replace(facts, imap=Offer.OFFERED),
    Ability.POP3: lambda facts: replace(facts, pop3=Offer.OFFERED),
    Ability.IMAP_ENCRYPTION: lambda facts: replace(facts, imap=Offer.OFFERED),
    Ability.POP3_ENCRYPTION: lambda facts: replace(facts, pop3=Offer.OFFERED),
    Ability.UIDL: lambda facts: replace(facts, uidl=True),
    Ability.NO_EXPIRY: lambda facts: replace(facts, expire_days=None),
    Ability.IDLE: lambda facts: replace(facts, idle=True),
    Ability.LEAN_SYNC: lambda facts: replace(facts, lean_sync=True),
    Ability.SHORT_LOGIN_DELAY: lambda facts: replace(facts, login_delay=None),
}


def wished(now: Evaluation) -> Wished | None:
    """The advice on a server that can do everything; None where that is the advice as it stands, or there is none."""
    missing = tuple(_lacking(now))
    best = _outcome(now, missing)
    if best.best is None:
        return None
    for ability in missing:
        without = tuple(one for one in missing if one is not ability)
        if _outcome(now, without) == best:
            missing = without
    return Wished(best.best, missing) if missing else None


def _outcome(now: Evaluation, granted: tuple[Ability, ...]) -> _Outcome:
    facts, answers = replace(now.facts, reported=True), now.answers
    for ability in granted:
        if ability is Ability.MORE_SPACE:
            answers = _with_space(answers)
        else:
            facts = _GRANTS[ability](facts)
    after = evaluate(answers, facts)
    best = after.best
    kept = best is Alternative.POP3_KEEP and not after.verdict.pop3_only_exception
    days = keep_days(answers, facts).days if kept else None
    safe = best is not None and facts.offer(best.protocol) is not Offer.INSECURE_ONLY
    return _Outcome(best, days, safe, prompt=not waits_for_mail(answers, facts, best))


def waits_for_mail(answers: Answers, facts: ServerFacts, best: Alternative | None) -> bool:
    """Whether new mail is wanted at once by a way that could show it so, on a server that cannot tell of it."""
    by_imap = best is not None and best.protocol is ReadingProtocol.IMAP
    return by_imap and facts.idle is False and answers.code(Key.IMMEDIACY) == "at_once"


def _lacking(now: Evaluation) -> Iterator[Ability]:
    """What the server is known not to have, in the order of asking."""
    facts = now.facts
    lacks = {
        Ability.IMAP: facts.is_off(ReadingProtocol.IMAP),
        Ability.POP3: facts.is_off(ReadingProtocol.POP3),
        Ability.IMAP_ENCRYPTION: facts.imap is Offer.INSECURE_ONLY,
        Ability.POP3_ENCRYPTION: facts.pop3 is Offer.INSECURE_ONLY,
        Ability.UIDL: facts.uidl is False,
        Ability.NO_EXPIRY: facts.expire_days is not None,
        Ability.MORE_SPACE: _is_short_of_space(now.answers, facts),
        Ability.IDLE: facts.idle is False,
        Ability.LEAN_SYNC: facts.lean_sync is False,
        Ability.SHORT_LOGIN_DELAY: facts.login_delay is not None and facts.login_delay >= LONG_DELAY,
    }
    return (ability for ability, lacking in lacks.items() if lacking)


def _is_short_of_space(answers: Answers, facts: ServerFacts) -> bool:
    """Whether space is known to be tight, or too small for the days of a kept copy. Who minds the price, asks not."""
    if answers.code(Key.STORAGE_COST) == "matters":
        return False
    room = quota_days(answers)
    return code_of(Derived.SPACE, answers) == TIGHT or (room is not None and room < keep_days(answers, facts).needed)


def _with_space(answers: Answers) -> Answers:
    return answers.with_answer(Key.STORAGE_GB_USED, 1.0).with_answer(Key.QUOTA_GB, LARGEST_NUMBER)
