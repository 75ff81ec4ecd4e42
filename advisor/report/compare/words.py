"""The parameters of a change as words: codes by their names, dates in the reader's format, nothing too long."""

from collections.abc import Callable
from datetime import date

from advisor.findings.outcome import SEVERITY_NAMES
from advisor.findings.table import TABLE, outcome
from advisor.findings.values import Severity
from advisor.report.compare.tools import SEPARATOR
from advisor.report.compare.values import Change, Value
from advisor.report.dates import day
from advisor.report.names import gateway_name, provider_name
from advisor.report.texts import changes_outcome as texts
from advisor.report.texts.server import AUTHENTICATIONS, SECOND_ADDRESS, SERVICES, SOURCES, TRUSTS
from advisor.text import Language
from probes.cleaning import clean
from probes.codes import Authentication, Offer, Protocol, Reason, Source, Trust

_SECOND_MARK = ":second_family"
_SUBJECT_PARTS = 3
_Words = Callable[[str, Language], str]


def words_of(change: Change, language: Language) -> dict[str, str]:
    """The fields of the change's text."""
    return {name: _word(name, value, language) for name, value in change.params}


def place_of(change: Change, language: Language) -> str:
    """The server that the change speaks of, or an empty string."""
    params = dict(change.params)
    place = clean(str(params.get("server") or params.get("host") or _of_finding(change)))
    second = change.subject.endswith(_SECOND_MARK)
    return f"{place} ({SECOND_ADDRESS.into(language)})" if second else place


def _of_finding(change: Change) -> str:
    """``mail.example.com:993`` of ``imap:mail.example.com:993``."""
    protocol, _, server = change.subject.partition(":")
    return server if protocol in set(Protocol) and change.subject.count(":") == _SUBJECT_PARTS - 1 else ""


def _word(name: str, value: Value, language: Language) -> str:
    words = _BY_NAME.get(name, _text)
    return words(str(value), language)


def _text(value: str, language: Language) -> str:
    return clean(value) or texts.NONE.into(language)


def _provider(value: str, language: Language) -> str:
    return clean(provider_name(value)) if value else texts.NO_PROVIDER.into(language)


def _gateway(value: str, _language: Language) -> str:
    return clean(gateway_name(value))


def _source(value: str, language: Language) -> str:
    return SOURCES[Source(value)].into(language)


def _trust(value: str, language: Language) -> str:
    return TRUSTS[Trust(value)].into(language)


def _protocol(value: str, language: Language) -> str:
    return SERVICES[Protocol(value)].into(language) if value else texts.NO_PROTOCOL.into(language)


def _reason(value: str, language: Language) -> str:
    return outcome(Reason(value)).name.into(language) if value else texts.ANSWERS.into(language)


def _offer(value: str, language: Language) -> str:
    return outcome(Offer(value)).name.into(language)


def _method(value: str, language: Language) -> str:
    return AUTHENTICATIONS[Authentication(value)].into(language)


def _day(value: str, language: Language) -> str:
    return day(date.fromisoformat(value), language)


def _finding(value: str, language: Language) -> str:
    return TABLE[value].name.into(language) if value in TABLE else clean(value)


def _severity(value: str, language: Language) -> str:
    return SEVERITY_NAMES[Severity(value)].into(language)


def _fields(value: str, language: Language) -> str:
    return SEPARATOR.join(texts.FIELDS[name].into(language) for name in value.split(SEPARATOR) if name in texts.FIELDS)


def _phase(value: str, language: Language) -> str:
    return texts.PHASES[value].into(language)


def _key(value: str, language: Language) -> str:
    return texts.KEYS[value].into(language)


_BY_NAME: dict[str, _Words] = {
    "old_provider": _provider,
    "new_provider": _provider,
    "provider": _provider,
    "gateway": _gateway,
    "source": _source,
    "old_source": _source,
    "new_source": _source,
    "old_trust": _trust,
    "new_trust": _trust,
    "protocol": _protocol,
    "old_protocol": _protocol,
    "new_protocol": _protocol,
    "reason": _reason,
    "old_reason": _reason,
    "new_reason": _reason,
    "old_offer": _offer,
    "new_offer": _offer,
    "method": _method,
    "old_expires": _day,
    "new_expires": _day,
    "finding": _finding,
    "finding_severity": _severity,
    "fields": _fields,
    "phase": _phase,
    "key": _key,
}
