"""The answers of one company: frozen, checked at the door, "don't know" is simply absent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from advisor.questionnaire.schema import QUESTIONS, Key, Kind, Question

UNKNOWN = "unknown"
LARGEST_NUMBER = 1_000_000_000
LONGEST_GROUP_NAME = 100

Value = str | int | float | tuple[str, ...]


class InvalidAnswerError(ValueError):
    """An answer that the questionnaire does not know; names the key, the value and what is allowed."""

    def __init__(self, key: str, value: object, allowed: Iterable[str]) -> None:
        self.key = key
        self.value = value
        self.allowed = tuple(allowed)
        shown = repr(value)
        shown = shown if len(shown) <= 80 else f"{shown[:77]}…"
        super().__init__(f"{key}: {shown} is not allowed; allowed: {', '.join(self.allowed)}")


@dataclass(frozen=True, slots=True)
class Answers:
    """Known answers in the order of the contract. Build it with ``Answers.of`` so that every value is checked.

    ``measured``: the answers that were not said but seen, by a look into a mailbox.
    """

    values: tuple[tuple[Key, Value], ...] = ()
    groups: tuple["Group", ...] = ()
    measured: tuple[Key, ...] = ()

    @classmethod
    def of(cls, values: Mapping[str, object], groups: Iterable["Group"] = ()) -> "Answers":
        """Checked answers from plain values; ``"unknown"`` and absent mean the same. Raises ``InvalidAnswerError``."""
        known = {}
        for name, value in values.items():
            if name not in QUESTIONS:
                raise InvalidAnswerError(str(name), value, (str(key) for key in QUESTIONS))
            if value != UNKNOWN:
                known[Key(name)] = checked(Key(name), value)
        return cls(tuple((key, known[key]) for key in QUESTIONS if key in known), tuple(groups))

    def get(self, key: Key) -> Value | None:
        """The answer, or None for "don't know"."""
        for known, value in self.values:  # no generator: rules ask this many thousand times for one company
            if known == key:
                return value
        return None

    def code(self, key: Key) -> str | None:
        """The code of a single choice, or None for "don't know"."""
        value = self.get(key)
        return value if isinstance(value, str) else None

    def number(self, key: Key) -> float | None:
        """A stated figure, or None where none was given."""
        value = self.get(key)
        return float(value) if isinstance(value, int | float) else None

    def several(self, key: Key) -> tuple[str, ...]:
        """The codes of a question with several answers; empty for "don't know"."""
        value = self.get(key)
        return value if isinstance(value, tuple) else ()

    def with_answer(self, key: Key, value: object) -> "Answers":
        """The same answers with one set anew (``"unknown"`` takes it away). Raises ``InvalidAnswerError``."""
        plain: dict[str, object] = dict(self.values)
        plain[key] = value
        return Answers.of(plain, self.groups)

    def for_group(self, group: "Group") -> "Answers":
        """The company's answers with those of one group laid over them."""
        own: dict[str, object] = {**dict(group.answers.values)}
        merged: dict[str, object] = {**dict(self.values), **own}
        return replace(Answers.of(merged), measured=tuple(key for key in self.measured if key not in own))


class GroupKind(StrEnum):
    """What a group of mailboxes is for: it decides which questions are worth asking about it."""

    OFFICE = "office"
    ROAD = "road"
    SHARED = "shared"
    PC = "pc"
    PROGRAM = "program"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Group:
    """A part of the company whose answers differ from the rest.

    ``shares_with``: the name of another group whose people or programs read the very same mailboxes. It is enough that
    one of the two names the other.
    """

    name: str
    mailboxes: int
    answers: Answers
    kind: GroupKind | None = None
    shares_with: str | None = None


def checked(key: Key, value: object) -> Value:
    """The value in its plain type, if the question allows it. Raises ``InvalidAnswerError``."""
    question = QUESTIONS[key]
    match question.kind:
        case Kind.CHOICE:
            if isinstance(value, str) and value in question.codes:
                return value
            raise InvalidAnswerError(key, value, (*question.codes, UNKNOWN))
        case Kind.SEVERAL:
            return _checked_several(question, value)
        case Kind.WHOLE_NUMBER | Kind.NUMBER:
            return _checked_number(question, value)


def _checked_several(question: Question, value: object) -> tuple[str, ...]:
    if isinstance(value, list | tuple) and value and all(isinstance(one, str) for one in value):
        chosen = set(value)
        if chosen <= set(question.codes):
            return tuple(code for code in question.codes if code in chosen)
        raise InvalidAnswerError(question.key, value, (*question.codes, UNKNOWN))
    raise InvalidAnswerError(question.key, value, (f"a list of {', '.join(question.codes)}", UNKNOWN))


def _checked_number(question: Question, value: object) -> int | float:
    whole = question.kind is Kind.WHOLE_NUMBER
    smallest = 1 if whole else 0
    right_type = isinstance(value, int) if whole else isinstance(value, int | float)
    if right_type and not isinstance(value, bool) and isinstance(value, int | float):
        large_enough = value >= smallest if whole else value > smallest
        if large_enough and value <= LARGEST_NUMBER:
            return value
    allowed = "a whole number from 1" if whole else "a number above 0"
    raise InvalidAnswerError(question.key, value, (f"{allowed} to {LARGEST_NUMBER}", UNKNOWN))
