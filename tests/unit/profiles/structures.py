"""The skeleton of an exported file: its elements, attributes' names, keys and kinds of values, without what they hold.

Comments count as elements, so that one that ends too early is seen even where nothing stands behind it.
"""

import json
import plistlib
import re
from xml.etree import ElementTree as ET

import html5lib

_LINE = re.compile(r"\r\n|[\r\n]")


def structure(path: str, data: bytes) -> list:
    """The skeleton of a file, which its name says how to read."""
    return next(read for ending, read in _READERS.items() if path.endswith(ending))(data)


def _xml(data: bytes) -> list:
    parser = ET.XMLParser(target=ET.TreeBuilder(insert_comments=True, insert_pis=True))
    return [_element(each) for each in _in_order(ET.fromstring(data, parser), 0)]


def _html(data: bytes) -> list:
    parsed = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree")).parse(data)
    return [_element(each) for each in _in_order(parsed, 0)]


def _in_order(element: ET.Element, depth: int):
    yield depth, element
    for child in element:
        yield from _in_order(child, depth + 1)


def _element(found: tuple[int, ET.Element]) -> tuple:
    """Depth, name and attributes; of a link also where it leads, and of a class or style what it is."""
    depth, element = found
    name = element.tag if isinstance(element.tag, str) else "comment"
    kept = {"class", "href", "rel", "src", "style", "type"}
    return depth, name, [(key, value if key in kept else None) for key, value in sorted(element.attrib.items())]


def _json(data: bytes) -> list:
    return list(_values(json.loads(data)))


def _plist(data: bytes) -> list:
    return list(_values(plistlib.loads(data)))


def _values(value: object, where: tuple = ()):
    yield where, type(value).__name__
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        yield from _values(inner, (*where, key))


def _sections(data: bytes) -> list:
    """Sections and keys in their order; every line break of any program begins a line."""
    lines = (line.strip() for line in _LINE.split(data.decode("utf-8")))
    return [_line(line) for line in lines if line]


def _without_comments(data: bytes) -> list:
    """Outlook's file says in a comment where letters had to be replaced, so their number may differ."""
    return [line for line in _sections(data) if line != "comment"]


def _line(line: str) -> str:
    if line.startswith(("#", ";")):
        return "comment"
    return line if line.startswith("[") else line.partition("=")[0].rstrip()


_READERS = {
    ".xml": _xml,
    ".k9s": _xml,
    ".svg": _xml,
    ".html": _html,
    ".json": _json,
    ".mobileconfig": _plist,
    ".prf": _without_comments,
    ".source": _sections,
    "accountrc": _sections,
    "getmailrc": _sections,
    "offlineimaprc": _sections,
    "accounts.conf": _sections,
}
READABLE = tuple(_READERS)
