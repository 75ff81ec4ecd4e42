"""What all personal pages of a case say beside their settings: whom to ask, and what the company's server deletes."""

from advisor.profiles.server_deletion import ServerDeletion
from advisor.store import page_notes
from advisor.web.settings import settings


def contact_of(case_id: int | None) -> str | None:
    """Whom readers shall ask, on one line: whoever the case names, else the practice behind this installation."""
    noted = page_notes.of(case_id) if case_id is not None else page_notes.Notes()
    named = [noted.contact_name, noted.contact_phone, noted.contact_mail]
    ours = settings()
    practice = [ours.handover_name, ours.handover_address] if ours.handover_name else []
    return ", ".join(part for part in (named if any(named) else practice) if part) or None


def server_deletion_of(case_id: int, address: str) -> ServerDeletion | None:
    """What somebody confirmed that the server deletes, for the mailbox of this address; None where nothing is."""
    noted = page_notes.of(case_id)
    if noted.deletes_days is None or noted.deletes_confirmed_on is None:
        return None
    return ServerDeletion(noted.deletes_days, noted.deletes_confirmed_on, (address,))
