"""What the services of a mail server can do, in plain words: what counts first, and why it counts."""

from collections.abc import Sequence

from advisor.report.capabilities.figures import Figure, figure
from advisor.report.capabilities.measured import signed_in, tried
from advisor.report.capabilities.product import product_of
from advisor.report.capabilities.states import Ability, Difference, Phase, State, abilities, differences, unknown
from advisor.report.capabilities.table import MEANINGS
from advisor.report.capabilities.values import AbilityRow, CapabilityView
from advisor.report.cells import Cell, Tone
from advisor.report.texts.capabilities import words
from advisor.report.texts.capabilities.values import Meaning, Weight
from advisor.report.texts.products import QUIRKS
from advisor.report.texts.server import SERVICES
from advisor.settings.selection import select
from advisor.text import Language, Text
from probes.cleaning import clean
from probes.codes import Protocol, Status
from probes.measurement import Measurement
from probes.results import ProbeReport, Service

_WEIGHTS = tuple(Weight)  # the heaviest first
_GROUPED = frozenset({"AUTH=", "AUTH", "SASL", "SIEVE", "IMPLEMENTATION", "THREAD=", "RIGHTS=", "I18NLEVEL="})
_TOKEN_LENGTH = 60
_UNKNOWN_SHOWN = 40
_DIFFERENT_SHOWN = 12

_STATES: dict[State, tuple[Text, Tone]] = {
    State.ADVERTISED: (words.ADVERTISED, Tone.GOOD),
    State.WORKS: (words.WORKS, Tone.GOOD),
    State.FAILS: (words.FAILS, Tone.BAD),
    State.NOT_VISIBLE: (words.NOT_VISIBLE, Tone.NONE),
    State.MISSING: (words.NOT_LISTED, Tone.WARN),
}


def capability_views(
    report: ProbeReport, language: Language, measurement: Measurement | None = None
) -> tuple[CapabilityView, ...]:
    """One view for each protocol on which a server said something."""
    views = []
    for protocol in Protocol:
        services = [each for each in report.services if each.protocol is protocol]
        chosen = select(report, protocol).settings
        basis = basis_of(services, chosen.endpoint if chosen else None)
        if basis is not None:
            views.append(capability_view(basis, services, language, measurement))
    return tuple(views)


def capability_view(
    basis: Service, services: Sequence[Service], language: Language, measurement: Measurement | None = None
) -> CapabilityView:
    """The abilities of one protocol. ``basis``: the way in that counts; ``services``: all that were tried for it."""
    shown = signed_in(basis, measurement)
    table = MEANINGS[basis.protocol]
    found = abilities(shown, services, tried(shown, measurement))
    weighed = sorted(found, key=lambda row: _WEIGHTS.index(table[row.key].weight))
    rows = tuple((table[row.key].weight, _row(row, table[row.key], language)) for row in weighed)
    return CapabilityView(
        code=basis.protocol.value,
        name=SERVICES[basis.protocol].into(language),
        server=basis.endpoint,
        important=tuple(row for weight, row in rows if _stands_out(weight, row)),
        further=tuple(row for weight, row in rows if not _stands_out(weight, row)),
        unknown=_unknown(shown),
        notes=(*_quirks(basis, services, language), *_differing(basis, services, language)),
    )


def _stands_out(weight: Weight, row: AbilityRow) -> bool:
    """What decides something, and what is wrong with what counts; the rest is for those who want to know."""
    return weight is Weight.HIGH or (weight is Weight.MEDIUM and row.state.tone in (Tone.WARN, Tone.BAD))


def basis_of(services: Sequence[Service], proposed: str | None = None) -> Service | None:
    """The attempt whose list counts: the one at ``proposed`` ("host:port") first, then what was read encrypted."""
    read = [each for each in services if _was_read(each)]
    return min(read, key=lambda each: _rank(each, proposed), default=None)


def _was_read(service: Service) -> bool:
    shown = service.capabilities
    return service.status is Status.COMPLETED or bool(shown.after_tls or shown.before_tls)


def _rank(service: Service, proposed: str | None) -> tuple[bool, bool, bool, bool]:
    return (
        service.endpoint != proposed,
        service.second_family,
        not service.capabilities.after_tls,
        service.reason is not None,
    )


def _row(row: Ability, meaning: Meaning, language: Language) -> AbilityRow:
    read = figure(row, language)
    return AbilityRow(
        ability=meaning.ability.into(language),
        token=_token(row),
        figure=clean(read.text, 400),
        state=_state(row, meaning, read, language),
        why="" if meaning.limits and read.tone is Tone.GOOD else _why(row, meaning, language),
    )


def _token(row: Ability) -> str:
    if row.key in _GROUPED or not row.tokens:
        return row.key.rstrip("=")
    return ", ".join(clean(token, _TOKEN_LENGTH) for token in row.tokens[:_DIFFERENT_SHOWN])


def _state(row: Ability, meaning: Meaning, read: Figure, language: Language) -> Cell:
    text, tone = _STATES[row.state]
    if row.state is State.ADVERTISED:
        text, tone = _advertised(row, meaning)
    elif row.state is State.MISSING:
        text = words.NOT_THERE if row.phase is Phase.AFTER_LOGIN else text
        tone = tone if meaning.weight is Weight.HIGH and not meaning.limits else Tone.NONE
    return Cell(text.into(language), read.tone or tone)


def _advertised(row: Ability, meaning: Meaning) -> tuple[Text, Tone]:
    if row.phase is Phase.BEFORE_TLS:
        return (words.ADVERTISED, Tone.GOOD) if meaning.before else (words.ONLY_BEFORE_TLS, Tone.NONE)
    text = words.ADVERTISED_AFTER_LOGIN if row.phase is Phase.AFTER_LOGIN else words.ADVERTISED
    return text, Tone.WARN if meaning.limits else Tone.GOOD


def _why(row: Ability, meaning: Meaning, language: Language) -> str:
    if row.phase is Phase.BEFORE_TLS and row.state is State.ADVERTISED and meaning.before is not None:
        return meaning.before.into(language)
    absent = row.state in (State.MISSING, State.FAILS)
    sentence = meaning.absence if absent and meaning.absence is not None else meaning.matters
    return sentence.into(language) if sentence is not None else ""


def _unknown(service: Service) -> tuple[str, ...]:
    tokens = unknown(service)
    shown = tuple(clean(token, _TOKEN_LENGTH) for token in tokens[:_UNKNOWN_SHOWN])
    return (*shown, "…") if len(tokens) > _UNKNOWN_SHOWN else shown


def _quirks(basis: Service, services: Sequence[Service], language: Language) -> tuple[str, ...]:
    product = product_of(basis, services)
    known = QUIRKS.get((product.code, basis.protocol)) if product is not None else None
    return (known.into(language),) if known is not None else ()


def _differing(basis: Service, services: Sequence[Service], language: Language) -> tuple[str, ...]:
    found = differences(basis, services)
    return tuple(sentence for each in found for sentence in _sentences(each, basis, language))


def _sentences(each: Difference, basis: Service, language: Language) -> list[str]:
    server = each.service.endpoint
    if server == basis.endpoint and each.service.address:
        server = f"{server} ({each.service.address})"
    pairs = ((words.DIFFERS_MISSING, each.missing), (words.DIFFERS_EXTRA, each.extra))
    return [text.into(language, server=server, tokens=_listed(tokens)) for text, tokens in pairs if tokens]


def _listed(tokens: tuple[str, ...]) -> str:
    shown = ", ".join(clean(token, _TOKEN_LENGTH) for token in tokens[:_DIFFERENT_SHOWN])
    return f"{shown} …" if len(tokens) > _DIFFERENT_SHOWN else shown
