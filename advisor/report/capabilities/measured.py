"""What a measurement adds to the abilities of a server: the list after signing in, and what was really used."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from probes.codes import READING, Protocol
from probes.host_names import host_name
from probes.measurement import ImapMeasurement, Measurement, Pop3Measurement
from probes.results import Service


def signed_in(service: Service, measurement: Measurement | None) -> Service:
    """The service with the tokens that the same host showed after signing in."""
    tokens = _tokens(service.protocol, measurement) if _is_of(service, measurement) else ()
    return replace(service, capabilities=replace(service.capabilities, after_login=tokens)) if tokens else service


def tried(service: Service, measurement: Measurement | None) -> Mapping[str, bool]:
    """Keys of abilities that the measurement used on this host, and whether the server answered with something."""
    if measurement is None or not _is_of(service, measurement):
        return {}
    if service.protocol is Protocol.IMAP and measurement.imap is not None:
        return dict.fromkeys(_used_by_imap(measurement.imap), True)
    if service.protocol is Protocol.POP3 and measurement.pop3 is not None:
        return _used_by_pop3(measurement.pop3)
    return {}


def _is_of(service: Service, measurement: Measurement | None) -> bool:
    return measurement is not None and measurement.host == host_name(service.host)


def _tokens(protocol: Protocol, measurement: Measurement | None) -> tuple[str, ...]:
    measured: ImapMeasurement | Pop3Measurement | None = None
    if measurement is not None and protocol in READING:
        measured = measurement.imap if protocol is Protocol.IMAP else measurement.pop3
    return measured.capabilities if measured is not None else ()


def _used_by_imap(measured: ImapMeasurement) -> Iterable[str]:
    """Only what was there proves something: an empty answer may just mean that nothing is set up."""
    spaces = (*measured.namespaces.other, *measured.namespaces.shared)
    if measured.quota is not None:
        yield "QUOTA"
    if spaces:
        yield "NAMESPACE"
    if any(space.rights for space in spaces):
        yield "ACL"
    if any(folder.special_use for folder in measured.folders):
        yield "SPECIAL-USE"


def _used_by_pop3(measured: Pop3Measurement) -> dict[str, bool]:
    """Numbers that two messages share are as good as none."""
    if measured.uidl is None:
        return {"UIDL": False}
    return {"UIDL": measured.uidl.unique}
