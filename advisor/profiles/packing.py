"""Settings and people in, one ZIP out: what the web, its background job and the command line have in common."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO

from advisor.profiles.bundle import settings_sha256, write_bundle
from advisor.profiles.despite_rules import despite_rules
from advisor.profiles.export import PageOf, export, refused
from advisor.profiles.files import ExportFile
from advisor.profiles.formats.format import Sign
from advisor.profiles.server_deletion import ServerDeletion, still_deletes
from advisor.profiles.targets import Target
from advisor.settings.values import CompanySettings, Person

Told = Callable[[int], None]
"""Hears of how many people all files are in the ZIP."""


def pack(
    out: BinaryIO,
    settings: CompanySettings,
    people: Sequence[Person],
    *,
    only: Collection[Target] | None = None,
    contact: str | None = None,
    sign: Sign | None = None,
    server_deletion: ServerDeletion | None = None,
    told: Told | None = None,
    own_pages: PageOf | None = None,
) -> None:
    """Writes the ZIP into ``out``, which must be able to seek. ``server_deletion`` takes the place of what was noted
    before. Raises ``UnsafeSettingsError`` before the first byte.
    """
    if server_deletion is not None:
        settings = replace(settings, server_deletes=None)
    files = export(
        settings, people, only=only, contact=contact, sign=sign, pages=own_pages, server_deletion=server_deletion
    )
    missing = refused(settings, people, only=only)
    if told is not None:
        files = _counted(files, told)
    despite = despite_rules(settings, people)
    noted = still_deletes(settings, people)
    write_bundle(out, files, missing, settings_sha256(settings), settings.decision, server_deletion, despite, noted)


def _counted(files: Iterable[ExportFile], told: Told) -> Iterator[ExportFile]:
    """The files; each time a person's last one has been taken, ``told`` hears how many people that makes."""
    folder, done = None, 0
    for file in files:
        if file.person is not None and (current := file.path.split("/")[1]) != folder:
            if folder is not None:
                done += 1
                told(done)
            folder = current
        yield file
    if folder is not None:
        told(done + 1)
