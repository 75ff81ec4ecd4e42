"""The product's own lists of mail providers and filter gateways (``probes/data``), checked when they are read."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from probes.codes import Protocol, Security, UsernameForm
from probes.once import once
from probes.target import parse_host

DATA = Path(__file__).parent.parent / "data"
PROVIDERS_SCHEMA = "mailweiche.providers/1"
GATEWAYS_SCHEMA = "mailweiche.gateways/1"

_Facts = TypeVar("_Facts")


class CatalogueError(Exception):
    """A list is broken; the message names the entry."""


class OAuth2(StrEnum):
    """Whether a provider takes OAuth2: only that, besides a password, or nothing known."""

    REQUIRED = "required"
    OFFERED = "offered"
    NOT_LISTED = "not_listed"


class GatewayKind(StrEnum):
    """What stands in front of the mailboxes: a mail filter, or a service that sends mail on elsewhere."""

    FILTER = "filter"
    FORWARDER = "forwarder"


class NoteCode(StrEnum):
    """What is known about a provider beyond host names."""

    APP_PASSWORD_REQUIRED = "app_password_required"  # noqa: S105 - a code, not a password
    APP_PASSWORD_WITH_2FA = "app_password_with_2fa"  # noqa: S105 - a code, not a password
    BRIDGE_ONLY = "bridge_only"
    BUSINESS_VS_CONSUMER_MX = "business_vs_consumer_mx"
    IMAP_ADVISED = "imap_advised"
    IMAP_NOT_OFFERED = "imap_not_offered"
    IMPLICIT_TLS_ADVISED = "implicit_tls_advised"
    MIXING_DISCOURAGED = "mixing_discouraged"
    MUST_ENABLE_IMAP = "must_enable_imap"
    MUST_ENABLE_POP3 = "must_enable_pop3"
    OAUTH2_REQUIRED = "oauth2_required"
    POP3_COPY_BY_SETTING = "pop3_copy_by_setting"
    POP3_MIN_INTERVAL = "pop3_min_interval"
    POP3_NOT_OFFERED = "pop3_not_offered"


@dataclass(frozen=True, slots=True)
class ProviderServer:
    """One published server; port and security are None where no source names them."""

    protocol: Protocol
    host: str
    port: int | None
    security: Security | None


@dataclass(frozen=True, slots=True)
class ProviderFacts:
    """One provider. ``own_domain_hosts`` replace the host for customers' own domains."""

    id: str
    name: str
    checked: date
    domains: tuple[str, ...]
    mx_suffixes: tuple[str, ...]
    servers: tuple[ProviderServer, ...]
    own_domain_hosts: tuple[tuple[Protocol, str], ...]
    username: UsernameForm | None
    submission_username: UsernameForm | None
    oauth2: OAuth2
    note_codes: tuple[NoteCode, ...]
    pop3_min_interval_minutes: int | None


@dataclass(frozen=True, slots=True)
class Gateway:
    """One filter or forwarding service, known by the names of its mail exchangers."""

    id: str
    name: str
    kind: GatewayKind
    mx_suffixes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a mail exchanger's name tells: a gateway, a provider, or nothing."""

    gateway: Gateway | None = None
    provider: ProviderFacts | None = None


_NOBODY = Recognised()


@once
def providers() -> tuple[ProviderFacts, ...]:
    """All known providers. Raises ``CatalogueError``."""
    entries = _entries("providers.json", PROVIDERS_SCHEMA, "providers")
    return tuple(_checked(_provider, entry) for entry in entries)


@once
def gateways() -> tuple[Gateway, ...]:
    """All known gateways. Raises ``CatalogueError``."""
    entries = _entries("gateways.json", GATEWAYS_SCHEMA, "gateways")
    return tuple(_checked(_gateway, entry) for entry in entries)


def recognise(host: str) -> Recognised:
    """Who stands behind a mail exchanger: the longest known suffix at a label boundary wins."""
    labels = host.split(".")
    suffixes = (".".join(labels[number:]) for number in range(len(labels)))
    return next((found for suffix in suffixes if (found := _by_suffix().get(suffix))), _NOBODY)


def provider_of_domain(domain: str) -> ProviderFacts | None:
    """The provider whose own customers' addresses end in ``domain``."""
    return next((each for each in providers() if domain in each.domains), None)


def provider_of_host(host: str) -> ProviderFacts | None:
    """The provider that runs this server; where two name it, the one that serves companies' own domains."""
    return _by_host().get(host)


@once
def _by_suffix() -> dict[str, Recognised]:
    """A gateway's word counts more than that of a provider under the same suffix."""
    found = {suffix: Recognised(provider=each) for each in providers() for suffix in each.mx_suffixes}
    return found | {suffix: Recognised(gateway=each) for each in gateways() for suffix in each.mx_suffixes}


@once
def _by_host() -> dict[str, ProviderFacts]:
    by_size = sorted(providers(), key=lambda each: len(each.domains), reverse=True)
    return {server.host: each for each in by_size for server in each.servers}


def _entries(file: str, schema: str, key: str) -> list[dict[str, Any]]:
    document = json.loads((DATA / file).read_text(encoding="utf-8"))
    if document.get("schema") != schema:
        raise CatalogueError(f"{file}: schema {document.get('schema')!r}, not {schema!r}")
    entries: list[dict[str, Any]] = document[key]
    ids = [entry["id"] for entry in entries]
    if len(set(ids)) != len(ids):
        raise CatalogueError(f"{file}: an id stands there twice")
    return entries


def _checked(build: Callable[[dict[str, Any]], _Facts], entry: dict[str, Any]) -> _Facts:
    try:
        return build(entry)
    except (KeyError, TypeError, ValueError) as error:
        raise CatalogueError(f"{entry.get('id')}: {error!r}") from error


def _provider(entry: dict[str, Any]) -> ProviderFacts:
    own_domain: dict[str, str] = entry.get("own_domain_hosts", {})
    return ProviderFacts(
        id=entry["id"],
        name=entry["name"],
        checked=date.fromisoformat(entry["checked"]),
        domains=_names(entry["domains"]),
        mx_suffixes=_names(entry["mx_suffixes"]),
        servers=tuple(_server(kind, each) for kind in Protocol for each in entry.get(kind.value, ())),
        own_domain_hosts=tuple((Protocol(kind), parse_host(host)) for kind, host in own_domain.items()),
        username=_username(entry["username"]),
        submission_username=_username(entry["submission_username"]),
        oauth2=OAuth2(entry["oauth2"]),
        note_codes=tuple(NoteCode(code) for code in entry["note_codes"]),
        pop3_min_interval_minutes=entry["pop3_min_interval_minutes"],
    )


def _server(protocol: Protocol, entry: dict[str, Any]) -> ProviderServer:
    security = Security(entry["security"]) if entry["security"] else None
    return ProviderServer(protocol, parse_host(entry["host"]), entry["port"], security)


def _gateway(entry: dict[str, Any]) -> Gateway:
    kind = GatewayKind(entry["kind"])
    return Gateway(id=entry["id"], name=entry["name"], kind=kind, mx_suffixes=_names(entry["mx_suffixes"]))


def _names(names: list[str]) -> tuple[str, ...]:
    return tuple(parse_host(name) for name in names)


def _username(form: str | None) -> UsernameForm | None:
    return UsernameForm(form) if form else None
