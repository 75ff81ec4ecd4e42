"""The finished view of a comparison, sentences in the reader's language, ready to be placed."""

from dataclasses import dataclass

from advisor.report.cells import Tone


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change in words, and every place (server, port) at which it was seen."""

    title: str
    text: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """All changes of one weight under their heading."""

    title: str
    tone: Tone
    lines: tuple[ChangeLine, ...]


@dataclass(frozen=True, slots=True)
class CompareView:
    """A comparison: in one sentence, then group by group. ``notices``: what to know when reading it."""

    headline: str
    tone: Tone
    span: str
    notices: tuple[str, ...]
    groups: tuple[ChangeGroup, ...]
