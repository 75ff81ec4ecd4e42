"""Our own exported records and files, published for real: what the probe reads of them is what was meant, and each
single thing that goes wrong shows in its own row.
"""

import re
import subprocess
import sys
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from advisor.profiles.export import export
from advisor.profiles.formats import pacc
from advisor.profiles.targets import Target
from advisor.report.arrival.compare import arrival
from advisor.report.arrival.values import Differs, End, Harm, Item, Status, Why
from advisor.report.documents.settings import write_settings
from advisor.report.server_report import complete
from advisor.settings.clients.values import Client
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
    (pox,) = (data for path, data in made.items() if path.endswith("outlook/autodiscover.xml"))
    files = {FILE: (made[f"company/thunderbird/{DOMAIN}.xml"], XML), AUTODISCOVER: (pox, XML)}
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


@pytest.mark.parametrize("way", WAYS)
def test_what_we_export_arrives_and_says_what_was_meant(checked, way):
    """For a way that takes mail off the server the records lead no program to a file."""
    published = exported(company(way))
    found = checked(published)
    standing = stand(found)
    records = {Item.SRV_IMAPS, Item.SRV_IMAP, Item.SRV_POP3S, Item.SRV_POP3, Item.SRV_SUBMISSIONS, Item.SRV_ORDER}
    led = set() if way in DELETING else FOR_PROGRAMS
    quiet = QUIET if led else QUIET | FOR_PROGRAMS - {Item.PACC_DIGEST}
    assert {item for item, status in standing.items() if status is Status.NOT_NEEDED} == quiet
    assert {item for item, status in standing.items() if status is not Status.NOT_NEEDED} == records | led
    assert set(standing.values()) == {Status.SAME, Status.NOT_NEEDED}
    assert found.harms == ()
    if not led:
        assert end_of(found, Client.OUTLOOK_CLASSIC).end is End.BY_HAND
        return
    thunderbird = end_of(found, Client.THUNDERBIRD_DESKTOP)
    assert (thunderbird.end, thunderbird.period_untold) == (End.MEANT, False)
    assert end_of(found, Client.OUTLOOK_CLASSIC).end is End.MEANT
    assert end_of(found, Client.OUTLOOK_CLASSIC).period_untold is way.startswith("pop3")
    assert end_of(found, Client.APPLE_MAIL).end is End.BY_HAND


@pytest.mark.parametrize("way", DELETING)
def test_who_publishes_all_the_same_what_deletes_is_warned(checked, way):
    published = exported(company(way))
    published.zone += [(f"autoconfig.{DOMAIN}", "CNAME", f"{WEB}.")]
    found = checked(published)
    assert found.harms == (Harm.EVERYBODY_DELETES,)
    assert (stand(found)[Item.AUTOCONFIG], end_of(found, Client.THUNDERBIRD_DESKTOP).end) == (Status.SAME, End.MEANT)


def test_every_record_and_file_of_the_export_has_its_row(checked):
    """Nothing that we tell people to publish is left out of the comparison."""
    published = exported(company())
    found = checked(published)
    told = {line for thing in found.things for line in thing.lines}
    zone = {f"{name}. 3600 IN {kind} {value}" for name, kind, value in published.zone}
    assert zone <= told
    addresses = {thing.place.partition("/")[2][1:].partition("/")[2] for thing in found.things if "//" in thing.place}
    assert {path[1:] for path in published.files} <= addresses


@pytest.mark.parametrize(
    ("port", "security"), [(587, Security.STARTTLS), (465, Security.TLS)], ids=["submission", "submissions"]
)
def test_servers_that_begin_in_the_open_arrive_too(checked, port, security):
    settings = company(imap=server(143, Security.STARTTLS), pop3=None, submission=server(port, security))
    found = checked(exported(settings))
    only_differs(found)
    assert stand(found)[Item.SRV_IMAP] is Status.SAME
    assert (Item.SRV_SUBMISSION in stand(found)) is (port == 587)
    assert Item.PACC_FILE not in stand(found)


def test_a_record_that_leads_to_the_old_server(checked):
    published = exported(company())
    published.replace_record("_imaps._tcp", "SRV", f"0 1 993 {OLD}.")
    (thing,) = only_differs(checked(published), Item.SRV_IMAPS)
    assert thing.status is Status.LEFTOVER
    assert [(each.what, each.found, each.meant) for each in thing.differences] == [(Differs.HOST, OLD, NEW)]


def test_a_record_with_another_port(checked):
    published = exported(company())
    published.replace_record("_submissions._tcp", "SRV", f"0 1 4650 {NEW}.")
    (thing,) = only_differs(checked(published), Item.SRV_SUBMISSIONS)
    assert (thing.status, thing.differences[0].what) == (Status.OTHER, Differs.PORT)


def test_yesterdays_settings_file(checked):
    settings = company()
    published = exported(settings)
    published.files[FILE] = exported(moved_from(settings)).files[FILE]
    found = checked(published)
    (thing,) = only_differs(found, Item.AUTOCONFIG)
    assert thing.status is Status.LEFTOVER
    assert end_of(found, Client.THUNDERBIRD_DESKTOP).end is End.OTHERS


def test_yesterdays_settings_file_over_http(checked):
    """Some programs ask without protection first."""
    settings = company()
    body, kind = exported(moved_from(settings)).files[FILE]
    (thing,) = only_differs(
        checked(exported(settings), http={FILE: answer(body, b"200 OK", kind)}), Item.AUTOCONFIG_HTTP
    )
    assert thing.status is Status.LEFTOVER


def test_a_way_that_leads_over_http_is_not_trusted(checked):
    published = exported(company())
    body, kind = published.files.pop(FILE)
    published.files[FILE] = (b"", b"Location: http://autoconfig.firma.example/elsewhere.xml")
    found = checked(published, http={"/elsewhere.xml": answer(body, b"200 OK", kind)}, status={FILE: b"302 Found"})
    (thing,) = only_differs(found, Item.AUTOCONFIG)
    assert (thing.status, thing.why) == (Status.PARTLY, Why.OVER_HTTP)


@pytest.mark.parametrize(
    ("was", "what"),
    [("pop3_keep_days", Differs.OTHER_DAYS), ("pop3_delete", Differs.DELETES), ("imap", Differs.OTHER_FIRST)],
)
def test_a_settings_file_of_another_way(checked, was, what):
    published = exported(company("pop3_keep_forever"))
    published.files[FILE] = exported(company(was)).files[FILE]
    (thing,) = only_differs(checked(published), Item.AUTOCONFIG)
    assert (thing.status, thing.differences[0].what) == (Status.OTHER, what)


def test_a_digest_of_another_file(checked):
    published = exported(company())
    published.replace_record("_ua-auto-config", "TXT", f'"{pacc.digest_record(b"another file")}"')
    (thing,) = only_differs(checked(published), Item.PACC_DIGEST)
    assert (thing.status, thing.as_exported) == (Status.OTHER, True)


def test_a_file_that_somebody_saved_in_another_way_no_longer_fits_its_digest(checked):
    published = exported(company())
    body, kind = published.files[pacc.PATH]
    published.files[pacc.PATH] = (body.replace(b"\n", b"\r\n"), kind)
    (thing,) = only_differs(checked(published), Item.PACC_DIGEST)
    assert (thing.status, thing.as_exported) == (Status.OTHER, False)


def test_no_digest(checked):
    published = exported(company())
    published.replace_record("_ua-auto-config", "TXT", None)
    (thing,) = only_differs(checked(published), Item.PACC_DIGEST)
    assert (thing.status, thing.why) == (Status.MISSING, Why.NO_RECORD)


@pytest.mark.parametrize(
    ("content", "status", "why"),
    [
        (
            (b"<!DOCTYPE html><html><title>Willkommen</title></html>", b"Content-Type: text/html"),
            Status.MISSING,
            Why.HTML,
        ),
        ((b"<clientConfig><emailProvider>", XML), Status.MISSING, Why.NOT_READABLE),
        ((b"<clientConfig/>", XML), Status.MISSING, Why.EMPTY),
        (None, Status.MISSING, Why.NO_FILE),
    ],
    ids=["html", "broken", "empty", "no file"],
)
def test_a_settings_file_that_is_none(checked, content, status, why):
    published = exported(company())
    if content is None:
        del published.files[FILE]
    else:
        published.files[FILE] = content
    (thing,) = only_differs(checked(published), Item.AUTOCONFIG)
    assert (thing.status, thing.why) == (status, why)


def test_a_wrong_content_type(checked):
    published = exported(company())
    published.files[FILE] = (published.files[FILE][0], b"Content-Type: application/octet-stream")
    (thing,) = only_differs(checked(published), Item.AUTOCONFIG)
    assert (thing.status, thing.why) == (Status.PARTLY, Why.WRONG_CONTENT_TYPE)


def test_the_record_that_says_off_is_missing(checked):
    published = exported(company(pop3=None))
    published.replace_record("_pop3s._tcp", "SRV", None)
    (thing,) = only_differs(checked(published), Item.SRV_POP3S)
    assert (thing.status, thing.why, thing.meant) == (Status.MISSING, Why.NO_RECORD, ())


def test_the_record_that_says_off_names_a_server(checked):
    published = exported(company(pop3=None))
    published.replace_record("_pop3._tcp", "SRV", f"0 1 110 {NEW}.")
    (thing,) = only_differs(checked(published), Item.SRV_POP3)
    assert (thing.status, thing.differences[0].what) == (Status.OTHER, Differs.STILL_OFFERED)


def test_swapped_priorities(checked):
    published = exported(company())
    published.replace_record("_imaps._tcp", "SRV", f"10 1 993 {NEW}.")
    published.replace_record("_pop3s._tcp", "SRV", f"0 1 995 {NEW}.")
    (thing,) = only_differs(checked(published), Item.SRV_ORDER)
    assert (thing.status, thing.differences[0].what) == (Status.OTHER, Differs.ORDER)


def test_the_same_priority_for_both(checked):
    published = exported(company())
    published.replace_record("_pop3s._tcp", "SRV", f"0 1 995 {NEW}.")
    (thing,) = only_differs(checked(published), Item.SRV_ORDER)
    assert (thing.status, thing.differences[0].what) == (Status.OTHER, Differs.NO_ORDER)


def test_a_zone_that_does_not_answer_for_one_record_is_no_missing_record(checked, web):
    published = exported(company())
    web.lab.dns.fail(f"_submissions._tcp.{DOMAIN}")
    (thing,) = only_differs(checked(published), Item.SRV_SUBMISSIONS)
    assert (thing.status, thing.why) == (Status.NOT_ASKED, Why.DNS_SILENT)


def test_a_name_that_is_not_in_the_zone(checked):
    published = exported(company())
    published.replace_record("autoconfig", "CNAME", None)
    (thing,) = only_differs(checked(published), Item.AUTOCONFIG)
    assert (thing.status, thing.why) == (Status.MISSING, Why.NO_NAME)


def test_the_name_for_outlook_is_not_needed_where_the_record_leads_there(checked):
    published = exported(company())
    published.replace_record("autodiscover", "CNAME", None)
    found = checked(published)
    only_differs(found)
    assert stand(found)[Item.AUTODISCOVER] is Status.NOT_NEEDED
    assert stand(found)[Item.AUTODISCOVER_SRV] is Status.SAME


def test_a_certificate_of_another_name_takes_all_files_away_and_no_record(checked, test_ca):
    published = exported(company())
    context = test_ca.certificate("www.andere.example").server_context()
    found = checked(published, context=context)
    things = only_differs(found, Item.AUTOCONFIG, Item.PACC_FILE, Item.AUTODISCOVER, Item.AUTODISCOVER_SRV)
    assert {(thing.status, thing.why) for thing in things} == {(Status.MISSING, Why.CERTIFICATE)}
    assert stand(found)[Item.PACC_DIGEST] is Status.NOT_NEEDED


def test_an_answer_for_outlook_that_is_the_same_for_everybody(checked):
    """A web server that gives one person's file to all would sign everybody in as that person."""
    published = exported(company())
    body, kind = published.files[AUTODISCOVER]
    published.files[AUTODISCOVER] = (body.replace(b"postmaster@", b"anna@"), kind)
    things = only_differs(checked(published), Item.AUTODISCOVER, Item.AUTODISCOVER_SRV)
    assert {difference.what for thing in things for difference in thing.differences} == {Differs.USERNAME}


def test_nothing_is_published(checked):
    found = checked(Published(company(), [], {}))
    assert {thing.status for thing in found.things} == {Status.MISSING, Status.NOT_NEEDED}
    assert not found.harms


def test_all_of_it_is_of_before_the_change(checked):
    settings = company()
    found = checked(exported(moved_from(settings)), settings)
    standing = stand(found)
    assert {standing[item] for item in (Item.SRV_IMAPS, Item.AUTOCONFIG, Item.PACC_FILE, Item.AUTODISCOVER)} == {
        Status.LEFTOVER
    }
    assert standing[Item.SRV_IMAP] is Status.SAME  # still says that nothing begins in the open


@pytest.mark.parametrize(
    ("spoilt", "said"), [(False, "Everything that you published arrives."), (True, "One thing is not as meant.")]
)
def test_the_command_tells_it_and_succeeds_either_way(publish, web, tmp_path, spoilt, said):
    settings = company("pop3_keep_days")
    published = exported(settings)
    if spoilt:
        published.replace_record("_pop3s._tcp", "SRV", f"0 1 995 {OLD}.")
    publish(published)
    tmp_path.joinpath("settings.json").write_bytes(write_settings(settings))
    command = [SCRIPT, "probe", DOMAIN, "--settings", "settings.json", "--timeout", "5", "--lang", "en"]
    environment = web.lab.environment(tmp_path)
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert said in done.stdout
    assert ("Names another server" in done.stdout) is spoilt
