"""Wherever a source points to: a private address gets no packet, and nobody learns what is there."""

from functools import partial

import pytest

from probes.codes import Reason
from probes.discovery import autoconfig, autodiscover, autodiscover_v2, ispdb, jmap, mx, pacc, txt_mailconf
from probes.errors import AddressRefusedError
from probes.toolbox import open_toolbox
from tests.integration.probes.discovery.conftest import answer, redirect

INSIDE = "config.hoster.example"
LIST = f"https://{INSIDE}/v1.1"


def of_exchanger(domain, tools):
    return mx.discover(domain, tools).follow_up(tools)


SOURCES = {
    "autoconfig_https": (autoconfig.discover_autoconfig, "autoconfig.firma.example"),
    "autoconfig_http": (autoconfig.discover_autoconfig_http, "autoconfig.firma.example"),
    "well_known_https": (autoconfig.discover_well_known, "firma.example"),
    "well_known_http": (autoconfig.discover_well_known_http, "firma.example"),
    "pacc": (pacc.discover, "ua-auto-config.firma.example"),
    "autodiscover": (autodiscover.discover, "autodiscover.firma.example"),
    "autodiscover_srv": (autodiscover.discover_srv, "autodiscover.firma.example"),
    "autodiscover_v2": (autodiscover_v2.discover, "autodiscover.firma.example"),
    "txt_mailconf": (txt_mailconf.discover, "autoconfig.firma.example"),
    "jmap": (jmap.discover, "firma.example"),
    "ispdb": (ispdb.discover, "list.example"),
    "mx_provider": (of_exchanger, "autoconfig.hoster.example"),
}


def records(web, host):
    """Records that lead the sources which follow records to ``host``."""
    web.lab.dns.add("_autodiscover._tcp.firma.example", "SRV", f"0 0 443 {host}.")
    web.lab.dns.add("firma.example", "TXT", f'"mailconf=https://{host}/x"')
    web.lab.dns.add("firma.example", "MX", "10 mx.hoster.example.")


@pytest.mark.parametrize("source", SOURCES)
def test_the_first_place_in_a_private_network_is_refused_without_a_packet(web, source):
    discover, name = SOURCES[source]
    records(web, name)
    inside = web.serve(name, answer(b"secret"), answer(b"secret"))
    found = web.discover(discover, allow_networks=(), ispdb_url=f"https://{name}/v1.1")
    assert found.claims == ()
    assert "address_refused" in [step.status for step in found.evidence]
    assert set(inside.peers.values()) == {0}


@pytest.mark.parametrize("source", SOURCES)
def test_a_redirect_into_a_private_network_is_refused_without_a_packet(web, source):
    discover, name = SOURCES[source]
    records(web, name)
    inside = web.serve(INSIDE, answer(b"secret"), answer(b"secret"))
    outside = web.serve(name, redirect(f"https://{INSIDE}/x"), redirect(f"https://{INSIDE}/x"))
    allowed = (f"{outside.address}/32",)
    found = web.discover(discover, allow_networks=allowed, ispdb_url=f"https://{name}/v1.1")
    assert (found.claims, set(inside.peers.values())) == ((), {0})
    refused = [step for step in found.evidence if step.status == Reason.ADDRESS_REFUSED.value]
    assert [step.url for step in refused][:1] == [f"https://{INSIDE}/x"]
    assert {(step.sha256, step.record) for step in refused} == {(None, None)}


@pytest.mark.parametrize("source", SOURCES)
def test_a_name_that_is_rebound_is_never_asked_for_again(web, source):
    discover, name = SOURCES[source]
    records(web, name)
    inside = web.lab.host("inside.example", {443: lambda peer: peer.hold(), 80: lambda peer: peer.hold()})
    outside = web.serve(name, redirect(f"https://{name}/again"), redirect(f"https://{name}/again"))
    web.lab.dns.answer_in_turn(name, "A", outside.address, inside.address)
    tools = open_toolbox(
        web.lab.options(allow_networks=(f"{outside.address}/32",), ispdb_url=f"https://{name}/v1.1"), None
    )
    for _ in range(2):
        partial(discover, "firma.example")(tools)
    assert set(inside.peers.values()) == {0}
    assert web.lab.dns.queries.count((name, "A")) == 1


@pytest.mark.parametrize(
    "addresses",
    [("10.0.0.1",), ("8.8.8.8", "192.168.0.1"), ("169.254.169.254",), ("100.100.100.200",), ("168.63.129.16",)],
)
def test_one_fixed_message_whatever_the_private_address(web, addresses):
    for address in addresses:
        web.lab.dns.add("autoconfig.firma.example", "A", address)
    found = web.discover(autoconfig.discover_autoconfig)
    assert (found.failed, found.reason, found.notes) == (True, Reason.ADDRESS_REFUSED, ())
    assert [step.status for step in found.evidence] == [str(AddressRefusedError())]
