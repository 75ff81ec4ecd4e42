"""A process that makes runs for another one: ``python -m probes.worker FD``, FD being its end of a pair of sockets.

One ``Order`` comes for each run and is answered by ``Done`` in the order in which they end; ``CANCEL`` ends early what
runs. It never outlives whoever started it: when the other end is closed, it is gone at once.
"""

import gc
import os
import signal
import sys
import threading
import traceback
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache, partial
from multiprocessing.connection import Connection
from pathlib import Path

from probes.options import ProbeOptions
from probes.orders import CANCEL, READY, Done
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

    def answer(number: int, future: "Future[ProbeReport]") -> None:
        error = future.exception()
        text = "".join(traceback.format_exception(error)) if error else ""
        with sending:
            connection.send(Done(number, None if error else future.result(), text))

    connection.send(READY)
    while True:
        order = connection.recv()
        if order == CANCEL:
            cancel.set()
        else:
            options: ProbeOptions = order.options
            made = pool.submit(run, order.target, options, nobody, cancel, _tls(options.extra_ca), threads)
            made.add_done_callback(partial(answer, order.number))


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
