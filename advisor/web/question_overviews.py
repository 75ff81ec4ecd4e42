"""What the pages around the questions show: the choice after the core, and the page with all answers."""

from dataclasses import dataclass

from advisor.questionnaire.catalogue import answer_phrase, wording
from advisor.questionnaire.path import SECTION_NAMES, Journey, Page, Section, page_of
from advisor.questionnaire.schema import CORE, Key
from advisor.web import i18n
from advisor.web.i18n import gettext, say
from advisor.web.question_pages import ReturnTo, answer_url, page_url
from advisor.web.question_sureness import Sureness, sureness
from advisor.web.question_way import Way


@dataclass(frozen=True, slots=True)
class Crossroads:
    """The choice after the core questions. ``open_core`` counts those that were left out.

    ``details``: pages that are left to make plan and profiles fit.
    """

    open_core: int
    next_open: str
    server_checked: bool
    answer: str
    sure: Sureness
    details: int


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """One answer; ``answered`` is False for a core question that is still open."""

    name: str
    answer: str
    url: str
    answered: bool


@dataclass(frozen=True, slots=True)
class SummarySection:
    """The answers of one part."""

    title: str
    rows: tuple[SummaryRow, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """All answers; ``kept`` are those whose question does not come up any more. ``open_further`` counts pages,
    ``groups`` those parts of the company that differ.
    """

    sections: tuple[SummarySection, ...]
    kept: tuple[SummaryRow, ...]
    open_further: int
    answer: str
    groups: int


def crossroads(way: Way) -> Crossroads:
    """The view of the choice after the core questions."""
    journey = way.journey
    return Crossroads(
        open_core=sum(journey.is_open(page) for page in _pages_of(Section.CORE, journey)),
        next_open=page_url(journey.first_open()),
        server_checked=journey.server_checked,
        answer=answer_url(journey),
        sure=sureness(way),
        details=len(journey.details()),
    )


def summary(journey: Journey) -> Summary:
    """The view of the page with all answers."""
    sections = tuple(SummarySection(say(SECTION_NAMES[section]), _rows(section, journey)) for section in Section)
    further = [page for page in journey.pages() if page.section not in (None, Section.CORE)]
    return Summary(
        sections=tuple(section for section in sections if section.rows),
        kept=tuple(_row(key, journey) for key in journey.off_path()),
        open_further=sum(journey.is_open(page) for page in further),
        answer=answer_url(journey),
        groups=len(journey.answers.groups),
    )


def _pages_of(section: Section, journey: Journey) -> tuple[Page, ...]:
    return tuple(page for page in journey.pages() if page.section is section)


def _rows(section: Section, journey: Journey) -> tuple[SummaryRow, ...]:
    keys = (key for page in _pages_of(section, journey) for key in journey.keys_on(page))
    return tuple(_row(key, journey) for key in keys if key in CORE or _is_settled(key, journey))


def _is_settled(key: Key, journey: Journey) -> bool:
    """Answered, or passed with "don't know"; a question that was never shown is not listed."""
    return journey.answers.get(key) is not None or key in journey.seen


def _row(key: Key, journey: Journey) -> SummaryRow:
    settled = _is_settled(key, journey)
    phrase = answer_phrase(key, journey.answers.get(key), i18n.current()) if settled else gettext("not answered yet")
    return SummaryRow(
        name=say(wording(key).short),
        answer=phrase[:1].upper() + phrase[1:],
        url=page_url(page_of(key), ReturnTo.SUMMARY),
        answered=settled,
    )
