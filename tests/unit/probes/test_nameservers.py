"""How nameservers are written."""

import pytest

from probes.nameservers import parse_nameserver


@pytest.mark.parametrize(
    ("text", "address", "port"),
    [
        ("192.0.2.53", "192.0.2.53", 53),
        ("192.0.2.53:5353", "192.0.2.53", 5353),
        ("2001:db8::53", "2001:db8::53", 53),
        ("[2001:db8::53]", "2001:db8::53", 53),
        ("[2001:db8::53]:5353", "2001:db8::53", 5353),
    ],
)
def test_nameservers(text, address, port):
    assert parse_nameserver(text) == (address, port)


@pytest.mark.parametrize(
    "text", ["", "ns.example", "192.0.2.53:", "192.0.2.53:x", "a:b:c", "192.0.2.53:0", "192.0.2.53:65536", "[::1]:5x"]
)
def test_what_is_no_nameserver(text):
    with pytest.raises(ValueError, match="is no IP address or IP:PORT"):
        parse_nameserver(text)
