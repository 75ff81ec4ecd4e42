"""What one name of a server tells of its other names."""

from dataclasses import replace

import pytest

from probes.calls import Calls
from probes.codes import Reason, Status
from probes.errors import LeftAloneError
from probes.results import Tls
from probes.shared_facts import for_other_name, with_shared_facts
from tests.made_up.small_reports import certificate, failed, service

HERE, THERE = "192.0.2.5", "2001:db8::5"
ONE = Tls("TLSv1.3", "AES", certificate(sha256="a" * 64))
WRONG_NAME = Tls("TLSv1.3", "AES", certificate(sha256="a" * 64, name_matches=False, problem=Reason.CERTIFICATE_NAME))
OTHER = Tls("TLSv1.3", "AES", certificate(sha256="b" * 64))
FIRST = service(address=HERE, tls=ONE)
MISNAMED = service(host="imap.firma.ch", address=HERE, tls=WRONG_NAME, reason=Reason.CERTIFICATE_NAME)
SECOND = service(address=THERE, tls=ONE, second_family=True)
ALONE = service(host="d.firma.ch", address=HERE, tls=None, status=Status.NOT_RUN, reason=Reason.LEFT_ALONE)


@pytest.mark.parametrize("reason", [Reason.REFUSED, Reason.FILTERED])
def test_what_no_name_can_change_is_told_of_a_name_that_was_left_alone(reason):
    told = with_shared_facts([failed(reason, address=HERE), ALONE])[1]
    assert (told.host, told.status, told.reason, told.address) == ("d.firma.ch", Status.FAILED, reason, HERE)


@pytest.mark.parametrize(
    "known", [failed(Reason.GREETING_TIMEOUT, address=HERE), failed(address=THERE), failed(address=HERE, port=143)]
)
def test_anything_else_says_nothing_of_it(known):
    assert with_shared_facts([known, ALONE]) == (known, ALONE)


def test_without_an_address_nothing_is_shared():
    nowhere = replace(ALONE, address=None)
    assert with_shared_facts([failed(), nowhere])[1] == nowhere


def test_the_second_address_with_the_same_certificate_says_the_same_to_both_names():
    row = for_other_name(MISNAMED, FIRST, SECOND)
    assert (row.host, row.address, row.second_family) == ("imap.firma.ch", THERE, True)
    assert (row.reason, row.tls.certificate) == (Reason.CERTIFICATE_NAME, WRONG_NAME.certificate)
    back = for_other_name(FIRST, MISNAMED, replace(SECOND, tls=WRONG_NAME, reason=Reason.CERTIFICATE_NAME))
    assert (back.reason, back.tls.certificate) == (None, ONE.certificate)


@pytest.mark.parametrize(
    ("other", "first", "second"),
    [
        (replace(MISNAMED, tls=OTHER), FIRST, SECOND),
        (MISNAMED, FIRST, replace(SECOND, tls=OTHER)),
        (MISNAMED, FIRST, replace(SECOND, tls=None)),
        (MISNAMED, FIRST, replace(SECOND, status=Status.FAILED, reason=Reason.CLOSED, tls=None)),
        (failed(Reason.CLOSED, host="imap.firma.ch", address=HERE), FIRST, SECOND),
    ],
)
def test_where_the_name_may_make_a_difference_it_must_be_asked(other, first, second):
    assert for_other_name(other, first, second) is None


@pytest.mark.parametrize("reason", [Reason.REFUSED, Reason.NO_ROUTE])
def test_a_second_address_where_nobody_gets_through_is_the_same_for_all_names(reason):
    row = for_other_name(MISNAMED, FIRST, failed(reason, address=THERE, second_family=True))
    assert (row.host, row.reason, row.tls) == ("imap.firma.ch", reason, None)


def test_calls_are_counted_for_each_port_of_each_address():
    calls = Calls(2)
    for _ in range(2):
        calls.count(HERE, 993)
    calls.count(HERE, 143)
    calls.count(THERE, 993)
    with pytest.raises(LeftAloneError):
        calls.count(HERE, 993)
