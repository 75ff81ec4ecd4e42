"""The catalogue is complete in both languages, plain before the result, and in Swiss spelling."""

import re
import string
from collections.abc import Iterator

import pytest

from advisor.questionnaire.catalogue import CATALOGUE, answer_phrase, quoted, wording
from advisor.questionnaire.path import SECTION_NAMES, Section
from advisor.questionnaire.schema import QUESTIONS, Key, Kind
from advisor.questionnaire.wording import company, connection, control, devices, figures, mailboxes, provider
from advisor.questionnaire.wording.values import DONT_KNOW, Wording
from advisor.text import Language, Text

PROTOCOL_WORDS = re.compile(
    r"\b(imap\w*|pop3?|smtp|tls|ssl|starttls|stls|ports?|protokoll\w*|protocols?|mx|dns|srv|oauth\w*|submission)\b",
    re.IGNORECASE,
)
SERVER = re.compile("server", re.IGNORECASE)


def texts_of(words: Wording) -> Iterator[Text]:
    optional = (words.hint, words.check, words.unit, words.example)
    yield from (words.short, words.title, words.why, words.moves)
    yield from (text for text in optional if text is not None)
    for option in words.options:
        yield option.phrase
        yield option.label


def test_every_question_has_its_texts_once() -> None:
    areas = (devices, connection, control, mailboxes, provider, company, figures)
    keys = [row.key for area in areas for row in area.WORDINGS]
    assert sorted(keys) == sorted(Key)
    assert list(CATALOGUE) == list(QUESTIONS)


@pytest.mark.parametrize("key", Key)
def test_every_code_has_one_phrase_in_the_order_of_the_contract(key: Key) -> None:
    assert tuple(option.code for option in wording(key).options) == QUESTIONS[key].codes


@pytest.mark.parametrize("key", Key)
def test_figures_and_only_figures_have_unit_and_example(key: Key) -> None:
    is_figure = QUESTIONS[key].kind in (Kind.NUMBER, Kind.WHOLE_NUMBER)
    assert (wording(key).unit is not None) is is_figure
    assert (wording(key).example is not None) is is_figure
    if example := wording(key).example:
        assert float(example.de) > 0
        assert float(example.en) > 0


@pytest.mark.parametrize("key", Key)
def test_texts_are_filled_plain_and_in_swiss_spelling(key: Key) -> None:
    for text in texts_of(wording(key)):
        assert text.de.strip()
        assert text.en.strip()
        assert "ß" not in text.de
        assert not re.search("[\"'„“”]", text.de), text.de
        assert not re.search("[\"'«»]", text.en), text.en
        assert not re.search(r"\b(bitte|please|sorry)\b", f"{text.de} {text.en}", re.IGNORECASE)
        for sentence in (text.de, text.en):
            assert [name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None] == []


@pytest.mark.parametrize("key", Key)
def test_no_protocol_words_before_the_result(key: Key) -> None:
    for text in texts_of(wording(key)):
        for sentence in (text.de, text.en):
            assert not PROTOCOL_WORDS.search(sentence), sentence
            assert key is Key.SERVER_LOAD or not SERVER.search(sentence), sentence


def test_the_guard_against_protocol_words_would_notice_them() -> None:
    for sentence in ("Nutzen Sie POP3?", "which port", "IMAP-Ordner", "mit TLS", "das Protokoll"):
        assert PROTOCOL_WORDS.search(sentence)


@pytest.mark.parametrize("key", Key)
def test_titles_are_questions_and_explanations_are_sentences(key: Key) -> None:
    words = wording(key)
    assert words.title.de.endswith("?")
    assert words.title.en.endswith("?")
    for text in (words.why, words.moves):
        assert text.de.endswith(".")
        assert text.en.endswith(".")


def test_answers_are_quoted_in_the_words_of_the_question() -> None:
    assert quoted(Key.DEVICES, "three_plus", Language.DE) == "Geräte pro Person – drei oder mehr"
    assert quoted(Key.DEVICES, "three_plus", Language.EN) == "Devices per person – three or more"
    assert quoted(Key.DEVICES, None, Language.DE) == "Geräte pro Person – weiss ich nicht"


def test_figures_are_written_in_the_form_of_the_reader() -> None:
    assert answer_phrase(Key.STORAGE_GB_USED, 7.5, Language.DE) == "7.5 GB"
    assert answer_phrase(Key.MAILBOXES, 1200, Language.DE) == "1’200 Postfächer"
    assert answer_phrase(Key.MAILBOXES, 1200, Language.EN) == "1,200 mailboxes"


def test_several_answers_are_listed() -> None:
    assert answer_phrase(Key.PROGRAMS, ("thunderbird", "browser"), Language.EN) == "Thunderbird, in the browser"


def test_an_answer_card_starts_with_a_capital_and_an_unknown_code_is_an_error() -> None:
    assert wording(Key.DEVICES).option("one").label == Text("Nur eines", "Only one")
    with pytest.raises(KeyError):
        wording(Key.DEVICES).option("seventeen")


def test_sections_and_dont_know_have_texts() -> None:
    assert set(SECTION_NAMES) == set(Section)
    assert Text("weiss ich nicht", "I don’t know") == DONT_KNOW
