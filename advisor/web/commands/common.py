"""What all commands share: one clear line for bad input, documents on standard output, the language."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, BinaryIO, TypeVar

import click

from advisor.report.documents.errors import DocumentError
from advisor.text import Language

T = TypeVar("T")
LARGEST_FILE = 64 * 1024 * 1024


class BadInputError(click.ClickException):
    """Input that cannot be used: one line on standard error, exit code 2."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the line; a message of several lines is joined."""
        click.echo(f"mailweiche: {' '.join(self.message.split())}", file=file or sys.stderr)


class NoDocumentError(BadInputError):
    """The input was fine but no document could be made of it: exit code 1."""

    exit_code = 1


FILE = click.Path(path_type=Path, dir_okay=False)

json_option = click.option("--json", "as_json", is_flag=True, help="Print exactly one JSON document.")
language_option = click.option(
    "--lang",
    "language",
    type=click.Choice([language.value for language in Language]),
    default=Language.EN.value,
    show_default=True,
    help="Language of what people read.",
)


def read_file(path: Path, reader: Callable[[bytes], T], language: Language) -> T:
    """The checked content of a file. Raises ``BadInputError`` naming the file and the cause."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise BadInputError(f"{path}: larger than {LARGEST_FILE // 1024 // 1024} MB")
        return reader(path.read_bytes())
    except OSError as error:
        raise BadInputError(f"{path}: {error.strerror}") from None
    except DocumentError as error:
        raise BadInputError(f"{path}: {error.sentence(language)}") from None


@contextmanager
def partial_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write a result into; only when it is whole does it take the place of an older one."""
    partial = path.with_name(f"{path.name}.part")
    try:
        with partial.open("wb") as file:
            yield file
        partial.replace(path)
    except OSError as error:
        raise BadInputError(f"{path}: {error.strerror}") from None
    finally:
        partial.unlink(missing_ok=True)


def print_document(document: bytes) -> None:
    """The document on standard output, byte for byte."""
    sys.stdout.buffer.write(document)
    sys.stdout.buffer.flush()
