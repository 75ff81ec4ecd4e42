"""Guesses only fill gaps, only with names that exist."""

import pytest

from probes.codes import Protocol, Source, Trust
from probes.discovery import guess
from probes.errors import DnsFailedError
from probes.results import Claim, Evidence, MailExchanger


def claim(tools, protocol, host):
    return Claim(Source.SRV, protocol, host, Trust.TRUSTED, Evidence(at=tools.at))


def guessed(found):
    return {(each.protocol.value, each.host) for each in found.claims}


def test_only_protocols_that_nobody_speaks_of(tools):
    claims = (claim(tools, Protocol.IMAP, "mail.firma.ch"), claim(tools, Protocol.POP3, "."))
    assert guess.missing(claims) == (Protocol.SUBMISSION,)


def test_only_names_that_exist_the_best_first(dns, tools):
    dns.hosts = {"mail.firma.ch": ("8.8.8.8",), "pop.firma.ch": ("8.8.8.9",), "firma.ch": ("8.8.4.4",)}
    found = guess.discover("firma.ch", (), (), tools)
    assert [each.host for each in found.claims if each.protocol is Protocol.POP3] == [
        "pop.firma.ch", "mail.firma.ch", "firma.ch",
    ]  # fmt: skip
    assert {each.trust for each in found.claims} == {Trust.NEEDS_CONSENT}


def test_a_server_named_for_another_protocol_comes_first(dns, tools):
    dns.hosts = {"srv.hoster.example": ("8.8.8.8",), "mail.firma.ch": ("8.8.8.9",)}
    claims = (claim(tools, Protocol.IMAP, "srv.hoster.example"),)
    found = guess.discover("firma.ch", claims, (), tools)
    assert next(each.host for each in found.claims if each.protocol is Protocol.POP3) == "srv.hoster.example"


def test_the_mail_exchanger_counts_unless_it_is_a_gateway(dns, tools):
    dns.hosts = {"mx1.pphosted.com": ("8.8.8.8",), "server7.firma.ch": ("8.8.8.9",)}
    exchangers = (MailExchanger("mx1.pphosted.com", 10, gateway="proofpoint"), MailExchanger("server7.firma.ch", 20))
    assert {host for _, host in guessed(guess.discover("firma.ch", (), exchangers, tools))} == {"server7.firma.ch"}


def test_a_name_with_a_refused_address_stays_visible(dns, tools):
    dns.hosts = {"mail.firma.ch": ("10.0.0.1",)}
    assert ("imap", "mail.firma.ch") in guessed(guess.discover("firma.ch", (), (), tools))


def test_a_name_of_which_the_dns_did_not_say_stays_visible(dns, tools):
    dns.hosts = {"firma.ch": ("8.8.4.4",)}
    dns.broken = {"imap.firma.ch"}
    found = guessed(guess.discover("firma.ch", (), (), tools))
    assert ("imap", "imap.firma.ch") in found
    assert ("pop3", "pop3.firma.ch") not in found


def test_a_dead_dns_is_a_failure_not_an_empty_answer(dns, tools):
    dns.broken = {"*"}
    with pytest.raises(DnsFailedError):
        guess.discover("firma.ch", (), (), tools)


def test_however_many_servers_are_named_few_names_are_asked_for(dns, tools):
    claims = tuple(claim(tools, Protocol.IMAP, f"m{number}.firma.ch") for number in range(200))
    dns.hosts = {"mail.firma.ch": ("8.8.8.9",)}
    assert ("pop3", "mail.firma.ch") in guessed(guess.discover("firma.ch", claims, (), tools))
    assert len(dns.asked) < 20


def test_many_servers_of_other_services_do_not_crowd_out_the_usual_names(dns, tools):
    names = ("s1.firma.ch", "s2.firma.ch", "s3.firma.ch", "s4.firma.ch", "pop.firma.ch")
    dns.hosts = {name: (f"8.8.8.{number}",) for number, name in enumerate(names)}
    claims = tuple(claim(tools, Protocol.IMAP, name) for name in names[:4])
    found = guess.discover("firma.ch", claims, (), tools)
    hosts = [each.host for each in found.claims if each.protocol is Protocol.POP3]
    assert hosts == ["s1.firma.ch", "s2.firma.ch", "pop.firma.ch", "s3.firma.ch", "s4.firma.ch"]


def test_more_names_of_the_same_server_say_nothing_new(dns, tools):
    dns.hosts = dict.fromkeys(
        ("pop3.firma.ch", "pop.firma.ch", "mail.firma.ch", "mx.firma.ch", "firma.ch"), ("8.8.8.8",)
    )
    found = guess.discover("firma.ch", (), (MailExchanger("mx.firma.ch", 10),), tools)
    hosts = [each.host for each in found.claims if each.protocol is Protocol.POP3]
    assert hosts == ["pop3.firma.ch", "pop.firma.ch", "mail.firma.ch", "mx.firma.ch"]
