"""Query functions for what all personal pages of a case say beside their settings. Nothing here commits."""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from advisor.store.database import db
from advisor.store.inserting import insert_into
from advisor.store.models import PageNotes


@dataclass(frozen=True, slots=True)
class Notes:
    """Whom people shall ask; the days after which the company's server deletes, as somebody confirmed on a day."""

    contact_name: str | None = None
    contact_phone: str | None = None
    contact_mail: str | None = None
    deletes_days: int | None = None
    deletes_confirmed_on: date | None = None


def of(case_id: int) -> Notes:
    """What is noted of the case."""
    query = sa.select(PageNotes).where(PageNotes.case_id == case_id)
    row = db.session.scalars(query.execution_options(populate_existing=True)).one_or_none()
    if row is None:
        return Notes()
    return Notes(row.contact_name, row.contact_phone, row.contact_mail, row.deletes_days, row.deletes_confirmed_on)


def set_contact(case_id: int, *, name: str | None, phone: str | None, mail: str | None) -> None:
    """Note whom people shall ask."""
    _put(case_id, contact_name=name, contact_phone=phone, contact_mail=mail)


def set_deletion(case_id: int, days: int | None, confirmed_on: date | None) -> None:
    """Note what the server deletes; None: nothing."""
    _put(case_id, deletes_days=days, deletes_confirmed_on=confirmed_on)


def _put(case_id: int, **values: object) -> None:
    insert = insert_into(PageNotes).values(case_id=case_id, **values)
    db.session.execute(insert.on_conflict_do_update(index_elements=["case_id"], set_=values))
