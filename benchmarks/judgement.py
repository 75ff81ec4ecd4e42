"""How much hangs on each number of judgement: every one moved by 20 % up and down, over the golden companies.

``python -m benchmarks.judgement [rows]``. Which numbers: ``benchmarks.judgement_numbers``. The confidence is that in
what is advised without the move. Nothing is written.
"""

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from statistics import mean

import numpy as np

from advisor.decision import factors, keep_days, status, swings
from advisor.decision.confidence import Draws, half_width
from advisor.decision.evaluation import Evaluation, evaluate
from advisor.decision.facts import ServerFacts, facts_of
from advisor.decision.groups import answers_of
from advisor.decision.matrix import ALTERNATIVES, CRITERIA
from advisor.questionnaire.answers import Answers, Group
from advisor.settings.codes import Alternative, ReadingProtocol
from benchmarks.judgement_numbers import Number, numbers, patched
from tests.unit.decision.conftest import make_company, make_server
from tests.unit.decision.test_golden import COMPANIES

FACTORS = (0.8, 1.2)
ROWS_SHOWN = 25


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one company is told. ``protocols``, ``forms``: how sure each feasible one is."""

    advised: Alternative | None
    close: bool
    days: int | None
    protocols: dict[ReadingProtocol, float]
    forms: dict[Alternative, float]


NOTHING = Outcome(None, False, None, {}, {})


@dataclass(frozen=True, slots=True)
class Effect:
    """What one move does to all companies: names of those that change, and the changes of both confidences.

    ``days``: whose copy stays for another number of days.
    """

    protocol: tuple[str, ...]
    advised: tuple[str, ...]
    close: tuple[str, ...]
    days: tuple[str, ...]
    protocol_confidence: tuple[float, ...]
    form_confidence: tuple[float, ...]


def golden() -> dict[str, tuple[Answers, ServerFacts]]:
    """The golden companies and their groups."""
    found = {}
    for name, case in COMPANIES.items():
        groups = tuple(Group(one["name"], 1, Answers.of(one["answers"])) for one in case.get("groups", ()))
        answers = replace(make_company(complete=case["complete"], **case["answers"]), groups=groups)
        facts = facts_of(answers, None if case["server"] is None else make_server(**case["server"]))
        found[name] = answers, facts
        found |= {f"{name}/{one.name}": (answers_of(answers, one), facts) for one in groups}
    return found


class Weighing:
    """Evaluates and draws, and draws nothing twice: most moves leave most points and most companies as they are."""

    def __init__(self) -> None:
        self._points: dict[tuple, np.ndarray] = {}
        self._outcomes: dict[tuple, Outcome] = {}

    def outcome(self, answers: Answers, facts: ServerFacts) -> Outcome:
        """What the company is told."""
        now = evaluate(answers, facts)
        if now.best is None or status.is_not_enough(now):
            return NOTHING
        keys = [self._key(one, swings.codes_for(one, answers)) for one in CRITERIA]
        kept = now.best is Alternative.POP3_KEEP and not now.verdict.pop3_only_exception
        days = keep_days.keep_days(answers, now.facts).days if kept else None
        whole = (now.feasible, now.matrix.tobytes(), tuple(keys), days, status.CLOSE_BELOW)
        if whole not in self._outcomes:
            self._outcomes[whole] = _outcome(now, np.stack([self._drawn(key) for key in keys]), days)
        return self._outcomes[whole]

    def _key(self, criterion: object, codes: swings.Codes) -> tuple:
        table = swings.table_of(criterion)
        spread = [factors.prior_of(one) for one, code in zip(table.factors, codes, strict=True) if code is None]
        laid_out = (table.low, table.span, table.speaker)
        return criterion, codes, tuple(spread), tuple(one.tobytes() for one in laid_out)

    def _drawn(self, key: tuple) -> np.ndarray:
        if key not in self._points:
            self._points[key] = swings.drawn(*key[:2])
        return self._points[key]


def _outcome(now: Evaluation, points: np.ndarray, days: int | None) -> Outcome:
    utilities = np.einsum("ac,cn->an", now.matrix, points)
    left = [ALTERNATIVES.index(one) for one in now.feasible]
    shares = np.bincount(np.array(left)[utilities[left].argmax(axis=0)], minlength=len(ALTERNATIVES)) / points.shape[1]
    draws = Draws(now, points, utilities, shares)
    protocols, forms = {}, {}
    for one in now.feasible:
        same = now.rivals(one, same_protocol=True)
        protocols[one.protocol] = draws.beats((one, *same), now.rivals(one, same_protocol=False))
        forms[one] = draws.beats((one,), same)
    best = now.feasible[0]
    close = status.is_close(
        protocols[best.protocol], {one: draws.share(one) for one in now.feasible}, half_width(draws.share(best)), best
    )
    return Outcome(best, close, days, protocols, forms)


def effect(before: dict[str, Outcome], after: dict[str, Outcome]) -> Effect:
    """The differences between all outcomes."""

    def changed(what: Callable[[Outcome], object]) -> tuple[str, ...]:
        return tuple(name for name, one in before.items() if what(one) != what(after[name]))

    advised = [(one, after[name]) for name, one in before.items() if one.advised and after[name].advised]
    return Effect(
        changed(lambda one: one.advised and one.advised.protocol),
        changed(lambda one: one.advised),
        changed(lambda one: one.close),
        tuple(name for name, one in before.items() if one.days and after[name].days not in (one.days, None)),
        tuple(abs(now.protocols.get(one.advised.protocol, 0) - one.protocols[one.advised.protocol])
              for one, now in advised),
        tuple(abs(now.forms.get(one.advised, 0) - one.forms[one.advised]) for one, now in advised),
    )  # fmt: skip


def measure() -> tuple[dict[Number, tuple[Effect, Effect]], dict[str, Outcome]]:
    """Every number moved both ways, and the outcomes without any move."""
    companies, weighing = golden(), Weighing()

    def outcomes() -> dict[str, Outcome]:
        return {name: weighing.outcome(*one) for name, one in companies.items()}

    before, found = outcomes(), {}
    for number in numbers():
        both = []
        for by in FACTORS:
            with patched(number.moved(by)):
                both.append(effect(before, outcomes()))
        found[number] = (both[0], both[1])
    if outcomes() != before:
        raise RuntimeError("a number was not put back")
    return found, before


def size(effects: tuple[Effect, Effect]) -> tuple[float, ...]:
    """How much a number does, to sort by: protocols, then forms, then confidence."""
    return (
        sum(len(one.protocol) for one in effects),
        sum(len(one.advised) for one in effects),
        max(max(one.protocol_confidence) for one in effects),
        max(max(one.form_confidence) for one in effects),
    )


def _line(name: str, shown: str, effects: tuple[Effect, ...]) -> str:
    def counts(which: str) -> str:
        return "/".join(str(len(getattr(one, which))) for one in effects)

    def confidence(which: str) -> str:
        every = [getattr(one, which) for one in effects]
        return f"{max(map(max, every)):6.3f}{mean(map(mean, every)):7.4f}"

    told = "".join(f"{counts(which):>9}" for which in ("protocol", "advised", "close", "days"))
    return f"{name:50}{shown:>9}{told}  {confidence('protocol_confidence')}  {confidence('form_confidence')}"


def table(found: dict[Number, tuple[Effect, Effect]], rows: int) -> Iterator[str]:
    """The numbers that do most, and each kind as a whole."""
    columns = "".join(f"{one:>9}" for one in ("protocol", "form too", "close", "days"))
    yield f"{'companies that change at -20 %/+20 %':59}{columns}   protocol conf.   form conf. (max, mean)"
    for number in sorted(found, key=lambda one: size(found[one]), reverse=True)[:rows]:
        yield _line(f"{number.kind}: {number.name}", number.shown, found[number])
    for kind in dict.fromkeys(number.kind for number in found):
        effects = [both for number, both in found.items() if number.kind == kind]
        flat = [one for both in effects for one in both]
        turning = [sum(bool(getattr(one, which)) for one in flat) for which in ("protocol", "advised")]
        yield (
            f"all of kind {kind}: {len(effects)} numbers, {len(flat)} moves; {turning[0]} change a protocol somewhere, "
            f"{turning[1]} an alternative; change of confidence (mean) protocol "
            f"{mean(mean(one.protocol_confidence) for one in flat):.4f}, "
            f"form {mean(mean(one.form_confidence) for one in flat):.4f}"
        )


def turned(found: dict[Number, tuple[Effect, Effect]]) -> dict[str, list[str]]:
    """For each company that is advised otherwise after some move: which moves (marked ! where the protocol changes)."""
    by_company: dict[str, list[str]] = {}
    for number, both in found.items():
        for sign, one in zip("-+", both, strict=True):
            for name in one.advised:
                mark = "!" if name in one.protocol else ""
                by_company.setdefault(name, []).append(f"{mark}{sign} {number.kind} {number.name}")
    return by_company


def _told(one: Outcome) -> str:
    if one.advised is None:
        return "nothing advised"
    sure = f"{one.advised}, protocol {one.protocols[one.advised.protocol]:.2f}, form {one.forms[one.advised]:.2f}"
    return f"{sure}, close" if one.close else sure


def main() -> None:
    """Prints the table, and who is told something else by which move."""
    begun = time.perf_counter()
    found, before = measure()
    pairs = len(before) * len(FACTORS) * len(found)
    print("\n".join(table(found, int(sys.argv[1]) if len(sys.argv) > 1 else ROWS_SHOWN)))
    flips = turned(found)
    flat = [one for both in found.values() for one in both]
    protocols, forms, close, days = (
        sum(len(getattr(one, which)) for one in flat) for which in ("protocol", "advised", "close", "days")
    )
    print(
        f"{len(before)} companies x {len(found)} numbers x 2 = {pairs} cases: {protocols} protocols, {forms} "
        f"alternatives, {close} close calls and {days} times the days change; ever advised otherwise: {len(flips)}"
    )
    for name, moves in sorted(flips.items(), key=lambda one: -len(one[1])):
        print(f"  {name} ({_told(before[name])}): {len(moves)}: {'; '.join(moves)}")
    print(f"{time.perf_counter() - begun:.0f} s")


if __name__ == "__main__":
    main()
