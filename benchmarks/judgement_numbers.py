"""Every number of judgement in the policy, and how to move it in the memory of this process.

The cells of the matrix that are not 0 or 1 and its second values (kept within 0 and 1), the points of each need (low
and high together, at most 100), the priors (the other codes of the question share what is left), and the thresholds
and usual figures of the rules; whole numbers are rounded. Not among them: ``PRELIMINARY_UNKNOWN``, which turns neither
advice nor confidence.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial

from advisor.decision import factors, keep_days, matrix, rules, seen, status, swings
from advisor.decision.cells import ROWS, SECOND_VALUES
from advisor.decision.matrix import ALTERNATIVES
from advisor.decision.needs import NEEDS
from advisor.questionnaire.schema import QUESTIONS, Key, Kind

MOST_POINTS = 100

Patch = tuple[dict, object, object]


@dataclass(frozen=True, slots=True)
class Number:
    """One number of judgement. ``moved``: what takes its place, and where, when it is multiplied."""

    kind: str
    name: str
    shown: str
    moved: Callable[[float], tuple[Patch, ...]]


def numbers() -> Iterator[Number]:
    """Every number of judgement."""
    yield from _cells()
    yield from _second_values()
    for place, need in enumerate(NEEDS):
        shown = f"{need.low:g}..{need.high:g}"
        yield Number("need", f"{need.factor}={need.code} > {need.criterion}", shown, partial(_need, place))
    for key, question in QUESTIONS.items():
        if question.kind is Kind.CHOICE:
            for place, code in enumerate(question.codes):
                yield Number("prior", f"{key}={code}", f"{question.prior[place]:g}", partial(_prior, key, place))
    yield from _thresholds()


def _cells() -> Iterator[Number]:
    for row, line in enumerate(ROWS):
        for column, cell in enumerate(line.cells):
            if cell.value not in (0, 1):
                name = f"{line.criterion} of {ALTERNATIVES[column]}"
                yield Number("cell", name, f"{cell.value:g}", partial(_cell, row, column))


def _cell(row: int, column: int, by: float) -> tuple[Patch, ...]:
    cells = list(ROWS[row].cells)
    cells[column] = replace(cells[column], value=min(cells[column].value * by, 1.0))
    return ((vars(matrix), "ROWS", _with(ROWS, row, replace(ROWS[row], cells=tuple(cells)))),)


def _second_values() -> Iterator[Number]:
    for place, one in enumerate(SECOND_VALUES):
        name = f"{one.criterion} of {one.alternative}, {one.fact}"
        yield Number("second value", name, f"{one.value:g}", partial(_second, place))


def _second(place: int, by: float) -> tuple[Patch, ...]:
    one = SECOND_VALUES[place]
    moved = replace(one, value=min(one.value * by, 1.0))
    return ((vars(matrix), "SECOND_VALUES", _with(SECOND_VALUES, place, moved)),)


def _need(place: int, by: float) -> tuple[Patch, ...]:
    need = NEEDS[place]
    moved = replace(need, low=min(need.low * by, MOST_POINTS), high=min(need.high * by, MOST_POINTS))
    return ((vars(swings), "NEEDS", _with(NEEDS, place, moved)),)


def _prior(key: Key, place: int, by: float) -> tuple[Patch, ...]:
    prior = QUESTIONS[key].prior
    moved = min(prior[place] * by, 1.0)
    others = (1 - moved) / (1 - prior[place])
    after = tuple(moved if number == place else chance * others for number, chance in enumerate(prior))
    return ((QUESTIONS, key, replace(QUESTIONS[key], prior=after)),)


def _thresholds() -> Iterator[Number]:
    tight = (vars(factors), vars(keep_days))
    yield _threshold("SPACE_TIGHT_PRIOR", factors.SPACE_TIGHT_PRIOR, (vars(factors),), kind="prior")
    yield _threshold("TIGHT_SHARE", factors.TIGHT_SHARE, tight)
    yield _threshold("CLOSE_BELOW", status.CLOSE_BELOW, (vars(status),))
    yield _threshold("NOT_ENOUGH_UNKNOWN", status.NOT_ENOUGH_UNKNOWN, (vars(status),))
    yield _threshold("LONG_DELAY", seen.LONG_DELAY, (vars(seen),))
    yield _threshold("SHORTEST_USEFUL", keep_days.SHORTEST_USEFUL, (vars(keep_days),))
    yield _threshold("SHORTEST_POSSIBLE", keep_days.SHORTEST_POSSIBLE, (vars(keep_days), vars(rules)))
    yield _threshold("MARGIN", keep_days.MARGIN, (vars(keep_days),))
    backups, smallest = keep_days._DAYS_BETWEEN_BACKUPS, keep_days._LOWER_END_GB  # noqa: SLF001
    yield _threshold("manual", backups["manual"], (backups,), name="days between backups by hand")
    yield _threshold("lt_2", smallest["lt_2"], (smallest,), name='GB read for a quota of "under 2"')
    for key in (Key.MAILS_PER_DAY, Key.AVERAGE_KB, Key.LONGEST_ABSENCE_DAYS):
        yield Number("threshold", f"usual {key}", f"{QUESTIONS[key].default:g}", partial(_default, key))


def _threshold(
    key: str, value: float, places: tuple[dict, ...], *, name: str | None = None, kind: str = "threshold"
) -> Number:
    def moved(by: float) -> tuple[Patch, ...]:
        after = round(value * by) if isinstance(value, int) else min(value * by, 1.0)
        return tuple((place, key, after) for place in places)

    return Number(kind, name or key, f"{value:g}", moved)


def _default(key: Key, by: float) -> tuple[Patch, ...]:
    question = QUESTIONS[key]
    return ((QUESTIONS, key, replace(question, default=round((question.default or 0) * by))),)


def _with(table: tuple, place: int, moved: object) -> tuple:
    return (*table[:place], moved, *table[place + 1 :])


@contextmanager
def patched(patches: tuple[Patch, ...]) -> Iterator[None]:
    """The numbers moved in memory, and nothing remembered of before or after."""
    before = [(place, key, place[key]) for place, key, _ in patches]
    try:
        _set(patches)
        yield
    finally:
        _set(before)


def _set(patches: tuple[Patch, ...] | list[Patch]) -> None:
    for place, key, value in patches:
        place[key] = value
    for cached in (matrix.values, swings.table_of, swings.mean_of, swings.drawn):
        cached.cache_clear()
