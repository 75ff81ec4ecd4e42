"""What happens before the first packet."""

import threading
from datetime import UTC, datetime

import pytest

from probes.attempts import FAIR, attempt
from probes.codes import Protocol, Reason, Security, Status
from probes.deadline import Deadline
from probes.errors import CancelledError, TimedOutError
from probes.gate import Gate
from probes.options import Limits
from probes.plan import Endpoint
from probes.toolbox import Toolbox


def endpoint(barred=None):
    return Endpoint(Protocol.IMAP, "mail.firma.ch", 993, Security.TLS, barred)


def tools(seconds, stop=None):
    return Toolbox(None, None, Gate(1), None, Limits(), Deadline(seconds, stop), datetime.now(UTC))


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
