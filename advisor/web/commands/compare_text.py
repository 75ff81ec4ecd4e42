"""A comparison as lines of plain text for a terminal."""

import textwrap
from collections.abc import Iterator

from advisor.report.compare.view_values import CompareView
from advisor.web.commands.text import WIDTH


def comparison_lines(view: CompareView, domain: str) -> Iterator[str]:
    """The verdict in one sentence, then group by group what changed and where."""
    for sentence in (f"{domain}: {view.headline}", view.span, *view.notices):
        yield from textwrap.wrap(sentence, WIDTH)
        yield ""
    for group in view.groups:
        yield group.title
        for line in group.lines:
            places = f" ({', '.join(line.places)})" if line.places else ""
            yield from _item(f"{line.title}{places}: {line.text}")
        yield ""


def _item(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent="- ", subsequent_indent="  ")
