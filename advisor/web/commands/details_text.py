"""What ``probe --details`` adds on the terminal: abilities, every step of the search, every attempt, DNS, letters."""

from collections.abc import Iterable, Iterator

from advisor.report.capabilities.values import AbilityRow, CapabilityView
from advisor.report.server.findings_values import FindingsView, LetterView
from advisor.report.server.values import Attempt, ServerView, SourceLine
from advisor.text import Language, Text
from advisor.web.commands.text import bullet, bullets, paragraph, section, wrapped

Rows = tuple[tuple[str, str], ...]

_ABILITIES = Text("Was der Server kann: {service}, {server}", "What the server can do: {service}, {server}")
_FURTHER = Text("Weitere Fähigkeiten: {names}", "Further abilities: {names}")
_UNKNOWN = Text("Uns nicht bekannt: {tokens}", "Not known to us: {tokens}")
_SOURCES = Text("Wo wir gesucht haben", "Where we looked")
_STEPS = Text("Jeder Schritt der Suche", "Every step of the search")
_ATTEMPTS = Text("Jeder Versuch", "Every attempt")
_NAMES = Text("Was das Namensverzeichnis (DNS) sagt", "What the name directory (DNS) says")


def detail_lines(view: ServerView, language: Language) -> Iterator[str]:
    """What the further pages of the server check say, in the same words."""
    for service in view.capabilities:
        yield from _abilities(service, language)
    yield from section(_SOURCES, (_source(each) for each in view.sources), language)
    yield from _blocks(_STEPS, map(_attempt, view.steps), language)
    yield from _blocks(_ATTEMPTS, map(_attempt, view.attempts), language)
    yield from _blocks(_NAMES, ((each.host, each.details) for each in view.hosts), language)
    for letter in _letters(view.findings):
        yield from paragraph(f"{letter.title}:")
        for line in letter.text.splitlines():
            yield from wrapped(line) if line.strip() else ("",)
        yield ""


def _letters(findings: FindingsView) -> Iterator[LetterView]:
    """Ready to copy: what has to be mended now in one letter, then what else could be asked of the provider."""
    now = (findings.whole,) if findings.whole is not None else (each.letter for each in findings.now)
    later = (each.letter for each in findings.later)
    yield from filter(None, (*findings.questions, *now, *later))


def _abilities(service: CapabilityView, language: Language) -> Iterator[str]:
    yield _ABILITIES.into(language, service=service.name, server=service.server)
    further = "; ".join(f"{row.ability} ({row.token}): {row.state.text}" for row in service.further)
    yield from bullets(
        [
            *service.notes,
            *map(_ability, service.important),
            *([_FURTHER.into(language, names=further)] if further else []),
            *([_UNKNOWN.into(language, tokens=", ".join(service.unknown))] if service.unknown else []),
        ]
    )


def _ability(row: AbilityRow) -> str:
    return " ".join(filter(None, (f"{row.ability} ({row.token}): {row.state.text}.", row.figure, row.why)))


def _attempt(attempt: Attempt) -> tuple[str, Rows]:
    return f"{attempt.title}: {attempt.status.text}", attempt.details


def _source(source: SourceLine) -> str:
    return f"{source.name}: {source.status.text}. {' '.join(source.notes)}".strip()


def _blocks(title: Text, blocks: Iterable[tuple[str, Rows]], language: Language) -> Iterator[str]:
    """Each block with its lines of "label: text" below."""
    listed = tuple(blocks)
    if not listed:
        return
    yield title.into(language)
    for name, rows in listed:
        yield from bullet(name)
        for label, text in rows:
            yield from wrapped(f"{label}: {text}")
    yield ""
