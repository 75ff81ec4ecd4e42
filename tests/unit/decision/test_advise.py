"""What the parts of one advice say together: status, ranking, confidences, reasons and their explanation."""

import pytest

from advisor.decision import advise as module
from advisor.decision.advise import advise
from advisor.decision.explanation import Case
from advisor.decision.recommendation import StillOpen
from advisor.settings.codes import Alternative
from tests.unit.decision.conftest import make_advice, make_company, make_server

NEARLY_LEVEL = {"data_control": "provider_fine", "offline_reading": "no"}
AWAY = {"data_control": "off_provider", "device_backup": "manual", "provider_backup": "no"}
THREE_WAYS = {"data_control": "off_provider", "device_backup": "manual", "readers": "program"}
COMPANIES = {
    "plain": {},
    "own copy": {"data_control": "own_copy"},
    "many devices": {"devices": "three_plus"},
    "close": AWAY,
    "three ways": THREE_WAYS,
    "at once": {
        "data_control": "off_provider",
        "device_backup": "tested",
        "keep_copy_on_server": "no",
        "provider_stay": "as_short_as_possible",
    },
}


def shares(advised):
    return {row.alternative: row.first_rank_acceptability for row in advised.ranking if row.feasible}


# Status and ranking


def test_what_is_not_advised_is_not_called_close():
    """Two ways of IMAP are nearly level, but only one more answer makes them advice at all."""
    too_little = advise(make_company(complete=False, **NEARLY_LEVEL), make_server())
    enough = advise(make_company(complete=False, devices="two", **NEARLY_LEVEL), make_server())
    for one in (too_little, enough):
        assert abs(shares(one)[Alternative.IMAP] - shares(one)[Alternative.IMAP_ARCHIVE]) < 0.0098
    assert (too_little.recommended, too_little.qualifiers) == (None, ("not_enough_information", "preliminary"))
    assert (enough.recommended, enough.qualifiers) == (Alternative.IMAP, ("close", "preliminary"))


def test_beside_the_provider_s_own_connection_no_way_is_left_and_no_question_open():
    advised = make_advice(groupware="must")
    assert [row.alternative for row in advised.ranking] == list(Alternative)
    assert not any(row.feasible for row in advised.ranking)
    assert advised.still_open == StillOpen(0, proven=True)


# Confidence


@pytest.mark.parametrize("name", COMPANIES)
def test_a_protocol_is_as_sure_as_its_ways_are_together(name):
    advised = make_advice(**COMPANIES[name])
    together = sum(share for one, share in shares(advised).items() if one.protocol is advised.protocol)
    assert advised.protocol_confidence == pytest.approx(together, abs=1e-9)


def test_ways_of_one_protocol_stand_for_each_other():
    advised = make_advice(**THREE_WAYS)
    ways = {Alternative.IMAP_ARCHIVE, Alternative.IMAP, Alternative.POP3_KEEP}
    assert {one for one, share in shares(advised).items() if share > 0.2} == ways
    assert advised.recommended is Alternative.IMAP_ARCHIVE
    assert advised.confidence < 0.5 < advised.protocol_confidence


# Reasons


@pytest.mark.parametrize("name", COMPANIES)
def test_what_speaks_for_and_what_speaks_against_add_up_to_the_lead(name):
    advised = make_advice(**COMPANIES[name])
    values = {row.alternative: row.value for row in advised.ranking}
    pros = [one.contribution for one in advised.reasons]
    cons = [one.contribution for one in advised.counter_reasons]
    assert min(pros) > 0 > max(cons)
    assert sum(pros) + sum(cons) == pytest.approx(values[advised.recommended] - values[advised.against], abs=1e-7)


@pytest.mark.parametrize(
    ("name", "case"),
    [
        ("plain", Case.MANY),
        ("many devices", Case.DECISIVE),
        ("at once", Case.DECISIVE),
        ("close", Case.CLOSE),
        ("three ways", Case.CLOSE),
    ],
)
def test_the_lead_is_explained_as_close_only_where_it_is(name, case):
    assert make_advice(**COMPANIES[name]).explanation.case is case


def test_a_lead_in_exactly_as_many_draws_as_asked_for_is_not_close(monkeypatch):
    advised = make_advice(**AWAY)
    assert shares(advised)[Alternative.IMAP] == 0, "then the two shares are those of the duel"
    assert advised.against is Alternative.IMAP_ARCHIVE
    monkeypatch.setattr(module, "CLOSE_BELOW", advised.confidence)
    assert make_advice(**AWAY).explanation.case is not Case.CLOSE
    monkeypatch.setattr(module, "CLOSE_BELOW", advised.confidence + 1e-9)
    assert make_advice(**AWAY).explanation.case is Case.CLOSE
