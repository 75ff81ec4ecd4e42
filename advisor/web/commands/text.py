"""The views of advice and server check as lines of plain text for a terminal."""

import textwrap
from collections.abc import Iterable, Iterator

from advisor.report.progress_view import ProgressView
from advisor.report.result.values import AnswerLine, Asking, Contradiction, OpenQuestion, Option, Reason, ResultView
from advisor.report.server.claim_rows import ClaimRow
from advisor.report.server.claims import ClaimsView
from advisor.report.server.clients import ClientRow
from advisor.report.server.findings_values import FindingView
from advisor.report.server.values import ServerView
from advisor.text import Language, Text

WIDTH = 96

_REASONS = Text("Gründe", "Reasons")
_AGAINST = Text("Was dagegen spricht", "What speaks against it")
_ASK = Text("Den Anbieter fragen", "Ask your provider")
_ASSUMED = Text("Noch offen", "Still open")
_OTHERS = Text("Die Möglichkeiten im Vergleich", "The options compared")
_NEEDED = Text("Damit es klappt", "For this to work")
_CHANGE = Text("Was die Empfehlung ändern würde", "What would change the advice")
_DISAGREE = Text("Antworten, die nicht zusammenpassen", "Answers that do not go together")
_GROUP = Text("Gruppe «{name}» (Postfächer: {mailboxes})", "Group “{name}” (mailboxes: {mailboxes})")
_PER_GROUP = Text("Nicht alle Postfächer sind gleich", "Not all mailboxes are alike")
_PROGRAMS = Text("Was Mailprogramme von selbst tun würden", "What mail programs would do by themselves")
_SERVER = Text("Server", "Server")
_TO_DO = Text("Jetzt zu tun", "To do now")
_WORTH_KNOWING = Text("Gut zu wissen", "Worth knowing")
_UP_TO = Text("Zuständig: {who}.", "Up to: {who}.")
_PROVIDER = Text("Ihr Anbieter: {name}. {as_of}", "Your provider: {name}. {as_of}")
_TESTED = Text(
    "Geprüft am {moment} von {vantage} aus in {seconds} Sekunden, ohne Anmeldung.",
    "Tested on {moment} from {vantage} in {seconds} seconds, without signing in.",
)


def advice_lines(view: ResultView, language: Language) -> Iterator[str]:
    """The result page without its links, in the same order."""
    for alarm in view.alarms:
        yield from paragraph(f"! {_titled(alarm.title, alarm.text)}")
    for alarm in view.groups.alarms if view.groups else ():
        yield from paragraph(f"! {_titled(alarm.title, alarm.text)}")
    yield from paragraph(view.verdict.headline)
    yield from paragraph(view.verdict.explanation)
    yield from paragraph(view.verdict.status_text)
    yield from bullets(view.verdict.caveats)
    yield from paragraph(view.explanation or "")
    yield from section(_PER_GROUP, view.groups.policy if view.groups else (), language)
    yield from section(_REASONS, (_reason(reason) for reason in view.reasons), language)
    if view.counter_reason is not None:
        yield from section(_AGAINST, (_reason(view.counter_reason),), language)
    if view.protocol_share is not None:
        yield from paragraph(view.protocol_share.text)
    if view.form is not None:
        yield from paragraph(_titled(view.form.title, view.form.text))
        yield from paragraph(view.form_explanation or "")
    if view.asking is not None:
        yield from _asking(view.asking, language)
    yield from section(_ASSUMED, (_open(question) for question in view.assumptions), language)
    yield from section(_CHANGE, (flip.text for flip in view.certainty.flips), language)
    yield from section(_OTHERS, (_option(option) for option in view.options), language)
    yield from section(_NEEDED, (_titled(note.title, note.text) for note in view.conditions), language)
    yield from section(_DISAGREE, (_contradiction(one) for one in view.contradictions), language)


def _asking(asking: Asking, language: Language) -> Iterator[str]:
    """What the provider lacks, and the letter that asks for it, line by line as it is to be sent."""
    yield from section(_ASK, (f"{asking.now} {asking.better} {'; '.join(asking.missing)}",), language)
    yield ""
    yield from (f"    {line}".rstrip() for line in asking.letter.text.splitlines())


def group_lines(name: str, mailboxes: int, view: ResultView, language: Language) -> Iterator[str]:
    """The result for one group of mailboxes, under a heading with its name."""
    heading = _GROUP.into(language, name=name, mailboxes=mailboxes)
    yield from (heading, "=" * min(len(heading), WIDTH), "")
    yield from advice_lines(view, language)


def server_lines(view: ServerView, language: Language) -> Iterator[str]:
    """The page of the server check: verdict, notices, services with their facts, findings without their letters."""
    yield from paragraph(f"{view.shown_domain}: {view.headline}")
    yield from paragraph(_TESTED.into(language, moment=view.moment, vantage=view.vantage, seconds=view.seconds))
    for notice in view.notices:
        yield from paragraph(f"! {_titled(notice.title, notice.text)}")
    if view.exists:
        yield from _found(view, language)


def _found(view: ServerView, language: Language) -> Iterator[str]:
    for service in view.services:
        yield f"{service.name}: {service.status.text}"
        yield from wrapped(f"{service.meaning} {service.action}")
        if service.server:
            yield from wrapped(f"{_SERVER.into(language)}: {service.server}")
        for fact in service.facts:
            yield from wrapped(f"{fact.label}: {fact.cell.text}")
        yield ""
    yield from section(_TO_DO, (_finding(each, language) for each in view.findings.now), language)
    yield from section(_WORTH_KNOWING, (_finding(each, language) for each in view.findings.later), language)
    yield from _signposts(view.claims)
    yield from section(_PROGRAMS, (_program(row) for row in view.clients), language)
    if view.provider is not None:
        title = _PROVIDER.into(language, name=view.provider.name, as_of=view.provider.as_of)
        yield title
        yield from bullets(_titled(note.title, note.text) for note in view.provider.notes)


def _titled(title: str, text: str) -> str:
    """A text behind its title; a title that is a question or a sentence has its own mark."""
    return f"{title}{'' if title.endswith(('?', '.')) else ':'} {text}"


def _signposts(claims: ClaimsView) -> Iterator[str]:
    """What each source names, beside our proposal and the server's own word."""
    if claims.groups:
        yield f"{claims.summary.text}:"
    for group in claims.groups:
        yield from wrapped(f"{group.name}: {group.status.text}. {group.why}")
        yield from bullets(_signpost(row) for row in group.rows)


def _signpost(row: ClaimRow) -> str:
    server = f"{row.server}, {row.port}" if row.port else row.server
    details = f" ({'; '.join(row.details)})" if row.details else ""
    return f"{row.source}, {row.trust}: {server}{details}. {row.compared.text}. {row.seen.text}."


def _program(row: ClientRow) -> str:
    servers = f"{'; '.join(row.servers)}. " if row.servers else ""
    return f"{row.name}: {row.fits.text}. {servers}{row.action}"


def _finding(finding: FindingView, language: Language) -> str:
    servers = f" – {finding.servers}" if finding.servers else ""
    who = f" {_UP_TO.into(language, who=finding.fixer)}" if finding.fixer else ""
    told_by = "; ".join(": ".join(filter(None, origin)) for origin in finding.origins)
    where = f" ({told_by})" if told_by else ""
    return f"{finding.status.text}: {finding.name}{servers}{where}. {finding.meaning} {finding.action}{who}"


def progress_lines(view: ProgressView) -> Iterator[str]:
    """One line for each thing that has ended."""
    for line in view.lines:
        if not line.working:
            yield f"{line.text}: {line.status.text}"


def section(title: Text, items: Iterable[str], language: Language) -> Iterator[str]:
    """A list under its title; nothing where there are no items."""
    lines = tuple(bullets(items))
    if lines:
        yield title.into(language)
        yield from lines


def bullet(item: str) -> list[str]:
    """One entry of a list."""
    return textwrap.wrap(item, WIDTH, initial_indent="- ", subsequent_indent="  ")


def bullets(items: Iterable[str]) -> Iterator[str]:
    """A list, and an empty line after it."""
    lines = [line for item in items for line in bullet(item)]
    yield from (*lines, "") if lines else ()


def _reason(reason: Reason) -> str:
    return _titled(reason.title, reason.text) + _quoted(reason.answers)


def _contradiction(one: Contradiction) -> str:
    return one.text + _quoted(one.answers)


def _quoted(answers: tuple[AnswerLine, ...]) -> str:
    return f" ({'; '.join(map(_answer, answers))})" if answers else ""


def _answer(line: AnswerLine) -> str:
    return f"{line.question} – {line.answer}" + (f" [{line.remark}]" if line.remark else "")


def _open(question: OpenQuestion) -> str:
    return _titled(question.question, question.read_as)


def _option(option: Option) -> str:
    share = f", {option.share.figure}" if option.share else ""
    rules = " ".join(rule.text for rule in option.rules)
    return f"{option.name}: {option.state.text}{share}. {rules}".strip()


def paragraph(text: str) -> Iterator[str]:
    """A paragraph and an empty line after it; nothing for an empty text."""
    """Running text, and an empty line after it; nothing where there is none."""
    if text.strip():
        yield from textwrap.wrap(text.strip(), WIDTH)
        yield ""


def wrapped(text: str) -> Iterator[str]:
    """An indented paragraph."""
    yield from textwrap.wrap(text, WIDTH, initial_indent="  ", subsequent_indent="  ")
