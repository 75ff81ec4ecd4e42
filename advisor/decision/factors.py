"""From answers to the codes that are weighed: what is known, and how an unknown one spreads over its codes."""

from advisor.decision.needs import AMPLE, ANY, TIGHT, Derived, Factor
from advisor.decision.policy import SPACE_TIGHT_PRIOR, TIGHT_SHARE
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.schema import QUESTIONS, Key

_CLASSES = QUESTIONS[Key.QUOTA].codes


def codes_of(factor: Factor) -> tuple[str, ...]:
    """Every code that the factor can take."""
    if isinstance(factor, Key):
        return QUESTIONS[factor].codes
    return (TIGHT, AMPLE) if factor is Derived.SPACE else (ANY,)


def prior_of(factor: Factor) -> tuple[float, ...]:
    """How an unknown factor spreads over its codes."""
    if isinstance(factor, Key):
        return QUESTIONS[factor].prior
    return (SPACE_TIGHT_PRIOR, 1 - SPACE_TIGHT_PRIOR) if factor is Derived.SPACE else (1.0,)


def code_of(factor: Factor, answers: Answers) -> str | None:
    """The code to weigh, or None for "don't know".

    Who reads a mailbox is read as "people and a program" while unknown, in weights as in rules: a program that nobody
    thought of must not lead to deletion.
    """
    match factor:
        case Derived.EVERYONE:
            return ANY
        case Derived.SPACE:
            return _space(answers)
        case Key.READERS:
            return answers.code(Key.READERS) or QUESTIONS[Key.READERS].safe
        case _:
            return answers.code(factor)


def sources(factor: Factor, answers: Answers) -> tuple[Key, ...]:
    """The questions behind a factor, figures before codes."""
    if isinstance(factor, Key):
        return (factor,)
    if factor is Derived.EVERYONE:
        return ()
    figures = (Key.STORAGE_GB_USED, Key.QUOTA_GB)
    stated = all(answers.number(key) is not None for key in figures)
    return figures if stated else (Key.LARGEST_MAILBOX, Key.QUOTA)


def _space(answers: Answers) -> str | None:
    used, quota = answers.number(Key.STORAGE_GB_USED), answers.number(Key.QUOTA_GB)
    if used is not None and quota is not None:
        return TIGHT if used > TIGHT_SHARE * quota else AMPLE
    largest, limit = answers.code(Key.LARGEST_MAILBOX), answers.code(Key.QUOTA)
    if largest is None or limit is None or largest == limit == _CLASSES[-1]:
        return None
    return TIGHT if _CLASSES.index(largest) >= _CLASSES.index(limit) else AMPLE
