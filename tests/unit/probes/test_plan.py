"""Which ports are tried."""

from datetime import UTC, datetime

from probes.codes import Protocol, Reason, Security, Source, Trust
from probes.plan import MAX_HOSTS, MAX_ROWS, MAX_TRIED, endpoints
from probes.results import Claim, Evidence

AT = Evidence(at=datetime(2026, 1, 1, tzinfo=UTC))


def claim(protocol, host, port=None, security=None, source=Source.SRV):
    return Claim(source, protocol, host, Trust.TRUSTED, AT, port=port, security=security)


def tried(claims, *allow_ports):
    return [(each.host, each.port, each.security.value, each.barred) for each in endpoints(claims, allow_ports)]


def test_each_standard_port_of_a_host_once_whoever_names_it():
    claims = [claim(Protocol.IMAP, "mail.a.ch", 993), claim(Protocol.IMAP, "mail.a.ch", 143, source=Source.MANUAL)]
    assert tried(claims) == [("mail.a.ch", 993, "tls", None), ("mail.a.ch", 143, "starttls", None)]
    assert [each[1] for each in tried([claim(Protocol.POP3, "a.ch")])] == [995, 110]
    assert [each[1] for each in tried([claim(Protocol.SUBMISSION, "a.ch")])] == [465, 587]


def test_other_ports_only_where_the_operator_allows_them():
    claims = [claim(Protocol.IMAP, "a.ch", 1143, Security.STARTTLS)]
    assert tried(claims)[-1] == ("a.ch", 1143, "starttls", Reason.PORT_NOT_ALLOWED)
    assert tried(claims, 1143)[-1] == ("a.ch", 1143, "starttls", None)
    assert tried([claim(Protocol.IMAP, "a.ch", 25)])[-1] == ("a.ch", 25, "tls", Reason.PORT_NOT_ALLOWED)


def test_a_claim_of_clear_text_is_tried_with_encryption():
    assert tried([claim(Protocol.IMAP, "a.ch", 1143, Security.NONE)], 1143)[-1] == ("a.ch", 1143, "starttls", None)


def test_gateways_and_switched_off_services_are_left_alone():
    assert tried([claim(Protocol.IMAP, "mx1.pphosted.com"), claim(Protocol.POP3, ".")]) == []


def test_filter_rules_have_one_port():
    assert [each[1] for each in tried([claim(Protocol.MANAGESIEVE, "a.ch")])] == [4190]


def test_more_hosts_than_anyone_needs_are_not_tried():
    claims = [claim(Protocol.IMAP, f"m{number}.a.ch") for number in range(MAX_HOSTS + 2)]
    assert [each[3] for each in tried(claims)].count(Reason.LIMIT_EXCEEDED) == 4


def test_sources_that_answer_one_after_the_other_are_not_tried_without_end():
    """A better source is heard although it was slower, but all of them together get only so many hosts tried."""
    begun = endpoints([claim(Protocol.IMAP, f"early{number}.a.ch") for number in range(MAX_HOSTS)], ())
    for late in range(6):
        named = [claim(Protocol.IMAP, f"late{late}{number}.a.ch") for number in range(MAX_HOSTS)]
        further = endpoints(named, (), begun)
        assert not {each.key for each in begun} & {each.key for each in further}
        begun = (*begun, *further)
    tried = {each.host for each in begun if each.barred is None}
    assert len(tried) == MAX_TRIED
    assert "late00.a.ch" in tried
    assert len(begun) <= MAX_ROWS


def test_a_report_keeps_few_of_the_hosts_that_are_not_tried():
    claims = [claim(Protocol.IMAP, f"m{number}.a.ch", 1000 + number) for number in range(200)]
    assert len(endpoints(claims, ())) == MAX_ROWS
    assert len(endpoints([*claims, claim(Protocol.POP3, "a.ch")], ())) == MAX_ROWS + 2
