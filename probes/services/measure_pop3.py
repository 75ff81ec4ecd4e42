"""The look into a mailbox by POP3: what is counted and listed. Nothing is fetched and nothing deleted (RFC 1939)."""

import poplib

from probes.measurement import Pop3Measurement, Uidl
from probes.services.measure_client import StreamPop3

MOST_LINES = 256
LARGEST = 2**53 - 1  # what every reader of JSON keeps exactly


def survey(client: StreamPop3) -> Pop3Measurement:
    """Count, sizes, lasting numbers and capabilities after signing in.

    Raises ``ProbeError`` and the ``MAILBOX_ERRORS`` of a server that breaks off or talks nonsense.
    """
    capabilities = client.lines()[:MOST_LINES]
    messages, size = client.stat()
    _, listed, _ = client.list()
    sizes = [int(line.split()[1]) for line in listed]
    if len(sizes) != messages:  # new mail cannot come in during a session, so the list is right
        messages, size = len(sizes), sum(sizes)
    if not all(0 <= number <= LARGEST for number in (messages, size, *sizes)):
        raise ValueError("not a number")
    return Pop3Measurement(messages, size, _uidl(client), capabilities)


def _uidl(client: StreamPop3) -> Uidl | None:
    try:
        _, lines, _ = client.uidl()
    except poplib.error_proto:
        return None
    numbers = [line.partition(b" ")[2] for line in lines]
    return Uidl(len(numbers), unique=len(set(numbers)) == len(numbers))
