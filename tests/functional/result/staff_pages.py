"""Personal pages for the tests: making them from a list, and reading their links from the consultant's table."""

import re
from datetime import UTC, datetime, timedelta
from functools import cache

import sqlalchemy as sa

from advisor.questionnaire.answers import Answers
from advisor.report.advice import recommend
from advisor.report.advised_settings import advised_settings
from advisor.report.documents.answers import write_answers
from advisor.report.server_report import complete
from advisor.settings.consent import without_unconfirmed
from advisor.settings.staff import Defaults, read_staff
from advisor.store import cases, employee_links
from advisor.store.database import db
from advisor.store.models import Case, EmployeeLink
from advisor.text import Language
from advisor.web.employees import make_pages, token_of
from advisor.web.page_readers import person_of
from advisor.web.publications import released
from tests.functional.result.staff_lists import GOOD, upload

AT = datetime(2026, 11, 23, tzinfo=UTC)

IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1"
IPAD = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15"
WINDOWS = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36"
)
ANDROID = "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile Safari/537.36"
LINUX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


def make(client, content=GOOD, way="imap", **fields):
    """Upload a list and make pages for its good rows."""
    upload(client, content, way=way)
    return client.post("/profiles/people", data={"way": way, **fields})


@cache
def advised(answers, report, way):
    """The settings that such a company is advised; worked out once for all tests."""
    said, server = Answers.of(dict(answers)), complete(report)
    return advised_settings(recommend(said, server, at=AT).recommendation, said, server, "Muster AG", way)


def open_pages(app, situation, staff, way=None):
    """A case that has released the settings of a situation and made pages for a list; their paths by the name.

    What comes before, from the answers to the button, is left out because it takes most of the time.
    """
    settings = advised(tuple(situation.answers.items()), situation.report, way)
    read = read_staff(staff.encode(), Defaults(settings.alternative, settings.keep_days, Language.EN))
    assert read.people
    with app.test_request_context():
        case, _ = cases.create(language="de", answers=write_answers(Answers()).decode(), days=30)
        make_pages(case, without_unconfirmed(settings), read.people)
        db.session.commit()
        made = employee_links.of_case(case.id)
        return {person_of(link).name: f"/for/{token_of(link)}" for link in made}


def make_unchecked(app, content):
    """A page for a list that was checked before the pages that are there now: two lists at the same moment."""
    with app.test_request_context():
        case = db.session.scalars(sa.select(Case)).one()
        settings = released(case.id).settings
        read = read_staff(content.encode(), Defaults(settings.alternative, settings.keep_days, Language.EN))
        assert read.people
        make_pages(case, settings, read.people)
        db.session.commit()


def links(client, show="all", page=1):
    """The paths of the pages by the person's name, as the table shows them."""
    text = client.get(f"/profiles/people?show={show}&page={page}", headers={"Accept-Language": "en"}).text
    found = re.findall(r'value="http[^"]*?(/for/[A-Za-z0-9_-]+)"\s+readonly\s+aria-label="Link of ([^"]+)"', text)
    return {name: path for path, name in found}


def rows(app):
    """Everything that is stored of the pages, in their order."""
    with app.app_context():
        found = db.session.execute(sa.select(EmployeeLink.__table__).order_by(EmployeeLink.id))
        return [dict(row._mapping) for row in found]


def change(app, **values):
    """Set columns of every page."""
    with app.app_context():
        db.session.execute(sa.update(EmployeeLink).values(**values))
        db.session.commit()


def past():
    return datetime.now(UTC) - timedelta(seconds=1)
