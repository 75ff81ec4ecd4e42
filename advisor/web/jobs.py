"""The queue of background jobs. It carries nothing but a number, signed; the truth about a job is its row."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from flask import Flask, current_app
from huey import Huey, SqliteHuey
from huey.serializer import SignedSerializer

from advisor.store import probe_runs
from advisor.web import probing
from advisor.web.config import Settings, secret_key
from advisor.web.export_job import run_export
from advisor.web.probe_job import run_probe
from advisor.web.settings import EXTENSION as SETTINGS
from advisor.web.transaction import after_commit

EXTENSION = "mailweiche.queue"
QUEUE_FILE = "queue.sqlite3"
SALT = "mailweiche.jobs"
PUT_OFF = 4  # runs that are tried again as soon as another one has ended; the sweeper sees to all


@dataclass(frozen=True, slots=True)
class JobQueue:
    """The queue and what can be put into it."""

    huey: Huey
    probe: Callable[[int], object]
    export: Callable[[int], object]


def init_app(app: Flask) -> None:
    """Bind the queue and the runner to the app."""
    configured = cast("Settings", app.extensions[SETTINGS])
    probing.init_app(app)
    huey = SqliteHuey(
        "mailweiche",
        filename=str(configured.instance / QUEUE_FILE),
        results=False,
        serializer=SignedSerializer(secret=secret_key(configured), salt=SALT),
    )

    def probe(run_id: int) -> None:
        with app.app_context():
            if run_probe(run_id):
                for waiting in probe_runs.put_off(PUT_OFF):
                    enqueue(waiting)

    def export(run_id: int) -> None:
        with app.app_context():
            run_export(run_id)

    app.extensions[EXTENSION] = JobQueue(huey, huey.task()(probe), huey.task()(export))


def queue() -> JobQueue:
    """The queue of the running app."""
    return cast("JobQueue", current_app.extensions[EXTENSION])


def enqueue(run_id: int) -> None:
    """Hand a run to the workers. Handing it over twice does no harm: only one of them gets it."""
    queue().probe(run_id)


def enqueue_after_commit(run_id: int) -> None:
    """Hand a run to the workers as soon as they can see its row."""
    after_commit(lambda: enqueue(run_id))


def enqueue_export_after_commit(run_id: int) -> None:
    """Hand an export to the workers as soon as they can see its row."""
    after_commit(lambda: enqueue_export(run_id))


def enqueue_export(run_id: int) -> None:
    """Hand an export to the workers. Handing it over twice does no harm."""
    queue().export(run_id)
