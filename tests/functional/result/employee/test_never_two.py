"""Whatever lists are made into pages, ended, remade and left: of two who read one mailbox, none deletes.

The model knows what people have really set up: whenever their page gives them something, they take it.
"""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from advisor.questionnaire.answers import Answers
from advisor.report.documents.answers import write_answers
from advisor.settings.codes import Alternative
from advisor.settings.consent import without_unconfirmed
from advisor.settings.staff import Defaults, read_staff
from advisor.store import cases, employee_links
from advisor.store.database import db
from advisor.store.models import EmployeeLink
from advisor.text import Language
from advisor.web import employees
from advisor.web.employee_page import employee_of
from advisor.web.page_changes import make_anew, waiting
from advisor.web.page_readers import elsewhere
from tests.functional.result.staff_pages import advised

HEAD = "address;name;role;alternative;keep_days;username\r\n"
DAY = timedelta(days=1)
WAYS = ((Alternative.IMAP, None), (Alternative.POP3_KEEP, 28), (Alternative.POP3_DELETE, None))
ROWS = st.builds(
    "{}@firma.example;{};{};{};{}".format,
    st.sampled_from("ab"),
    st.sampled_from(("Anna", "Ben", "Cleo")),
    st.sampled_from(("", "", "collector", "program")),
    st.sampled_from(("", "", "imap;", "pop3_delete;", "pop3_keep;", "pop3_keep;7")).map(lambda way: way or ";"),
    st.sampled_from(("", "", "", "a", "a@firma.example", "B@firma.example", "box")),
)
STEPS = st.one_of(
    st.tuples(st.just("make"), st.sampled_from(WAYS), st.lists(ROWS, min_size=1, max_size=2)),
    st.tuples(st.sampled_from(("use", "use", "works", "end", "renew", "leave", "anew", "run out")), st.integers(0, 5)),
)
IMAP, DAYS = WAYS[0], WAYS[1]
ANNA, BEN = "a@firma.example;Anna;;;;", "a@firma.example;Ben;;;;"


@dataclass
class World:
    """A case, and what each row has really set up: the name to sign in with, and whether it deletes."""

    base: object
    case: object = None
    set_up: dict[int, tuple[str, bool]] = field(default_factory=dict)

    def do(self, step):
        """One step of the consultant or of an employee."""
        what, *rest = step
        if what == "make":
            return self._make(*rest)
        links = employee_links.of_case(self.case.id)
        if links:
            self._one(what, links[rest[0] % len(links)])
        return None

    def _make(self, way, rows):
        alternative, days = way
        company = replace(self.base, alternative=alternative, keep_days=days)
        defaults = Defaults(alternative, days, Language.EN, elsewhere=elsewhere(self.case.id))
        people = read_staff((HEAD + "\r\n".join(rows)).encode(), defaults).people
        employees.make_pages(self.case, company, people)

    def _one(self, what, link):
        live = link.is_live(datetime.now(UTC))
        if what == "use" and live:
            employee_links.note_opened(link.id)
            self._take(link)
        elif what == "works" and live and self._take(link):
            employee_links.report(link.id, works=True)
        elif what == "end":
            employee_links.end(self.case.id, link.id)
        elif what == "leave":
            employee_links.leave(self.case.id, link.id)
            self.set_up.pop(link.id, None)
        elif what == "renew":
            employees.renew(self.case, link.id)
        elif what == "anew":
            make_anew(self.case.id, [one for one in waiting(self.case.id) if one.link.id == link.id])
        elif what == "run out":
            past = datetime.now(UTC) - DAY
            db.session.execute(sa.update(EmployeeLink).where(EmployeeLink.id == link.id).values(expires_at=past))

    def _take(self, link):
        """Set up what the page gives; somebody who says that it works has looked at the page of now."""
        employee = employee_of(link, "")
        if employee is None or employee.clashes:
            return False
        account = employee.account
        name = (account.person.username or account.address.ascii).lower()
        name = name if "@" in name else f"{name}@firma.example"
        self.set_up[link.id] = (name, account.form in ("pop3_keep_days", "pop3_delete"))
        return True

    def check(self):
        """No two readers of one mailbox of whom one deletes."""
        for number, (name, deletes) in self.set_up.items():
            others = [other for other, (same, _) in self.set_up.items() if same == name and other != number]
            assert not (deletes and others), self.set_up


@pytest.fixture
def base(all_situations):
    situation = all_situations["pop3_days"]
    return without_unconfirmed(advised(tuple(situation.answers.items()), situation.report, None))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, min_size=2, max_size=14))
@example([("make", DAYS, [ANNA]), ("use", 0), ("make", DAYS, ["b@firma.example;Ben;;;;a"]), ("use", 1)])
@example([("make", IMAP, [BEN]), ("use", 0), ("end", 0), ("make", DAYS, [ANNA]), ("use", 1)])
@example([("make", IMAP, [BEN]), ("use", 0), ("renew", 0), ("end", 0), ("make", DAYS, [ANNA]), ("use", 1)])
@example([("make", DAYS, [BEN]), ("use", 0), ("make", IMAP, [BEN]), ("anew", 0), ("make", IMAP, [ANNA]), ("use", 1)])
@example([("make", IMAP, [BEN, ANNA]), ("use", 0), ("use", 1), ("make", DAYS, [BEN]), ("anew", 0), ("use", 0)])
@example([("make", DAYS, [BEN]), ("run out", 0), ("make", IMAP, [ANNA]), ("use", 0), ("use", 1)])
def test_of_two_readers_of_a_mailbox_none_deletes(app, base, steps):
    with app.test_request_context():
        case, _ = cases.create(language="de", answers=write_answers(Answers()).decode(), days=30)
        world = World(base, case)
        for step in steps:
            world.do(step)
            db.session.commit()
            world.check()
