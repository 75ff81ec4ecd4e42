"""The wording of the advice: complete for every code, in both languages, and never against the rules of advice."""

import importlib
import pkgutil
import re
import string
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

import advisor.report
from advisor.decision.codes import Alarm, ConditionCode, Insecurity, NativeReason, Rule, ServerFact
from advisor.decision.criteria import Criterion
from advisor.decision.recommendation import AnswerRef, Condition, Contradiction, Exclusion, SeenFact, Status
from advisor.questionnaire.schema import QUESTIONS, Key
from advisor.report.texts import server
from advisor.report.texts.alarms import ALARMS
from advisor.report.texts.alternatives import ALTERNATIVES, KEEP_DAYS, PROTOCOLS
from advisor.report.texts.conditions import CONDITIONS, condition_text, condition_title
from advisor.report.texts.contradictions import CONTRADICTIONS, contradiction_sentence
from advisor.report.texts.criteria import CRITERIA
from advisor.report.texts.limits import LIMITS, RETENTION, RETENTION_AS_OF
from advisor.report.texts.native import NATIVE_REASONS
from advisor.report.texts.rules import RULES, exclusion_sentence
from advisor.report.texts.server_conditions import VARIANTS
from advisor.report.texts.server_facts import server_fact
from advisor.report.texts.statuses import STATUSES
from advisor.settings.codes import Alternative, ReadingProtocol
from advisor.text import Language, Text
from probes import results

MODULES = [module.name for module in pkgutil.walk_packages(advisor.report.__path__, "advisor.report.")]


def _texts(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, dict):
        yield from (text for one in value.values() for text in _texts(one))
    elif isinstance(value, tuple):
        yield from (text for one in value for text in _texts(one))
    elif is_dataclass(value) and not isinstance(value, type):
        yield from (text for field in fields(value) for text in _texts(getattr(value, field.name)))


def texts_of(module: str) -> list[Text]:
    return list(_texts(dict(vars(importlib.import_module(module)))))


ALL_TEXTS = [text for module in MODULES for text in texts_of(module)]


def _placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


COMPLETE = (
    (ALTERNATIVES, Alternative),
    (PROTOCOLS, ReadingProtocol),
    (CRITERIA, Criterion),
    (RULES, Rule),
    (STATUSES, Status),
    (ALARMS, Alarm),
    (CONDITIONS, ConditionCode),
    (NATIVE_REASONS, NativeReason),
    (server.SERVICES, results.Protocol),
    (server.SECURITIES, results.Security),
    (server.SOURCES, results.Source),
    (server.TRUSTS, results.Trust),
    (server.AUTHENTICATIONS, results.Authentication),
    (server.USERNAMES, results.UsernameForm),
)


@pytest.mark.parametrize(("table", "codes"), COMPLETE, ids=[codes.__name__ for _, codes in COMPLETE])
def test_every_code_has_its_words_and_no_two_share_them(table: dict[object, object], codes: type) -> None:
    assert set(table) == set(codes)
    assert len(set(map(str, table.values()))) == len(table)


@pytest.mark.parametrize("module", MODULES)
def test_texts_are_filled_and_in_swiss_spelling(module: str) -> None:
    for text in texts_of(module):
        assert text.de.strip()
        assert text.en.strip()
        assert "ß" not in text.de
        assert not re.search("[\"'„“”]", text.de), text.de
        assert not re.search("[\"'«»]", text.en), text.en
        assert not re.search(r"\b(bitte|leider|please|sorry|unfortunately)\b", f"{text.de} {text.en}", re.IGNORECASE)
        assert _placeholders(text.de) == _placeholders(text.en)


def test_every_country_of_the_questionnaire_has_a_dated_note_on_keeping_records() -> None:
    assert tuple(RETENTION) == QUESTIONS[Key.COUNTRY].codes
    assert all(RETENTION[code].source for code in ("CH", "DE", "AT"))
    assert "Keine Rechtsberatung" in RETENTION_AS_OF.de
    assert "No legal advice" in RETENTION_AS_OF.en
    assert re.search(r"\b20\d\d\b", RETENTION_AS_OF.de)


def test_the_swiss_note_neither_repeats_the_old_law_nor_says_that_mail_need_not_be_kept() -> None:
    swiss = RETENTION["CH"].text.de
    for part in ("zehn Jahre", "Beleg", "Seit 2013", "nicht mehr ausdrücklich", "raten dennoch", "Treuhand"):
        assert part in swiss
    assert "GoBD" in RETENTION["DE"].text.de


def test_the_limits_say_no_backup_no_archive_no_legal_advice() -> None:
    assert [note.title.en for note in LIMITS] == ["No backup", "No archive", "No legal advice"]


def test_contradictions_are_those_of_the_policy() -> None:
    assert set(CONTRADICTIONS) == {
        frozenset({Key.DATA_CONTROL, Key.DEVICE_BACKUP}),
        frozenset({Key.PROVIDER_STAY, Key.KEEP_COPY_ON_SERVER}),
        frozenset({Key.OFFLINE_READING, Key.DEVICE_SPACE}),
    }


def test_a_contradiction_is_found_whatever_the_order_of_its_keys() -> None:
    keys = (Key.PROVIDER_STAY, Key.KEEP_COPY_ON_SERVER)
    assert contradiction_sentence(Contradiction(keys)) == contradiction_sentence(Contradiction(keys[::-1]))


def test_the_technical_word_stands_once_and_in_brackets() -> None:
    for protocol, words in PROTOCOLS.items():
        for sentence in (words.verdict.de, words.verdict.en):
            assert sentence.count(protocol.value.upper()) == 1
            assert f"({protocol.value.upper()})" in sentence
    for alternative, form in ALTERNATIVES.items():
        for sentence in (form.verdict.de, form.verdict.en):
            assert sentence.count(f"({alternative.protocol.value.upper()}") == 1


def test_a_condition_names_the_service_it_speaks_of() -> None:
    condition = Condition("require_tls", (("protocol", "imap"),))
    assert condition_title(condition, Language.EN) == "Reading at the provider (IMAP): only once the access is safe"
    assert "{" not in condition_text(condition, Language.DE)


@pytest.mark.parametrize("code", ConditionCode)
def test_conditions_need_their_own_figures_only(code: ConditionCode) -> None:
    figures = {
        "poll_interval": {"minutes"},
        "server_expires": {"days"},
        "short_copy": {"days", "needed"},
        "mailbox_soon_full": {"days"},
    }
    note = CONDITIONS[code]
    assert _placeholders(note.title.de) | _placeholders(note.text.de) <= figures.get(code, {"protocol"})


@pytest.mark.parametrize(("code", "why"), VARIANTS)
def test_what_is_said_for_a_reason_needs_no_figure_but_the_names_of_programs(code: ConditionCode, why: str) -> None:
    text = VARIANTS[code, why]
    assert text != CONDITIONS[code].text
    assert _placeholders(text.de) == _placeholders(text.en) == ({"programs"} if why == "programs" else set())


def test_programs_are_named_as_they_were_asked_for() -> None:
    asked = Condition("oauth2_required", (("programs", "apple,other"),))
    assert "Apple Mail on Mac, iPhone or iPad and another program" in condition_text(asked, Language.EN)
    assert "wissen wir das hier nicht" not in condition_text(Condition("oauth2_required"), Language.DE)


@pytest.mark.parametrize("why", Insecurity)
def test_each_kind_of_insecurity_is_told_apart(why: Insecurity) -> None:
    told = {
        condition_text(Condition("require_tls", (("protocol", "imap"), ("why", one))), Language.DE)
        for one in Insecurity
    }
    assert len(told) == len(Insecurity)
    assert ("RFC 8997" in condition_text(Condition("require_tls", (("why", why),)), Language.DE)) is (why == "old_tls")


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        (SeenFact(ServerFact.EXPIRES, 0), "keeps nothing"),
        (SeenFact(ServerFact.EXPIRES, 9), "after 9 days"),
        (SeenFact(ServerFact.LONG_LOGIN_DELAY, 901), "every 16 minutes"),
        (SeenFact(ServerFact.LONG_LOGIN_DELAY, 900), "every 15 minutes"),
        (SeenFact(ServerFact.NO_UIDL), "no UIDL"),
    ],
)
def test_server_facts_are_told_with_their_figure(fact: SeenFact, words: str) -> None:
    assert words in server_fact(fact, Language.EN)


def test_an_exclusion_by_a_limited_program_is_not_blamed_on_the_provider() -> None:
    program = exclusion_sentence(Exclusion("E3", (AnswerRef(Key.CLIENT_LIMIT, "imap_only"),)))
    provider = exclusion_sentence(Exclusion("E3", (AnswerRef(Key.SERVER_OFFERS, "imap_only"),)))
    assert "program" in program.en
    assert "provider" in provider.en
    with pytest.raises(ValueError, match="E99"):
        exclusion_sentence(Exclusion("E99"))


def test_days_are_filled_in() -> None:
    assert KEEP_DAYS.into(Language.EN, days=28).startswith("The copy stays with the provider for 28 days.")


FORBIDDEN = (
    r"\b(IMAP|POP3) (ist|is) (Ihre?|eine?|your|an?) (Sicherung|Backup|Archiv|backup|archive)",  # R9
    r"\b(rechtskonform|rechtssicher|DSGVO-konform|DSG-konform|legally compliant|GDPR[- ]compliant)\b",  # R9, R10
    r"\bPOP3 (ist|is) (sicherer|safer|more secure)",  # R10
    r"(Warnung|warning)\w* (annehmen|akzeptieren|bestätigen|accept|ignore|ignorieren)",  # R6
    r"\b(accept|ignore) (the |a )?(certificate )?warning",  # R6
    r"(SSL|TLS|Verschlüsselung|encryption) (ausschalten|abschalten|aus|off)\b",  # R5, R6
    r"\bohne Verschlüsselung (versuchen|probieren)|try without encryption",  # R5
    r"(Papierkorb leeren|empty (the )?trash)",  # R19
    r"(Kontotyp|account type)",  # R14
    r"(?<!nicht )(?<!keinen )zweiten Schritt (ab|aus)(?!\w)",  # R13
)


NEGATED = re.compile(r"\b(nicht|keinen|nie|not|never|neither|weder|keiner|none)\b", re.IGNORECASE)
BAD_ADVICE = (
    "IMAP ist Ihre Sicherung.",
    "POP3 is legally compliant.",
    "POP3 is safer.",
    "Die Warnung akzeptieren.",
    "Accept the certificate warning.",
    "TLS ausschalten.",
    "Try without encryption.",
    "Den Papierkorb leeren.",
    "Ändern Sie den Kontotyp.",
    "Schalten Sie den zweiten Schritt ab.",
)


def _breaks(pattern: str, sentences: str) -> bool:
    parts = re.split(r"(?<=[.!?]) ", sentences)
    return any(re.search(pattern, part, re.IGNORECASE) and not NEGATED.search(part) for part in parts)


@pytest.mark.parametrize("pattern", FORBIDDEN)
def test_no_text_gives_forbidden_advice(pattern: str) -> None:
    said = [sentence for text in ALL_TEXTS for sentence in (text.de, text.en)]
    assert [one for one in said if _breaks(pattern, one)] == []


@pytest.mark.parametrize("sentence", BAD_ADVICE)
def test_forbidden_advice_would_be_noticed(sentence: str) -> None:
    assert any(_breaks(pattern, sentence) for pattern in FORBIDDEN)


def test_a_way_that_deletes_always_names_the_tested_backup() -> None:
    assert "getestete Sicherung" in ALTERNATIVES[Alternative.POP3_DELETE].description.de
    assert "tested backup" in ALTERNATIVES[Alternative.POP3_DELETE].description.en
    assert "tested" in RULES[Rule.E6].en


def test_the_red_box_forbids_every_change_before_backup_restore_and_count() -> None:
    box = ALARMS[Alarm.MAIL_ONLY_ON_PC]
    assert box.title == Text("Bevor Sie etwas umstellen", "Before you change anything")
    for part in ("Sicherung", "zurückgeholte", "wie viele"):
        assert part in box.text.de
    for part in ("backup", "restored", "how many"):
        assert part in box.text.en
