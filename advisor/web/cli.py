"""The console script ``mailweiche``: the Flask command line of this app, with clear one-line errors."""

import sys

import click
from flask import Flask
from flask.cli import FlaskGroup

from advisor.web.commands.advise import advise_command
from advisor.web.commands.export import export_command
from advisor.web.commands.probe import probe_command
from advisor.web.commands.purge import purge_command
from advisor.web.commands.serve import serve_command
from advisor.web.commands.worker import worker_command
from advisor.web.config import ConfigError

COMMANDS = (serve_command, worker_command, probe_command, advise_command, export_command, purge_command)


def _make_app() -> Flask:
    from advisor.web.factory import create_app

    return create_app()


@click.group(
    cls=FlaskGroup, create_app=_make_app, add_default_commands=False, add_version_option=False, load_dotenv=False
)
def group() -> None:
    """IMAP or POP3, and how to get there without losing mail."""


group.params = []  # Flask's own options (--app, --debug, --env-file) have no meaning here
for command in COMMANDS:
    group.add_command(command)


def main() -> None:
    """Run a command; a bad setting ends with one clear line instead of a traceback."""
    try:
        group(prog_name="mailweiche")
    except ConfigError as error:
        sys.stderr.write(f"mailweiche: {error}\n")
        sys.exit(2)
