"""From the figures and codes of a finding to the words that its sentences take, and the servers it concerns."""

from collections.abc import Iterable
from datetime import date

from advisor.findings.values import Finding
from advisor.report.dates import day
from advisor.report.names import gateway_name, provider_name, vantage
from advisor.report.texts import check, letters
from advisor.report.texts.server import SHORT_NAMES, SOURCES
from advisor.text import Language
from probes.codes import Source

_EMPTY = "–"
_NAMES = {protocol.value: name for protocol, name in SHORT_NAMES.items()}
_DATES = ("until", "checked")
_SOURCES = ("source", "other_source")


def fields_of(finding: Finding, language: Language) -> dict[str, object]:
    """Every param in the reader's words."""
    return {key: _word(key, value, language) for key, value in finding.params}


def origins_of(finding: Finding, language: Language) -> tuple[tuple[str, str], ...]:
    """Where it stands: each source with the record or file that says so, as far as it was kept."""
    fields = {key: str(value) for key, value in fields_of(finding, language).items()}
    if "other_source" in fields:
        return (fields["source"], fields["host"]), (fields["other_source"], fields["other_host"])
    return ((fields["source"], _without_query(fields.get("record", ""))),) if "source" in fields else ()


def _without_query(record: str) -> str:
    """What we asked a website for is of no use to whoever looks for the file."""
    return record.partition("?")[0] if record.startswith(("http://", "https://")) else record


def _word(key: str, value: str | float, language: Language) -> object:
    if key == "days":
        return check.ONE_DAY.into(language) if value == 1 else check.DAYS.into(language, days=value)
    text = str(value)
    if key in _SOURCES:
        return SOURCES[Source(text)].into(language)
    if key in _DATES:
        return _date(text, language)
    if key == "what":
        return ", ".join(letters.PARTS[part].into(language) for part in text.split(","))
    names = {"gateway": gateway_name, "provider": provider_name}
    if key in names:
        return names[key](text)
    if key == "vantage":
        return vantage(text, language)
    return text


def _date(text: str, language: Language) -> str:
    return day(date.fromisoformat(text), language) if text != _EMPTY else text


def server_line(subjects: Iterable[str]) -> str:
    """The servers behind subjects such as ``imap:mail.example.com:993``, grouped by host; "" where none is meant."""
    ways: dict[str, list[str]] = {}
    for subject in subjects:
        protocol, host, port = (*subject.split(":"), "", "")[:3]
        name = _NAMES.get(protocol)
        if name is not None:
            ways.setdefault(host, []).append(f"{name} {port}".strip())
    return "; ".join(_host_line(host, tuple(dict.fromkeys(names))) for host, names in ways.items())


def _host_line(host: str, names: tuple[str, ...]) -> str:
    listed = ", ".join(names)
    return f"{host} ({listed})" if host else listed
