"""IPv4 and IPv6 apart, in words: what was not tested is never told as absent."""

from dataclasses import replace

import pytest

from advisor.report.server.families import families
from advisor.text import Language
from probes.codes import Reason, Status
from probes.results import HostFacts
from tests.made_up.probe_reports import GOOD, HOST

FIRST = GOOD.services[0]
SIX = replace(FIRST, second_family=True, address="2001:db8::25")


def told(*others, addresses=(), first=FIRST, language=Language.EN):
    facts = (HostFacts(HOST, addresses),) if addresses else ()
    return families(replace(GOOD, services=(first, *others), hosts=facts), first, language).text


@pytest.mark.parametrize(
    ("others", "addresses", "text"),
    [
        ((SIX,), (), "IPv4: yes; IPv6: yes"),
        ((), ("192.0.2.7",), "IPv4: yes; IPv6: no address"),
        ((), (), "IPv4: yes; IPv6: not tested"),
        ((), ("192.0.2.7", "2001:db8::25"), "IPv4: yes; IPv6: not tested"),
        ((replace(SIX, status=Status.NOT_RUN, reason=Reason.FILTERED),), (), "IPv4: yes; IPv6: not tested"),
    ],
)
def test_each_version_apart(others, addresses, text):
    assert told(*others, addresses=addresses) == text


def test_a_version_that_fails_is_told_with_its_reason():
    text = told(replace(SIX, status=Status.FAILED, reason=Reason.REFUSED, greeting=None, tls=None))
    assert text.startswith("IPv4: yes; IPv6: ")
    assert not text.endswith(("yes", "not tested", "no address"))


@pytest.mark.parametrize("said", [{"greeting": "* OK", "tls": None}, {"greeting": None}])
def test_a_server_that_spoke_was_reached_whatever_was_wrong_then(said):
    first = replace(FIRST, status=Status.FAILED, reason=Reason.STARTTLS_NOT_OFFERED, **said)
    assert told(first=first, addresses=("192.0.2.7",)) == "IPv4: yes; IPv6: no address"


def test_a_server_that_said_nothing_is_told_with_its_reason():
    first = replace(FIRST, status=Status.FAILED, reason=Reason.GREETING_TIMEOUT, greeting=None, tls=None)
    assert told(first=first) == "IPv4: Connected, but silent; IPv6: not tested"


def test_a_server_that_was_tried_over_ipv6_first():
    assert told(first=replace(FIRST, address="2001:db8::25"), addresses=("2001:db8::25",)) == (
        "IPv4: no address; IPv6: yes"
    )


def test_in_german():
    assert told(addresses=("192.0.2.7",), language=Language.DE) == "IPv4: ja; IPv6: keine Adresse"
