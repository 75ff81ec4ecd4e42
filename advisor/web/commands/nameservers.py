"""``--nameserver``: which name servers a command asks."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from advisor.web.commands.common import NoDocumentError
from probes.nameservers import NoNameserverError, parse_nameserver


def _usable(_context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    try:
        for text in values:
            parse_nameserver(text)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None
    return values


nameserver_option = click.option(
    "--nameserver", "nameservers", multiple=True, callback=_usable, help="Ask this name server: IP[:PORT]."
)


@contextmanager
def needing_nameserver() -> Iterator[None]:
    """Work that needs a name server. Raises ``NoDocumentError`` where the machine names none and nobody else did."""
    try:
        yield
    except NoNameserverError as error:
        raise NoDocumentError(f"{error} with --nameserver or MAILWEICHE_NAMESERVERS") from None
