"""What things are called on every page: providers and filters, where a claim came from, where a check was made."""

import re

from advisor.findings.outcome import Outcome
from advisor.report.texts.consent import FROM_CERTIFICATE
from advisor.report.texts.server import HERE, SOURCES
from advisor.text import Language
from probes.codes import Source
from probes.discovery.catalogue import gateways, providers
from probes.results import CERTIFICATE_OF, Claim

_MACHINE = re.compile(r"[a-z0-9_-]+")


def gateway_name(code: str) -> str:
    """The name of a filter or forwarding service, or the id where this release does not know it."""
    return next((_short(each.name) for each in gateways() if each.id == code), code)


def vantage(name: str, language: Language) -> str:
    """From where a check was made. The bare name of a machine, which older releases put there, says nothing."""
    return HERE.into(language) if not name or _MACHINE.fullmatch(name) else name


def said(row: Outcome, language: Language, **fields: object) -> str:
    """What is so and what to do, as one paragraph."""
    return f"{row.meaning.into(language, **fields)} {row.action.into(language, **fields)}"


def provider_name(code: str) -> str:
    """The name of a mail provider, or the id where there is none."""
    return next((_short(each.name) for each in providers() if each.id == code), code)


def _short(name: str) -> str:
    """A name without the explanation in brackets that the lists carry."""
    return name.partition(" (")[0]


def source_phrase(claim: Claim, language: Language) -> str:
    """Where a claim came from, in plain words."""
    record = claim.evidence.record or ""
    if claim.source is Source.GUESS and record.startswith(CERTIFICATE_OF):
        return FROM_CERTIFICATE.into(language, server=record.removeprefix(CERTIFICATE_OF).partition(":")[0])
    return SOURCES[claim.source].into(language)
