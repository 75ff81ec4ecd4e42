"""The address guard: what Python calls global is not enough, and what an operator opens stays bounded."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes.errors import AddressRefusedError
from probes.guard import NEVER, AddressGuard


def guard(*networks):
    return AddressGuard(AddressGuard.of(networks).allowed, is_own=lambda address: False)


REFUSED = [
    "127.0.0.1", "127.255.255.254", "10.0.0.1", "172.16.0.1", "192.168.1.1", "100.64.0.1", "100.100.100.200",
    "169.254.169.254", "0.0.0.0", "255.255.255.255", "224.0.0.1", "239.1.2.3", "192.0.0.8", "192.0.0.192",
    "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "192.88.99.1", "168.63.129.16", "240.0.0.1",
    "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1",
    "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::1", "3fff::1", "5f00::1", "fc00::1",
    "fd00:ec2::254", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "2606:4700::1%1",
    "", "localhost", "127.1", "0x7f000001", "2130706433", "8.8.8.8 ", "8.8.8.8/32",
]  # fmt: skip
PUBLIC = ["8.8.8.8", "193.5.22.1", "1.1.1.1", "2606:4700::1111", "2a00:1450:4001::1", "::ffff:8.8.8.8"]


@pytest.mark.parametrize("text", REFUSED)
def test_addresses_that_are_not_public_are_refused(text):
    with pytest.raises(AddressRefusedError):
        guard().judge(text)


@pytest.mark.parametrize("text", PUBLIC)
def test_public_addresses_pass(text):
    assert str(guard().judge(text)) == text.removeprefix("::ffff:")


def test_the_refusal_is_always_the_same():
    messages = set()
    for text in REFUSED:
        with pytest.raises(AddressRefusedError) as caught:
            guard().judge(text)
        messages.add((str(caught.value), caught.value.words))
    assert messages == {("address_refused", None)}


def test_the_operator_can_open_networks_but_never_metadata():
    opened = guard("10.0.0.0/8", "127.0.0.0/8", "fc00::/7")
    assert str(opened.judge("10.1.2.3")) == "10.1.2.3"
    assert str(opened.judge("::ffff:10.1.2.3")) == "10.1.2.3"
    assert str(opened.judge("fd12::1")) == "fd12::1"
    everything = guard("0.0.0.0/0", "::/0")
    for network in NEVER:
        with pytest.raises(AddressRefusedError):
            everything.judge(str(network.network_address))
    with pytest.raises(AddressRefusedError):
        opened.judge("192.168.1.1")


def test_a_wrong_network_is_an_error_of_the_operator():
    with pytest.raises(ValueError, match="nonsense"):
        AddressGuard.of(("nonsense",))


def test_one_bad_address_refuses_the_whole_name():
    with pytest.raises(AddressRefusedError):
        guard().judge_all(("8.8.8.8", "10.0.0.1"))


def test_our_own_public_addresses_are_refused_unless_opened():
    own = ipaddress.ip_address("193.5.22.1")
    with pytest.raises(AddressRefusedError):
        AddressGuard(is_own=own.__eq__).judge("193.5.22.1")
    opened = AddressGuard(AddressGuard.of(("193.5.22.1/32",)).allowed, is_own=own.__eq__)
    assert opened.judge("193.5.22.1") == own


PRIVATE = [
    ipaddress.ip_network(text)
    for text in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16", "100.64.0.0/10")
]


@given(st.sampled_from(PRIVATE).flatmap(lambda network: st.ip_addresses(network=network)))
def test_no_private_address_passes_in_any_notation(address):
    number = int(address)
    for text in (str(address), f"::ffff:{address}", str(ipaddress.IPv6Address((0x64FF9B << 96) | number))):
        with pytest.raises(AddressRefusedError):
            guard().judge(text)


@given(st.ip_addresses(v=6))
def test_ipv6_passes_only_inside_global_unicast(address):
    try:
        judged = guard().judge(str(address))
    except AddressRefusedError:
        return
    assert judged.version == 4 or judged in ipaddress.ip_network("2000::/3")
