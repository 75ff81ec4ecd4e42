"""``mailweiche purge``: what is past its retention time goes."""

import click
from flask.cli import with_appcontext

from advisor.store import cases
from advisor.store.database import db


@click.command("purge")
@with_appcontext
def purge_command() -> None:
    """Delete every case past its retention time, with everything that belongs to it."""
    removed = cases.purge_expired()
    db.session.commit()
    click.echo(f"{removed} deleted")
