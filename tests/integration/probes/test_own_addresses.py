"""The guard knows the addresses of this machine without sending anything."""

import ipaddress

from probes.guard import is_own_address


def test_addresses_of_this_machine():
    assert is_own_address(ipaddress.ip_address("127.0.0.1"))
    assert not is_own_address(ipaddress.ip_address("192.0.2.1"))
    assert not is_own_address(ipaddress.ip_address("2001:db8::1"))
