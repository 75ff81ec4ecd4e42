"""Programs ask by themselves: Thunderbird over the running app, our own probe over https, the proof over real DNS."""

from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

import pytest

from advisor.profiles.account import DELETING_FORMS, Form, account_for
from advisor.profiles.formats import pacc as pacc_format
from advisor.report.documents.settings import write_settings
from advisor.store import cases, publications, served_domains
from advisor.store.database import db
from advisor.store.models import ServedDomain
from advisor.web.served import proof
from advisor.web.served.desk import EXTENSION
from advisor.web.served.public import PublicPlace
from advisor.web.transaction import unit
from advisor.web.worker import purge
from probes.codes import Protocol, Security, SourceNote, Trust
from probes.discovery import autoconfig, autodiscover, autodiscover_v2, pacc
from probes.toolbox import open_toolbox
from tests.integration.probes.conftest import lab
from tests.integration.profiles.test_thunderbird import ACCOUNTS, BOTH, BY_ASSISTANT, computers, differing
from tests.integration.servers.process import free_loopback_port
from tests.integration.web.conftest import wait_until
from tests.integration.web.test_serve import answers
from tests.unit.profiles.companies import company

__all__ = ["computers", "lab"]

HOST = "mail.praxis.example"
NAMES = ("firma.ch", "autoconfig.firma.ch", "autodiscover.firma.ch", "ua-auto-config.firma.ch", HOST)
ASK_THE_DOMAIN = """
const load = name => ChromeUtils.importESModule(`resource:///modules/accountcreation/${name}.sys.mjs`)[name];
Services.io.offline = false;
const config = await load("FetchConfig").fromISP("firma.ch", given[1], new AbortController().signal);
Services.io.offline = true;
load("AccountConfig").replaceVariables(config, given[0], given[1], "");
await load("CreateInBackend").createAccountInBackend(config);
return config.subSource;
"""


@pytest.fixture
def serve(installation):
    """Makes a case that has proved firma.ch; the answer is its number."""

    def serve(form: Form, **ages: timedelta) -> int:
        with installation.app.app_context(), unit():
            case_id = cases.create(language="de", answers="{}", days=30)[0].id
            publications.publish(case_id, write_settings(company(form)))
            served_domains.offer(case_id, "firma.ch")
            assert served_domains.prove(served_domains.of(case_id), "dns")
        with installation.app.app_context(), unit():
            row = db.session.query(ServedDomain).one()
            for name, ago in ages.items():
                setattr(row, name, datetime.now(UTC) - ago)
        return case_id

    return serve


class Proxy(BaseHTTPRequestHandler):
    """The web server in front of the app, of which the app is told that people reach it over https."""

    app = 0

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        told = {"Host": parts.netloc, "X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.1"}
        with closing(HTTPConnection("127.0.0.1", self.app, timeout=60)) as line:
            line.request("GET", f"{parts.path}?{parts.query}", headers=told)
            answer = line.getresponse()
            body = answer.read()
        # Thunderbird asks two names at once, and hangs up on the slower one.
        with suppress(BrokenPipeError, ConnectionResetError):
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.headers["Content-Type"])
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@contextmanager
def proxy_for(port):
    """Its port."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("ProxyHere", (Proxy,), {"app": port}))
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.parametrize("form", [Form.POP3_KEEP_FOREVER, Form.IMAP])
def test_thunderbird_asks_the_domain_and_ends_with_the_settings_that_were_meant(installation, serve, computers, form):
    """The app stands in for all web servers that Thunderbird could reach; the names are those that it makes itself.

    Its certificates are not ours to fake, so it asks over http, and the proxy says to the app that it was https.
    """
    serve(form)
    port = free_loopback_port()
    installation.environment |= {"MAILWEICHE_PUBLIC_URL": f"https://{HOST}", "MAILWEICHE_TRUSTED_PROXIES": "1"}
    installation.start("serve", "--port", str(port))
    wait_until(lambda: answers(port))
    places = {f"network.proxy.{kind}": "127.0.0.1" for kind in ("http", "ssl")}
    with proxy_for(port) as proxy:
        ports = {f"network.proxy.{kind}_port": proxy for kind in ("http", "ssl")}
        with computers(**places, **ports, **{"network.proxy.type": 1}).running() as program:
            assert program.ask(ASK_THE_DOMAIN, "Anna Müller", "anna@firma.ch") == "xml-from-isp-http"
            (account,) = program.ask(ACCOUNTS)
    assert differing(account, BOTH | BY_ASSISTANT[form]) == {}


@pytest.fixture
def reached(installation, lab, test_ca):
    """All names lead to the app, over https with a good certificate, as the page says; the answer asks a source."""
    installation.app.extensions[EXTENSION].place = PublicPlace(HOST)
    context = test_ca.certificate(*NAMES).server_context()
    for name in NAMES:
        lab.host(name, {443: lambda peer: _pass_on(peer, context, installation.app)})

    def ask(source):
        return source("firma.ch", open_toolbox(lab.options(), None))

    return ask


def _pass_on(peer, context, app):
    peer.start_tls(context)
    method, target, _ = peer.line().decode().split(" ")
    lines = iter(lambda: peer.line().decode().strip(), "")
    headers = dict(line.split(": ", 1) for line in lines)
    body = peer.file.read(int(headers.get("Content-Length", "0")))
    over_https = {"wsgi.url_scheme": "https"}
    answer = app.test_client().open(target, method=method, headers=headers, data=body, environ_overrides=over_https)
    head = "".join(f"{name}: {value}\r\n" for name, value in answer.headers)
    peer.send(f"HTTP/1.1 {answer.status}\r\n{head}\r\n".encode() + answer.data)


READING = {
    Form.IMAP: (Protocol.IMAP, "imap.firma.ch", 993, Security.TLS),
    Form.IMAP_ARCHIVE: (Protocol.IMAP, "imap.firma.ch", 993, Security.TLS),
    Form.POP3_KEEP_FOREVER: (Protocol.POP3, "pop.firma.ch", 995, Security.TLS),
}
BY_AUTOCONFIG = (autoconfig.discover_autoconfig, autoconfig.discover_well_known)
SENDING = (Protocol.SUBMISSION, "smtp.firma.ch", 465, Security.TLS)


def claims(found):
    return [(claim.protocol, claim.host, claim.port, claim.security) for claim in found.claims]


def test_where_mail_stays_for_ever_our_own_probe_finds_it_by_autoconfig_only(reached, serve):
    serve(Form.POP3_KEEP_FOREVER)
    for source in EVERYWHERE:
        expected = [READING[Form.POP3_KEEP_FOREVER], SENDING] if source in BY_AUTOCONFIG else []
        assert claims(reached(source)) == expected, source


@pytest.mark.parametrize("form", [Form.IMAP, Form.IMAP_ARCHIVE])
def test_our_own_probe_finds_the_settings_in_every_way(reached, serve, lab, form):
    serve(form)
    lab.dns.add("_autodiscover._tcp.firma.ch", "SRV", f"0 1 443 {HOST}.")
    body = pacc_format.configuration(account_for(company(form), None))
    lab.dns.add("_ua-auto-config.firma.ch", "TXT", f'"{pacc_format.digest_record(body)}"')
    expected = [READING[form], SENDING]
    for source in (
        autoconfig.discover_autoconfig,
        autoconfig.discover_well_known,
        autodiscover.discover,
        autodiscover.discover_srv,
        pacc.discover,
    ):
        found = reached(source)
        assert claims(found) == expected, source
        assert SourceNote.WRONG_CONTENT_TYPE not in found.notes
    verified = reached(pacc.discover)
    assert {claim.trust for claim in verified.claims} == {Trust.VERIFIED}
    assert SourceNote.DIGEST_MATCHES in verified.notes
    assert reached(autodiscover_v2.discover).notes == (SourceNote.EXCHANGE,)


EVERYWHERE = (
    autoconfig.discover_autoconfig,
    autoconfig.discover_well_known,
    autodiscover.discover,
    autodiscover_v2.discover,
    pacc.discover,
)


def test_our_own_probe_finds_nothing_where_nothing_is_proved(reached, serve, installation):
    case_id = serve(Form.IMAP)
    with installation.app.app_context(), unit():
        served_domains.stop(case_id)
    for source in EVERYWHERE:
        found = reached(source)
        assert (found.claims, found.notes) == ((), ()), source


@pytest.mark.parametrize("form", sorted(DELETING_FORMS))
def test_our_own_probe_finds_nothing_where_a_program_would_take_mail_off_the_server(reached, serve, form):
    serve(form)
    for source in EVERYWHERE:
        found = reached(source)
        assert (found.claims, found.notes) == ((), ()), source


def published(installation, dns_server, case_id):
    with installation.app.app_context():
        token = served_domains.of(case_id).token
    dns_server.add("_mailweiche.firma.ch", "TXT", f'"mailweiche={token}"')


def state(installation, case_id):
    with installation.app.app_context():
        return served_domains.of(case_id)


DAY = timedelta(days=1)


def test_the_worker_looks_again_after_a_day_and_a_proof_that_is_there_counts_on(installation, dns_server, serve):
    case_id = serve(Form.IMAP, checked_at=DAY, proved_at=2 * DAY)
    published(installation, dns_server, case_id)
    installation.start("worker")
    wait_until(lambda: state(installation, case_id).proved_at > datetime.now(UTC) - DAY)
    asked = len(dns_server.queries)
    with installation.app.app_context():
        proof.recheck_one()
    assert len(dns_server.queries) == asked


def test_a_proof_that_is_gone_counts_until_it_was_not_seen_for_three_days(installation, dns_server, serve):
    case_id = serve(Form.IMAP, checked_at=DAY, proved_at=2 * DAY)
    with installation.app.app_context():
        proof.recheck_one()
        purge()
    assert ("_mailweiche.firma.ch", "TXT") in dns_server.queries
    assert state(installation, case_id).answers
    with installation.app.app_context(), unit():
        db.session.query(ServedDomain).one().proved_at = datetime.now(UTC) - 3 * DAY
    with installation.app.app_context():
        assert served_domains.to_answer("firma.ch") is None
        purge()
    assert state(installation, case_id).proved_at is None


def test_a_click_finds_the_record(installation, dns_server, serve):
    case_id = serve(Form.IMAP)
    published(installation, dns_server, case_id)
    with installation.app.app_context():
        found = proof.check(served_domains.of(case_id))
        with pytest.raises(proof.BusyError):
            proof.check(served_domains.of(case_id))
    assert found.proved_by == "dns"
    assert state(installation, case_id).answers
