"""From answers and server report to the advice. Rules exclude, expected value picks, SMAA-2 says how sure that is."""

from dataclasses import replace
from functools import cache, partial

from advisor.decision.agreement import agreement
from advisor.decision.alarms import alarms, contradictions
from advisor.decision.company_policy import company_policy
from advisor.decision.conditions import conditions, native_conditions
from advisor.decision.confidence import Draws, draw, half_width
from advisor.decision.estimates import Estimator
from advisor.decision.evaluation import Evaluation, evaluate
from advisor.decision.explanation import Explanation, explain
from advisor.decision.facts import ServerFacts, facts_of
from advisor.decision.flips import flips
from advisor.decision.groups import answers_of
from advisor.decision.keep_days import keep_days
from advisor.decision.matrix import ALTERNATIVES
from advisor.decision.measured import measured, with_measured
from advisor.decision.next_question import ask_next
from advisor.decision.open_questions import still_open
from advisor.decision.policy import CLOSE_BELOW, DECIMALS, POLICY_VERSION
from advisor.decision.reasons import arguments
from advisor.decision.recommendation import (
    Argument,
    GroupRecommendation,
    Native,
    Ranked,
    Recommendation,
    Status,
    StillOpen,
)
from advisor.decision.robust import preferred
from advisor.decision.sensitivity import Variant, assumptions, could_flip_protocol, critical_weights, variants
from advisor.decision.status import is_close, is_not_enough, is_not_possible, is_preliminary, qualifiers
from advisor.decision.wished import wished
from advisor.questionnaire.answers import Answers
from advisor.settings.codes import Alternative
from probes.measurement import Measurement
from probes.results import ProbeReport

Others = tuple[Variant, ...]


def advise(
    answers: Answers, report: ProbeReport | None = None, measurement: Measurement | None = None
) -> Recommendation:
    """The advice for the company and for each of its groups. The same input always gives the same advice."""
    seen = measured(measurement)
    answers = with_measured(answers, seen)
    facts = facts_of(answers, report, seen)
    estimator = Estimator(facts, report, measurement)
    advised = cache(partial(_advise, facts=facts))  # groups that differ in nothing that counts share their advice
    company = estimator.add(advised(replace(answers, groups=())), answers)
    each = ((one, answers_of(answers, one)) for one in answers.groups)
    groups = {one.name: estimator.add(advised(own), own, one.mailboxes) for one, own in each}
    return replace(
        company,
        groups=tuple(GroupRecommendation(name, advice) for name, advice in groups.items()),
        company_policy=company_policy(answers, facts, company, groups),
    )


def _advise(answers: Answers, facts: ServerFacts) -> Recommendation:
    now = evaluate(answers, facts)
    if now.verdict.native:
        return _native(now, now.verdict.native)
    draws, others = draw(now), variants(now)
    close = now.best is not None and _is_close(draws, now.best)
    not_enough = is_not_enough(now)
    recommended = None if not_enough else now.best
    holding = qualifiers(
        not_possible=is_not_possible(now),
        not_enough=not_enough,
        close=close and recommended is not None,
        preliminary=is_preliminary(now, protocol_could_flip=could_flip_protocol(now, others)),
    )
    advice = replace(
        _without_advice(now, holding, recommended),
        ranking=_ranking(draws),
        preferred=preferred(now),
        ask_next=ask_next(draws, others),
        still_open=still_open(now, others),
        assumptions=assumptions(now, others),
        conditions=conditions(now, recommended),
        wished=None if not_enough else wished(now),
    )
    return advice if recommended is None else _with_advice(advice, recommended, draws)


def _without_advice(
    now: Evaluation, holding: tuple[Status, ...], recommended: Alternative | None = None
) -> Recommendation:
    """What is said whether or not something can be advised."""
    return Recommendation(
        policy=POLICY_VERSION,
        status=holding[0],
        qualifiers=holding,
        protocol=None,
        protocol_confidence=None,
        recommended=None,
        form_confidence=None,
        keep_days=None,
        confidence=None,
        confidence_error=None,
        ranking=tuple(
            Ranked(one, None, None, feasible=False, excluded_by=rules)
            for one, rules in zip(ALTERNATIVES, now.verdict.excluded_by, strict=True)
        ),
        alarms=alarms(now.answers, recommended),
        contradictions=contradictions(now.answers),
    )


def _native(now: Evaluation, reason: str) -> Recommendation:
    return replace(
        _without_advice(now, (Status.FIRM,)),
        native=Native(reason),
        still_open=StillOpen(0, proven=True),
        assumptions=assumptions(now, ()),
        conditions=native_conditions(now.answers),
    )


def _with_advice(advice: Recommendation, recommended: Alternative, draws: Draws) -> Recommendation:
    now = draws.evaluation
    other_protocol = now.rivals(recommended, same_protocol=False)
    other_forms = now.rivals(recommended, same_protocol=True)
    against = next(iter((*other_protocol, *other_forms)), None)
    reasons = arguments(now, recommended, against)
    return replace(
        advice,
        protocol=recommended.protocol,
        protocol_confidence=_protocol_confidence(draws, recommended),
        recommended=recommended,
        form_confidence=draws.beats((recommended,), other_forms),
        keep_days=days_kept(now, recommended),
        confidence=draws.share(recommended),
        confidence_error=half_width(draws.share(recommended)),
        reasons=tuple(one for one in reasons if one.contribution > 0),
        counter_reasons=tuple(one for one in reasons if one.contribution < 0),
        form_reasons=arguments(now, recommended, next(iter(other_forms), None)),
        explanation=_explanation(draws, reasons, recommended, against),
        against=against,
        flips=flips(draws),
        critical_weights=critical_weights(now, recommended),
        agreement=agreement(now),
    )


def _explanation(
    draws: Draws, reasons: tuple[Argument, ...], recommended: Alternative, against: Alternative | None
) -> Explanation:
    close = against is not None and draws.beats((recommended,), (against,)) < CLOSE_BELOW
    return explain(((one.criterion, one.contribution) for one in reasons), close=close)


def _ranking(draws: Draws) -> tuple[Ranked, ...]:
    """The feasible alternatives by expected value, then the excluded."""
    now = draws.evaluation
    left = [Ranked(one, round(now.value(one), DECIMALS), draws.share(one), feasible=True) for one in now.feasible]
    excluded = [
        Ranked(one, None, None, feasible=False, excluded_by=rules)
        for one, rules in zip(ALTERNATIVES, now.verdict.excluded_by, strict=True)
        if rules
    ]
    return (*left, *excluded)


def days_kept(now: Evaluation, alternative: Alternative) -> int | None:
    """For how many days a copy stays on the server; None where none is kept, or for good."""
    if alternative is not Alternative.POP3_KEEP or now.verdict.pop3_only_exception:
        return None
    return keep_days(now.answers, now.facts).days


def _protocol_confidence(draws: Draws, best: Alternative) -> float:
    same = draws.evaluation.rivals(best, same_protocol=True)
    return draws.beats((best, *same), draws.evaluation.rivals(best, same_protocol=False))


def _is_close(draws: Draws, best: Alternative) -> bool:
    shares = {one: draws.share(one) for one in draws.evaluation.feasible}
    return is_close(_protocol_confidence(draws, best), shares, half_width(draws.share(best)), best)
