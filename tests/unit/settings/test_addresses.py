"""Addresses, internationalised domains, and names that are made to be mistaken."""

import pytest

from advisor.settings.addresses import mixes_scripts, parse_address, skeleton


def test_an_internationalised_domain_has_both_forms():
    address = parse_address("info@Müller.ch")
    assert (address.shown, address.ascii) == ("info@müller.ch", "info@xn--mller-kva.ch")
    assert (address.local_part, address.domain) == ("info", "xn--mller-kva.ch")


@pytest.mark.parametrize("text", ["", "info", "info@", "@firma.ch", "a b@firma.ch", "info@[192.0.2.1]", "ä@firma.ch"])
def test_what_is_no_address(text):
    assert parse_address(text) is None


def test_domains_of_mixed_alphabets_are_seen():
    assert mixes_scripts("fi\u0433ma.ch")
    assert not mixes_scripts("müller.ch")
    assert not mixes_scripts("пример.example")


def test_letters_that_look_alike_have_the_same_skeleton():
    assert skeleton("\u0441\u043e\u0440.example") == "cop.example"
    assert skeleton("müller.ch") != skeleton("muller.ch")
