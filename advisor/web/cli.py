"""The console script ``mailweiche``: the Flask command line of this app, with clear one-line errors."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING

import click

from advisor.web.commands.common import BadInputError

if TYPE_CHECKING:
    from flask import Flask
    from flask.cli import FlaskGroup

ALONE = ("probe", "advise", "measure", "export")
WITH_APP = ("serve", "worker", "purge")
COMMANDS = (*ALONE, *WITH_APP)
"""Each in a module of its own, ``advisor.web.commands.NAME``; only the one that is called is loaded.

What works alone starts without Flask, which takes a good part of the time of a short command.
"""


def _make_app() -> "Flask":
    from advisor.web.factory import create_app

    return create_app()


def _flask_group() -> "FlaskGroup":
    """The commands that extensions of Flask bring, such as ``db``."""
    from flask.cli import FlaskGroup

    return FlaskGroup(add_default_commands=False, add_version_option=False, load_dotenv=False)


@contextmanager
def _in_one_line() -> Iterator[None]:
    """Wrong usage ends like any other bad input; only who names no command at all is shown the help."""
    try:
        yield
    except click.exceptions.NoArgsIsHelpError as error:
        if error.ctx:
            error.ctx.close()  # to list Flask's commands it has entered the app, and nobody else leaves it
        raise
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "mailweiche"
        cause = error.format_message().rstrip(".")
        raise BadInputError(f"{cause}. See “{command} --help”.") from None


def _bind_app(context: click.Context) -> None:
    """Tell Flask's commands where the app comes from."""
    from flask.cli import ScriptInfo

    context.obj = context.obj or ScriptInfo(create_app=_make_app)


class _Group(click.Group):
    """The commands of this app: wrong usage is one line on standard error."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Ours and those of Flask's extensions."""
        _bind_app(ctx)
        return sorted({*COMMANDS, *_flask_group().list_commands(ctx)})

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command of this name, loaded now."""
        if name not in ALONE:
            _bind_app(ctx)
        if name not in COMMANDS:
            return _flask_group().get_command(ctx, name)
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


@click.group("mailweiche", cls=_Group)
def group() -> None:
    """IMAP or POP3, and how to get there without losing mail."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command of these arguments (default: the process's own).

    A bad setting or a database that does not answer ends with one clear line instead of a traceback.
    """
    try:
        group(arguments, prog_name="mailweiche")
    except SystemExit:  # how every command ends; it must not load what the clauses below need
        raise
    except _bad_setting() as error:
        sys.stderr.write(f"mailweiche: {error}\n")
        sys.exit(2)
    except _database_away() as error:
        sys.stderr.write(f"mailweiche: MAILWEICHE_DATABASE_URL: the database does not answer: {_cause(error)}\n")
        sys.exit(2)


def _bad_setting() -> type[Exception]:
    from advisor.web.config import ConfigError

    return ConfigError


def _database_away() -> type[Exception]:
    from advisor.store.database import DatabaseAwayError

    return DatabaseAwayError


def _cause(error: Exception) -> str:
    from advisor.store.database import DatabaseAwayError, cause_of

    return cause_of(error) if isinstance(error, DatabaseAwayError) else str(error)
