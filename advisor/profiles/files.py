"""Exported files as values."""

from dataclasses import dataclass

from advisor.profiles.account import Account
from advisor.profiles.cannot import Cannot, refusals
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


def refusals_of(account: Account, targets: tuple[Target, ...]) -> tuple[Refusal, ...]:
    """The refusals for one account. The company itself has no Apple profile, so none is missed there."""
    wanted = targets if account.person else tuple(target for target in targets if target is not Target.APPLE)
    person = account.address.shown if account.address else None
    found = ((target, refusals(target, account)) for target in wanted)
    return tuple(Refusal(target, person, because) for target, because in found if because)
