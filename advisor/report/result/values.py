"""The finished view of the result page: sentences in the reader's language, ready to be placed.

``slug`` names a page of the questionnaire, so that every statement can link to the answer behind it.
"""

from dataclasses import dataclass
from enum import StrEnum

from advisor.questionnaire.schema import Key
from advisor.report.cells import Cell, Tone
from advisor.report.server.findings_values import LetterView
from advisor.settings.codes import Alternative


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One of the person's own answers, quoted; ``known`` is False where it is still open.

    ``slug`` is None where the fact comes from the server check. ``remark``: what else must be said, such as that a
    figure was measured and not stated.
    """

    question: str
    answer: str
    slug: str | None
    known: bool = True
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The big sentence, what it means in everyday words, and how far it may be relied on (``caveats`` name why)."""

    headline: str
    explanation: str
    badge: Cell
    status_text: str
    caveats: tuple[str, ...]

    @property
    def tone(self) -> Tone:
        """The colour of the whole verdict."""
        return self.badge.tone


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something that comes before any change, with what to do about it."""

    code: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Reason:
    """One statement for or against the advice and the answers that it rests on.

    ``remark`` says what holds where no answer of the person stands behind it: it counts for everyone, or is assumed.
    """

    title: str
    text: str
    answers: tuple[AnswerLine, ...] = ()
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a hundred as a labelled bar; ``figure`` is the same in the reader's format.

    ``figure`` is None, and nothing is drawn, where a rule and no calculation decides.
    """

    label: str
    percent: int
    figure: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Form:
    """The second line of the advice: in which form the protocol is used, why, and how sure that is.

    ``compared_with`` names the form that the reason argues against; ``only_one`` says that there is none, and then
    there is no ``share`` either.
    """

    title: str
    text: str
    compared_with: str | None
    reason: Reason | None
    share: Share | None
    only_one: str | None


@dataclass(frozen=True, slots=True)
class ServerRow:
    """What the server check says about one service; the rest is None where no server may be named."""

    service: str
    host: str | None
    reachable: Cell
    encrypted: Cell | None
    name: Cell | None
    source: str | None


@dataclass(frozen=True, slots=True)
class ServerSummary:
    """The server check in a few rows, when and from where it was made. No rows: it was not made.

    ``facts``: what else it showed that moves the advice, each after "your server".
    """

    text: str
    rows: tuple[ServerRow, ...] = ()
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """An answer that is missing: how it was read, whether it could turn the advice, how to find it out quickly."""

    question: str
    read_as: str
    could_flip: bool
    check: str | None
    slug: str


@dataclass(frozen=True, slots=True)
class Flip:
    """Other answers to one question, or to two or three together, that would lead to other advice.

    ``tried``: the question to try on the page "What if?", None where several answers would have to change.
    """

    text: str
    questions: tuple[AnswerLine, ...]
    tried: Key | None = None


@dataclass(frozen=True, slots=True)
class TriedPart:
    """The questions of one part of the questionnaire that can be tried: key and name."""

    title: str
    questions: tuple[tuple[Key, str], ...]


@dataclass(frozen=True, slots=True)
class Certainty:
    """How many answers it takes to change the advice, the nearest such changes, what to answer next, what to try."""

    headline: str | None
    flips: tuple[Flip, ...]
    ask_next: tuple[OpenQuestion, ...]
    tried: tuple[TriedPart, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """One way to read mail as a row of the comparison; ``code`` is its code in the documents."""

    code: Alternative
    name: str
    meaning: str
    state: Cell
    share: Share | None
    rules: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A short statement with its heading, and its source where it speaks of law or standards."""

    title: str
    text: str
    source: str | None = None


class HelpPage(StrEnum):
    """A page or place of this app that helps to meet a condition."""

    CHECK = "check"
    LETTER = "letter"
    MEASURE = "measure"


@dataclass(frozen=True, slots=True)
class ConditionNote:
    """A condition: who sees to it, and what helps, a page or a question's ``slug``; None where nothing here does."""

    title: str
    text: str
    fixer: str
    page: HelpPage | None = None
    slug: str | None = None


@dataclass(frozen=True, slots=True)
class Asking:
    """What is possible now, what would be better, what the provider lacks for that, and the letter that asks for it."""

    now: str
    better: str
    missing: tuple[str, ...]
    letter: LetterView


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Answers that cannot all hold, and why."""

    text: str
    answers: tuple[AnswerLine, ...]


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One group of mailboxes: what it does, how sure that is and why. ``alarms`` are titles only; ``number`` names it.

    ``share``: how sure the protocol is, as a figure; None where a rule decides or nothing is advised.
    """

    number: int
    name: str
    mailboxes: str
    way: str
    badge: Cell
    share: str | None
    reason: str | None
    alarms: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class GroupsView:
    """The groups of a company: what is refused or holds only for some, the one policy in sentences, group by group."""

    alarms: tuple[Alarm, ...]
    policy: tuple[str, ...]
    rows: tuple[GroupRow, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """The decision as every page shows it. ``meaning`` is empty where it does not count, ``warning`` says why.

    ``confirms``: it is asked to be confirmed for the answers and the server of now.
    """

    title: str
    made: str
    meaning: str
    reason: str
    advised: str
    warning: str | None
    confirms: bool

    @property
    def lines(self) -> tuple[str, ...]:
        """The decision as plain lines of a text."""
        told = (f"{self.title} ({self.made})", self.warning, self.reason, self.advised)
        return tuple(line for line in told if line)


@dataclass(frozen=True, slots=True)
class ResultView:
    """The result page in the order in which it is read."""

    alarms: tuple[Alarm, ...]
    verdict: Verdict
    decided: Decided | None
    boss: str
    explanation: str | None
    form_explanation: str | None
    reasons: tuple[Reason, ...]
    counter_reason: Reason | None
    compared_with: str | None
    protocol_share: Share | None
    form: Form | None
    server: ServerSummary
    asking: Asking | None
    assumptions: tuple[OpenQuestion, ...]
    certainty: Certainty
    options: tuple[Option, ...]
    conditions: tuple[ConditionNote, ...]
    contradictions: tuple[Contradiction, ...]
    effort: tuple[Note, ...]
    limits: tuple[Note, ...]
    retention: tuple[Note, ...]
    retention_as_of: str
    groups: GroupsView | None = None
