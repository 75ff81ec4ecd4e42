"""What all personal pages of a case say beside their settings: whom to ask, and what the company's server deletes."""

from advisor.settings.values import NotedDeletion
from advisor.store import page_notes
from advisor.store.served_domains import ToAnswer
from advisor.web.settings import settings


def contact_of(case_id: int | None) -> str | None:
    """Whom readers shall ask, on one line: whoever the case names, else the practice behind this installation."""
    noted = page_notes.of(case_id) if case_id is not None else page_notes.Notes()
    named = [noted.contact_name, noted.contact_phone, noted.contact_mail]
    ours = settings()
    practice = [ours.handover_name, ours.handover_address] if ours.handover_name else []
    return ", ".join(part for part in (named if any(named) else practice) if part) or None


def noted_deletion(case_id: int) -> NotedDeletion | None:
    """What somebody confirmed that the company's server deletes; None where nothing is."""
    return noted(page_notes.of(case_id))


def noted(row: page_notes.Notes | ToAnswer) -> NotedDeletion | None:
    """The same, of what the database holds."""
    if row.deletes_days is None or row.deletes_confirmed_on is None:
        return None
    return NotedDeletion(row.deletes_days, row.deletes_confirmed_on)
