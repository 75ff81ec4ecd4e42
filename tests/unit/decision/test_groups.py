"""The answers that count for a group whose mailboxes others read too."""

from dataclasses import replace

import pytest

from advisor.decision.groups import answers_of
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.schema import Key
from tests.unit.decision.groups import group


@pytest.mark.parametrize(("said", "counts"), [("none", "few"), ("few", "few"), ("many", "many"), (None, "few")])
def test_a_mailbox_that_two_groups_read_is_shared_by_a_few_at_least(said, counts):
    own = {} if said is None else {"shared_addresses": said}
    company = Answers.of({}, [group("A", own, "B"), group("B", {})])
    assert answers_of(company, company.groups[0]).code(Key.SHARED_ADDRESSES) == counts


@pytest.mark.parametrize(
    ("own", "others", "counts"),
    [
        ("people", "program", "both"),
        ("program", "people", "both"),
        ("people", "both", "both"),
        ("both", "people", "both"),
        ("unknown", "both", "both"),
        ("people", "people", "people"),
        ("program", "program", "program"),
        ("people", "unknown", "people"),
        ("program", "unknown", "program"),
        ("unknown", "people", None),
    ],
)
def test_who_reads_a_shared_mailbox_is_who_reads_it_in_any_of_its_groups(own, others, counts):
    company = Answers.of({}, [group("A", {"readers": own}), group("B", {"readers": others}, "A")])
    assert answers_of(company, company.groups[0]).code(Key.READERS) == counts


def test_a_group_that_shares_nothing_has_the_company_s_answers_under_its_own():
    company = Answers.of(
        {"devices": "two", "places": "one"}, [group("A", {"devices": "one"}), group("B", {}, "C"), group("C", {})]
    )
    assert answers_of(company, company.groups[0]) == company.for_group(company.groups[0])


def test_what_was_measured_is_still_known_as_measured_in_a_group_that_shares():
    company = replace(Answers.of({"quota_gb": 5}, [group("A", {}, "B"), group("B", {})]), measured=(Key.QUOTA_GB,))
    assert answers_of(company, company.groups[0]).measured == (Key.QUOTA_GB,)
