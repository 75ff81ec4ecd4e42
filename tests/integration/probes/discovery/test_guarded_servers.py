"""Whoever names a mail server in a private network: no packet goes there, and one fixed word is all that is said."""

import base64
import hashlib
import json

import pytest

from probes.codes import Offer, Protocol, Reason, Security, Source, Status
from probes.errors import AddressRefusedError
from probes.options import ManualClaim
from probes.runner import run
from probes.target import parse_target
from tests.integration.probes.discovery.conftest import answer, settings_file

INSIDE = "inside.firma.example"
PORTS = (143, 993, 110, 995, 587, 465, 4190)
XML = b"Content-Type: text/xml"
PACC = json.dumps({"protocols": {"imap": {"host": INSIDE}}}).encode()
POX = (
    b"<Autodiscover><Response><Account><Action>settings</Action><Protocol><Type>IMAP</Type>"
    b"<Server>%s</Server><Port>993</Port></Protocol></Account></Response></Autodiscover>" % INSIDE.encode()
)
FILE = answer(settings_file(INSIDE), b"200 OK", XML)
MANUAL = (ManualClaim(Protocol.IMAP, INSIDE, 993, Security.TLS),)


def by_srv(web):
    web.lab.dns.add("_imaps._tcp.firma.example", "SRV", f"0 1 993 {INSIDE}.")


def by_exchanger(web):
    web.lab.dns.add("firma.example", "MX", f"10 {INSIDE}.")


def by_autoconfig(web):
    web.serve("autoconfig.firma.example", {"/mail/config-v1.1.xml": FILE})


def by_http(web):
    web.serve("autoconfig.firma.example", {}, {"/mail/config-v1.1.xml": FILE})


def by_txt(web):
    web.lab.dns.add("firma.example", "TXT", '"mailconf=https://config.hoster.example/txt"')
    web.serve("config.hoster.example", {"/txt": FILE})


def by_pacc(web):
    digest = base64.b64encode(hashlib.sha256(PACC).digest()).decode()
    web.lab.dns.add("_ua-auto-config.firma.example", "TXT", f'"v=UAAC1; a=sha256; d={digest}"')
    web.serve("ua-auto-config.firma.example", answer(PACC, b"200 OK", b"Content-Type: application/json"))


def by_autodiscover(web):
    web.serve("autodiscover.firma.example", {"/autodiscover/autodiscover.xml": answer(POX, b"200 OK", XML)})


def by_hand(web):
    web.lab.dns.add("firma.example", "MX", "10 mx.hoster.example.")


WAYS = {
    by_srv: Source.SRV, by_exchanger: Source.GUESS, by_autoconfig: Source.AUTOCONFIG_HTTPS,
    by_http: Source.AUTOCONFIG_HTTP, by_txt: Source.TXT_MAILCONF, by_pacc: Source.PACC,
    by_autodiscover: Source.AUTODISCOVER, by_hand: Source.MANUAL,
}  # fmt: skip


@pytest.mark.parametrize(("name", "source"), WAYS.items(), ids=[way.__name__ for way in WAYS])
def test_a_private_server_gets_no_packet_whoever_names_it(web, name, source):
    inside = web.lab.host(INSIDE, dict.fromkeys(PORTS, lambda peer: peer.hold()))
    name(web)
    outside = tuple(f"{host.address}/32" for host in web.lab.started if host is not inside)
    manual = MANUAL if name is by_hand else ()
    report = run(parse_target("firma.example"), web.lab.options(allow_networks=outside, manual=manual, second_pass=1.0))
    assert source in {claim.source for claim in report.claims if claim.host == INSIDE}
    tried = [each for each in report.services if each.host == INSIDE]
    assert {(each.status, each.reason, each.address, each.words) for each in tried} == {
        (Status.NOT_RUN, Reason.ADDRESS_REFUSED, None, None)
    }
    assert Reason.ADDRESS_REFUSED.value == str(AddressRefusedError()), "one fixed message"
    assert set(inside.peers.values()) == {0}
    assert report.offers.imap is Offer.NOT_TESTED, "could not test is never not offered"
    assert report.hosts == ()


WIDE = ("0.0.0.0/0", "::/0")
FORMS = {  # of 169.254.169.254, where clouds hand out the rights of a machine
    "mapped": "::ffff:a9fe:a9fe", "nat64": "64:ff9b::a9fe:a9fe", "6to4": "2002:a9fe:a9fe::1",
    "local nat64": "64:ff9b:1:a9fe:a9:fe00::", "teredo": "2001:0:808:808::5601:5601", "google": "fd20:ce::254",
}  # fmt: skip


@pytest.mark.parametrize("address", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("opened", [WIDE, (*WIDE, "64:ff9b::/96", "2000::/3", "fc00::/7")])
def test_metadata_is_out_of_reach_by_an_alias_and_in_any_form_whatever_the_operator_opened(web, address, opened):
    web.lab.dns.add(INSIDE, "CNAME", "deeper.hoster.example.")
    web.lab.dns.add("deeper.hoster.example", "AAAA", address)
    by_srv(web)
    report = run(parse_target("firma.example"), web.lab.options(allow_networks=opened, second_pass=1.0))
    tried = [each for each in report.services if each.host == INSIDE]
    assert {(each.status, each.reason, each.address) for each in tried} == {
        (Status.NOT_RUN, Reason.ADDRESS_REFUSED, None)
    }


def test_a_mapped_address_behind_an_alias_is_judged_as_what_it_is(web):
    """An operator opened other networks: the private server is reached neither by its address nor by a longer form."""
    inside = web.lab.host("deeper.hoster.example", dict.fromkeys(PORTS, lambda peer: peer.hold()))
    high, low = (int(part) for part in inside.address.split(".")[2:])
    web.lab.dns.add(
        "long.hoster.example", "AAAA", f"::ffff:7f{int(inside.address.split('.')[1]):02x}:{high:02x}{low:02x}"
    )
    web.lab.dns.add(INSIDE, "CNAME", "long.hoster.example.")
    by_srv(web)
    closed = run(parse_target("firma.example"), web.lab.options(allow_networks=("10.0.0.0/8", "::ffff:0:0/96")))
    assert {each.reason for each in closed.services} == {Reason.ADDRESS_REFUSED}
    assert set(inside.peers.values()) == {0}
    opened = run(parse_target("firma.example"), web.lab.options(allow_networks=(f"{inside.address}/32",), deadline=1.0))
    assert inside.address in {each.address for each in opened.services}
