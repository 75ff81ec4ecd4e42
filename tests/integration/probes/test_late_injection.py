"""Clear text after the agreement to STARTTLS: whose it is shows in what it says, not in how soon it comes."""

import time

import pytest

from probes.codes import Reason, Status
from tests.integration.probes.test_hostile_servers import EHLO, SIEVE, STARTTLS_READY, says

AGREED = {
    143: (says(STARTTLS_READY, b"TAG OK go\r\n"), b"* CAPABILITY EVIL\r\n", b"w3 BAD what is this\r\n"),
    110: (says(b"+OK hi\r\n", b"+OK\r\nSTLS\r\n.\r\n", b"+OK go\r\n"), b"+OK evil\r\n", b"-ERR what is this\r\n"),
    587: (says(b"220 hi\r\n", EHLO, b"220 go\r\n"), b"250 evil\r\n", b"500 what is this\r\n"),
    4190: (says(SIEVE, b'OK "go"\r\n'), b'"SIEVE" "evil"\r\n', b'NO "what is this"\r\n'),
}  # fmt: skip


class Following:
    """A peer that, instead of holding, sends something in clear after a while."""

    def __init__(self, peer, seconds, data):
        self._peer = peer
        self._seconds = seconds
        self._data = data

    def __getattr__(self, name):
        return getattr(self._peer, name)

    def hold(self):
        time.sleep(self._seconds)
        self._peer.send(self._data)
        self._peer.hold()


@pytest.mark.parametrize("milliseconds", [0, 5, 20, 50])
@pytest.mark.parametrize("port", AGREED)
def test_a_reply_to_nothing_after_the_agreement_is_an_injection_however_late(lab, port, milliseconds):
    agree, evil, _ = AGREED[port]
    service = lab.try_handler(port, lambda peer: agree(Following(peer, milliseconds / 1000, evil)))
    assert (service.status, service.reason) == (Status.FAILED, Reason.STARTTLS_INJECTION)


@pytest.mark.parametrize("port", AGREED)
def test_a_complaint_about_our_hello_is_a_broken_server(lab, port):
    agree, _, complaint = AGREED[port]

    def handler(peer):
        agree(AfterHello(peer, complaint))

    service = lab.try_handler(port, handler)
    assert (service.reason, service.words) == (Reason.STARTTLS_BROKEN, complaint.strip().decode())


class AfterHello(Following):
    """The same, once our hello has come."""

    def __init__(self, peer, data):
        super().__init__(peer, 0, data)

    def hold(self):
        self._peer.some()
        super().hold()
