"""The stored row of a staff list: comes back as it was, and is trusted no more than any other document."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.report.documents.employee import read_employee, write_employee
from advisor.report.documents.errors import DocumentError
from advisor.settings.codes import Alternative, Program, Role
from advisor.settings.values import Person
from advisor.text import Language

FULL = Person(
    "anna@bücher.example",
    "Dr. Änna «O’Neil»",
    "anna",
    Role.READER,
    Alternative.POP3_KEEP,
    14,
    (Program.OUTLOOK, Program.APPLE),
    Language.EN,
    "+41 44 123 45 67",
)
PLAIN = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cf"]), min_size=1, max_size=80)


@pytest.mark.parametrize("person", [FULL, Person("a@b.example", "A")])
def test_a_row_comes_back_as_it_was(person):
    assert read_employee(write_employee(person)) == person


@given(PLAIN)
def test_any_name_comes_back(name):
    person = Person("a@b.example", name)
    assert read_employee(write_employee(person)) == person


@pytest.mark.parametrize(
    "changes",
    [
        {"address": "nobody"},
        {"address": "a@b.example\r\nRCPT TO:<x>"},
        {"name": "A\x00"},
        {"name": "A\u202eB"},
        {"name": 7},
        {"keep_days": 0},
        {"keep_days": 99_999},
        {"keep_days": "14"},
        {"alternative": "pop2"},
        {"programs": ["pine"]},
        {"language": "fr"},
        {"schema": "mailweiche.employee/2"},
        {"schema": "mailweiche.settings/1"},
        {"name": "x" * 20_000},
    ],
)
def test_what_is_no_row_is_refused(changes):
    document = json.loads(write_employee(FULL)) | changes
    with pytest.raises(DocumentError):
        read_employee(json.dumps(document).encode())


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"\xff", b"null"])
def test_what_is_no_document_is_refused(data):
    with pytest.raises(DocumentError):
        read_employee(data)
