"""A zone snippet as dnspython reads it, put into a zone that holds the names of the company's own hosts."""

import re

import dns.rdatatype
import dns.zone

FRAME = """\
@ 3600 IN SOA ns.{domain}. hostmaster.{domain}. 1 3600 600 86400 3600
@ 3600 IN NS ns.{domain}.
ns.{domain}. 3600 IN A 192.0.2.1
webserver.{domain}. 3600 IN A 192.0.2.2
"""


def whole_zone(snippet: bytes, domain: str) -> str:
    """The snippet in a zone; hosts below ``domain`` that it names get an address."""
    text = snippet.decode("utf-8")
    names = set(re.findall(rf"SRV \d+ \d+ \d+ (\S+\.{re.escape(domain)}\.)", text)) - {f"webserver.{domain}."}
    hosts = "".join(f"{name} 3600 IN A 192.0.2.3\n" for name in sorted(names))
    return FRAME.format(domain=domain) + hosts + text


def switched_on(snippet: bytes) -> bytes:
    """The snippet as whoever uncomments its records leaves it: a ; before a record goes, a ; before words stays."""
    return re.sub(rb"(?m)^;(?! )", b"", snippet)


def read(snippet: bytes, domain: str) -> dict[str, str]:
    """The records by "name TYPE", without those of the frame; everything must lie in the domain."""
    for line in snippet.decode("utf-8").split("\n"):
        assert line.isprintable()
        assert not line or line.startswith(";") or re.fullmatch(r"[a-z0-9._-]+\. 3600 IN (SRV|CNAME|TXT) .+", line), (
            line
        )
    zone = dns.zone.from_text(whole_zone(snippet, domain), origin=domain, relativize=False)
    found = {}
    for name, _, data in zone.iterate_rdatas():
        kind = dns.rdatatype.to_text(data.rdtype)
        if kind in {"SRV", "CNAME", "TXT"}:
            key = f"{name.relativize(zone.origin)} {kind}"
            assert key not in found
            found[key] = data.to_text()
    return found
