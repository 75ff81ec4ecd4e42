"""The shape of notes on the result page."""

from dataclasses import dataclass

from advisor.text import Text


@dataclass(frozen=True, slots=True)
class Note:
    """A heading and what to know or do. Both may hold the figures of the code's parameters as fields.

    ``source``: where a statement on law or standard comes from.
    """

    title: Text
    text: Text
    source: Text | None = None
