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


METADATA = [
    "169.254.169.254", "169.254.170.2", "100.100.100.200", "168.63.129.16", "192.0.0.192",
    "fd00:ec2::254", "fd00:ec2::23", "fd20:ce::254", "fd00:c1::a9fe:a9fe", "fd00:42::42", "fe80::a9fe:a9fe",
]  # fmt: skip


@pytest.mark.parametrize("text", METADATA)
def test_services_that_hand_out_the_rights_of_a_machine_are_never_asked(text):
    with pytest.raises(AddressRefusedError):
        guard("0.0.0.0/0", "::/0", f"{text}/{128 if ':' in text else 32}").judge(text)


NEVER_IPV4 = [network for network in NEVER if network.version == 4]
PARTS = st.integers(0, 2**64 - 1)
LOCAL_NAT64 = 0x64FF9B0001 << 80


def six(number):
    return str(ipaddress.IPv6Address(number))


def forms_of(number, free):
    """Every way in which an IPv6 address can lead to an IPv4 address; ``free``: bits that lead nowhere."""
    low = free & 0xFFFFFFFF
    isatap = (0x2A00 << 112) | (low << 64) | (0x5EFE << 32) | number
    return {
        "mapped": six(0xFFFF << 32 | number),
        "translated": six(0xFFFF << 48 | number),
        "compatible": six(number),
        "NAT64": six(0x64FF9B << 96 | number),
        "6to4": six(0x2002 << 112 | number << 80 | free),
        "Teredo, client": six(0x20010000 << 96 | low << 64 | (~number & 0xFFFFFFFF)),
        "Teredo, server": six(0x20010000 << 96 | number << 64 | free),
        "ISATAP": six(isatap),
        "ISATAP, global": six(isatap | 0x02000000 << 32),
        "local NAT64, 96": six(LOCAL_NAT64 | number),
        "local NAT64, 64": six(LOCAL_NAT64 | number << 24),
        "local NAT64, 56": six(LOCAL_NAT64 | (number >> 24) << 64 | (number & 0xFFFFFF) << 32),
        "local NAT64, 48": six(LOCAL_NAT64 | (number >> 16) << 64 | (number & 0xFFFF) << 40 | low),
    }


@given(st.sampled_from(NEVER_IPV4).flatmap(lambda network: st.ip_addresses(network=network)), PARTS, st.booleans())
def test_no_form_of_a_forbidden_address_passes_whatever_an_operator_opens(address, free, wide):
    for name, text in forms_of(int(address), free).items():
        if name != "mapped" and address in ipaddress.ip_network("0.0.0.0/8"):
            continue  # leads nowhere, and ::1 is of this form
        opened = guard("0.0.0.0/0", "::/0") if wide else guard(f"{text}/128", "2000::/3", "64:ff9b::/32", "::/3")
        with pytest.raises(AddressRefusedError):
            opened.judge(text)


@given(st.sampled_from(PRIVATE[:4]).flatmap(lambda network: st.ip_addresses(network=network)), PARTS)
def test_a_private_address_passes_in_another_form_only_where_it_is_opened_itself(address, free):
    for text in forms_of(int(address), free).values():
        with pytest.raises(AddressRefusedError):
            guard("::/0").judge(text)


def test_a_network_behind_nat64_can_be_opened():
    behind = guard("64:ff9b::/96")
    assert str(behind.judge("64:ff9b::808:808")) == "64:ff9b::808:808"
    with pytest.raises(AddressRefusedError):
        behind.judge("64:ff9b::a01:203")
    both = guard("64:ff9b::/96", "10.0.0.0/8")
    assert str(both.judge("64:ff9b::a01:203")) == "64:ff9b::a01:203"
    own = ipaddress.ip_address("193.5.22.1")
    with pytest.raises(AddressRefusedError):
        AddressGuard(AddressGuard.of(("64:ff9b::/96",)).allowed, is_own=own.__eq__).judge("64:ff9b::c105:1601")


def test_loopback_and_the_local_nat64_can_be_opened():
    assert str(guard("::1/128").judge("::1")) == "::1"
    assert str(guard("64:ff9b:1::/48").judge("64:ff9b:1::808:808")) == "64:ff9b:1::808:808"
