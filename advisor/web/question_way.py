"""The way of one case through the questions: what the decision still needs, and the pages this browser was shown."""

from dataclasses import dataclass, replace

from flask import session

from advisor.decision.standing import Standing, standing
from advisor.questionnaire.path import Journey, Page, Ranking, Section, page_named
from advisor.store.models import Case
from advisor.web import case_answers
from advisor.web.case_advice import measurement_of, server_report_of

WALKED_KEY = "walked"


@dataclass(frozen=True, slots=True)
class Way:
    """Where the person stands, and where the advice does."""

    journey: Journey
    standing: Standing


def way_of(case: Case) -> Way:
    """The way as it goes on from what is saved now."""
    journey = case_answers.journey(case)
    server = server_report_of(case)
    now = standing(journey.answers, server.report if server else None, measurement_of(case))
    return Way(replace(journey, ranking=Ranking(now.deciding, now.moving), walked=_walked(case)), now)


def remember(page: Page, case: Case) -> None:
    """Keep that a further page was shown: "Back" leads along these pages. Another browser starts with none."""
    walked = _walked(case)
    if page.section is not Section.CORE and page not in walked:
        session[WALKED_KEY] = [case.id, *(one.slug for one in walked), page.slug]


def _walked(case: Case) -> tuple[Page, ...]:
    kept = session.get(WALKED_KEY, [])
    slugs = kept[1:] if kept and kept[0] == case.id else []
    return tuple(page for slug in slugs if (page := page_named(slug)))
