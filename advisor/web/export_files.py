"""The folder of the ZIPs: private, with random names; a file has its last name only when it is whole."""

import re
import secrets
from collections.abc import Iterable
from pathlib import Path

from advisor.web.settings import settings

FOLDER = "exports"
_OURS = re.compile(r"([0-9a-f]{32})\.(?:zip|part)")


def folder() -> Path:
    """Where the ZIPs are."""
    return settings().instance / FOLDER


def make_folder() -> None:
    """Make the folder, for this user alone. Raises ``OSError``."""
    folder().mkdir(mode=0o700, exist_ok=True)


def new_name() -> str:
    """A name that nobody can guess and no other attempt has."""
    return secrets.token_hex(16)


def partial(name: str) -> Path:
    """The file while it is being written."""
    return folder() / f"{name}.part"


def whole(name: str) -> Path:
    """The finished file."""
    return folder() / f"{name}.zip"


def finish(name: str) -> None:
    """The file is whole. Raises ``OSError``."""
    partial(name).replace(whole(name))


def delete(names: Iterable[str]) -> None:
    """Remove these files, in whatever state; one that cannot be removed now is found by the sweeper."""
    for name in names:
        for path in (partial(name), whole(name)):
            try:
                path.unlink(missing_ok=True)
            except OSError:
                continue


def names() -> frozenset[str]:
    """The names of all files in the folder that are ours."""
    try:
        found = [_OURS.fullmatch(path.name) for path in folder().iterdir()]
    except OSError:
        return frozenset()
    return frozenset(match[1] for match in found if match is not None)
