"""What mail programs get: the files of the export, read by our own probe to the settings that were meant."""

import plistlib
from dataclasses import replace

import pytest
from sqlalchemy.exc import OperationalError

from advisor.profiles.account import DELETING_FORMS, Form, account_for
from advisor.profiles.formats.outlook_pox import autodiscover
from advisor.profiles.formats.pacc import digest_record
from advisor.profiles.formats.thunderbird import autoconfig
from advisor.profiles.remarks import ALARM_TEXTS
from advisor.settings.values import Person
from advisor.store import cases, publications, served_domains
from advisor.web.served.kept import SECONDS
from advisor.web.transaction import unit
from probes.codes import Authentication, Protocol, Security, UsernameForm
from probes.discovery.autoconfig_file import parse_autoconfig
from probes.discovery.autodiscover_file import parse_autodiscover
from probes.discovery.pacc_file import digests, matches, parse_pacc
from tests.functional.served.conftest import ACCEPTED, PUBLIC_URL, question, same_nothing
from tests.unit.profiles.companies import company, server

AUTOCONFIG = "/mail/config-v1.1.xml"
WELL_KNOWN = "/.well-known/autoconfig/mail/config-v1.1.xml"
POX = "/autodiscover/autodiscover.xml"
JSON = "/autodiscover/autodiscover.json"
PACC = "/.well-known/user-agent-configuration.json"
PROFILE = "/mail/apple.mobileconfig"
HOST = {"Host": "autoconfig.firma.ch"}
READING = {
    Form.IMAP: (Protocol.IMAP, "imap.firma.ch", 993),
    Form.IMAP_ARCHIVE: (Protocol.IMAP, "imap.firma.ch", 993),
}
SENDING = (Protocol.SUBMISSION, "smtp.firma.ch", 465)


def ask(client, address="anna@firma.ch"):
    return client.post(POX, data=question(address), content_type="text/xml; charset=utf-8")


def servers(found):
    return [(each.protocol, each.host, each.port) for each in found.servers]


@pytest.mark.parametrize("form", READING)
def test_our_probe_reads_each_answer_to_the_settings_that_were_meant(client, serve, form):
    serve(company(form))
    expected = [READING[form], SENDING]
    file = parse_autoconfig(client.get(f"{AUTOCONFIG}?emailaddress=anna@firma.ch").data, "firma.ch", "anna")
    assert servers(file) == expected
    assert all(each.security is Security.TLS for each in file.servers)
    assert all(each.username is UsernameForm.ADDRESS for each in file.servers)
    outlook = parse_autodiscover(ask(client).data, "firma.ch", "anna")
    assert servers(outlook) == expected
    assert (outlook.notes, [each.username for each in outlook.servers]) == ((), [UsernameForm.ADDRESS] * 2)
    assert servers(parse_pacc(client.get(PACC, headers=HOST).data)) == expected
    mail = plistlib.loads(client.get(f"{PROFILE}?emailaddress=anna@firma.ch").data)["PayloadContent"][0]
    assert (mail["IncomingMailServerHostName"], mail["IncomingMailServerPortNumber"]) == READING[form][1:]
    assert mail["EmailAccountType"] == "EmailTypeIMAP"
    assert mail["EmailAddress"] == mail["IncomingMailServerUsername"] == "anna@firma.ch"


def test_where_mail_stays_for_ever_only_what_can_say_so_is_answered(client, serve):
    serve(company(Form.POP3_KEEP_FOREVER))
    file = client.get(f"{AUTOCONFIG}?emailaddress=a@firma.ch").data
    assert servers(parse_autoconfig(file, "firma.ch", "a")) == [(Protocol.POP3, "pop.firma.ch", 995), SENDING]
    assert b"<leaveMessagesOnServer>true<" in file
    assert b"<daysToLeaveMessagesOnServer>9999<" in file
    for answer in (
        client.get(PACC, headers=HOST),
        client.get(f"{JSON}?Email=anna@firma.ch&Protocol=Autodiscoverv1"),
        client.get(f"{PROFILE}?emailaddress=anna@firma.ch"),
        ask(client),
    ):
        assert same_nothing(answer)


@pytest.mark.parametrize("form", sorted(DELETING_FORMS))
def test_a_way_that_takes_mail_off_the_server_is_never_answered(client, serve, form):
    """Whatever published it: what is asked gets the answer for everything unknown."""
    serve(company(form))
    questions = [
        client.get(f"{AUTOCONFIG}?emailaddress=anna@firma.ch"),
        client.get(AUTOCONFIG, headers=HOST),
        client.get(WELL_KNOWN, headers={"Host": "firma.ch"}),
        client.get(PACC, headers=HOST),
        client.get(f"{JSON}?Email=anna@firma.ch&Protocol=Autodiscoverv1"),
        client.get(f"{JSON}/v1.0/anna@firma.ch?Protocol=Autodiscoverv1"),
        client.get(f"{PROFILE}?emailaddress=anna@firma.ch"),
        ask(client),
    ]
    unknown = client.get(f"{AUTOCONFIG}?emailaddress=anna@unknown.example")
    assert same_nothing(unknown)
    for answer in questions:
        assert same_nothing(answer)
        assert [*answer.headers] == [*unknown.headers]


def test_each_answer_has_its_type_and_is_kept_for_a_short_while_only(client, serve):
    serve()
    answers = {
        client.get(f"{AUTOCONFIG}?emailaddress=a@firma.ch"): ("text/xml; charset=utf-8", "public"),
        client.get(WELL_KNOWN, headers={"Host": "firma.ch"}): ("text/xml; charset=utf-8", "public"),
        client.get(PACC, headers=HOST): ("application/json", "public"),
        client.get(f"{JSON}?Email=a@firma.ch&Protocol=AutodiscoverV1"): ("application/json", "public"),
        ask(client): ("text/xml; charset=utf-8", "private"),
        client.get(f"{PROFILE}?emailaddress=a@firma.ch"): ("application/x-apple-aspen-config", "private"),
    }
    for answer, (media_type, cache) in answers.items():
        assert (answer.status_code, answer.content_type) == (200, media_type)
        assert answer.headers["Cache-Control"] == f"{cache}, max-age=60"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "Set-Cookie" not in answer.headers
        assert "Cookie" not in answer.headers.get("Vary", "")
    profile = client.get(f"{PROFILE}?emailaddress=a@firma.ch")
    assert profile.headers["Content-Disposition"] == 'attachment; filename="mail.mobileconfig"'


def test_the_answers_are_those_of_the_export(client, serve):
    """Without comments, which no program reads."""
    settings = company(Form.IMAP_ARCHIVE)
    serve(settings)
    assert client.get(f"{AUTOCONFIG}?emailaddress=a@firma.ch").data == autoconfig(account_for(settings, None))
    person = Person("anna@firma.ch", "anna@firma.ch")
    assert ask(client).data == autodiscover(account_for(settings, person))


def test_every_mailbox_of_the_domain_gets_the_same(client, serve):
    serve()
    files = {client.get(f"{AUTOCONFIG}?emailaddress={name}@firma.ch").data for name in ("anna", "nobody", "x" * 64)}
    assert len(files) == 1
    assert len({ask(client, f"{name}@firma.ch").data.replace(name.encode(), b"") for name in ("anna", "nobody")}) == 1


def test_the_same_address_gets_the_same_profile_again(client, serve):
    serve()
    first, again, other = (
        client.get(f"{PROFILE}?emailaddress={name}@firma.ch").data for name in ("anna", "anna", "beat")
    )
    assert first == again
    assert plistlib.loads(first)["PayloadUUID"] != plistlib.loads(other)["PayloadUUID"]


def test_the_profile_says_before_installing_what_to_beware_of(client, serve):
    serve(company(Form.IMAP_ARCHIVE, alarms=("encrypt_first",)))
    found = plistlib.loads(client.get(f"{PROFILE}?emailaddress=a@firma.ch").data)
    said = found["PayloadDescription"]
    assert "Firma & Söhne AG" in found["ConsentText"]["default"]
    assert "IMAP" in said
    for each in ALARM_TEXTS["encrypt_first"].de, ALARM_TEXTS["encrypt_first"].en:
        assert each in said


@pytest.mark.parametrize(
    "host", ["firma.ch", "autoconfig.firma.ch", "AutoConfig.Firma.CH:8443", "autodiscover.firma.ch."]
)
def test_without_an_address_the_name_of_the_web_server_says_the_domain(client, serve, host):
    serve()
    answer = client.get(AUTOCONFIG, headers={"Host": host})
    assert answer.data == client.get(f"{AUTOCONFIG}?emailaddress=a@firma.ch").data


def test_the_address_counts_before_the_name_of_the_web_server(client, serve):
    serve()
    serve(company(domain="andere.ch", imap=server("imap.andere.ch")))
    answer = client.get(f"{AUTOCONFIG}?emailaddress=a@andere.ch", headers=HOST)
    assert b"imap.andere.ch" in answer.data


def test_a_domain_that_begins_like_a_helper_name_is_its_own(client, serve):
    serve()
    serve(company(domain="autoconfig.firma.ch", imap=server("imap.andere.ch")))
    assert b"imap.andere.ch" in client.get(AUTOCONFIG, headers=HOST).data


@pytest.mark.parametrize("address", ["anna@xn--mller-kva.ch", "anna@müller.ch", "anna@M%C3%9CLLER.ch"])
def test_an_internationalised_domain_is_found_in_every_form(client, serve, address):
    serve(company(domain="müller.ch"), domain="xn--mller-kva.ch")
    file = parse_autoconfig(client.get(f"{AUTOCONFIG}?emailaddress={address}").data, "xn--mller-kva.ch", "anna")
    assert servers(file) == [READING[Form.IMAP], SENDING]


@pytest.mark.parametrize("path", ["/Autodiscover/Autodiscover.xml", "/AUTODISCOVER/autodiscover.XML", POX])
def test_outlook_may_write_the_path_as_it_likes(client, serve, path):
    serve()
    answer = client.post(path, data=question(), content_type="text/xml")
    assert answer.status_code == 200
    assert f'<Response xmlns="{ACCEPTED}">'.encode() in answer.data


@pytest.mark.parametrize(
    "path",
    [
        f"{JSON}?Email=a@firma.ch&Protocol=Autodiscoverv1",
        "/AutoDiscover/AutoDiscover.json?email=a@firma.ch&protocol=AUTODISCOVERV1&RedirectCount=1",
        f"{JSON}/v1.0/a@firma.ch?Protocol=AutodiscoverV1",
        f"{JSON}/V1.0/a%40firma.ch?Protocol=autodiscoverv1",
    ],
)
def test_autodiscover_v2_names_the_address_of_the_configuration(client, serve, path):
    serve()
    answer = client.get(path, headers={"Host": "evil.example", "X-Forwarded-Host": "evil.example"})
    assert answer.json == {"Protocol": "Autodiscoverv1", "Url": f"{PUBLIC_URL}/autodiscover/autodiscover.xml"}


@pytest.mark.parametrize("protocol", ["ActiveSync", "", "Autodiscoverv1&Protocol=Autodiscoverv1", "<x>"])
def test_autodiscover_v2_for_something_else_is_the_same_error_for_all(client, serve, protocol):
    serve()
    answers = [client.get(f"{JSON}?Email=a@{domain}&Protocol={protocol}") for domain in ("firma.ch", "x.example")]
    assert {(one.status_code, one.data) for one in answers} == {
        (400, b'{"ErrorCode": "InvalidProtocol", "ErrorMessage": "Supported protocol: Autodiscoverv1"}')
    }


def test_the_digest_holds_for_the_bytes_of_pacc(client, serve):
    serve()
    body = client.get(PACC, headers={"Host": "ua-auto-config.firma.ch"}).data
    assert body == client.get(PACC, headers={"Host": "firma.ch"}).data
    assert matches(body, digests([digest_record(body)]))


def test_a_file_that_the_export_refuses_is_not_answered(client, serve):
    only_oauth2 = server(authentication=(Authentication.OAUTH2,))
    serve(company(imap=only_oauth2))
    assert same_nothing(ask(client))
    assert same_nothing(client.get(f"{PROFILE}?emailaddress=a@firma.ch"))
    assert same_nothing(client.get(PACC, headers=HOST))
    assert same_nothing(client.get(f"{JSON}?Email=a@firma.ch&Protocol=Autodiscoverv1"))
    assert client.get(f"{AUTOCONFIG}?emailaddress=a@firma.ch").status_code == 200


@pytest.mark.parametrize("missing", ["imap", "submission"])
def test_without_a_server_there_is_no_answer(client, serve, missing):
    serve(replace(company(), **{missing: None}))
    assert same_nothing(client.get(f"{AUTOCONFIG}?emailaddress=a@firma.ch"))
    assert same_nothing(ask(client))


def test_what_is_stopped_is_felt_within_seconds_and_costs_no_query_until_then(app, client, serve, clock, monkeypatch):
    case_id = serve()
    asked = []
    found = served_domains.to_answer
    monkeypatch.setattr(served_domains, "to_answer", lambda domain: asked.append(domain) or found(domain))
    path = f"{AUTOCONFIG}?emailaddress=a@firma.ch"
    before = client.get(path).data
    with app.app_context(), unit():
        served_domains.stop(case_id)
    clock.now += SECONDS - 0.1
    assert client.get(path).data == before
    assert asked == ["firma.ch"]
    clock.now += 0.1
    assert same_nothing(client.get(path))
    assert asked == ["firma.ch"] * 2


@pytest.mark.parametrize("ends", ["deleted", "withdrawn", "damaged"])
def test_the_end_of_the_case_ends_the_answers(app, client, serve, ends):
    case_id = serve()
    with app.app_context(), unit():
        if ends == "deleted":
            cases.delete(cases.by_id(case_id))
        elif ends == "withdrawn":
            publications.withdraw(case_id)
        else:
            publications.publish(case_id, b"{}")
    assert same_nothing(client.get(f"{AUTOCONFIG}?emailaddress=a@firma.ch"))


def test_who_asks_for_the_headers_only_gets_them_only(client, serve):
    serve()
    path = f"{AUTOCONFIG}?emailaddress=a@firma.ch"
    whole, head = client.get(path), client.head(path)
    assert (head.status_code, head.data) == (200, b"")
    assert [*head.headers] == [*whole.headers]
    assert int(whole.headers["Content-Length"]) == len(whole.data)


def test_while_the_database_is_away_programs_are_told_to_come_again(client, serve, monkeypatch):
    serve()

    def away(_domain):
        raise OperationalError("SELECT", {}, Exception("server closed the connection"))

    monkeypatch.setattr(served_domains, "to_answer", away)
    answer = client.get(f"{AUTOCONFIG}?emailaddress=a@firma.ch")
    assert (answer.status_code, answer.headers["Retry-After"], answer.data) == (503, "30", b"Try again\n")
    monkeypatch.undo()
    assert client.get(f"{AUTOCONFIG}?emailaddress=a@firma.ch").status_code == 200
