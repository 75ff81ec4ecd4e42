"""Files of sections with one ``key=value`` on each line, as programs for Linux keep their settings.

No value can start a section, a comment or a second key: it never holds a line break, and it never begins a line.
"""

from collections.abc import Iterable, Mapping

from advisor.profiles.account import plain

Sections = Mapping[str, Mapping[str, str]]


def sections_file(sections: Sections, comments: Iterable[str] = ()) -> bytes:
    """The file in UTF-8. Values must have been escaped as the program demands."""
    lines = [f"# {plain(comment)}" for comment in comments]
    for name, values in sections.items():
        lines += ["", f"[{name}]", *(f"{key}={_one_line(value)}" for key, value in values.items())]
    return ("\n".join(lines).lstrip("\n") + "\n").encode("utf-8")


def _one_line(value: str) -> str:
    if len(value.splitlines()) > 1 or "\0" in value:
        raise ValueError(f"a value must be one line: {value[:80]!r}")
    return value
