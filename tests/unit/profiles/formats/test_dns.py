"""The records for the zone, read back by dnspython, and the PACC file with its digest."""

import base64
import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.profiles.account import DELETING_FORMS, IMAP_FORMS, Form, UnsafeSettingsError
from advisor.profiles.cannot import Cannot
from advisor.profiles.export import export
from advisor.profiles.formats import pacc
from advisor.profiles.formats.catalogue import limits, refusals
from advisor.profiles.targets import Target
from probes.codes import Authentication, Security, Trust, UsernameForm
from tests.unit.profiles import zone_rules
from tests.unit.profiles.companies import account, company, server

JSON = "company/dns/user-agent-configuration.json"


def files(form=Form.IMAP, **changes):
    made = export(company(form, **changes), only={Target.DNS})
    return {file.path: file.data for file in made if file.target}


def records(form=Form.IMAP, *, on=False, **changes):
    snippet = files(form, **changes)["company/dns/firma.ch.zone"]
    return zone_rules.read(zone_rules.switched_on(snippet) if on else snippet, "firma.ch")


def service(label, **options):
    return records(**options)[f"{label}._tcp SRV"]


@pytest.mark.parametrize("form", Form)
def test_the_decided_protocol_has_the_lower_number(form):
    first, second = ("0", "10") if form.startswith("imap") else ("10", "0")
    assert records(form) == {
        "_imaps._tcp SRV": f"{first} 1 993 imap.firma.ch.",
        "_imap._tcp SRV": "0 0 0 .",
        "_pop3s._tcp SRV": f"{second} 1 995 pop.firma.ch.",
        "_pop3._tcp SRV": "0 0 0 .",
        "_submissions._tcp SRV": "0 1 465 smtp.firma.ch.",
    }


def test_what_is_not_offered_is_said_to_be_off():
    assert service("_pop3s", pop3=None) == "0 0 0 ."
    assert service("_imaps", form=Form.POP3_DELETE, imap=None) == "0 0 0 ."


@pytest.mark.parametrize("change", [{"proven": False}, {"trust": Trust.NEEDS_CONSENT}])
def test_what_is_neither_decided_nor_proven_is_neither_announced_nor_said_to_be_off(change):
    pop3, imap = server("pop.firma.ch", 995, **change), server(**change)
    assert not any("pop3" in name for name in records(pop3=pop3))
    assert not any("imap" in name for name in records(form=Form.POP3_DELETE, imap=imap))


def test_starttls_has_names_of_its_own():
    imap = server(port=143, security=Security.STARTTLS)
    sending = server("smtp.firma.ch", 587, Security.STARTTLS)
    found = records(imap=imap, submission=sending)
    assert found["_imap._tcp SRV"] == "0 1 143 imap.firma.ch."
    assert found["_imaps._tcp SRV"] == "0 0 0 ."
    assert found["_submission._tcp SRV"] == "0 1 587 smtp.firma.ch."
    assert found["_submissions._tcp SRV"] == "0 0 0 ."


def test_names_for_a_web_server_are_there_once_somebody_switches_them_on():
    on, off = records(on=True), records()
    assert set(on) - set(off) == {
        "autoconfig CNAME",
        "autodiscover CNAME",
        "_autodiscover._tcp SRV",
        "ua-auto-config CNAME",
        "_ua-auto-config TXT",
    }
    assert on["autoconfig CNAME"] == on["autodiscover CNAME"] == on["ua-auto-config CNAME"] == "webserver.firma.ch."
    assert on["_autodiscover._tcp SRV"] == "0 1 443 webserver.firma.ch."


@pytest.mark.parametrize("form", sorted(DELETING_FORMS))
def test_no_name_leads_programs_to_a_way_that_takes_mail_off_the_server(form):
    made = files(form)
    assert set(made) == {"company/dns/firma.ch.zone"}
    assert records(form, on=True) == records(form)
    zone = made["company/dns/firma.ch.zone"].decode()
    assert not any(word in zone for word in ("autoconfig", "autodiscover", "ua-auto-config", "webserver"))
    assert zone.count("\n; Names for a web server are left out on purpose") == 1
    other_ports = account(form, person=None, pop3=server("pop.firma.ch", 1995))
    assert Cannot.NO_PACC not in limits(Target.DNS, other_ports)


@pytest.mark.parametrize("form", sorted(IMAP_FORMS))
def test_the_digest_is_that_of_the_file(form):
    made = files(form)
    digest = base64.b64encode(hashlib.sha256(made[JSON]).digest()).decode()
    assert records(form, on=True)["_ua-auto-config TXT"] == f'"v=UAAC1; a=sha256; d={digest}"'


def test_the_pacc_file():
    long_name = "Söhne & Töchter " * 6
    document = json.loads(files(Form.IMAP, organisation=long_name)[JSON])
    sending = {"host": "smtp.firma.ch"}
    assert document["protocols"] == {"imap": {"host": "imap.firma.ch"}, "smtp": sending, "submit": sending}
    assert document["authentication"] == {"password": True}
    provider = document["info"]["provider"]
    assert long_name.startswith(provider["name"])
    assert (len(provider["name"]) <= 60, len(provider["shortName"]) <= 20) == (True, True)


@pytest.mark.parametrize(
    "changes",
    [
        {"imap": server(port=1993)},
        {"imap": server(port=143, security=Security.STARTTLS)},
        {"submission": server("smtp.firma.ch", 587, Security.STARTTLS)},
        {"imap": server(authentication=(Authentication.OAUTH2,))},
    ],
)
def test_what_pacc_cannot_say_is_left_out_and_named(changes):
    assert set(files(**changes)) == {"company/dns/firma.ch.zone"}
    assert not any("ua-auto-config" in name for name in records(on=True, **changes))
    assert Cannot.NO_PACC in limits(Target.DNS, account(person=None, **changes))


def test_without_servers_there_is_nothing():
    assert files(imap=None) == {}
    with pytest.raises(ValueError, match="both servers"):
        pacc.configuration(account(submission=None))


def test_a_domain_with_umlauts_stands_in_its_ascii_form():
    snippet = files(domain="müller.ch")["company/dns/xn--mller-kva.ch.zone"]
    assert zone_rules.read(snippet, "xn--mller-kva.ch")["_imaps._tcp SRV"] == "0 1 993 imap.firma.ch."


def test_limits_of_names():
    other = account(person=None, imap=server(username=UsernameForm.OTHER))
    assert Cannot.USERNAME_UNKNOWN in limits(Target.DNS, other)
    long_domain = ".".join(["a" * 60] * 4) + ".ch"
    assert refusals(Target.DNS, account(person=None, domain=long_domain)) == (Cannot.NOT_WRITABLE,)


@pytest.mark.parametrize("field", ["imap", "pop3", "submission"])
def test_every_host_is_checked_also_one_that_nobody_uses(field):
    with pytest.raises(UnsafeSettingsError):
        files(**{field: server("x.firma.ch. 3600 IN A 192.0.2.66\nevil")})


@given(st.text(max_size=60) | st.sampled_from(["\n@ IN NS evil.", ";", '"', "$INCLUDE /etc/passwd", "\\\n", "(" * 50]))
def test_no_word_becomes_a_record(word):
    assert records(organisation=word) == records()
