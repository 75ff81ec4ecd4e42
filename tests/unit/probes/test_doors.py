"""Web ports: few at once, and silence is waited for once only."""

import ipaddress
import threading

import pytest

from probes.deadline import Deadline
from probes.doors import Doors
from probes.errors import ConnectionRefusedByHostError, FilteredError, TimedOutError, TlsTimeoutError

HERE, THERE = ipaddress.ip_address("192.0.2.1"), ipaddress.ip_address("192.0.2.2")


def knock(doors, error=None, address=HERE, port=443):
    with doors.through(address, port, Deadline(1)):
        if error is not None:
            raise error


@pytest.mark.parametrize("silence", [FilteredError, TlsTimeoutError])
def test_a_silent_port_is_not_tried_again(silence):
    doors = Doors()
    with pytest.raises(silence):
        knock(doors, silence())
    with pytest.raises(silence):
        knock(doors)  # the body is not even entered
    knock(doors, port=80)
    knock(doors, address=THERE)


@pytest.mark.parametrize("error", [ConnectionRefusedByHostError, TimedOutError])
def test_other_errors_are_no_silence(error):
    doors = Doors()
    with pytest.raises(error):
        knock(doors, error())
    knock(doors)


def test_only_so_many_at_once_to_one_address():
    doors, inside, let_go = Doors(width=1), threading.Event(), threading.Event()

    def stay():
        with doors.through(HERE, 443, Deadline(5)):
            inside.set()
            let_go.wait(5)

    thread = threading.Thread(target=stay)
    thread.start()
    inside.wait(5)
    with pytest.raises(TimedOutError), doors.through(HERE, 80, Deadline(0.1)):
        pass
    knock(doors, address=THERE)
    let_go.set()
    thread.join()
    knock(doors)
