"""Who we say that we are: a name or a public address, never one of the network inside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes.identity import Identity, version

PAGE = "https://mail.firma.example/administrators"


@pytest.mark.parametrize(
    ("local", "said"),
    [
        ("8.8.8.8", b"[8.8.8.8]"),
        ("2606:4700::1111", b"[IPv6:2606:4700::1111]"),
        ("192.168.1.7", b"mailweiche.invalid"),
        ("10.0.0.1", b"mailweiche.invalid"),
        ("100.64.0.9", b"mailweiche.invalid"),
        ("127.0.0.1", b"mailweiche.invalid"),
        ("fd12::1", b"mailweiche.invalid"),
        ("fe80::1%eth0", b"mailweiche.invalid"),
    ],
)
def test_without_a_name_only_a_public_address_is_told(local, said) -> None:
    assert Identity().ehlo(local) == said
    assert Identity("check.firma.example").ehlo(local) == b"check.firma.example"


@given(st.ip_addresses())
def test_no_private_address_is_ever_told(address) -> None:
    assert (str(address).encode() in Identity().ehlo(str(address))) == address.is_global


def test_the_name_and_the_release_always_stand_there_and_the_page_where_there_is_one() -> None:
    assert Identity().imap_id() == f'"name" "Mailweiche" "version" "{version()}"'.encode()
    assert Identity(url=PAGE).imap_id().endswith(f' "support-url" "{PAGE}"'.encode())
    assert Identity().user_agent() == f"Mailweiche/{version()}"
    assert Identity(url=PAGE).user_agent() == f"Mailweiche/{version()} (+{PAGE})"
