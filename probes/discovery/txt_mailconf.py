"""TXT ``mailconf=URL`` of the domain: it names the place of an autoconfig file. Only https is followed."""

from dataclasses import replace

from probes.codes import Source, Trust
from probes.discovery.autoconfig import read_file
from probes.discovery.documents import Kind, look
from probes.discovery.domains import all_of_one_organisation
from probes.discovery.records import NO_RECORD, ask
from probes.discovery.values import Discovered
from probes.http import Request
from probes.results import Evidence
from probes.toolbox import Toolbox

TAG = "mailconf="


def discover(domain: str, tools: Toolbox) -> Discovered:
    """The file behind the first such record; without DNSSEC a foreign place needs consent."""
    reply = ask(tools.resolver.txt, domain, "TXT", tools)
    named = [pair for pair in zip(reply.records, reply.evidence, strict=False) if pair[0].lower().startswith(TAG)]
    if not named:
        none = Evidence(tools.at, record=f"{domain}. TXT {TAG}", status=NO_RECORD, dnssec=reply.dnssec)
        evidence = reply.evidence if reply.reason else (none,)
        return Discovered(reason=reply.reason, failed=reply.reason is not None, evidence=evidence)
    record, step = named[0]
    found = look(Request(record[len(TAG) :].strip(), Kind.XML.accept), Kind.XML, tools)
    own = all_of_one_organisation(found.visit.hosts, domain)
    read = read_file(found, domain, Source.TXT_MAILCONF, Trust.TRUSTED if own else Trust.NEEDS_CONSENT)
    return replace(read, evidence=(step, *read.evidence))
