"""What we export, published for real on the lab's DNS and web servers, and how it arrives."""

import re
import sys
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from advisor.profiles.export import export
from advisor.profiles.formats import pacc
from advisor.profiles.targets import Target
from advisor.report.arrival.compare import arrival
from advisor.report.arrival.values import Item, Status
from advisor.report.server_report import complete
from advisor.settings.codes import Alternative
from advisor.settings.values import CompanySettings, Person, ServerSettings
from probes.codes import Authentication, Security, Source, Trust, UsernameForm
from probes.runner import run
from probes.target import parse_target
from tests.integration.probes.discovery.conftest import NAMES, answer

SCRIPT = Path(sys.executable).with_name("mailweiche")
DOMAIN, WEB = "firma.example", "webserver.firma.example"
FILE = "/mail/config-v1.1.xml"
AUTODISCOVER = "/autodiscover/autodiscover.xml"
XML, JSON = b"Content-Type: text/xml", b"Content-Type: application/json"
NEW, OLD = "mail.firma.example", "alt.frueher.example"
WAYS = {
    "imap": (Alternative.IMAP, None),
    "imap_archive": (Alternative.IMAP_ARCHIVE, None),
    "pop3_keep_days": (Alternative.POP3_KEEP, 21),
    "pop3_keep_forever": (Alternative.POP3_KEEP, None),
    "pop3_delete": (Alternative.POP3_DELETE, None),
}
DELETING = ("pop3_keep_days", "pop3_delete")
FOR_PROGRAMS = {
    Item.AUTOCONFIG, Item.PACC_FILE, Item.PACC_DIGEST, Item.AUTODISCOVER, Item.AUTODISCOVER_SRV,
}  # fmt: skip
QUIET = {Item.WELL_KNOWN, Item.AUTOCONFIG_HTTP, Item.WELL_KNOWN_HTTP}
"""Places that our files do not tell to use: what is not there is not needed."""


def server(port, security=Security.TLS, host=NEW):
    return ServerSettings(
        host=host,
        port=port,
        security=security,
        username=UsernameForm.ADDRESS,
        username_template=None,
        authentication=(Authentication.PASSWORD_CLEARTEXT,),
        proven=True,
        checked_at=datetime(2026, 11, 23, tzinfo=UTC),
        source=Source.SRV,
        trust=Trust.TRUSTED,
    )


def company(way="imap", **changes):
    alternative, days = WAYS[way]
    settings = CompanySettings("Muster AG", DOMAIN, alternative, days, server(993), server(995), server(465))
    return replace(settings, **changes)


def moved_from(settings):
    """The settings of before the change, on the old server."""
    old = {name: replace(getattr(settings, name), host=OLD) for name in ("imap", "pop3", "submission")}
    return replace(settings, **old)


@dataclass
class Published:
    """What lies in the zone, and on the web server by path: the body and the line of its content type."""

    settings: CompanySettings
    zone: list
    files: dict

    def replace_record(self, label, kind, value):
        """Another value for one record; None takes it away."""
        name = label if label.endswith(DOMAIN) else f"{label}.{DOMAIN}"
        kept = [record for record in self.zone if record[:2] != (name, kind)]
        assert len(kept) == len(self.zone) - 1, f"{name} {kind} is in the exported zone"
        self.zone = [*kept, *([(name, kind, value)] if value else [])]


def exported(settings):
    """Our own files, as whoever publishes them does: switched on, with the name of the web server."""
    person = Person(f"postmaster@{DOMAIN}", "Post")
    chosen = {Target.DNS, Target.THUNDERBIRD, Target.OUTLOOK_POX}
    made = {file.path: file.data for file in export(settings, [person], only=chosen)}
    records = re.findall(r"(?m)^;?(\S+)\. 3600 IN (SRV|CNAME|TXT) (.+)$", made[f"company/dns/{DOMAIN}.zone"].decode())
    files = {FILE: (made[f"company/thunderbird/{DOMAIN}.xml"], XML)}
    for pox in (data for path, data in made.items() if path.endswith("outlook/autodiscover.xml")):
        files[AUTODISCOVER] = (pox, XML)
    if (file := made.get("company/dns/user-agent-configuration.json")) is not None:
        files[pacc.PATH] = (file, JSON)
    return Published(settings, records, files)


@pytest.fixture
def publish(web, test_ca):
    """Puts everything into the zone and onto the web server."""
    tls = test_ca.certificate(*NAMES, WEB).server_context()

    def publish(published, **options):
        for name, kind, value in published.zone:
            web.lab.dns.add(name, kind, value)
        codes = options.get("status", {})
        paths = {path: answer(body, codes.get(path, b"200 OK"), kind) for path, (body, kind) in published.files.items()}
        web.serve(WEB, paths, options.get("http"), context=options.get("context") or tls)

    return publish


@pytest.fixture
def checked(web, publish):
    """Publishes, runs the real probe and compares; the mail servers themselves are not there."""

    def check(published, compared=None, **options):
        publish(published, **options)
        report = run(parse_target(DOMAIN), web.lab.options(deadline=8.0, second_pass=0))
        return arrival(complete(report), compared or published.settings)

    return check


def stand(found):
    return {thing.item: thing.status for thing in found.things}


def only_differs(found, *items):
    """Everything as it should but these things, which are returned."""
    good = {Status.SAME, Status.NOT_NEEDED}
    assert {thing.item for thing in found.things if thing.status not in good} == set(items)
    return [next(thing for thing in found.things if thing.item is item) for item in items]


def end_of(found, client):
    return next(end for end in found.clients if end.client is client)
