"""The domain's own configuration file (draft-ietf-mailmaint-autoconfig): where it lies and what it is worth.

No address of a person is sent. Some publishers answer only for a mailbox, so ``autoconfig.DOMAIN`` is asked for
``postmaster``.
"""

from urllib.parse import quote

from probes.codes import Reason, Source, SourceNote, Trust
from probes.discovery.autoconfig_file import parse_autoconfig
from probes.discovery.documents import NEUTRAL_LOCAL_PART, Found, Kind, discovered, look
from probes.discovery.domains import all_of_one_organisation
from probes.discovery.values import Discovered
from probes.errors import ProtocolError
from probes.http import Request, Visit
from probes.toolbox import Toolbox

WELL_KNOWN = "/.well-known/autoconfig/mail/config-v1.1.xml"


def discover_autoconfig(domain: str, tools: Toolbox) -> Discovered:
    """``https://autoconfig.DOMAIN/mail/config-v1.1.xml``; no such host is an empty answer."""
    return _discover(domain, autoconfig_url("https", domain, domain), Source.AUTOCONFIG_HTTPS, tools)


def discover_autoconfig_http(domain: str, tools: Toolbox) -> Discovered:
    """The same over http: anybody on the way may have written it."""
    return _discover(domain, autoconfig_url("http", domain, domain), Source.AUTOCONFIG_HTTP, tools)


def discover_well_known(domain: str, tools: Toolbox) -> Discovered:
    """``https://DOMAIN/.well-known/autoconfig/mail/config-v1.1.xml``, which is never told an address."""
    return _discover(domain, f"https://{domain}{WELL_KNOWN}", Source.WELL_KNOWN_HTTPS, tools)


def discover_well_known_http(domain: str, tools: Toolbox) -> Discovered:
    """The same over http."""
    return _discover(domain, f"http://{domain}{WELL_KNOWN}", Source.WELL_KNOWN_HTTP, tools)


def autoconfig_url(scheme: str, publisher: str, domain: str) -> str:
    """Where ``publisher`` keeps the file, asked for the neutral address of ``domain``."""
    address = quote(f"{NEUTRAL_LOCAL_PART}@{domain}", safe="")
    return f"{scheme}://autoconfig.{publisher}/mail/config-v1.1.xml?emailaddress={address}"


def file_request(url: str) -> Request:
    """The file at ``url``; a redirect to http is followed too, and makes it untrustworthy."""
    return Request(url, Kind.XML.accept, plain=True)


def read_file(found: Found, domain: str, source: Source, trust: Trust, listed: str | None = None) -> Discovered:
    """The file that was found, if any, as claims of ``source``; ``listed`` as in ``parse_autoconfig``."""
    if found.document is None:
        return discovered((found,))
    try:
        file = parse_autoconfig(found.document, domain, NEUTRAL_LOCAL_PART, listed)
    except ProtocolError:
        return discovered((found,), notes=(SourceNote.NOT_READABLE,), reason=Reason.PROTOCOL_ERROR)
    claims = tuple(server.claim(source, trust, found.evidence[-1]) for server in file.servers)
    return discovered((found,), claims, file.notes)


def _discover(domain: str, url: str, source: Source, tools: Toolbox) -> Discovered:
    found = look(file_request(url), Kind.XML, tools)
    return read_file(found, domain, source, _trust(found.visit, domain))


def _trust(visit: Visit, domain: str) -> Trust:
    if not visit.secure:
        return Trust.NEEDS_CONSENT
    return Trust.VERIFIED if all_of_one_organisation(visit.hosts, domain) else Trust.TRUSTED
