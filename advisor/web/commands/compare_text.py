"""A comparison as lines of plain text for a terminal."""

from collections.abc import Iterator

from advisor.report.compare.view_values import CompareView
from advisor.web.commands.text import bullet, paragraph


def comparison_lines(view: CompareView, domain: str) -> Iterator[str]:
    """The verdict in one sentence, then group by group what changed and where."""
    for sentence in (f"{domain}: {view.headline}", view.span, *view.notices):
        yield from paragraph(sentence)
    for group in view.groups:
        yield group.title
        for line in group.lines:
            places = f" ({', '.join(line.places)})" if line.places else ""
            yield from bullet(f"{line.title}{places}: {line.text}")
        yield ""
