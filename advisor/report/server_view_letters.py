"""Letters to the provider: about a finding, and about services that were not found. No secret ever stands in them."""

from advisor.findings.outcome import Outcome
from advisor.findings.table import outcome
from advisor.findings.values import Finding
from advisor.report.result_view_server import moment
from advisor.report.server_view_findings_fields import fields_of, server_line, vantage
from advisor.report.server_view_findings_values import LetterView
from advisor.report.server_view_parts import offer_of
from advisor.report.texts import letters
from advisor.text import Language
from probes.codes import Offer, Protocol
from probes.results import ProbeReport

_ASKED_FOR = (Protocol.IMAP, Protocol.POP3, Protocol.SUBMISSION)
_OPEN = (Offer.NOT_FOUND, Offer.UNREACHABLE)


def letter(
    report: ProbeReport, group: tuple[Finding, ...], row: Outcome, language: Language, sender: str
) -> LetterView:
    """The letter about findings that say the same of one or more servers."""
    first = group[0]
    name = row.name.into(language)
    servers = server_line(each.subject for each in group) or report.domain
    key = f"letter-{first.code}-{first.subject}".replace(":", "-").replace(".", "-").replace("_", "-")
    text = _text(report, row, language, sender, servers, fields_of(first, language))
    return LetterView(key, letters.ABOUT.into(language, name=name), text)


def questions(report: ProbeReport, language: Language, sender: str) -> tuple[LetterView, ...]:
    """One question for all services with the same open verdict."""
    found = []
    for offer in _OPEN:
        services = [protocol for protocol in _ASKED_FOR if offer_of(report, protocol) is offer]
        if services:
            names = ", ".join(letters.SHORT_NAMES[protocol] for protocol in services)
            text = _text(report, outcome(offer), language, sender, names, {})
            title = letters.ASK_FOR.into(language, services=names)
            found.append(LetterView(f"letter-{offer.value.replace('_', '-')}", title, text))
    return tuple(found)


def _text(
    report: ProbeReport, row: Outcome, language: Language, sender: str, servers: str, fields: dict[str, object]
) -> str:
    if row.letter is None:
        raise ValueError(row.name.en)
    return letters.LETTER.into(
        language,
        domain=report.domain,
        name=row.name.into(language),
        moment=moment(report, language),
        vantage=vantage(report.vantage, language),
        servers=servers,
        saw=row.letter.saw.into(language, **fields),
        ask=row.letter.ask.into(language, **fields),
        sender=sender,
    )
