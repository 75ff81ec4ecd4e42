"""The settings that a case hands out by itself: to mail programs, and on the pages of the employees.

They are released by a click and stay as they were then, whatever is answered or checked afterwards.
"""

from dataclasses import dataclass
from datetime import datetime

from advisor.report.documents.errors import DocumentError
from advisor.report.documents.settings import read_settings, write_settings
from advisor.settings.values import CompanySettings
from advisor.store import publications


@dataclass(frozen=True, slots=True)
class Released:
    """Settings that are handed out since ``at``."""

    settings: CompanySettings
    at: datetime


def release(case_id: int, settings: CompanySettings) -> None:
    """Hand out these settings from now on; they must need nobody's word any more (``may_hand_out``)."""
    publications.publish(case_id, write_settings(settings))


def released(case_id: int) -> Released | None:
    """What the case hands out; None also for a document that this version no longer reads."""
    found = publications.of(case_id)
    if found is None:
        return None
    try:
        return Released(read_settings(found.settings), found.at)
    except DocumentError:
        return None


def is_released(case_id: int, settings: CompanySettings) -> bool:
    """Whether just these settings are handed out."""
    found = released(case_id)
    return found is not None and write_settings(found.settings) == write_settings(settings)
