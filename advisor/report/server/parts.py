"""Small pieces that the pages about a server share: tones, names from the product's lists, dates."""

from datetime import date, datetime
from typing import Final

from babel.dates import format_date, get_timezone

from advisor.findings.outcome import Outcome
from advisor.findings.values import Severity
from advisor.report.result.values import LOCALES, Tone
from advisor.report.texts.consent import FROM_CERTIFICATE
from advisor.report.texts.server import SOURCES
from advisor.text import Language
from probes.codes import Offer, Protocol, Source
from probes.discovery.catalogue import Gateway, gateways, providers
from probes.results import Claim, ProbeReport

TONES: Final = {
    Severity.PASSED: Tone.GOOD,
    Severity.INFO: Tone.NONE,
    Severity.WARNING: Tone.WARN,
    Severity.FAILED: Tone.BAD,
    Severity.NOT_TESTED: Tone.NONE,
}
_ZONE = get_timezone("Europe/Zurich")
_OF_CERTIFICATE = "certificate of "  # how a run records that a server's certificate named another host


def gateway(code: str) -> Gateway | None:
    """The filter or forwarding service of this id, or None where the report knows one that this release does not."""
    return next((each for each in gateways() if each.id == code), None)


def gateway_name(code: str) -> str:
    """Its name, or the id where there is none."""
    found = gateway(code)
    return _short(found.name) if found else code


def offer_of(report: ProbeReport, protocol: Protocol) -> Offer:
    """The verdict on one protocol."""
    offers: dict[Protocol, Offer] = {
        Protocol.IMAP: report.offers.imap,
        Protocol.POP3: report.offers.pop3,
        Protocol.SUBMISSION: report.offers.submission,
        Protocol.MANAGESIEVE: report.offers.managesieve,
    }
    return offers[protocol]


def said(row: Outcome, language: Language, **fields: object) -> str:
    """What is so and what to do, as one paragraph."""
    return f"{row.meaning.into(language, **fields)} {row.action.into(language, **fields)}"


def provider_name(code: str) -> str:
    """The name of a mail provider, or the id where there is none."""
    return next((_short(each.name) for each in providers() if each.id == code), code)


def _short(name: str) -> str:
    """A name without the explanation in brackets that the lists carry."""
    return name.partition(" (")[0]


def day(when: date | datetime, language: Language) -> str:
    """A date in the reader's format; of a moment, the day on which it fell in Switzerland."""
    shown = when.astimezone(_ZONE).date() if isinstance(when, datetime) else when
    return format_date(shown, "d. MMMM y" if language is Language.DE else "d MMMM y", locale=LOCALES[language])


def source_phrase(claim: Claim, language: Language) -> str:
    """Where a claim came from, in plain words."""
    record = claim.evidence.record or ""
    if claim.source is Source.GUESS and record.startswith(_OF_CERTIFICATE):
        return FROM_CERTIFICATE.into(language, server=record.removeprefix(_OF_CERTIFICATE))
    return SOURCES[claim.source].into(language)
