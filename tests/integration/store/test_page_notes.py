"""What all personal pages of a case say beside their settings, on SQLite and on PostgreSQL."""

from datetime import date

import pytest

from advisor.store import cases, page_notes
from advisor.store.page_notes import Notes
from advisor.web.transaction import unit

DAY = date(2026, 11, 27)


@pytest.fixture
def case_id(app) -> int:
    with app.app_context(), unit():
        return cases.create(language="de", answers="{}", days=1)[0].id


def test_each_part_is_noted_alone_and_goes_with_the_case(app, case_id):
    with app.app_context():
        assert page_notes.of(case_id) == Notes()
    with app.app_context(), unit():
        page_notes.set_contact(case_id, name="Zoë", phone="044 123 45 67", mail=None)
        page_notes.set_deletion(case_id, 28, DAY)
    with app.app_context():
        assert page_notes.of(case_id) == Notes("Zoë", "044 123 45 67", None, 28, DAY)
    with app.app_context(), unit():
        page_notes.set_contact(case_id, name=None, phone=None, mail="it@firma.example")
        assert page_notes.of(case_id) == Notes(None, None, "it@firma.example", 28, DAY)
        page_notes.set_deletion(case_id, None, None)
        assert page_notes.of(case_id) == Notes(contact_mail="it@firma.example")
        cases.delete(cases.by_id(case_id))
    with app.app_context():
        assert page_notes.of(case_id) == Notes()
