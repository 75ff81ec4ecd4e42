"""Every outcome of a check has a meaning, a severity and somebody who can act on it."""

import re

import pytest

from advisor.findings.connection import CONNECTION
from advisor.findings.encryption import ENCRYPTION
from advisor.findings.outcome import FIXER_NAMES, SEVERITY_NAMES, Fixer
from advisor.findings.table import TABLE, outcome
from advisor.findings.values import Severity
from probes.codes import Offer, Reason

CODES = [*Reason, *Offer]
CERTIFICATE = [reason for reason in Reason if reason.value.startswith("certificate_")]
COULD_NOT_TEST = [
    Reason.FILTERED,
    Reason.TIMED_OUT,
    Reason.GREETING_TIMEOUT,
    Reason.RATE_LIMITED,
    Reason.CLOSED,
    Reason.RESET,
    Reason.TLS_TIMEOUT,
    Reason.DNS_FAILED,
    Reason.ADDRESS_REFUSED,
    Reason.PORT_NOT_ALLOWED,
    Reason.LIMIT_EXCEEDED,
    Reason.CANCELLED,
    Offer.UNREACHABLE,
    Offer.NOT_TESTED,
]


def test_the_table_knows_each_code_once_and_no_other() -> None:
    assert set(TABLE) == {code.value for code in CODES}
    assert len(TABLE) == len(CODES)
    assert not set(CONNECTION) & set(ENCRYPTION)


@pytest.mark.parametrize("code", CODES)
def test_texts_are_sentences_in_both_languages(code: Reason | Offer) -> None:
    row = outcome(code)
    for text in (row.meaning, row.action):
        assert text.de.endswith(".")
        assert text.en.endswith(".")
    for text in (row.name, row.meaning, row.action):
        assert "ß" not in text.de
        assert not re.search(r"\b(bitte|please|sorry)\b", f"{text.de} {text.en}", re.IGNORECASE)


def test_no_two_outcomes_are_explained_alike() -> None:
    meanings = [outcome(code).meaning for code in CODES]
    assert len(set(meanings)) == len(meanings)


@pytest.mark.parametrize("code", COULD_NOT_TEST)
def test_what_could_not_be_tested_is_never_called_a_fault(code: Reason | Offer) -> None:
    assert outcome(code).severity is Severity.NOT_TESTED


def test_only_an_offered_service_passes() -> None:
    assert [code for code in CODES if outcome(code).severity is Severity.PASSED] == [Offer.OFFERED]


@pytest.mark.parametrize("code", CERTIFICATE)
def test_certificate_problems_are_the_providers_and_warnings_are_never_to_be_accepted(code: Reason) -> None:
    row = outcome(code)
    assert (row.severity, row.fixer) == (Severity.FAILED, Fixer.PROVIDER)
    assert "nicht weg" in row.action.de
    assert "do not click away warnings" in row.action.en.lower()


@pytest.mark.parametrize("code", CODES)
def test_no_outcome_tells_anyone_to_accept_a_warning_or_to_do_without_encryption(code: Reason | Offer) -> None:
    advice = f"{outcome(code).action.de} {outcome(code).action.en}"
    forbidden = (
        r"akzeptieren|bestätigen Sie die Warnung|ausnahme|ohne Verschlüsselung|accept|exception|turn off|disable"
    )
    assert not re.search(forbidden, advice, re.IGNORECASE)


def test_severities_and_fixers_have_names() -> None:
    assert set(FIXER_NAMES) == set(Fixer)
    assert set(SEVERITY_NAMES) == set(Severity)
