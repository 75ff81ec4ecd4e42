"""What a case hands out by itself, on SQLite and on PostgreSQL: one release per case, and gone with the case."""

import pytest

from advisor.store import cases, publications
from advisor.web.transaction import unit


@pytest.fixture
def case_id(app) -> int:
    with app.app_context(), unit():
        return cases.create(language="de", answers="{}", days=1)[0].id


def test_the_newest_release_takes_the_place_of_the_one_before(app, case_id) -> None:
    with app.app_context(), unit():
        assert publications.of(case_id) is None
        publications.publish(case_id, b'{"organisation": "M\xc3\xbcller"}')
    with app.app_context(), unit():
        first = publications.of(case_id)
        publications.publish(case_id, b"{}")
    with app.app_context():
        second = publications.of(case_id)
    assert first.settings == '{"organisation": "Müller"}'.encode()
    assert (second.settings, second.at >= first.at, second.at.tzinfo) == (b"{}", True, first.at.tzinfo)


@pytest.mark.parametrize("ends", ["withdrawn", "case deleted"])
def test_nothing_is_handed_out_any_more_after_the_end(app, case_id, ends) -> None:
    with app.app_context(), unit():
        other = cases.create(language="de", answers="{}", days=1)[0].id
        publications.publish(case_id, b"{}")
        publications.publish(other, b"{}")
    with app.app_context(), unit():
        if ends == "withdrawn":
            publications.withdraw(case_id)
        else:
            cases.delete(cases.by_id(case_id))
    with app.app_context():
        assert publications.of(case_id) is None
        assert publications.of(other) is not None
