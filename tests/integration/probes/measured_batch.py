"""What runs leave behind in the processes of a batch: ``python -m … NAMESERVER AUTHORITY COUNT``.

Makes two batches of COUNT runs each, on ``kunde0.example``, ``kunde1.example`` and so on, in the same processes. Prints
the bytes that are alive: in the process that hands the runs out early and late in the second batch; in those that make
them after the first and after the second. What is alive is counted, not what the system lent: how much free memory a
process holds differs from run to run and from machine to machine.
"""

import gc
import os
import signal
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

from probes import batch
from probes.batch import Signals, probe_all
from probes.options import ProbeOptions
from probes.target import Target
from probes.workers import Workers
from tests.integration.probes.conftest import LOOPBACK, QUICK
from tests.integration.probes.made_runs import workers_of

JOBS = 8
TELLING = """
import gc, os, signal, tracemalloc

def tell(*_):
    gc.collect()
    with open(os.path.join({folder!r}, f"{{os.getpid()}}.new"), "w") as file:
        file.write(str(tracemalloc.get_traced_memory()[0]))
    os.rename(file.name, os.path.join({folder!r}, str(os.getpid())))

signal.signal(signal.SIGUSR1, tell)
tracemalloc.start()
"""


class Lasting(Workers):
    """Processes that stay after the end of a batch, for the next one."""

    def __exit__(self, *_: object) -> None:
        """Nobody is ended."""

    def end(self) -> None:
        """Now they are."""
        super().__exit__(None, None, None)


def alive() -> int:
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


def told(folder: Path) -> int:
    """What is alive in the processes that make the runs."""
    workers = workers_of(os.getpid())
    for pid in workers:
        os.kill(pid, signal.SIGUSR1)
    answers = [folder / str(pid) for pid in workers]
    while not all(answer.exists() for answer in answers):
        Event().wait(0.02)
    numbers = [int(answer.read_text()) for answer in answers]
    for answer in answers:
        answer.unlink()
    return sum(numbers)


def measured(options: ProbeOptions, workers: Lasting, targets: Iterator[Target], count: int) -> tuple[int, int]:
    """What is alive in this process around a quarter of so many runs, and before the last few: the least of several
    looks, as reports are on their way all the time.
    """
    chosen = (next(targets) for _ in range(count))
    seen = [alive() for _ in probe_all(chosen, options, JOBS, Signals(), workers=workers)]
    early, late = count // 4, count - 2 * JOBS
    return min(seen[early : early + JOBS]), min(seen[late : late + JOBS])


def main(nameserver: str, authority: str, count: int) -> None:
    batch.WINDOW = JOBS  # no more than these wait in the queue, at any time
    options = ProbeOptions(
        deadline=30.0, nameservers=(nameserver,), allow_networks=LOOPBACK, extra_ca=Path(authority), limits=QUICK
    )
    targets = (Target(f"kunde{number}.example", "") for number in range(sys.maxsize))
    tracemalloc.start()
    with TemporaryDirectory() as folder:
        Path(folder, "sitecustomize.py").write_text(TELLING.format(folder=folder))
        os.environ["PYTHONPATH"] = f"{folder}:{os.environ.get('PYTHONPATH', '')}"
        workers = Lasting(JOBS)
        measured(options, workers, targets, count)
        before = told(Path(folder))
        early, late = measured(options, workers, targets, count)
        sys.stdout.write(f"{early} {late} {before} {told(Path(folder))}\n")
        workers.end()


if __name__ == "__main__":
    main(*sys.argv[1:3], int(sys.argv[3]))
