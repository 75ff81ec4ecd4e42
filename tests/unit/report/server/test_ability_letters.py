"""Letters that ask for abilities: complete, in both languages, numbered from two on, nothing but our own words."""

from dataclasses import replace

import pytest

from advisor.decision.codes import Ability
from advisor.findings.letters.abilities import ABILITY_LETTERS
from advisor.report.server.letters import ability_letter
from advisor.report.texts.asking import ABILITIES
from advisor.text import Language
from tests.made_up.small_reports import report

REPORT = report((), ())
LANGUAGES = pytest.mark.parametrize("language", Language)


def test_every_ability_has_its_words_and_its_letter() -> None:
    assert set(ABILITIES) == set(ABILITY_LETTERS) == set(Ability)


@LANGUAGES
@pytest.mark.parametrize("ability", Ability)
def test_one_ability_is_asked_for_without_numbering(ability: Ability, language: Language) -> None:
    letter = ability_letter((ability,), REPORT, "Muster AG", language)
    assert REPORT.domain in letter.text
    assert ABILITY_LETTERS[ability].ask.into(language) in letter.text
    assert "\n1. " not in letter.text
    assert letter.text.endswith("\nMuster AG")
    assert "{" not in letter.text
    assert "ß" not in letter.text


@LANGUAGES
def test_several_are_numbered_in_their_order(language: Language) -> None:
    letter = ability_letter((Ability.UIDL, Ability.IDLE), REPORT, "Muster AG", language)
    first, second = letter.text.index("\n1. "), letter.text.index("\n2. ")
    assert first < letter.text.index("RFC 1939") < second < letter.text.index("RFC 2177")
    assert "\n3. " not in letter.text


@LANGUAGES
def test_without_a_check_no_domain_and_no_check_is_claimed(language: Language) -> None:
    letter = ability_letter((Ability.IMAP,), None, "Muster AG", language)
    assert REPORT.domain not in letter.text
    assert not any(word in letter.text for word in ("geprüft", "checked"))


def test_the_time_of_the_check_is_told() -> None:
    later = replace(REPORT, started_at=REPORT.started_at.replace(year=2031))
    assert "2031" in ability_letter((Ability.IMAP,), later, "x", Language.DE).text
