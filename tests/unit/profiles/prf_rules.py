"""An independent, strict reader of Outlook profile files (PRF). It knows nothing of how ours are written."""

from dataclasses import dataclass
from enum import Enum

LAYOUT = ("General", "Service List", "Internet Account List", "Service1", "Account1", "Outlook Address Book")
NUMBERS, WORDS = "PT_LONG", "PT_UNICODE"
PROPERTIES = {
    # Account Management API: the property that Outlook writes for each key
    "AccountName": (WORDS, 0x0002),
    "DisplayName": (WORDS, 0x000B),
    "EmailAddress": (WORDS, 0x000C),
    "ConnectionType": (NUMBERS, 0x000F),
    "Server": (WORDS, 0x0100),
    "UserName": (WORDS, 0x0101),
    "Port": (NUMBERS, 0x0104),
    "UseSSL": (NUMBERS, 0x0105),
    "UseSPA": (NUMBERS, 0x0108),
    "SMTPServer": (WORDS, 0x0200),
    "SMTPPort": (NUMBERS, 0x0201),
    "SMTPUseAuth": (NUMBERS, 0x0203),
    "SMTPUserName": (WORDS, 0x0204),
    "SMTPUseSPA": (NUMBERS, 0x0207),
    "SMTPAuthMethod": (NUMBERS, 0x0208),
    "SMTPSecureConnection": (NUMBERS, 0x020A),
    "LeaveOnServer": (NUMBERS, 0x1000),
}


class Stay(Enum):
    """What happens to mail on the server."""

    NEVER_KEPT = "never kept"
    FOR_EVER = "for ever"
    DAYS = "days"


@dataclass(frozen=True)
class LeaveOnServer:
    """``PROP_POP_LEAVE_ON_SERVER`` as Outlook reads it; ``days`` count only for ``Stay.DAYS``."""

    stay: Stay
    days: int | None
    with_deleted_items: bool


def leave_on_server(number: int) -> LeaveOnServer:
    """LEAVE_ON_SERVER 1, REMOVE_AFTER 2, REMOVE_ON_NUKE 4, days in the high word."""
    assert 0 <= number < 1 << 32
    assert number & 0xFFF8 == 0, "bits without a meaning"
    together = bool(number & 4)
    if not number & 1:
        return LeaveOnServer(Stay.NEVER_KEPT, None, together)
    if not number & 2:
        return LeaveOnServer(Stay.FOR_EVER, None, together)
    return LeaveOnServer(Stay.DAYS, number >> 16, together)


@dataclass(frozen=True)
class Prf:
    """A file that keeps all rules; ``account`` by the number of the property."""

    protocol: str
    general: dict[str, str]
    account: dict[int, str | int]
    comments: list[str]

    @property
    def stay(self) -> LeaveOnServer | None:
        """How long mail stays; None for IMAP."""
        return leave_on_server(self.account[0x1000]) if 0x1000 in self.account else None


def read(data: bytes) -> Prf:
    """The file, or an ``AssertionError`` that says what is wrong with it."""
    sections, comments = _lines(data)
    names = list(sections)
    assert tuple(names[:-1]) == LAYOUT
    kind = sections["Internet Account List"].pop("Account1")
    assert names[-1] == kind
    assert not sections["Internet Account List"]
    assert sections["Service List"] == {"Service1": "Outlook Address Book"}
    assert sections["Service1"] == {}
    assert sections["Outlook Address Book"] == {"ServiceName": "CONTAB"}
    mapping = sections[kind]
    protocol = mapping.pop("AccountType")
    assert (kind, protocol) in {("I_Mail", "POP3"), ("IMAP_I_Mail", "IMAP")}
    for key, value in mapping.items():
        assert value == "{},0x{:04X}".format(*PROPERTIES[key.removeprefix(protocol)]), key
    values = sections["Account1"]
    assert values.pop("UniqueService") == "No"
    return Prf(protocol, sections["General"], _typed(values, mapping, protocol), comments)


def _typed(values: dict[str, str], mapping: dict[str, str], protocol: str) -> dict[int, str | int]:
    account: dict[int, str | int] = {}
    for key, value in values.items():
        assert key in mapping, f"{key} has no mapping, Outlook would not read it"
        kind, number = PROPERTIES[key.removeprefix(protocol)]
        assert number not in account
        account[number] = int(value, 0) if kind == NUMBERS else value
    for port in (0x0104, 0x0201):
        assert 1 <= account[port] <= 65535
    return account


def _lines(data: bytes) -> tuple[dict[str, dict[str, str]], list[str]]:
    assert not data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\r\n")
    assert data.count(b"\n") == data.count(b"\r") == data.count(b"\r\n")
    sections: dict[str, dict[str, str]] = {}
    comments: list[str] = []
    for raw in data.split(b"\r\n"):
        if raw.startswith(b";"):
            comments.append(raw.decode("utf-8")[1:].strip())
            continue
        line = raw.decode("ascii")
        assert line.isprintable()
        if line.startswith("["):
            assert line.endswith("]")
            assert line[1:-1] not in sections
            sections[line[1:-1]] = section = {}
        elif line:
            key, equals, value = line.partition("=")
            assert equals
            assert key.isidentifier()
            assert key not in section
            assert value == value.strip("\"' "), "Windows takes blanks and quotes away"
            assert not set(value) & set('%;"[]\\'), value
            section[key] = value
    return sections, comments
