"""The page that explains the policy as finished values, made from the policy's own tables."""

from dataclasses import dataclass

from advisor.report.result.values import Note


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One rule: its code, what it takes out, and why."""

    code: str
    takes_out: str
    why: str


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark of one way on one criterion, as text in the reader's format."""

    way: str
    value: str
    why: str


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """One criterion with the marks of the four ways; ``second``: what a server fact changes in them."""

    code: str
    name: str
    most_points: str
    marks: tuple[Mark, ...]
    second: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class NeedRow:
    """One answer and the points it gives a criterion."""

    answer: str
    criterion: str
    points: str


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question: which answers count, how an open one is spread over them, and what rules read it as."""

    question: str
    needs: tuple[NeedRow, ...]
    remark: str | None
    spread: str | None
    read_as: str | None


@dataclass(frozen=True, slots=True)
class PolicyView:
    """The whole page. ``ways``: the four ways in the order of the marks."""

    version: str
    steps: tuple[Note, ...]
    rules: tuple[RuleRow, ...]
    exceptions: tuple[str, ...]
    ways: tuple[str, ...]
    criteria: tuple[CriterionRow, ...]
    questions: tuple[QuestionRow, ...]
    numbers: tuple[Note, ...]
