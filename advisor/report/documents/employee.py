"""``mailweiche.employee/1``: one row of a staff list, kept for the page of this employee. It never leaves the store."""

from pydantic import TypeAdapter

from advisor.report.documents.envelope import Schema, into, plain, read, write
from advisor.report.documents.errors import DocumentError, Problem
from advisor.settings.addresses import parse_address
from advisor.settings.staff import MAX_KEEP_DAYS
from advisor.settings.values import Person

_ADAPTER = TypeAdapter(Person)


def read_employee(data: bytes) -> Person:
    """The checked row. Raises ``DocumentError``."""
    person = into(_ADAPTER, read(data, Schema.EMPLOYEE))
    if parse_address(person.address) is None:
        raise DocumentError(Problem.WRONG_VALUE, place="address", value=person.address)
    if person.keep_days is not None and not 1 <= person.keep_days <= MAX_KEEP_DAYS:
        allowed = (f"1–{MAX_KEEP_DAYS}",)
        raise DocumentError(Problem.NOT_ALLOWED, place="keep_days", value=person.keep_days, allowed=allowed)
    return person


def write_employee(person: Person) -> bytes:
    """The document, on one line."""
    return write(Schema.EMPLOYEE, plain(_ADAPTER, person), compact=True)
