"""Comments: nothing ends them early, and no letter is lost."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.profiles.account import plain
from advisor.profiles.formats.line_comments import comments
from advisor.profiles.formats.xml_files import add_comment


def xml(text):
    root = ET.Element("root")
    add_comment(root, text)
    return ET.tostring(root, encoding="unicode")


@pytest.mark.parametrize(
    ("text", "written"),
    [("a -- b", "a - - b"), ("c---d", "c- - -d"), ("e-", "e-"), ("<!-- -->", "&lt;!- - - -&gt;"), ("f\n\x00g", "f g")],
)
def test_xml_comments(text, written):
    assert xml(text).replace("<!-- ", "", 1) == f"<root>{written} --></root>".replace("&lt;", "<").replace("&gt;", ">")


@given(st.text(alphabet="-<>!a \n"))
def test_no_text_ends_an_xml_comment(text):
    inside = xml(text).removeprefix("<root><!--").removesuffix("--></root>")
    assert "--" not in inside
    assert not inside.endswith("-")
    assert inside.replace(" ", "") == plain(text).replace(" ", "")


@given(st.lists(st.text(max_size=30)), st.sampled_from(["#", ";"]))
def test_no_text_ends_a_line_comment_or_carries_it_on(lines, mark):
    made = comments(lines, mark)
    assert len(made) == len(lines)
    assert all(line.startswith(mark) and line.isprintable() and not line.endswith("\\") for line in made)
