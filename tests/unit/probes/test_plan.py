"""Which ports are tried."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes.codes import Protocol, Reason, Security, Source, Trust
from probes.plan import MAX_HOSTS, MAX_ROWS, MAX_TRIED, endpoints
from probes.results import CERTIFICATE_OF, Claim, Evidence

AT = Evidence(at=datetime(2026, 1, 1, tzinfo=UTC))


def claim(protocol, host, port=None, security=None, source=Source.SRV, trust=Trust.TRUSTED):
    return Claim(source, protocol, host, trust, AT, port=port, security=security)


def crowd(source, number=MAX_HOSTS + 2, trust=Trust.TRUSTED):
    return [claim(Protocol.IMAP, f"{source.value}{each}.a.ch", source=source, trust=trust) for each in range(number)]


def hosts(found):
    return list(dict.fromkeys(each.host for each in found if each.barred is None))


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
    claims = crowd(Source.SRV)
    assert [each[3] for each in tried(claims)].count(Reason.LEFT_ALONE) == 4
    assert hosts(endpoints(claims, ())) == [each.host for each in claims[:MAX_HOSTS]]


def test_until_all_have_answered_each_source_has_room_for_its_first_hosts_and_of_the_rest_nothing_is_said():
    found = endpoints([*crowd(Source.SRV), *crowd(Source.ISPDB)], (), pending=(Source.TXT_MAILCONF,))
    assert hosts(found) == ["srv0.a.ch", "srv1.a.ch", "ispdb0.a.ch"]
    assert {each.barred for each in found} == {None}


@pytest.mark.parametrize("order", list(permutations((Source.SRV, Source.AUTOCONFIG_HTTPS, Source.ISPDB))))
def test_what_is_tried_does_not_depend_on_who_answers_first(order):
    answers = {
        Source.SRV: crowd(Source.SRV, trust=Trust.NEEDS_CONSENT),
        Source.AUTOCONFIG_HTTPS: crowd(Source.AUTOCONFIG_HTTPS, 2, Trust.VERIFIED),
        Source.ISPDB: crowd(Source.ISPDB, 1),
    }
    begun, claims = (), {}
    for place, source in enumerate(order):
        claims[source] = answers[source]
        in_order = [each for one in Source for each in claims.get(one, ())]
        begun += endpoints(in_order, (), begun, order[place + 1 :])
    assert sorted(hosts(begun)) == [
        "autoconfig_https0.a.ch",
        "autoconfig_https1.a.ch",
        "ispdb0.a.ch",
        "srv0.a.ch",
        "srv1.a.ch",
    ]
    assert {each.host for each in begun if each.barred} == {f"srv{number}.a.ch" for number in range(2, 7)}


def test_left_over_room_goes_to_the_most_trusted():
    doubtful = crowd(Source.ISPDB, 4, Trust.NEEDS_CONSENT)
    claims = [*doubtful, *crowd(Source.TXT_MAILCONF, 3, Trust.VERIFIED)]
    assert set(hosts(endpoints(claims, ()))) == {
        "ispdb0.a.ch",
        "ispdb1.a.ch",
        *(f"txt_mailconf{number}.a.ch" for number in range(3)),
    }


def test_even_sources_that_all_contradict_each_other_have_few_hosts_tried():
    claims = [each for source in Source for each in crowd(source, 1)]
    found = endpoints(claims, (), pending=(Source.GUESS,))
    assert len(hosts(found)) == MAX_TRIED
    begun = (*found, *endpoints([*claims, *crowd(Source.MANUAL, 5)], (), found))
    assert len(hosts(begun)) == MAX_TRIED
    assert len({each.key for each in begun}) == len(begun) <= MAX_ROWS


@given(st.permutations([source for source in Source if source is not Source.GUESS]))
def test_of_more_hosts_than_are_tried_the_same_ones_are_whoever_answers_first(order):
    """The best sources have their room, however late they answer; what follows is tried as soon as it is certain."""
    begun, claims = (), {}
    for place, source in enumerate(order):
        claims[source] = crowd(source, 1, Trust.VERIFIED if source is Source.AUTOCONFIG_HTTPS else Trust.TRUSTED)
        in_order = [each for one in Source for each in claims.get(one, ())]
        begun += endpoints(in_order, (), begun, order[place + 1 :])
    best = ("manual", "pacc", "autoconfig_https", "well_known_https", "srv", "txt_mailconf", "ispdb", "provider_list")
    assert set(hosts(begun)) == {f"{source}0.a.ch" for source in best}


def test_a_server_of_any_source_is_tried_at_once_where_only_a_few_are_still_asked():
    named = crowd(Source.AUTOCONFIG_HTTP, 1)
    slow = (Source.AUTOCONFIG_HTTPS, Source.WELL_KNOWN_HTTPS, Source.ISPDB, Source.PACC, Source.AUTODISCOVER)
    assert hosts(endpoints(named, (), pending=slow)) == ["autoconfig_http0.a.ch"]
    assert endpoints(named, (), pending=[source for source in Source if source is not Source.AUTOCONFIG_HTTP]) == ()


def test_all_hosts_that_somebody_typed_are_tried():
    found = endpoints(crowd(Source.MANUAL, 5), (), pending=(Source.SRV,))
    assert len(hosts(found)) == 5


def test_an_endpoint_knows_who_comes_before_it():
    claims = [*crowd(Source.SRV, 2), claim(Protocol.POP3, "pop.a.ch")]
    ahead = {(each.host, each.port): each.ahead for each in endpoints(claims, ())}
    assert ahead["srv0.a.ch", 993] == ahead["pop.a.ch", 110] == ()
    assert ahead["srv1.a.ch", 993] == ("srv0.a.ch",)


def test_a_name_that_was_left_alone_is_tried_where_the_certificate_carries_it():
    guessed = claim(Protocol.IMAP, "a.ch", source=Source.GUESS, trust=Trust.NEEDS_CONSENT)
    (secure, plain) = endpoints([guessed], ())
    begun = (replace(secure, barred=Reason.LEFT_ALONE), plain)
    assert endpoints([guessed], (), begun) == ()
    named = replace(guessed, evidence=replace(AT, record=f"{CERTIFICATE_OF}mail.a.ch:993"))
    (again,) = endpoints([guessed, named], (), begun)
    assert (again.key, again.barred, again.most_names) == (secure.key, None, secure.most_names + 1)
    assert endpoints([guessed, named], (), (replace(again, barred=Reason.LEFT_ALONE), plain)) == ()  # but not for ever


def test_a_report_keeps_few_of_the_hosts_that_are_not_tried():
    claims = [claim(Protocol.IMAP, f"m{number}.a.ch", 1000 + number) for number in range(200)]
    assert len(endpoints(claims, ())) == MAX_ROWS
    assert len(endpoints([*claims, claim(Protocol.POP3, "a.ch")], ())) == MAX_ROWS + 2
