"""Comments in XML files."""

import re
from xml.etree import ElementTree as ET

from advisor.profiles.account import plain


def add_comment(parent: ET.Element, text: str) -> None:
    """Add ``text`` as a comment. XML 1.0 section 2.5: no double hyphen inside, and blanks keep its ends apart."""
    parent.append(ET.Comment(f" {re.sub('-(?=-)', '- ', plain(text))} "))
