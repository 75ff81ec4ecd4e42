"""Words inside an XML file that no program reads."""

from xml.etree import ElementTree as ET


def add_comment(parent: ET.Element, text: str) -> None:
    """Add ``text``. XML 1.0 section 2.5: no double hyphen inside a comment, no hyphen before its end."""
    parent.append(ET.Comment(f" {text.replace('--', '- -').rstrip('-')} "))
