"""Exported files as values."""

from dataclasses import dataclass

from advisor.profiles.cannot import Cannot
from advisor.profiles.targets import Target


@dataclass(frozen=True, slots=True)
class ExportFile:
    """One file. ``path`` is relative, with slashes; ``target`` is None for READMEs, ``person`` for company files."""

    path: str
    data: bytes
    target: Target | None = None
    person: str | None = None
    cannot: tuple[Cannot, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was asked for and cannot be written; ``person`` is None for the company's own."""

    target: Target
    person: str | None
    because: tuple[Cannot, ...]
