"""What the page says of real servers: their software and their abilities, with nothing claimed that was not seen."""

import pytest

from advisor.report.capabilities.product import product_of
from advisor.report.capabilities.states import Phase, State, abilities, differences, unknown
from advisor.report.capabilities.view import basis_of
from probes.codes import Protocol
from probes.options import Limits
from probes.runner import run
from probes.services.product_table import ProductCode
from probes.target import parse_target


def found(lab, domain):
    report = run(parse_target(domain), lab.options(deadline=15, limits=Limits()))
    return {protocol: [each for each in report.services if each.protocol is protocol] for protocol in Protocol}


def states(services):
    return {row.key: row.state for row in abilities(basis_of(services), services)}


@pytest.fixture
def dovecot_services(lab, firma):
    return found(lab, "firma.example")


@pytest.fixture
def mailutils_services(lab, mailutils):
    lab.dns.add("werkstatt.example", "MX", f"10 {mailutils.host}.")
    lab.dns.add(mailutils.host, "A", mailutils.address)
    return found(lab, "werkstatt.example")


def test_real_programs_are_recognised(dovecot_services, mailutils_services):
    for protocol in (Protocol.IMAP, Protocol.POP3, Protocol.SUBMISSION):
        services = dovecot_services[protocol]
        assert product_of(basis_of(services), services).code is ProductCode.DOVECOT
    pop3 = mailutils_services[Protocol.POP3]
    assert product_of(basis_of(pop3), pop3).code is ProductCode.MAILUTILS
    imap = mailutils_services[Protocol.IMAP]
    assert product_of(basis_of(imap), imap) is None, "it says nothing of itself"


def test_abilities_of_a_real_imap_server(dovecot_services):
    imap = dovecot_services[Protocol.IMAP]
    seen = states(imap)
    assert (seen["STARTTLS"], seen["ID"], seen["IDLE"]) == (State.WORKS, State.WORKS, State.ADVERTISED)
    assert {seen[key] for key in ("QUOTA", "ACL", "NAMESPACE", "SPECIAL-USE")} == {State.NOT_VISIBLE}
    assert State.FAILS not in seen.values()
    assert unknown(basis_of(imap)) == ()
    assert differences(basis_of(imap), imap) == ()


def test_a_real_server_refuses_passwords_in_clear_text(dovecot_services):
    plain = next(each for each in dovecot_services[Protocol.IMAP] if each.port == 143)
    row = next(each for each in abilities(plain, [plain]) if each.key == "LOGINDISABLED")
    assert (row.state, row.phase) == (State.ADVERTISED, Phase.BEFORE_TLS)


def test_abilities_of_real_pop3_servers(dovecot_services, mailutils_services):
    for services in (dovecot_services[Protocol.POP3], mailutils_services[Protocol.POP3]):
        seen = states(services)
        assert (seen["CAPA"], seen["STLS"], seen["UIDL"]) == (State.WORKS, State.WORKS, State.ADVERTISED)
        assert State.NOT_VISIBLE not in seen.values(), "POP3 lists before login what it can do"
        assert unknown(basis_of(services)) == ()


def test_abilities_of_a_real_submission_server(dovecot_services):
    submission = dovecot_services[Protocol.SUBMISSION]
    seen = states(submission)
    assert (seen["AUTH"], seen["STARTTLS"]) == (State.ADVERTISED, State.WORKS)
    assert unknown(basis_of(submission)) == ()
