"""``mailweiche purge``: what is past its retention time goes."""

import click
from flask import current_app
from flask.cli import with_appcontext

from advisor.store import cases, employee_links, probe_limits
from advisor.store.database import db


@click.command("purge")
@with_appcontext
def purge_command() -> None:
    """Delete every case past its retention time, with everything that belongs to it, old personal pages and counts."""
    from advisor.web import export_sweep
    from advisor.web.serve import prepare_database

    prepare_database(current_app._get_current_object())  # type: ignore[attr-defined]  # noqa: SLF001 - documented way
    removed = cases.purge_expired()
    employee_links.purge_expired()
    probe_limits.purge()
    db.session.commit()
    export_sweep.sweep(lost=False)
    click.echo(f"{removed} deleted")
