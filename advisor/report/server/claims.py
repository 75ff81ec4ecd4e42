"""All signposts side by side, per service, and why one server is proposed."""

from dataclasses import dataclass
from itertools import combinations

from advisor.report.cells import Cell, Tone
from advisor.report.server.claim_rows import ClaimRow, claim_row
from advisor.report.texts import claims as words
from advisor.report.texts.server import SERVICES, SOURCES
from advisor.settings.claim_order import order_of
from advisor.settings.consent import needs_word
from advisor.settings.selection import Because, Selection, Standing, select, service_settings
from advisor.settings.values import ServerSettings
from advisor.text import Language, Text
from probes.codes import MAIL, Protocol, Source
from probes.host_names import host_name
from probes.results import Claim, ProbeReport


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """What is said about one service. ``why``: the reason for our proposal, or why there is none."""

    code: str
    name: str
    status: Cell
    why: str
    rows: tuple[ClaimRow, ...]

    @property
    def contradicts(self) -> bool:
        """Whether two signposts say different things."""
        return self.status.tone is Tone.WARN


@dataclass(frozen=True, slots=True)
class ClaimsView:
    """The whole table; ``summary`` says in words how it stands."""

    summary: Cell
    groups: tuple[ClaimGroup, ...]


def claims_view(report: ProbeReport, language: Language) -> ClaimsView:
    """The table; without groups where nobody names a server."""
    spoken_of = {claim.protocol for claim in report.claims}
    groups = tuple(_group(report, protocol, language) for protocol in Protocol if protocol in spoken_of)
    contradicts = any(group.contradicts for group in groups)
    tone = Tone.WARN if contradicts else Tone.NONE
    return ClaimsView(Cell(_title(report, contradicts).into(language), tone), groups)


def _title(report: ProbeReport, contradicts: bool) -> Text:
    speaking = {claim.source for claim in report.claims} - {Source.GUESS}
    if contradicts:
        return words.CONTRADICT
    if not speaking:
        return words.ONLY_GUESSED
    return words.ALL_AGREE if len(speaking) > 1 else words.ONE_SPEAKS


def _group(report: ProbeReport, protocol: Protocol, language: Language) -> ClaimGroup:
    selection = select(report, protocol)
    claims = sorted(
        (claim for claim in report.claims if claim.protocol is protocol),
        key=order_of,
    )
    return ClaimGroup(
        code=protocol.value,
        name=SERVICES[protocol].into(language),
        status=_status(claims, selection.settings, language),
        why=_why(report, selection, language, guessed=_only_guessed(claims)),
        rows=tuple(claim_row(report, claim, selection.settings, language) for claim in claims),
    )


def _status(claims: list[Claim], ours: ServerSettings | None, language: Language) -> Cell:
    if _contradict(claims, ours):
        return Cell(words.GROUP_CONTRADICTS.into(language), Tone.WARN)
    if _only_guessed(claims):
        return Cell(words.GROUP_GUESSED.into(language), Tone.NONE)
    if len({claim.source for claim in claims}) > 1:
        return Cell(words.GROUP_AGREES.into(language), Tone.GOOD)
    return Cell(words.GROUP_ONE.into(language), Tone.NONE)


def _only_guessed(claims: list[Claim]) -> bool:
    return all(claim.source is Source.GUESS for claim in claims)


def _contradict(claims: list[Claim], ours: ServerSettings | None) -> bool:
    """Two sources that have no server in common, or another user name for the server that we propose."""
    hosts: dict[Source, set[str]] = {}
    for claim in claims:
        if claim.source is not Source.GUESS:
            hosts.setdefault(claim.source, set()).add(host_name(claim.host))
    apart = any(one.isdisjoint(other) for one, other in combinations(hosts.values(), 2))
    if apart or ours is None:
        return apart
    same = (claim for claim in claims if host_name(claim.host) == ours.host)
    return any(ours.contradicts_username(claim.username, claim.username_template) for claim in same)


def _why(report: ProbeReport, selection: Selection, language: Language, *, guessed: bool) -> str:
    ours, because, other = selection.settings, selection.because, selection.runner_up
    if ours is None or because is None:
        if guessed and selection.standing is Standing.NOTHING_SAFE:
            return words.NO_GUESS_SAFE.into(language)
        return words.NO_PROPOSAL[selection.standing].into(language)
    by_port = because is Because.SECURITY
    sentence = words.WHY[because].into(
        language,
        host=ours.endpoint if by_port else ours.host,
        source=SOURCES[ours.source].into(language),
        other=(f"{other.host}:{other.port}" if by_port else other.host) if other else "",
        other_source=SOURCES[other.source].into(language) if other else "",
    )
    if selection.protocol not in MAIL or not needs_word(ours, service_settings(report)):
        return sentence
    return f"{sentence} {words.ASKED_FIRST.into(language)}"
