"""The servers that a file names, held against those that are meant."""

from collections.abc import Iterable, Sequence

from advisor.report.arrival.meant import Meant
from advisor.report.arrival.values import Difference, Differs
from advisor.settings.values import ServerSettings
from probes.codes import AUTOCONFIG_FILES, MAIL, READING, Protocol
from probes.host_names import NOT_OFFERED, host_name
from probes.results import Claim


def is_foreign(claim: Claim, meant: Meant) -> bool:
    """Whether a claim of a mail service names a server that the settings do not know."""
    return claim.protocol in MAIL and claim.host != NOT_OFFERED and host_name(claim.host) not in meant.hosts


def differences(claims: Sequence[Claim], meant: Meant) -> tuple[Difference, ...]:
    """In what the file is not as it is meant: programs take the first server of a kind."""
    return tuple(_differences(claims, meant))


def _differences(claims: Sequence[Claim], meant: Meant) -> Iterable[Difference]:
    first = next((claim.protocol for claim in claims if claim.protocol in READING), None)
    if first is not None and first is not meant.reading:
        yield Difference(Differs.OTHER_FIRST, found=first, meant=meant.reading)
    for protocol, server in meant.servers.items():
        claim = next((each for each in claims if each.protocol is protocol), None)
        if claim is None:
            yield Difference(Differs.NOT_NAMED, protocol, meant=server.endpoint)
        else:
            yield from of_server(protocol, server, claim, meant)
    for claim in claims:
        if is_foreign(claim, meant) and claim.protocol not in meant.servers:
            yield Difference(Differs.STILL_OFFERED, claim.protocol, host_name(claim.host))


def of_server(protocol: Protocol, server: ServerSettings, claim: Claim, meant: Meant) -> Iterable[Difference]:
    """In what one claim is not as it is meant; of another host nothing else is compared."""
    if host_name(claim.host) != server.host:
        yield Difference(Differs.HOST, protocol, host_name(claim.host), server.host)
        return
    if claim.port not in (None, server.port):
        yield Difference(Differs.PORT, protocol, str(claim.port), str(server.port))
    elif claim.security not in (None, server.security):
        yield Difference(Differs.SECURITY, protocol, str(claim.security), server.security)
    if meant.other_username(server, claim.username, claim.username_template):
        yield Difference(Differs.USERNAME, protocol, _username(claim), server.username_template or server.username)
    if protocol is Protocol.POP3 and claim.source in AUTOCONFIG_FILES:
        yield from period(claim, meant)


def _username(claim: Claim) -> str:
    return claim.username_template or str(claim.username)


def period(claim: Claim, meant: Meant) -> Iterable[Difference]:
    """Whether fetched mail stays as long as it is meant to."""
    if meant.leave is None:
        return
    stays, days = meant.leave
    wanted = "" if days is None else str(days)
    if claim.leave_on_server is None:
        yield Difference(Differs.DAYS_NOT_SAID, Protocol.POP3, meant=wanted)
    elif claim.leave_on_server is not stays:
        yield Difference(Differs.DELETES if stays else Differs.LEAVES, Protocol.POP3, meant=wanted)
    elif stays and claim.leave_days is None:
        yield Difference(Differs.DAYS_NOT_SAID, Protocol.POP3, meant=wanted)
    elif stays and claim.leave_days != days:
        yield Difference(Differs.OTHER_DAYS, Protocol.POP3, str(claim.leave_days), wanted)
