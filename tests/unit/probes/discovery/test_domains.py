"""Who belongs together, as far as the public suffix list tells."""

import pytest

from probes.discovery.domains import all_of_one_organisation, registrable, same_organisation


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("mail.firma.ch", "firma.ch", True),
        ("firma.ch", "firma.ch", True),
        ("firma.ch", "firmaxy.ch", False),
        ("evilfirma.ch", "firma.ch", False),
        ("firma.ch.hoster.example", "firma.ch", False),
        ("a.co.uk", "b.co.uk", False),
        ("mail.a.co.uk", "a.co.uk", True),
        ("co.uk", "a.co.uk", False),
        ("co.uk", "co.uk", True),
        ("mail.firma.dyndns.org", "firma.dyndns.org", True),
        ("other.dyndns.org", "firma.dyndns.org", False),  # anybody may have a name there
        ("other.synology.me", "firma.synology.me", False),
        ("dyndns.org", "firma.dyndns.org", False),
        ("b.xn--hkkinen-5wa.fi", "a.xn--hkkinen-5wa.fi", False),
        ("firma.us-central1.run.app", "other.us-central1.run.app", False),  # the rule *.run.app
        ("mail.protection.outlook.com", "outlook.com", True),
        ("xn--bcher-kva.ch", "mail.xn--bcher-kva.ch", True),
    ],
)
def test_same_organisation(first, second, same):
    assert same_organisation(first, second) is same
    assert same_organisation(second, first) is same


def test_all_of_one_organisation():
    assert all_of_one_organisation(["firma.ch", "mail.firma.ch"], "firma.ch")
    assert not all_of_one_organisation(["firma.ch", "hoster.example"], "firma.ch")


@pytest.mark.parametrize(
    ("name", "base"),
    [("mx.eu.hoster.co.uk", "hoster.co.uk"), ("hoster.co.uk", "hoster.co.uk"), ("co.uk", None), ("ch", None)],
)
def test_registrable(name, base):
    assert registrable(name) == base
