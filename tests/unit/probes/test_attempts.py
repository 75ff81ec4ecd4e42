"""What happens before the first packet."""

import threading
from dataclasses import replace
from datetime import UTC, datetime
from ipaddress import ip_address

import pytest

from probes.attempts import FAIR, attempt
from probes.calls import Calls
from probes.codes import Protocol, Reason, Security, Status
from probes.deadline import Deadline
from probes.errors import (
    CancelledError,
    ConnectionClosedError,
    ConnectionRefusedByHostError,
    FilteredError,
    NameNotFoundError,
    TimedOutError,
)
from probes.gate import Gate
from probes.hosts import MOST_ADDRESSES, Host
from probes.options import Limits
from probes.plan import Endpoint
from probes.toolbox import Toolbox


def endpoint(barred=None):
    return Endpoint(Protocol.IMAP, "mail.firma.ch", 993, Security.TLS, barred)


def tools(seconds, stop=None):
    whole = Toolbox(None, None, Gate(1), None, Limits(), Deadline(seconds, stop), datetime.now(UTC))
    return replace(whole, has_route=lambda address: True)


def test_a_barred_endpoint_is_left_alone():
    service = attempt(endpoint(Reason.PORT_NOT_ALLOWED), tools(9))
    assert (service.status, service.reason) == (Status.NOT_RUN, Reason.PORT_NOT_ALLOWED)


@pytest.mark.parametrize("seconds", [0, FAIR - 0.1])
def test_without_a_fair_time_nothing_starts(seconds):
    service = attempt(endpoint(), tools(seconds))
    assert (service.status, service.reason) == (Status.NOT_RUN, Reason.OUT_OF_TIME)


def test_after_a_stop_nothing_starts():
    stop = threading.Event()
    stop.set()
    service = attempt(endpoint(), tools(9, stop))
    assert (service.status, service.reason) == (Status.NOT_RUN, Reason.CANCELLED)


V4, SPARE, V6 = (ip_address(text) for text in ("192.0.2.5", "192.0.2.6", "2001:db8::5"))


class Book:
    """Names that are known."""

    def __init__(self, **known):
        self.known = {f"{label}.firma.ch": addresses for label, addresses in known.items()}

    def find(self, name, deadline):
        if name not in self.known:
            raise NameNotFoundError
        return Host(name, self.known[name][0], 1, self.known[name])


def without_ways_to(version, **known):
    return replace(tools(9), hosts=Book(**known), has_route=lambda address: address.version != version)


@pytest.fixture
def outcomes(monkeypatch):
    """What is met at each address, by its text; and which were called, in order."""
    met, called = {}, []

    def wire(host, port, limits, deadline):
        called.append(str(host.address))
        raise met.get(str(host.address), ConnectionRefusedByHostError)

    monkeypatch.setattr("probes.attempts.Wire", wire)
    return met, called


def test_without_a_way_to_such_addresses_nothing_is_said_about_a_barrier(outcomes):
    service = attempt(endpoint(), without_ways_to(6, mail=(V6,)))
    assert (service.status, service.reason, service.address) == (Status.NOT_RUN, Reason.NO_ROUTE, str(V6))
    assert outcomes[1] == []


def test_a_host_with_both_kinds_is_tried_where_there_is_a_way(outcomes):
    attempt(endpoint(), without_ways_to(4, mail=(V4, V6)))
    attempt(endpoint(), without_ways_to(6, mail=(V4, V6)))
    assert outcomes[1] == [str(V6), str(V4)]


@pytest.mark.parametrize("dead", [ConnectionRefusedByHostError, FilteredError])
def test_after_a_dead_address_the_next_of_the_same_kind_is_tried(outcomes, dead):
    outcomes[0].update({str(V4): dead, str(SPARE): ConnectionClosedError})
    service = attempt(endpoint(), replace(tools(9), hosts=Book(mail=(V4, SPARE, V6))))
    assert (service.reason, service.address) == (Reason.CLOSED, str(SPARE))
    assert outcomes[1] == [str(V4), str(SPARE)]


def test_an_address_that_answers_in_any_way_is_the_last_one(outcomes):
    outcomes[0][str(V4)] = ConnectionClosedError
    attempt(endpoint(), replace(tools(9), hosts=Book(mail=(V4, SPARE))))
    assert outcomes[1] == [str(V4)]


@pytest.mark.parametrize("order", [(V4, SPARE), (SPARE, V4)])
def test_where_one_refuses_and_one_is_shielded_the_service_is_not_called_missing(outcomes, order):
    outcomes[0][str(SPARE)] = FilteredError
    service = attempt(endpoint(), replace(tools(9), hosts=Book(mail=order)))
    assert (service.reason, service.address) == (Reason.FILTERED, str(SPARE))


def test_no_more_than_a_few_addresses_are_tried_and_the_rest_is_not_forgotten(outcomes):
    many = tuple(ip_address(f"192.0.2.{number}") for number in range(10, 10 + MOST_ADDRESSES + 1))
    service = attempt(endpoint(), replace(tools(9), hosts=Book(mail=many)))
    assert (service.status, service.reason, service.address) == (Status.NOT_RUN, Reason.LEFT_ALONE, None)
    assert len(outcomes[1]) == MOST_ADDRESSES
    service = attempt(endpoint(), replace(tools(9), hosts=Book(mail=many[:-1])))
    assert (service.status, service.reason) == (Status.FAILED, Reason.REFUSED)


def test_of_addresses_that_swallow_everything_two_are_enough(outcomes):
    outcomes[0].update(dict.fromkeys(map(str, (V4, SPARE)), FilteredError))
    third = ip_address("192.0.2.7")
    service = attempt(endpoint(), replace(tools(9), hosts=Book(mail=(V4, SPARE, third))))
    assert (service.reason, service.address, len(outcomes[1])) == (Reason.FILTERED, str(V4), 2)


def test_one_more_name_of_the_same_address_is_left_alone(outcomes):
    known = {"mail": (V4,), "a": (V4,), "b": (V4,), "c": (V4,), "elsewhere": (SPARE,), "both": (V4, SPARE)}
    book = replace(tools(9), hosts=Book(**known))

    def ahead(*labels):
        before = tuple(f"{label}.firma.ch" for label in labels)
        return attempt(replace(endpoint(), ahead=before), book)

    enough = ahead("a", "b", "c")
    assert (enough.status, enough.reason, enough.address) == (Status.NOT_RUN, Reason.LEFT_ALONE, str(V4))
    assert outcomes[1] == []
    for names in (("a", "b"), ("a", "b", "elsewhere"), ("a", "b", "unknown"), ("a", "b", "both")):
        assert ahead(*names).reason is Reason.REFUSED


def test_enough_calls_are_enough(outcomes):
    book = replace(tools(9), hosts=Book(mail=(V4,)), calls=Calls(1))
    assert attempt(endpoint(), book).reason is Reason.REFUSED
    second = attempt(endpoint(), book)
    assert (second.status, second.reason, len(outcomes[1])) == (Status.NOT_RUN, Reason.LEFT_ALONE, 1)


def test_the_gate_counts_per_address_and_gives_up_in_time():
    gate = Gate(2)
    soon, late = Deadline(0.01), Deadline(9)
    full = gate.pass_to("a", late), gate.pass_to("a", late), gate.pass_to("b", late)
    with full[0], full[1], full[2], pytest.raises(TimedOutError), gate.pass_to("a", soon):
        pass
    with gate.pass_to("a", late):
        pass


def test_a_place_that_comes_free_after_the_deadline_is_not_used():
    gate = Gate(1)
    with pytest.raises(TimedOutError), gate.pass_to("a", Deadline(0)):
        pass
    with gate.pass_to("a", Deadline(9)):
        pass


def test_who_waits_at_the_gate_hears_that_the_run_was_called_off():
    gate, stop = Gate(1), threading.Event()
    threading.Timer(0.05, stop.set).start()
    with gate.pass_to("a", Deadline(9)), pytest.raises(CancelledError), gate.pass_to("a", Deadline(9, stop)):
        pass


def test_a_step_never_outlives_the_whole():
    whole = Deadline(5)
    assert whole.within(60).left() <= 5
    assert whole.within(1).left() <= 1
    assert Deadline(0).passed()
    stop = threading.Event()
    step = Deadline(5, stop).within(3)
    stop.set()
    with pytest.raises(CancelledError):
        step.left()
