"""A look into a mailbox as lines of plain text for a terminal."""

from collections.abc import Iterator

from advisor.report.measure_view import MeasureView
from advisor.report.texts import measure as texts
from advisor.text import Language, Text


def measure_lines(view: MeasureView, language: Language) -> Iterator[str]:
    """The same parts in the same order as on the page."""
    yield view.made
    yield ""
    for fact in view.facts:
        yield f"{fact.label}: {fact.text}"
    yield from _section(
        texts.FOLDERS, [(_named(row.name, row.use), row.messages, row.size) for row in view.folders], language
    )
    yield from _section(texts.MONTHS, [(row.month, row.messages, row.size) for row in view.months], language)
    yield from _section(texts.SPACES, [(row.folder, row.rights) for row in view.rights], language)
    if view.problems:
        yield ""
    for sentence in view.problems:
        yield f"! {sentence}"


def _named(name: str, use: str) -> str:
    return f"{name} ({use})" if use else name


def _section(title: Text, rows: list[tuple[str, ...]], language: Language) -> Iterator[str]:
    if not rows:
        return
    yield ""
    yield title.into(language)
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for first, *others in rows:
        cells = (cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True))
        yield f"  {first.ljust(widths[0])}  {'  '.join(cells)}".rstrip()
