"""No sentence of the findings, and no letter, gives the advice that must never be given (R4 to R10, R13, R16)."""

import re

import pytest

from advisor.findings.outcome import FIXER_NAMES, SEVERITY_NAMES
from advisor.findings.table import TABLE
from advisor.text import Text
from tests.unit.report.test_texts import FORBIDDEN, _breaks

TEXTS: list[Text] = [
    *FIXER_NAMES.values(),
    *SEVERITY_NAMES.values(),
    *(text for row in TABLE.values() for text in (row.name, row.meaning, row.action)),
    *(text for row in TABLE.values() if row.letter for text in (row.letter.saw, row.letter.ask)),
]
SENTENCES = [sentence for text in TEXTS for sentence in (text.de, text.en)]
ALSO_FORBIDDEN = (
    r"(Port|port|Anschluss) (25|110|143)\b",  # R5: no clear-text port is ever named as the one to use
    r"\b(alte Verschlüsselung|old encryption) (einschalten|zulassen|allow|enable)",  # R5
    r"\bklicken Sie (auf )?«?Ja|\bclick “?Yes",  # R6
    r"(trotzdem|anyway) (verbinden|connect)",  # R6
    r"\b(MX|Posteingang) (eintragen|verwenden)|\benter the MX",  # R7
    r"(Passwort|password) (senden|schicken|mitteilen|send|tell) (Sie )?(us|uns)",  # R8
    r"schalten Sie (IMAP|POP3) (sofort )?ab\b|\bswitch off (IMAP|POP3)\b",  # R4
)


@pytest.mark.parametrize("pattern", [*FORBIDDEN, *ALSO_FORBIDDEN])
def test_no_finding_and_no_letter_gives_forbidden_advice(pattern) -> None:
    assert [sentence for sentence in SENTENCES if _breaks(pattern, sentence)] == []


def test_switching_a_service_off_comes_after_the_list_of_who_uses_it() -> None:
    for code in ("pop3_open_but_unannounced", "srv_says_off_but_answers"):
        action = TABLE[code].action
        assert re.search(r"Listen Sie auf|Klären Sie zuerst", action.de)
        assert re.search(r"List which|First find out", action.en)


def test_the_server_offers_a_sign_in_in_clear_and_nobody_says_that_it_allows_one() -> None:
    row = TABLE["cleartext_login_offered"]
    assert "bietet" in row.meaning.de
    assert "offers" in row.meaning.en
    assert not re.search(r"erlaubt|allows", f"{row.name} {row.meaning} {row.letter}")


def test_the_prompt_of_outlook_is_never_to_be_confirmed() -> None:
    action = TABLE["autodiscover_certificate_wrong"].action
    assert "nie auf «Ja»" in action.de
    assert "Never click “Yes”" in action.en
