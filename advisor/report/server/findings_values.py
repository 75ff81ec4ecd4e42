"""What the check page shows of findings, finished: sentences, servers, letters."""

from dataclasses import dataclass

from advisor.report.cells import Cell
from probes.codes import Protocol


@dataclass(frozen=True, slots=True)
class LetterView:
    """A letter to the provider, ready to copy; ``key`` is a name for it that is unique on the page."""

    key: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class FindingView:
    """One thing to know: how bad it is, which servers it concerns, where it stands, what to do and who can do it.

    ``protocols``: the services concerned; none where it is about the domain or a signpost. ``origins``: each
    source that says so, with its record or file ("" where that is not known).
    """

    code: str
    name: str
    status: Cell
    servers: str
    protocols: tuple[Protocol, ...]
    origins: tuple[tuple[str, str], ...]
    meaning: str
    action: str
    fixer: str
    letter: LetterView | None


@dataclass(frozen=True, slots=True)
class FindingsView:
    """What asks for action, what is worth knowing, and letters: all points in one, and what was not found.

    ``whole`` is None where the provider has fewer than two points to mend now.
    """

    now: tuple[FindingView, ...] = ()
    later: tuple[FindingView, ...] = ()
    whole: LetterView | None = None
    questions: tuple[LetterView, ...] = ()
