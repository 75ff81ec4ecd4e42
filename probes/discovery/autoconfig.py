"""The domain's own configuration file over https (draft-ietf-mailmaint-autoconfig): where it lies and what it is worth.

No address of a person is sent. Some publishers answer only for a mailbox, so ``autoconfig.DOMAIN`` is asked for
``postmaster``, which every mail domain must have (RFC 5321 section 4.5.1).
"""

import hashlib
from urllib.parse import quote

from probes.cleaning import clean
from probes.codes import Source, Trust
from probes.discovery.autoconfig_file import parse_autoconfig
from probes.discovery.domains import same_organisation
from probes.discovery.values import Discovered
from probes.errors import NameNotFoundError
from probes.http import fetch
from probes.results import Claim, Evidence
from probes.toolbox import Toolbox

NEUTRAL_LOCAL_PART = "postmaster"
MAX_URL = 500


def discover_autoconfig(domain: str, tools: Toolbox) -> Discovered:
    """``https://autoconfig.DOMAIN/mail/config-v1.1.xml``. Raises ``ProbeError``; no such host is an empty answer."""
    address = quote(f"{NEUTRAL_LOCAL_PART}@{domain}", safe="")
    url = f"https://autoconfig.{domain}/mail/config-v1.1.xml?emailaddress={address}"
    return _discover(domain, url, Source.AUTOCONFIG_HTTPS, tools)


def discover_well_known(domain: str, tools: Toolbox) -> Discovered:
    """``https://DOMAIN/.well-known/autoconfig/mail/config-v1.1.xml``, which is never told an address."""
    url = f"https://{domain}/.well-known/autoconfig/mail/config-v1.1.xml"
    return _discover(domain, url, Source.WELL_KNOWN_HTTPS, tools)


def _discover(domain: str, url: str, source: Source, tools: Toolbox) -> Discovered:
    try:
        answer = fetch(url, tools)
    except NameNotFoundError:
        return Discovered()
    if not answer.ok:
        return Discovered()
    servers = parse_autoconfig(answer.body, domain, NEUTRAL_LOCAL_PART)
    trusted = all(same_organisation(host, domain) for host in answer.hosts)
    evidence = Evidence(
        at=tools.at,
        url=clean(answer.url, MAX_URL),
        status=str(answer.status),
        sha256=hashlib.sha256(answer.body).hexdigest(),
    )
    return Discovered(
        claims=tuple(
            Claim(
                source=source,
                protocol=server.protocol,
                host=server.host,
                trust=Trust.VERIFIED if trusted else Trust.TRUSTED,
                evidence=evidence,
                port=server.port,
                security=server.security,
                username=server.username,
                username_template=server.username_template,
                authentication=server.authentication,
                tolerated=server.tolerated,
            )
            for server in servers
        )
    )
