"""What a run has under way in threads: started here, collected in the order in which it ends."""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from queue import Empty, SimpleQueue
from typing import Any, ParamSpec, TypeVar

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")


@contextmanager
def own_threads(count: int) -> Iterator[Executor]:
    """Threads for one run; it does not wait for those that are still at work at its end."""
    pool = ThreadPoolExecutor(count, thread_name_prefix="probe")
    try:
        yield pool
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


class Tasks:
    """Work in the threads of ``pool``, which others may use too; only the calling thread touches this."""

    def __init__(self, pool: Executor) -> None:
        """``pool`` is not closed here."""
        self._pool = pool
        self._ended: SimpleQueue[Future[Any]] = SimpleQueue()

    def start(self, work: Callable[_Given, _Result], *given: _Given.args, **named: _Given.kwargs) -> "Future[_Result]":
        """Begin ``work`` as soon as a thread is free."""
        future = self._pool.submit(work, *given, **named)
        future.add_done_callback(self._ended.put)
        return future

    def ended(self, seconds: float) -> "list[Future[Any]]":
        """What has ended and was not told of yet, in that order; waits at most so many seconds for the first.

        Waiting for all futures of a run anew whenever one ends costs more than what most of them do.
        """
        ended: list[Future[Any]] = []
        with suppress(Empty):
            ended.append(self._ended.get(seconds > 0, seconds))
            while True:
                ended.append(self._ended.get_nowait())
        return ended
