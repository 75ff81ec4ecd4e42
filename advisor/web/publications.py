"""The settings that a case hands out by itself: to mail programs, and on the pages of the employees.

They are released by a click and stay as they were then, whatever is answered or checked afterwards. A page goes on
showing those that it was made with, whatever is released later.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from advisor.report.documents.errors import DocumentError
from advisor.report.documents.settings import read_settings, write_settings
from advisor.settings.values import CompanySettings
from advisor.store import publications
from advisor.store.publications import Published


@dataclass(frozen=True, slots=True)
class Released:
    """Settings that are handed out since ``at``."""

    settings: CompanySettings
    at: datetime


def release(case_id: int, settings: CompanySettings) -> int:
    """Hand out these settings from now on; they must need nobody's word any more (``may_hand_out``).

    The number of the release, for the pages that are made with it. Pages that are there keep theirs. What the server
    deletes is not released: it is said as it stands when somebody looks.
    """
    return publications.publish(case_id, write_settings(_lasting(settings)))


def released(case_id: int) -> Released | None:
    """What the case hands out; None also for a document that this version no longer reads."""
    return _read(publications.of(case_id))


def shown_by(publication_id: int | None) -> CompanySettings | None:
    """The settings of a page that was made with this release; None where there is nothing to show any more."""
    found = _read(publications.by_id(publication_id)) if publication_id is not None else None
    return found.settings if found else None


def newest_of(case_id: int) -> int | None:
    """The number of the newest release, whether it can be read or not."""
    found = publications.of(case_id)
    return None if found is None else found.id


def all_released(case_id: int) -> dict[int, Released]:
    """The readable releases of the case that pages may show, by number."""
    read = ((found.id, _read(found)) for found in publications.all_of(case_id))
    return {number: found for number, found in read if found is not None}


def _read(found: Published | None) -> Released | None:
    if found is None:
        return None
    try:
        return Released(read_settings(found.settings), found.at)
    except DocumentError:
        return None


def is_released(case_id: int, settings: CompanySettings) -> bool:
    """Whether just these settings are handed out."""
    found = released(case_id)
    return found is not None and write_settings(found.settings) == write_settings(_lasting(settings))


def _lasting(settings: CompanySettings) -> CompanySettings:
    return replace(settings, server_deletes=None)
