"""The script that sets up an account in KMail: what varies in it, quoted for the shell, before a part that never does.

KMail keeps its accounts in Akonadi. Akonadi reads its list of accounts from a file at its start and writes it whenever
it likes: a list from elsewhere would replace the accounts that a person has. So the script asks the running Akonadi for
one more account (D-Bus, by ``busctl`` of systemd, which takes each value as a word of its own and never parses it).
"""

import shlex
import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from advisor.profiles.account import plain

_BODY = (Path(__file__).parents[1] / "templates" / "kmail.sh").read_bytes()
_WIDTH = 100
_NAMED_ESCAPES = {'"': '\\"', "\\": "\\\\", "'": "\\'"}


@dataclass(frozen=True, slots=True)
class Value:
    """One setting of an account: its name on D-Bus (the method that reads it) and what it shall be."""

    name: str
    signature: str
    value: str

    def call(self) -> str:
        """The line that hands it to whatever the function is called with."""
        method = f"set{self.name[0].upper()}{self.name[1:]}"
        return _words('"$1"', self.name, method, self.signature, self.value, self.answer)

    @property
    def answer(self) -> str:
        """What ``busctl`` prints when this is the value."""
        if self.signature != "s":
            return f"{self.signature} {self.value}"
        escaped = "".join(_escaped(byte) for byte in self.value.encode("utf-8"))
        return f's "{escaped}"'


@dataclass(frozen=True, slots=True)
class Setup:
    """What one script sets up.

    ``values`` are compared with an account that is there already, ``links`` are not. The values named ``server`` and
    ``user`` tell whether two accounts are the same. ``transport`` and ``identity``: numbers and lines of their groups.
    """

    kind: str
    interface: str
    name: str
    server: Value
    user: Value
    values: tuple[Value, ...]
    links: tuple[Value, ...]
    transport_number: int
    transport: Mapping[str, str]
    identity_number: int
    identity: Mapping[str, str]


def script(setup: Setup, said: Mapping[str, str], comments: Iterable[str]) -> bytes:
    """The finished script; ``said`` are the sentences that it prints, by name."""
    top = [part for comment in comments for part in textwrap.wrap(plain(comment), _WIDTH) or [""]]
    lines = [
        "#!/bin/sh",
        *(f"# {line}".rstrip() for line in top),
        "",
        *_assigned(
            {
                "type": setup.kind,
                "interface": setup.interface,
                "name": setup.name,
                "server_name": setup.server.name,
                "server_answer": setup.server.answer,
                "user_name": setup.user.name,
                "user_answer": setup.user.answer,
                "transport": str(setup.transport_number),
                "identity": str(setup.identity_number),
                **{f"say_{name}": sentence for name, sentence in said.items()},
            }
        ),
        *_function("values", [value.call() for value in setup.values]),
        *_function("links", [value.call() for value in setup.links] or [":"]),
        *_function("transport", [_printed([f"[Transport {setup.transport_number}]", *_pairs(setup.transport)])]),
        *_function("identity", [_printed(_pairs(setup.identity))]),
        "",
    ]
    return ("\n".join(lines) + "\n").encode("utf-8") + _BODY


def _assigned(values: Mapping[str, str]) -> list[str]:
    return [f"{name}={shlex.quote(_one_line(value))}" for name, value in values.items()]


def _function(name: str, lines: Iterable[str]) -> list[str]:
    return [f"{name}() {{", *(f"    {line}" for line in lines), "}"]


def _pairs(values: Mapping[str, str]) -> list[str]:
    """Lines of a file of KDE's, in which a backslash escapes (``plain`` has taken what else would need it)."""
    return [f"{key}={value.replace(chr(92), chr(92) * 2)}" for key, value in values.items()]


def _printed(lines: Iterable[str]) -> str:
    return " ".join(["printf", shlex.quote("%s\\n"), *(shlex.quote(_one_line(line)) for line in lines)])


def _words(function: str, *values: str) -> str:
    return " ".join([function, *(shlex.quote(_one_line(value)) for value in values)])


def _one_line(value: str) -> str:
    if plain(value) != value:
        raise ValueError(f"a value must be plain text on one line: {value[:80]!r}")
    return value


def _escaped(byte: int) -> str:
    letter = chr(byte)
    if letter in _NAMED_ESCAPES:
        return _NAMED_ESCAPES[letter]
    return letter if 32 <= byte < 127 else f"\\{byte:03o}"
