"""TXT ``mailconf=URL`` of the domain: it names the place of an autoconfig file. Only https is followed."""

from dataclasses import replace
from functools import partial

from probes.codes import Source, SourceNote, Trust
from probes.discovery.autoconfig import read_file
from probes.discovery.documents import Kind, look
from probes.discovery.domains import all_of_one_organisation
from probes.discovery.records import NO_RECORD, ask
from probes.discovery.together import together
from probes.discovery.values import Discovered, all_of
from probes.http import Request
from probes.results import Evidence
from probes.toolbox import Toolbox

TAG = "mailconf="
MAX_NAMED = 3


def discover(domain: str, tools: Toolbox) -> Discovered:
    """The files behind such records, few of them; without DNSSEC a foreign place needs consent."""
    reply = ask(tools.resolver.txt, domain, "TXT", tools)
    pairs = zip(reply.records, reply.evidence, strict=False)
    named = [(text[len(TAG) :].strip(), step) for text, step in pairs if text.lower().startswith(TAG)]
    notes = (SourceNote.MORE_THAN_READ,) if reply.cut or len(named) > MAX_NAMED else ()
    if not named:
        none = Evidence(tools.at, record=f"{domain}. TXT {TAG}", status=NO_RECORD, dnssec=reply.dnssec)
        evidence = reply.evidence if reply.reason else (none,)
        return Discovered(reason=reply.reason, failed=reply.reason is not None, notes=notes, evidence=evidence)
    read = all_of(together(partial(_read, url, step, domain, tools) for url, step in named[:MAX_NAMED]))
    return replace(read, notes=(*read.notes, *notes))


def _read(url: str, step: Evidence, domain: str, tools: Toolbox) -> Discovered:
    found = look(Request(url, Kind.XML.accept), Kind.XML, tools)
    own = all_of_one_organisation(found.visit.hosts, domain)
    read = read_file(found, domain, Source.TXT_MAILCONF, Trust.TRUSTED if own else Trust.NEEDS_CONSENT)
    return replace(read, evidence=(step, *read.evidence))
