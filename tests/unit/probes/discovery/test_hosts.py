"""One name, one question, one verdict."""

import pytest

from probes.errors import AddressRefusedError, DnsFailedError, NameNotFoundError


def test_a_name_is_asked_once_and_keeps_its_first_answer(dns, tools):
    dns.hosts["mail.firma.ch"] = ("8.8.8.8",)
    assert str(tools.hosts.find("mail.firma.ch", tools.deadline).address) == "8.8.8.8"
    dns.hosts["mail.firma.ch"] = ("127.0.0.1",)
    assert str(tools.hosts.find("mail.firma.ch", tools.deadline).address) == "8.8.8.8"
    assert dns.asked == ["mail.firma.ch"]


def test_errors_are_kept_too(dns, tools):
    for name, error in (
        ("nix.ch", NameNotFoundError),
        ("kaputt.ch", DnsFailedError),
        ("127.0.0.1", AddressRefusedError),
    ):
        dns.broken = {"kaputt.ch"}
        for _ in range(2):
            with pytest.raises(error):
                tools.hosts.find(name, tools.deadline)
    assert dns.asked == ["nix.ch", "kaputt.ch"]


def test_one_private_address_among_public_ones_refuses_the_name(dns, tools):
    dns.hosts["mail.firma.ch"] = ("8.8.8.8", "10.0.0.1")
    with pytest.raises(AddressRefusedError):
        tools.hosts.find("mail.firma.ch", tools.deadline)


def test_who_had_no_time_left_spoils_the_answer_for_nobody_else(dns, tools):
    dns.hosts["mail.firma.ch"] = ("8.8.8.8",)
    dns.broken = {"mail.firma.ch"}
    with pytest.raises(DnsFailedError):
        tools.hosts.find("mail.firma.ch", tools.deadline.within(0.01))
    dns.broken = set()
    assert str(tools.hosts.find("mail.firma.ch", tools.deadline).address) == "8.8.8.8"
