"""Web ports: few at once, and silence is waited for once only."""

import ipaddress
import threading

import pytest

from probes.deadline import Deadline
from probes.errors import ConnectionRefusedByHostError, FilteredError, TimedOutError, TlsTimeoutError
from probes.web_ports import WebPorts

HERE, THERE = ipaddress.ip_address("192.0.2.1"), ipaddress.ip_address("192.0.2.2")


def knock(web_ports, error=None, address=HERE, port=443):
    with web_ports.through(address, port, Deadline(1)):
        if error is not None:
            raise error


@pytest.mark.parametrize("silence", [FilteredError, TlsTimeoutError])
def test_a_silent_port_is_not_tried_again(silence):
    web_ports = WebPorts()
    with pytest.raises(silence):
        knock(web_ports, silence())
    with pytest.raises(silence):
        knock(web_ports)  # the body is not even entered
    knock(web_ports, port=80)
    knock(web_ports, address=THERE)


@pytest.mark.parametrize("error", [ConnectionRefusedByHostError, TimedOutError])
def test_other_errors_are_no_silence(error):
    web_ports = WebPorts()
    with pytest.raises(error):
        knock(web_ports, error())
    knock(web_ports)


def test_only_so_many_at_once_to_one_address():
    web_ports, inside, let_go = WebPorts(width=1), threading.Event(), threading.Event()

    def stay():
        with web_ports.through(HERE, 443, Deadline(5)):
            inside.set()
            let_go.wait(60)

    thread = threading.Thread(target=stay)
    thread.start()
    assert inside.wait(60)
    with pytest.raises(TimedOutError), web_ports.through(HERE, 80, Deadline(0.1)):
        pass
    knock(web_ports, address=THERE)
    let_go.set()
    thread.join()
    knock(web_ports)
