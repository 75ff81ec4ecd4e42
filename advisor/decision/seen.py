"""The facts of a server that move a value or fire a rule, each with its figure and where it was seen."""

from advisor.decision.codes import ServerFact
from advisor.decision.facts import ServerFacts
from advisor.decision.recommendation import SeenFact

LONG_DELAY = 900
"""Seconds between two visits from which fetching counts as rare: programs ask every 5 to 15 minutes by themselves."""


def seen(facts: ServerFacts) -> tuple[SeenFact, ...]:
    """Every fact that holds, in the order of its codes."""
    measured, delay, days = facts.measured, facts.login_delay, facts.expire_days
    holding = (
        SeenFact(ServerFact.NO_IDLE, measured=measured.idle is False) if facts.idle is False else None,
        SeenFact(ServerFact.NO_LEAN_SYNC, measured=measured.lean_sync is False) if facts.lean_sync is False else None,
        SeenFact(ServerFact.LONG_LOGIN_DELAY, delay, measured.login_delay == delay)
        if delay is not None and delay >= LONG_DELAY
        else None,
        SeenFact(ServerFact.NO_UIDL, measured=measured.uidl is False) if facts.uidl is False else None,
        SeenFact(ServerFact.EXPIRES, days, measured.expire_told) if days is not None else None,
    )
    return tuple(fact for fact in holding if fact is not None)


def codes_seen(facts: ServerFacts) -> frozenset[ServerFact]:
    """The codes alone."""
    return frozenset(fact.code for fact in seen(facts))


def of_codes(facts: ServerFacts, *codes: ServerFact) -> tuple[SeenFact, ...]:
    """Those of the facts that hold."""
    return tuple(fact for fact in seen(facts) if fact.code in codes)
