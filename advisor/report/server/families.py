"""Whether a server answers over both versions of IP addresses, in words; "not tested" is never "no"."""

from advisor.report.cells import Cell, Tone, judged
from advisor.report.texts import check
from advisor.text import Language
from probes.codes import Status
from probes.host_names import host_name
from probes.results import ProbeReport, Service

_VERSIONS = ("IPv4", "IPv6")


def families(report: ProbeReport, best: Service, language: Language) -> Cell:
    """Each IP version at the port of ``best``. Whether it is a fault is for the findings to say."""
    said = (f"{version}: {_of(report, best, version, language)}" for version in _VERSIONS)
    return Cell("; ".join(said), Tone.NONE)


def _of(report: ProbeReport, best: Service, version: str, language: Language) -> str:
    wanted = (best.protocol, best.host, best.port)
    same = (each for each in (best, *report.services) if (each.protocol, each.host, each.port) == wanted)
    tried = next((each for each in same if each.address and _version(each.address) == version), None)
    if tried is None and _has_none(report, best.host, version):
        return check.NO_ADDRESS.into(language)
    if tried is None or tried.status is Status.NOT_RUN:
        return check.NO_TEST.into(language)
    answered = tried.greeting is not None or tried.tls is not None  # what was wrong then is no matter of the address
    if tried.status is Status.FAILED and tried.reason is not None and not answered:
        return judged(tried.reason, language).text
    return check.ANSWERS.into(language)


def _version(address: str) -> str:
    return _VERSIONS[":" in address]


def _has_none(report: ProbeReport, host: str, version: str) -> bool:
    """Whether the DNS was asked for the addresses of this host and knows only those of the other version."""
    known = next((each.addresses for each in report.hosts if host_name(each.host) == host_name(host)), ())
    return bool(known) and all(_version(address) != version for address in known)
