"""A strict reader of files of sections, independent of our writer: every line is a comment, a section or one pair."""

import re

_SECTION = re.compile(r"\[([^\[\]]+)\]")
_PAIR = re.compile(r"([A-Za-z_][A-Za-z0-9_]*)=(.*)")


def read_sections(data: bytes) -> dict[str, dict[str, str]]:
    """The values by section and key. Raises ``AssertionError`` for anything else in the file."""
    text = data.decode("utf-8")
    assert text.endswith("\n")
    found: dict[str, dict[str, str]] = {}
    inside = None
    # Programs end lines in more places than one: at whatever Python calls a line break.
    for line in text.splitlines():
        if not line or line.startswith("# "):
            continue
        if section := _SECTION.fullmatch(line):
            assert section[1] not in found
            inside = found.setdefault(section[1], {})
            continue
        pair = _PAIR.fullmatch(line)
        assert pair, line
        assert inside is not None
        assert pair[1] not in inside
        inside[pair[1]] = pair[2]
    return found
