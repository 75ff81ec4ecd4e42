"""What the page shows while a check runs: one sentence about now, and a line per thing that was tried."""

from dataclasses import dataclass

from advisor.report.cells import Cell, Tone, judged
from advisor.report.names import gateway_name
from advisor.report.probe_progress import Step, StepKind
from advisor.report.texts import check
from advisor.report.texts.server import SERVICES
from advisor.text import Language
from probes.codes import Protocol, Reason, Source, Status


@dataclass(frozen=True, slots=True)
class ProgressLine:
    """One thing that was tried, with how it stands; ``working`` while it is under way."""

    text: str
    status: Cell
    working: bool = False


@dataclass(frozen=True, slots=True)
class ProgressView:
    """``now``: one sentence for everybody, read out by screen readers; ``done`` of ``total`` things known so far."""

    now: str
    lines: tuple[ProgressLine, ...]
    done: int
    total: int

    @property
    def partial(self) -> bool:
        """Whether there is anything to look at already."""
        return bool(self.lines)


def progress_view(steps: tuple[Step, ...], language: Language) -> ProgressView:
    """The state that the steps add up to. A later step about the same thing replaces the earlier one."""
    current = {_subject(step): step for step in steps}
    sources = [step for step in current.values() if step.kind is StepKind.SOURCE]
    routes = [step for step in current.values() if step.kind is StepKind.MAIL_ROUTE]
    ports = [step for step in current.values() if step.kind is StepKind.PORT]
    closer = [step for step in current.values() if step.kind is StepKind.CLOSER_LOOK]
    return ProgressView(
        now=_now(sources, ports, closer, language),
        lines=(
            *_signposts(sources, language),
            *_routes(routes, language),
            *_ports(ports, language),
            *_closer(closer, language),
        ),
        done=sum(step.status is not None for step in (*sources, *ports)) + sum(step.done or 0 for step in closer),
        total=len(sources) + len(ports) + sum(step.total or 0 for step in closer),
    )


def _subject(step: Step) -> tuple[object, ...]:
    return step.kind, step.source, step.protocol, step.host, step.port


def _now(sources: list[Step], ports: list[Step], closer: list[Step], language: Language) -> str:
    if any(step.status is None for step in closer):
        return check.LOOKING_CLOSER.into(language)
    waiting = next((step for step in ports if step.status is None), None)
    if waiting is not None:
        return check.KNOCKING.into(language, host=waiting.host)
    if ports and all(step.status is not None for step in sources):
        return check.FINISHING.into(language)
    return check.SEARCHING.into(language)


def _signposts(sources: list[Step], language: Language) -> list[ProgressLine]:
    if not sources:
        return []
    asked = [step for step in sources if step.status is not None and step.source is not Source.GUESS]
    found = sum(bool(step.claims) for step in asked)
    working = any(step.status is None for step in sources)
    text = check.SIGNPOSTS_NAMED.into(language, found=found, asked=len(asked))
    tone = Tone.GOOD if found else Tone.NONE
    cell = Cell(check.WORKING.into(language), Tone.NONE) if not asked else Cell(text, tone)
    return [ProgressLine(check.SIGNPOSTS.into(language), cell, working)]


def _routes(routes: list[Step], language: Language) -> list[ProgressLine]:
    return [ProgressLine(check.MAIL_ROUTE.into(language), _route(step, language)) for step in routes]


def _route(step: Step, language: Language) -> Cell:
    if step.gateway is None:
        return Cell(check.MAIL_ROUTE_SEEN.into(language), Tone.GOOD)
    return Cell(check.GATEWAY_SEEN.into(language, gateway=gateway_name(step.gateway)), Tone.WARN)


def _ports(ports: list[Step], language: Language) -> list[ProgressLine]:
    absent = sum(step.reason is Reason.NAME_NOT_FOUND for step in ports)
    order = list(Protocol)
    shown = sorted(
        (step for step in ports if step.reason is not Reason.NAME_NOT_FOUND),
        key=lambda step: order.index(step.protocol) if step.protocol else len(order),
    )
    lines = [_port(step, language) for step in shown]
    if absent:
        lines.append(ProgressLine(check.ABSENT_NAMES.into(language), Cell(str(absent), Tone.NONE)))
    return lines


def _closer(steps: list[Step], language: Language) -> list[ProgressLine]:
    return [
        ProgressLine(
            check.CLOSER_LOOK.into(language),
            Cell(check.SOME_OF.into(language, done=step.done, total=step.total), Tone.NONE),
            working=step.status is None,
        )
        for step in steps
        if step.total
    ]


def _port(step: Step, language: Language) -> ProgressLine:
    service = SERVICES[step.protocol or Protocol.IMAP].into(language)
    text = check.PORT.into(language, service=service, host=step.host, port=step.port)
    if step.status is None:
        return ProgressLine(text, Cell(check.WORKING.into(language), Tone.NONE), working=True)
    return ProgressLine(text, _ended(step, language))


def _ended(step: Step, language: Language) -> Cell:
    if step.reason is not None:
        return judged(step.reason, language)
    if step.status is Status.COMPLETED:
        return Cell(check.PORT_ANSWERS.into(language), Tone.GOOD)
    return Cell(check.NO_TEST.into(language), Tone.NONE)
