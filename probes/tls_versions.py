"""Which TLS versions a server takes, in at most three further connections to its port."""

from functools import cache

from probes.attempts import DIALOGUES, session_at
from probes.codes import Reason, Security, TlsVersion
from probes.errors import ConnectionClosedError, ProbeError, StarttlsBrokenError, TlsError
from probes.hosts import Host
from probes.plan import Endpoint
from probes.results import Tls, VersionCheck
from probes.services.session import Seen
from probes.tls_hello import HelloContext
from probes.toolbox import Toolbox

OLD = (TlsVersion.TLS_1_0, TlsVersion.TLS_1_1)
_MODERN = (TlsVersion.TLS_1_2, TlsVersion.TLS_1_3)
_Found = dict[TlsVersion, VersionCheck]


def check_versions(endpoint: Endpoint, host: Host, session: Tls | None, tools: Toolbox) -> tuple[VersionCheck, ...]:
    """The verdict on each version, oldest first. ``session``: what the first pass negotiated; None: only old versions.

    A server chooses the highest version that both sides know (RFC 8446 section 4.1.3), so a session of the first pass
    tells of the versions above it, too. After an error that is no answer nothing more is tried.
    """
    found = _from_first_pass(session)
    if TlsVersion.TLS_1_2 not in found:
        found |= _ask(endpoint, host, (TlsVersion.TLS_1_2, TlsVersion.TLS_1_2), tools)
    if all(check.accepted is not None for check in found.values()):
        found |= _ask(endpoint, host, OLD, tools)
        if TlsVersion.TLS_1_0 not in found:
            found |= _ask(endpoint, host, (TlsVersion.TLS_1_0, TlsVersion.TLS_1_0), tools)
    stopped_by = next((check.reason for check in found.values() if check.accepted is None), None)
    return tuple(found.get(version, VersionCheck(version, None, stopped_by)) for version in TlsVersion)


def _from_first_pass(session: Tls | None) -> _Found:
    highest = TlsVersion(session.version) if session else None
    found = {version: VersionCheck(version, version is highest) for version in _MODERN}
    if highest is TlsVersion.TLS_1_3:
        del found[TlsVersion.TLS_1_2]
    return found


def _ask(endpoint: Endpoint, host: Host, span: tuple[TlsVersion, TlsVersion], tools: Toolbox) -> _Found:
    """One connection that offers the versions of ``span``; what it leaves open is not in the answer."""
    asked = [version for version in TlsVersion if span[0] <= version <= span[1]]  # their names sort by age
    seen = Seen()
    try:
        with session_at(endpoint, host, tools.with_tls(_offering(span)), seen) as session:
            DIALOGUES[endpoint.protocol].handshake(session)
    except TlsError:
        return {version: VersionCheck(version, accepted=False) for version in asked}
    except ProbeError as error:
        if _hung_up_on_hello(endpoint, error):
            return {version: VersionCheck(version, accepted=False, reason=Reason.CLOSED) for version in asked}
        return {version: VersionCheck(version, None, error.reason) for version in asked}
    chosen = TlsVersion(seen.tls.version) if seen.tls else asked[-1]
    above = {version: VersionCheck(version, accepted=False) for version in asked if version > chosen}
    return {**above, chosen: VersionCheck(chosen, accepted=True)}


@cache
def _offering(span: tuple[TlsVersion, TlsVersion]) -> HelloContext:
    """Made once: there are few spans, and making one takes longer than asking."""
    return HelloContext(*span)


def _hung_up_on_hello(endpoint: Endpoint, error: ProbeError) -> bool:
    """Whether the server ended the connection in order when it saw our offer: Dovecot says no in this way.

    A connection that is torn down may as well be the work of something in between, and proves nothing.
    """
    cause = error.__cause__ if isinstance(error, StarttlsBrokenError) else error
    at_hello = endpoint.security is Security.TLS or isinstance(error, StarttlsBrokenError)
    return at_hello and isinstance(cause, ConnectionClosedError)
