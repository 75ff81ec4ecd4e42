"""What a release would change for pages that are there and for programs that ask, said before the click."""

from dataclasses import dataclass
from enum import StrEnum

from advisor.profiles import served as answers
from advisor.settings.values import CompanySettings
from advisor.store import employee_links, served_domains
from advisor.web.publications import released
from advisor.web.serving_pages import same_for_programs


class Programs(StrEnum):
    """What mail programs that ask by themselves would get then."""

    NO_MORE = "no_more"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class ReleaseEffects:
    """``pages``: how many there are, which stay as they are; ``programs``: None where nothing changes for them."""

    pages: int
    programs: Programs | None
    domain: str


def release_effects(case_id: int, settings: CompanySettings) -> ReleaseEffects:
    """What it would change to release these settings."""
    row, before = served_domains.of(case_id), released(case_id)
    programs = None
    if row is not None and row.answers and before is not None and not answers.deletes(before.settings):
        if answers.deletes(settings) or answers.domain_of(settings) != row.domain:
            programs = Programs.NO_MORE
        elif not same_for_programs(before.settings, settings):
            programs = Programs.OTHERS
    return ReleaseEffects(employee_links.count(case_id), programs, row.domain if row else "")
