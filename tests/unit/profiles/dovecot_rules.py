"""A strict reader of Dovecot 2.3 settings: sections, settings with one value, comments. No includes, no variables."""

import re

SETTING = re.compile(r"([a-z0-9_]+) = (\S.*)")
SECTION = re.compile(r"([a-z0-9_]+( [A-Za-z0-9_]+)?) \{")


def switched_on(snippet: bytes) -> bytes:
    """The snippet as whoever uncomments its settings leaves it: # before a setting goes, # before words stays."""
    return re.sub(rb"(?m)^#(?! \S)", b"", snippet)


def read(snippet: bytes) -> dict[str, str]:
    """The settings that count, by their path such as ``protocol pop3/pop3_no_flag_updates``."""
    found: dict[str, str] = {}
    inside: list[str] = []
    for raw in snippet.decode("utf-8").removesuffix("\n").split("\n"):
        assert raw.isprintable()
        assert not raw.endswith("\\")
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        section, setting = SECTION.fullmatch(line), SETTING.fullmatch(line)
        if section:
            inside.append(section[1])
        elif line == "}":
            inside.pop()
        else:
            assert setting, line
            assert "/".join((*inside, setting[1])) not in found
            found["/".join((*inside, setting[1]))] = setting[2]
    assert not inside
    return found
