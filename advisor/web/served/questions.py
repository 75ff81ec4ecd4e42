"""Which domain a program asks about: strict readers of everything that a stranger can send."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from advisor.settings.addresses import Address, parse_address
from probes.discovery.markup import children, parse_xml, plain, texts
from probes.errors import ProtocolError

MAX_ADDRESS = 320
MAX_BODY = 16_384
"""Bytes of a question; Outlook's own has 350."""
SCHEMA = "http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a"
PREFIXES = ("autoconfig.", "autodiscover.", "ua-auto-config.")
_HOST = re.compile(r"[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+")
_MAX_HOST = 253
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


class BadQuestionError(Exception):
    """Nothing that a program would ask."""


class OtherSchemaError(Exception):
    """The program takes another kind of answer only."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The domains that may be meant, best first, and the address where one was given."""

    domains: tuple[str, ...]
    address: Address | None = None


def read_address(text: str) -> Address:
    """The address. Raises ``BadQuestionError``, also for one with characters that nobody sees."""
    if len(text) > MAX_ADDRESS or any(unicodedata.category(letter) in _INVISIBLE for letter in text):
        raise BadQuestionError
    address = parse_address(text)
    if address is None:
        raise BadQuestionError
    return address


def asked(addresses: list[str], host: str) -> Asked:
    """The domain of the one address that was given; where there is none, what the name of the web server says.

    Raises ``BadQuestionError`` for several addresses, or for one that is none.
    """
    if len(addresses) > 1:
        raise BadQuestionError
    if addresses:
        return of_address(read_address(addresses[0]))
    return Asked(tuple(_domains(host)))


def of_address(address: Address) -> Asked:
    """A question for one address."""
    return Asked((address.domain,), address)


def _domains(host: str) -> Iterator[str]:
    """The name itself, and what follows a name for mail programs; the port does not matter."""
    name = host.lower().partition(":")[0].removesuffix(".")
    if len(name) > _MAX_HOST or not _HOST.fullmatch(name):
        return
    yield name
    for prefix in PREFIXES:
        if name.startswith(prefix):
            yield name.removeprefix(prefix)


def read_autodiscover(body: bytes) -> Address:
    """The address in a question of Outlook (MS-OXDSCLI section 2.2.3). Raises ``BadQuestionError``,
    ``OtherSchemaError`` where another answer than ``SCHEMA`` is wanted.
    """
    if len(body) > MAX_BODY:
        raise BadQuestionError
    try:
        root, wrong_encoding = parse_xml(body)
    except ProtocolError as error:
        raise BadQuestionError from error
    requests = list(children(root, "request"))
    if plain(root) != "autodiscover" or wrong_encoding or len(requests) != 1:
        raise BadQuestionError
    addresses, schemas = (list(texts(requests[0], name)) for name in ("emailaddress", "acceptableresponseschema"))
    if len(addresses) != 1 or len(schemas) != 1:
        raise BadQuestionError
    if schemas[0] != SCHEMA:
        raise OtherSchemaError
    return read_address(addresses[0])
