"""What all XML files have in common: elements, comments, the finished document."""

import re
from xml.etree import ElementTree as ET

from advisor.profiles.account import plain


def add(parent: ET.Element, name: str, text: str) -> None:
    """Add an element that holds ``text`` and nothing else."""
    ET.SubElement(parent, name).text = text


def add_comment(parent: ET.Element, text: str) -> None:
    """Add ``text`` as a comment. XML 1.0 section 2.5: no double hyphen inside, and blanks keep its ends apart."""
    parent.append(ET.Comment(f" {re.sub('-(?=-)', '- ', plain(text))} "))


def document(root: ET.Element) -> bytes:
    """The file in UTF-8, indented."""
    ET.indent(root)
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"
