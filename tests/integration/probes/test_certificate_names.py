"""A certificate for another name: which name is then proposed, and which never."""

import pytest

from advisor.settings.selection import select
from probes.codes import Offer, Protocol, Reason, Source, Status, Trust
from probes.runner import run
from probes.target import parse_target
from tests.integration.probes import speaking

NAME = "mail.kunde.example"
HOSTER = "s17.hoster.example"


@pytest.fixture
def customer(lab):
    """Runs over a customer's name that leads to a hoster's server with the hoster's certificate."""

    def start(context, **changes):
        host = lab.host(NAME, {993: speaking.imaps(context)})
        lab.dns.add("kunde.example", "MX", f"10 {NAME}.")
        lab.dns.add("_imaps._tcp.kunde.example", "SRV", f"0 1 993 {NAME}.")
        return host, lambda: run(parse_target("kunde.example"), lab.options(**changes))

    return start


def guessed(report):
    return {claim.host: claim for claim in report.claims if claim.evidence.record == f"certificate of {NAME}:993"}


def test_a_name_that_leads_to_the_same_server_is_tested_and_proposed(lab, customer, test_ca):
    host, start = customer(test_ca.certificate("www.hoster.example", HOSTER).server_context())
    lab.dns.add(HOSTER, "A", host.address)
    lab.dns.add("www.hoster.example", "A", "127.9.9.9")  # another server under the same certificate
    report = start()
    assert set(guessed(report)) == {HOSTER}
    claim = guessed(report)[HOSTER]
    assert (claim.source, claim.trust, claim.protocol) == (Source.GUESS, Trust.NEEDS_CONSENT, Protocol.IMAP)
    assert report.offers.imap is Offer.OFFERED
    chosen = select(report, Protocol.IMAP).settings
    assert (chosen.host, chosen.proven, chosen.trust) == (HOSTER, True, Trust.NEEDS_CONSENT)


def test_behind_a_wildcard_the_name_of_the_address_tells(lab, customer, test_ca):
    host, start = customer(test_ca.certificate("*.hoster.example").server_context())
    reverse = ".".join(reversed(host.address.split("."))) + ".in-addr.arpa"
    lab.dns.add(reverse, "PTR", f"{HOSTER}.")
    lab.dns.add(reverse, "PTR", "elsewhere.example.")  # not covered by the certificate
    for name in (HOSTER, "elsewhere.example"):
        lab.dns.add(name, "A", host.address)
    assert set(guessed(start())) == {HOSTER}


def test_a_name_of_the_address_that_does_not_lead_back_is_none(lab, customer, test_ca):
    host, start = customer(test_ca.certificate("*.hoster.example").server_context())
    reverse = ".".join(reversed(host.address.split("."))) + ".in-addr.arpa"
    lab.dns.add(reverse, "PTR", f"{HOSTER}.")
    lab.dns.add(HOSTER, "A", "127.9.9.9")
    report = start()
    assert guessed(report) == {}
    assert report.offers.imap is Offer.INSECURE_ONLY


@pytest.mark.parametrize("make", [
    lambda ca: ca.self_signed(HOSTER),
    lambda ca: ca.foreign(HOSTER),
    lambda ca: ca.certificate(HOSTER, valid_days=-2),
])  # fmt: skip
def test_a_certificate_that_nobody_vouches_for_proposes_nothing(lab, customer, test_ca, make):
    host, start = customer(make(test_ca).server_context())
    lab.dns.add(HOSTER, "A", host.address)
    report = start()
    assert guessed(report) == {}
    assert report.services[0].reason is not Reason.CERTIFICATE_NAME


def test_a_proposed_name_that_also_leads_inside_is_refused(lab, customer, test_ca):
    host, start = customer(test_ca.certificate(HOSTER).server_context(), allow_networks=("127.0.0.0/8",))
    lab.dns.add(HOSTER, "A", host.address)
    lab.dns.add(HOSTER, "A", "10.0.0.1")
    assert guessed(start()) == {}


def test_very_many_names_are_not_all_looked_up(lab, customer, test_ca):
    names = [f"kunde{number}.hoster.example" for number in range(60)]
    _, start = customer(test_ca.certificate(*names).server_context())
    start()
    asked = {name for name, kind in lab.dns.queries if name.startswith("kunde") and name.endswith("hoster.example")}
    assert len(asked) <= 8


def test_a_source_that_is_slow_does_not_hold_up_guessing(lab, good_tls):
    lab.dns.add("firma.example", "MX", "10 mail.firma.example.")
    lab.host("mail.firma.example", {993: speaking.imaps(good_tls)})
    lab.host("autoconfig.firma.example", {443: lambda peer: peer.hold()})
    heard = []
    limits = type(lab.options().limits)(tls=6.0, http=6.0, web_silence=6.0)
    report = run(parse_target("firma.example"), lab.options(deadline=8.0, limits=limits), heard.append)
    services = [event for event in heard if type(event).__name__ == "ServiceFinished"]
    last_source = next(
        number for number, event in reversed(list(enumerate(heard))) if type(event).__name__ == "SourceFinished"
    )
    assert heard.index(services[0]) < last_source
    assert report.offers.imap is Offer.OFFERED
    assert {check.source: check.status for check in report.sources}[Source.GUESS] is Status.COMPLETED
