"""Comments in files that are read line by line."""

from collections.abc import Iterable

from advisor.profiles.account import plain


def comments(lines: Iterable[str], mark: str) -> list[str]:
    """Each of ``lines`` as one comment behind ``mark``; nothing in them can end the line or carry it on to the next."""
    return [f"{mark} {plain(line).rstrip(chr(92))}".rstrip() for line in lines]
