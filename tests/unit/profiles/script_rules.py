"""A strict reader of the script for KMail, independent of our writer: its top holds words, no commands of its own."""

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

import advisor.profiles

BODY = Path(advisor.profiles.__file__).parent / "templates" / "kmail.sh"
_VARIABLES = {"type", "interface", "name", "server_name", "server_answer", "user_name", "user_answer"}
_NUMBERS = {"transport", "identity"}
_FUNCTIONS = ("values", "links", "transport", "identity")
_PLAIN = re.compile(rb"[^\x00-\x09\x0b-\x1f\x7f]*")


@dataclass(frozen=True)
class Script:
    """What stands above the part that is the same for everybody."""

    comment: str
    variables: dict[str, str]
    values: dict[str, tuple[str, str, str]]
    links: dict[str, tuple[str, str, str]]
    transport: list[str]
    identity: list[str]


def read(data: bytes) -> Script:
    """Raises ``AssertionError`` for anything that is not a comment, a variable or one of the four functions."""
    assert _PLAIN.fullmatch(data)
    top, found, rest = data.partition(b"\n\n# From here on the script is the same for everybody.")
    assert found
    assert (found + rest).removeprefix(b"\n\n") == BODY.read_bytes()
    lines = top.decode("utf-8").split("\n")
    assert lines.pop(0) == "#!/bin/sh"
    comment = []
    while lines[0].startswith("#"):
        comment.append(lines.pop(0))
    assert lines.pop(0) == ""
    variables = {}
    while not lines[0].endswith("() {"):
        (word,) = shlex.split(lines.pop(0), comments=False)
        name, _, value = word.partition("=")
        assert name not in variables
        variables[name] = value
    assert {name for name in variables if not name.startswith("say_")} == _VARIABLES | _NUMBERS
    assert all(variables[name].isdigit() for name in _NUMBERS)
    functions = {name: _function(name, lines) for name in _FUNCTIONS}
    assert lines == []
    return Script(
        "\n".join(comment),
        variables,
        _values(functions["values"]),
        _values(functions["links"]),
        _printed(functions["transport"]),
        _printed(functions["identity"]),
    )


def _function(name, lines):
    assert lines.pop(0) == f"{name}() {{"
    end = lines.index("}")
    body = [line.removeprefix("    ") for line in lines[:end]]
    del lines[: end + 1]
    return body


def _values(body):
    found = {}
    for line in body:
        if line == ":":
            continue
        assert line.startswith('"$1" ')
        name, method, signature, value, answer = shlex.split(line)[1:]
        assert method == f"set{name[0].upper()}{name[1:]}"
        assert signature in {"s", "b", "i", "u"}
        assert name not in found
        found[name] = (signature, value, answer)
    return found


def _printed(body):
    (line,) = body
    command, layout, *lines = shlex.split(line)
    assert (command, layout) == ("printf", "%s\\n")
    assert all("\n" not in each for each in lines)
    return lines
