"""XML of strangers: no DTD, no entities, few elements; namespaces and the case of names do not matter."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from probes.cleaning import clean
from probes.errors import ProtocolError

MAX_ELEMENTS = 2000  # the largest published file has a few hundred
MAX_DEPTH = 30
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_TEXT_CODECS = ("utf-8-sig", "cp1252")


def parse_xml(body: bytes) -> tuple[ET.Element, bool]:
    """The root, and whether the bytes were in another encoding than they say. Raises ``ProtocolError``."""
    stripped = body if body.startswith(_UTF_16_MARKS) else body.strip()
    try:
        return _root(stripped), False
    except ProtocolError:
        return _reread(stripped), True


def plain(element: ET.Element) -> str:
    """The name of an element without its namespace, in lower case."""
    return element.tag.rpartition("}")[2].lower()


def children(element: ET.Element, name: str) -> Iterator[ET.Element]:
    """The direct children of this name."""
    return (child for child in element if plain(child) == name)


def texts(element: ET.Element, name: str) -> Iterable[str]:
    """What stands in each direct child of this name, trimmed."""
    return ((child.text or "").strip() for child in children(element, name))


def first_text(element: ET.Element, name: str) -> str:
    """The first of these that is not empty, else ""."""
    return next((text for text in texts(element, name) if text), "")


class _Bounded(ET.TreeBuilder):
    """Builds the tree as long as it is no larger than an honest one; an element takes far more memory than its text."""

    def __init__(self) -> None:
        super().__init__()
        self._elements = 0
        self._depth = 0

    def start(self, tag: str, attrs: dict[str, str]) -> ET.Element:
        self._elements += 1
        self._depth += 1
        if self._elements > MAX_ELEMENTS or self._depth > MAX_DEPTH:
            raise ValueError("too many elements")
        return super().start(tag, attrs)

    def end(self, tag: str) -> ET.Element:
        self._depth -= 1
        return super().end(tag)


def _root(text: bytes | str) -> ET.Element:
    parser = DefusedXMLParser(target=_Bounded(), forbid_dtd=True)
    try:
        parser.feed(text)
        root: ET.Element = parser.close()
    except (ET.ParseError, DefusedXmlException, LookupError, ValueError) as error:
        raise ProtocolError(clean(str(error))) from error
    return root


def _reread(body: bytes) -> ET.Element:
    """Read again as UTF-8, or as what Windows writes, whatever the first line claims."""
    for codec in _TEXT_CODECS:
        try:
            text = body.decode(codec)
        except UnicodeDecodeError:
            continue
        return _root(_DECLARATION.sub("", text, count=1).strip())
    raise ProtocolError
