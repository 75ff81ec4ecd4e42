"""Every outcome of a check has a meaning, a severity and somebody who can act on it."""

import re
import string

import pytest

from advisor.findings.codes import FindingCode
from advisor.findings.connection import CONNECTION
from advisor.findings.encryption import ENCRYPTION
from advisor.findings.outcome import FIXER_NAMES, SEVERITY_NAMES, Fixer
from advisor.findings.rows.providers import PROVIDERS
from advisor.findings.rules.route import FORWARDERS
from advisor.findings.table import TABLE, outcome
from advisor.findings.values import Severity
from advisor.settings.candidates import could_not_test
from probes.codes import Offer, Reason
from probes.discovery.catalogue import GatewayKind, NoteCode, gateways
from tests.made_up.small_reports import failed

CODES: list[Reason | Offer | FindingCode] = [*Reason, *Offer, *FindingCode]
CERTIFICATE = [reason for reason in Reason if reason.value.startswith("certificate_")]
COULD_NOT_TEST = [
    Reason.FILTERED,
    Reason.TIMED_OUT,
    Reason.GREETING_TIMEOUT,
    Reason.OUT_OF_TIME,
    Reason.RATE_LIMITED,
    Reason.TURNED_AWAY,
    Reason.CLOSED,
    Reason.RESET,
    Reason.TLS_TIMEOUT,
    Reason.DNS_FAILED,
    Reason.ADDRESS_REFUSED,
    Reason.PORT_NOT_ALLOWED,
    Reason.LIMIT_EXCEEDED,
    Reason.LEFT_ALONE,
    Reason.NO_ROUTE,
    Reason.CANCELLED,
    Offer.UNREACHABLE,
    Offer.NOT_TESTED,
    FindingCode.UNTESTED_FROM_HERE,
    FindingCode.RATE_LIMITED_HERE,
]


def test_the_table_knows_each_code_once_and_no_other() -> None:
    assert set(TABLE) == {code.value for code in CODES}
    assert len(TABLE) == len(CODES)
    assert not set(CONNECTION) & set(ENCRYPTION)


@pytest.mark.parametrize("code", CODES)
def test_texts_are_sentences_in_both_languages(code: Reason | Offer | FindingCode) -> None:
    row = outcome(code)
    for text in (row.meaning, row.action):
        assert text.de.endswith(".")
        assert text.en.endswith(".")
        assert text.de[0].isupper()
        assert text.en[0].isupper()
    for text in (row.name, row.meaning, row.action):
        assert "ß" not in text.de
        assert not re.search(r"\b(bitte|please|sorry)\b", f"{text.de} {text.en}", re.IGNORECASE)


def test_no_two_outcomes_are_explained_alike() -> None:
    meanings = [outcome(code).meaning for code in CODES]
    assert len(set(meanings)) == len(meanings)


@pytest.mark.parametrize("code", COULD_NOT_TEST)
def test_what_could_not_be_tested_is_never_called_a_fault(code: Reason | Offer) -> None:
    assert outcome(code).severity is Severity.NOT_TESTED


def test_only_what_is_in_order_passes() -> None:
    passed = [code for code in CODES if outcome(code).severity is Severity.PASSED]
    assert passed == [Offer.OFFERED, FindingCode.DANE_PRESENT]


@pytest.mark.parametrize("code", CODES)
def test_there_is_a_letter_exactly_where_the_provider_can_mend_it(code: Reason | Offer | FindingCode) -> None:
    row = outcome(code)
    assert (row.letter is not None) is (row.fixer is Fixer.PROVIDER)


@pytest.mark.parametrize("code", [code for code in CODES if outcome(code).letter])
def test_letters_are_polite_sentences_that_ask_for_something(code: Reason | Offer | FindingCode) -> None:
    letter = outcome(code).letter
    for text in (letter.saw, letter.ask):
        assert "ß" not in text.de
        assert re.match(r"[A-ZÄÖÜ]", text.de)
        assert re.match(r"[A-Z]", text.en)
    assert letter.saw.de.endswith(".")
    assert letter.saw.en.endswith(".")
    assert "?" in letter.ask.de
    assert "?" in letter.ask.en
    assert not re.search(r"(?i)passwort ist|password is|kennwort:", f"{letter.saw} {letter.ask}")


@pytest.mark.parametrize("code", CODES)
def test_both_languages_take_the_same_fields(code: Reason | Offer | FindingCode) -> None:
    row = outcome(code)
    assert not _fields(row.name.de) | _fields(row.name.en), "a name stands in subjects and headings"
    letter = (row.letter.saw, row.letter.ask) if row.letter else ()
    for text in (row.meaning, row.action, *letter):
        assert _fields(text.de) == _fields(text.en)
        assert not re.search("[\"'„“”]", text.de), text.de
        assert not re.search("[\"'«»]", text.en), text.en


def test_notes_on_providers_bear_the_codes_of_the_provider_list() -> None:
    assert {code.value for code in PROVIDERS} == {code.value for code in NoteCode}


def test_forwarding_services_are_those_of_the_list() -> None:
    assert {each.id for each in gateways() if each.kind is GatewayKind.FORWARDER} == FORWARDERS


def _fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


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


@pytest.mark.parametrize(
    "reason", [each for each in Reason if each is not Reason.ADDRESS_REFUSED]
)  # refused before any packet: never "failed"
def test_what_counts_as_not_tested_does_not_speak_against_a_claim(reason):
    untested = outcome(reason).severity is Severity.NOT_TESTED
    assert could_not_test(failed(reason)) is untested
