"""What an export is made of: the same on the way to the process as at the click, and how long it may take."""

import subprocess
import sys
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.profiles.formats.catalogue import USUAL
from advisor.profiles.server_deletion import ServerDeletion
from advisor.profiles.targets import Target
from advisor.report.documents.settings import write_settings
from advisor.text import Language
from advisor.web.export_order import AT_ONCE, ExportOrder, read_request, stored_order, work, write_request
from advisor.web.export_pages import seconds_left
from tests.unit.profiles.companies import company

SETTINGS = write_settings(company()).decode()
STAFF = b"\xef\xbb\xbfadresse;name\r\nanna@firma.ch;Anna M\xc3\xbcller\r\nkein-at;Carla\r\n"


@given(
    st.binary(max_size=100),
    st.sets(st.sampled_from(Target)),
    st.booleans(),
    st.sampled_from(Language),
    st.none() | st.text(max_size=20),
    st.none() | st.builds(ServerDeletion, st.integers(1, 99), st.dates(), st.tuples(st.text(max_size=9))),
    st.text(max_size=20),
)
def test_an_order_comes_back_as_it_was(staff, targets, skip_bad, language, contact, deletion, path) -> None:
    chosen = tuple(target for target in Target if target in targets)
    order = ExportOrder(SETTINGS, staff, chosen, skip_bad, language, contact, deletion)
    assert stored_order(order.settings, order.staff, order.choices()) == order
    assert read_request(write_request(order, path)) == (order, path)


def test_rows_follow_the_language_of_the_click() -> None:
    for language in Language:
        people = ExportOrder(SETTINGS, STAFF, USUAL, True, language, None).people()
        assert [person.language for person in people.people] == [language]
        assert len(people.problems) == 1


@pytest.mark.parametrize(
    ("people", "targets", "at_once"),
    [(1, tuple(Target), True), (13, tuple(Target), True), (20, tuple(Target), False), (15, USUAL, True),
     (25, USUAL, False), (300, (Target.SHEET, Target.APPLE), True), (500, (Target.SHEET, Target.APPLE), False),
     (100, (Target.SLIP,), False)],
)  # fmt: skip
def test_people_times_kinds_decide_what_comes_at_once(people, targets, at_once) -> None:
    assert (work(people, targets) <= AT_ONCE) is at_once


@pytest.mark.parametrize(
    ("done", "total", "taken", "left"),
    [
        (0, 10, 60, None),
        (5, 10, 2, None),
        (5, 10, 60, 60),
        (1240, 5000, 72, pytest.approx(218.3, abs=0.1)),
        (9, 9, 9, 0),
    ],
)
def test_the_rest_is_guessed_from_what_is_done(done, total, taken, left) -> None:
    assert seconds_left(done, total, timedelta(seconds=taken)) == left


def test_the_process_that_writes_loads_no_web_framework_and_no_database() -> None:
    """It starts quickly and holds little."""
    code = "import sys, advisor.web.export_process; print({'flask', 'sqlalchemy', 'huey'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.strip() == "set()", done.stderr
