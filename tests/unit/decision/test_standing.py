"""How sure a half-filled questionnaire is: as sure as the advice that would be given now."""

import pytest

from advisor.decision.standing import standing
from tests.unit.decision.conftest import make_advice, make_company, make_server


@pytest.mark.parametrize("answers", [{}, {"data_control": "off_provider", "device_backup": "tested"}])
def test_as_sure_of_the_protocol_as_the_advice(answers):
    confidence = standing(make_company(**answers), make_server()).confidence
    assert confidence == pytest.approx(make_advice(**answers).protocol_confidence)
    assert (confidence < 1) is bool(answers)


def test_sure_where_nothing_is_left():
    nothing = {"imap": "not_found", "pop3": "not_found"}
    assert standing(make_company(), make_server(**nothing)).confidence == 1
