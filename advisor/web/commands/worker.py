"""``mailweiche worker``: server checks in a process of their own, beside one or more web processes."""

import click
from flask import current_app
from flask.cli import with_appcontext


@click.command("worker")
@with_appcontext
def worker_command() -> None:
    """Work on server checks until interrupted."""
    from advisor.web import logs
    from advisor.web.serve import prepare_database
    from advisor.web.worker import run_until_stopped

    logs.capture_standard_library()
    app = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001 - documented way to the app
    prepare_database(app)
    run_until_stopped(app)
