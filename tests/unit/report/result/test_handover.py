"""What is handed to the practice: the text and the mail link."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.decision.advise import advise
from advisor.questionnaire.answers import Answers
from advisor.report.result.handover import LONGEST_LINK, handover_text, mail_link
from advisor.report.result.view import result_view
from advisor.text import Language

ANSWERS = Answers.of({"devices": "two", "it_effort": "as_little_as_possible", "outages": "monthly"})
ADVICE = advise(ANSWERS)


@pytest.mark.parametrize("language", Language)
def test_hand_over_holds_what_was_said_and_nothing_secret(language):
    text = handover_text(ADVICE, ANSWERS, None, language)
    assert result_view(ADVICE, ANSWERS, None, language).verdict.headline in text
    assert len([line for line in text.splitlines() if line.startswith("- ")]) >= len(ANSWERS.values) + 2


@settings(max_examples=50)
@given(st.text(max_size=300), st.text(min_size=1, max_size=3000))
def test_mail_link_is_never_too_long_nor_broken(subject, text):
    link = mail_link("hilfe@praxis.example", subject[:50], text)
    assert link.startswith("mailto:hilfe@praxis.example?subject=")
    assert len(link) <= LONGEST_LINK or "&body=" not in link
    assert link.isascii()
    assert not any(sign in link for sign in ' "<>\r\n')
