"""The console script ``mailweiche``: the Flask command line of this app, with clear one-line errors."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click
from flask import Flask
from flask.cli import FlaskGroup

from advisor.store.database import DatabaseAwayError, cause_of
from advisor.web.commands.advise import advise_command
from advisor.web.commands.common import BadInputError
from advisor.web.commands.export import export_command
from advisor.web.commands.measure import measure_command
from advisor.web.commands.probe import probe_command
from advisor.web.commands.purge import purge_command
from advisor.web.commands.serve import serve_command
from advisor.web.commands.worker import worker_command
from advisor.web.config import ConfigError

COMMANDS = (
    serve_command,
    worker_command,
    probe_command,
    advise_command,
    measure_command,
    export_command,
    purge_command,
)


def _make_app() -> Flask:
    from advisor.web.factory import create_app

    return create_app()


@contextmanager
def _in_one_line() -> Iterator[None]:
    """Wrong usage ends like any other bad input; only who names no command at all is shown the help."""
    try:
        yield
    except click.exceptions.NoArgsIsHelpError:
        raise
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "mailweiche"
        cause = error.format_message().rstrip(".")
        raise BadInputError(f"{cause}. See “{command} --help”.") from None


class _Group(FlaskGroup):
    """The commands of this app: wrong usage is one line on standard error."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: object
    ) -> click.Context:
        with _in_one_line():
            return super().make_context(info_name, args, parent=parent, **extra)

    def invoke(self, ctx: click.Context) -> object:
        with _in_one_line():
            return super().invoke(ctx)


@click.group(
    "mailweiche",
    cls=_Group,
    create_app=_make_app,
    add_default_commands=False,
    add_version_option=False,
    load_dotenv=False,
)
def group() -> None:
    """IMAP or POP3, and how to get there without losing mail."""


group.params = []  # Flask's own options (--app, --debug, --env-file) have no meaning here
for command in COMMANDS:
    group.add_command(command)


def main(arguments: list[str] | None = None) -> None:
    """Run the command of these arguments (default: the process's own).

    A bad setting or a database that does not answer ends with one clear line instead of a traceback.
    """
    try:
        group(arguments, prog_name="mailweiche")
    except DatabaseAwayError as error:
        sys.stderr.write(f"mailweiche: MAILWEICHE_DATABASE_URL: the database does not answer: {cause_of(error)}\n")
        sys.exit(2)
    except ConfigError as error:
        sys.stderr.write(f"mailweiche: {error}\n")
        sys.exit(2)
