"""The console script ``mailweiche``: the Flask command line of this app, with clear one-line errors."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

import click
from flask import Flask
from flask.cli import FlaskGroup

from advisor.web.commands.common import BadInputError
from advisor.web.config import ConfigError

COMMANDS = ("serve", "worker", "probe", "advise", "measure", "export", "purge")
"""Each in a module of its own, ``advisor.web.commands.NAME``; only the one that is called is loaded."""


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

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*COMMANDS, *super().list_commands(ctx)})

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return super().get_command(ctx, name)
        command: click.Command = getattr(import_module(f"advisor.web.commands.{name}"), f"{name}_command")
        return command

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


def main(arguments: list[str] | None = None) -> None:
    """Run the command of these arguments (default: the process's own).

    A bad setting or a database that does not answer ends with one clear line instead of a traceback.
    """
    try:
        group(arguments, prog_name="mailweiche")
    except SystemExit:  # how every command ends; it must not load the database for the clause below
        raise
    except ConfigError as error:
        sys.stderr.write(f"mailweiche: {error}\n")
        sys.exit(2)
    except _database_away() as error:
        sys.stderr.write(f"mailweiche: MAILWEICHE_DATABASE_URL: the database does not answer: {_cause(error)}\n")
        sys.exit(2)


def _database_away() -> type[Exception]:
    from advisor.store.database import DatabaseAwayError

    return DatabaseAwayError


def _cause(error: Exception) -> str:
    from advisor.store.database import DatabaseAwayError, cause_of

    return cause_of(error) if isinstance(error, DatabaseAwayError) else str(error)
