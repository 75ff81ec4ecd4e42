"""The kind of explanation follows from what each criterion adds to the lead: exact cases, and the document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.decision.criteria import Criterion
from advisor.decision.explanation import Case, explain

STATE, TEAM, EFFORT, PUSH = Criterion.SAME_STATE, Criterion.TEAM, Criterion.EFFORT, Criterion.PUSH
FOUR = [(PUSH, 2), (TEAM, 4), (STATE, 5), (Criterion.THEFT, 3)]

CASES = {
    "nothing to weigh": ([], False, Case.ONLY_WAY, (), None),
    "nothing speaks against": ([(EFFORT, 0.1), (STATE, 0.3)], False, Case.DOMINANCE, (STATE, EFFORT), None),
    "a point of no weight speaks for nobody": ([(TEAM, 0), (STATE, 0.3)], False, Case.DOMINANCE, (STATE,), None),
    "one carries all": ([(STATE, 0.5), (TEAM, 0.1), (EFFORT, -0.3)], False, Case.DECISIVE, (STATE,), None),
    "exactly what is needed": ([(STATE, 0.3), (TEAM, 0.3), (EFFORT, -0.3)], False, Case.DECISIVE, (STATE, TEAM), None),
    "each of two is needed": ([(STATE, 0.3), (TEAM, 0.25), (EFFORT, -0.4)], False, Case.DECISIVE, (STATE, TEAM), None),
    "none needed": ([(STATE, 2), (TEAM, 2), (PUSH, 2), (EFFORT, -1)], False, Case.MANY, (STATE, TEAM, PUSH), None),
    "just not needed": ([(STATE, 0.3), (TEAM, 0.31), (EFFORT, -0.29)], False, Case.MANY, (TEAM, STATE), None),
    "three are enough": (FOUR, False, Case.DOMINANCE, (STATE, TEAM, Criterion.THEFT), None),
    "three of many": ([*FOUR, (EFFORT, -1)], False, Case.MANY, (STATE, TEAM, Criterion.THEFT), None),
    "close": ([(STATE, 0.3), (TEAM, 0.1), (PUSH, -0.1), (EFFORT, -0.25)], True, Case.CLOSE, (STATE,), EFFORT),
    "close, for it only points that are rounded away": ([(EFFORT, -0.0001)], True, Case.MANY, (), None),
    "close, but nothing against": ([(STATE, 0.01)], True, Case.DOMINANCE, (STATE,), None),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_case(name):
    contributions, close, case, criteria, counter = CASES[name]
    found = explain(contributions, close=close)
    assert (found.case, found.criteria, found.counter) == (case, criteria, counter)


PARTS = st.lists(st.integers(-50, 50).filter(bool), min_size=1, max_size=8).filter(lambda parts: sum(parts) > 0)


@given(PARTS)
def test_without_a_decisive_point_the_lead_is_gone_and_without_another_it_is_not(parts):
    contributions = dict(zip(Criterion, parts, strict=False))
    found = explain(contributions.items(), close=False)
    lead = sum(parts)
    for criterion, part in contributions.items():
        gone = lead - part <= 0
        if found.case is Case.DECISIVE:
            assert (criterion in found.criteria) is gone
        elif found.case is Case.MANY:
            assert not gone
    assert (found.case is Case.DOMINANCE) is all(part > 0 for part in parts)


@pytest.mark.parametrize(
    ("answers", "case", "criterion"),
    [
        ({}, "many", "device_loss"),
        ({"data_control": "off_provider", "device_backup": "none"}, "decisive", "device_loss"),
        ({"devices": "three_plus"}, "decisive", "effort"),
    ],
)
def test_the_document_says_which_case_it_is(company, server, document, answers, case, criterion):
    advice = document(company(**answers), server())
    assert advice["explanation"]["case"] == case
    assert advice["explanation"]["criteria"][0] == criterion
    assert advice["explanation"]["counter"] is None


def test_a_close_call_names_the_strongest_point_on_each_side(company, server, document):
    answers = company(data_control="off_provider", device_backup="manual", provider_backup="no")
    advice = document(answers, server())
    assert "close" in advice["qualifiers"]
    explanation = advice["explanation"]
    assert explanation["case"] == "close"
    assert explanation["criteria"] == [advice["reasons"][0]["criterion"]]
    assert explanation["counter"] == advice["counter_reasons"][0]["criterion"]


def test_the_only_way_left_has_nothing_weighed(company, server, document):
    advice = document(company(devices="three_plus"), server(imap="not_found"))
    assert advice["explanation"] == {"case": "only_way", "criteria": [], "counter": None}


def test_without_advice_there_is_nothing_to_explain(company, server, document):
    assert document(company(complete=False), server())["explanation"] is None
    assert document(company(groupware="must"), server())["explanation"] is None
