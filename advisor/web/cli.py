"""The console script ``mailweiche``: the Flask command line of this app."""

import sys

import click
from flask import Flask
from flask.cli import FlaskGroup

from advisor.web.config import ConfigError


def init_app(app: Flask) -> None:
    """Register the commands."""


def _make_app() -> Flask:
    from advisor.web.factory import create_app

    return create_app()


@click.group(cls=FlaskGroup, create_app=_make_app, add_default_commands=False, add_version_option=False)
def group() -> None:
    """IMAP or POP3, and how to get there without losing mail."""


def main() -> None:
    """Run a command; a bad setting ends with one clear line instead of a traceback."""
    try:
        group(prog_name="mailweiche")
    except ConfigError as error:
        sys.stderr.write(f"mailweiche: {error}\n")
        sys.exit(2)
