"""A process that makes runs for another one: ``python -m probes.worker FD``, FD being its end of a pair of sockets.

One ``Order`` comes for each run and is answered by ``Done`` in the order in which they end; in between a run may ask by
``Knock`` and waits for the ``Admission``. ``CANCEL`` ends early what runs. The process never outlives whoever started
it: when the other end is closed, it is gone at once.
"""

import gc
import os
import signal
import sys
import threading
import traceback
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache, partial
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path

from probes.meeting import Doors, OccupiedError
from probes.options import ProbeOptions
from probes.orders import CANCEL, READY, Admission, Done, Knock
from probes.progress import nobody
from probes.results import ProbeReport
from probes.runner import WORKERS, run
from probes.tls import TlsContext

YOUNG = 10_000  # new objects before rubbish is looked for; a run makes many that live as long as it does


def serve(connection: Connection, jobs: int) -> None:
    """Make the runs that are ordered, at most ``jobs`` at once, until the other end is closed (``EOFError``)."""
    cancel, sending = threading.Event(), threading.Lock()
    pool = ThreadPoolExecutor(jobs, thread_name_prefix="target")
    threads = ThreadPoolExecutor(jobs * WORKERS, thread_name_prefix="probe")  # idle ones are used again

    tickets, knocked = count(), dict[int, Future[bool]]()

    def answer(number: int, future: "Future[ProbeReport]") -> None:
        with sending:
            connection.send(_done(number, future))

    def meet(number: int, servers: frozenset[str]) -> bool:
        ticket, admitted = next(tickets), Future[bool]()
        knocked[ticket] = admitted
        with sending:
            connection.send(Knock(number, ticket, servers))
        return admitted.result()

    connection.send(READY)
    while True:
        order = connection.recv()
        if order == CANCEL:
            cancel.set()
        elif isinstance(order, Admission):
            knocked.pop(order.ticket).set_result(order.granted)
        else:
            options: ProbeOptions = order.options
            doors = Doors(partial(meet, order.number), order.known)
            made = pool.submit(run, order.target, options, nobody, cancel, _tls(options.extra_ca), threads, doors)
            made.add_done_callback(partial(answer, order.number))


def _done(number: int, future: "Future[ProbeReport]") -> Done:
    error = future.exception()
    if error is None:
        return Done(number, future.result())
    if isinstance(error, OccupiedError):
        return Done(number, None, occupied=error.servers)
    return Done(number, None, "".join(traceback.format_exception(error)))


@cache
def _tls(extra_ca: Path | None) -> TlsContext:
    """Made once: that takes longer than a handshake."""
    return TlsContext(extra_ca)


def main(descriptor: int, jobs: int) -> None:
    """Serve; whoever started this process decides when it ends, not the keys or a signal to the whole group."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    gc.freeze()  # what was imported stays; looking through it again and again is a twentieth of the work
    gc.set_threshold(YOUNG)
    try:
        serve(Connection(descriptor), jobs)
    except (EOFError, OSError):
        os._exit(0)  # nobody waits for the runs that are under way


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
