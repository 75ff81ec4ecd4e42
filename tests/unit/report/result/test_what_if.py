"""The page "What if?": sentences and rows, from hand-made advice, in both languages."""

from dataclasses import replace

import pytest

from advisor.decision.codes import Alarm
from advisor.decision.recommendation import Condition, Contradiction, GroupRecommendation, Ranked, Status
from advisor.decision.what_if import WhatIf, moved
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.path import page_of
from advisor.questionnaire.schema import Key
from advisor.report.result.what_if import questions_to_try, way_name, what_if_view
from advisor.settings.codes import Alternative
from advisor.text import Language
from tests.made_up.advice import IMAP, KEEP, NEITHER, NONE

LANGUAGES = pytest.mark.parametrize("language", Language)


def view(before, after, language=Language.EN):
    return what_if_view(WhatIf(Key.DEVICES, "two", before, after, moved(before, after)), language)


def row(found, label):
    return next((one.today, one.then) for one in found.rows if one.label == label)


@pytest.mark.parametrize(
    ("before", "after", "begins"),
    [
        (IMAP, KEEP, "We would then advise something else: Fetch"),
        (IMAP, replace(IMAP, recommended=Alternative.IMAP_ARCHIVE), "The way would stay the same, but in the form:"),
        (NONE, IMAP, "We could then advise: Read at the provider."),
        (IMAP, NONE, "We could then no longer advise anything."),
        (IMAP, NEITHER, "Neither IMAP nor POP3 would"),
        (NEITHER, IMAP, "We could then advise: Read at the provider."),
        (IMAP, replace(IMAP, confidence=0.9), "The advice would stay the same and become surer."),
        (IMAP, replace(IMAP, confidence=0.7), "The advice would stay the same, but be less sure."),
        (IMAP, replace(IMAP, confidence=0.801, alarms=(Alarm.BACKUP_FIRST,)), "The advice would stay the same. Only"),
        (IMAP, replace(IMAP, status=Status.PRELIMINARY), "The advice would stay the same. Only"),
        (IMAP, replace(IMAP, confidence=0.801, protocol_confidence=0.95), "The advice would not change."),
        (IMAP, replace(IMAP, groups=()), "This answer would change nothing at all."),
        (NONE, replace(NONE, alarms=(Alarm.BACKUP_FIRST,)), "The advice would not change."),
    ],
)
def test_headline_says_what_it_comes_to(before, after, begins):
    assert view(before, after).headline.startswith(begins)


def test_groups_have_rows_of_their_own():
    groups = [replace(IMAP, groups=(GroupRecommendation("Kasse", one),)) for one in (IMAP, KEEP)]
    found = view(*groups)
    assert found.headline.startswith("The advice for the company would stay the same")
    assert row(found, "Group “Kasse”") == (
        "Read at the provider (IMAP)",
        "Fetch, a copy stays with the provider (POP3)",
    )


def test_rows_stand_side_by_side_and_what_moved_is_marked():
    found = view(IMAP, KEEP)
    assert row(found, "Advice") == ("Read at the provider (IMAP)", "Fetch, a copy stays with the provider (POP3)")
    assert row(found, "How firm") == ("Firm", "Firm")
    assert row(found, "How sure the way is") == ("90%", "90%")
    assert row(found, "How sure the form is") == ("80%", "the only possible one")
    assert row(found, "Copy at the provider") == ("–", "28 days")
    assert {one.label for one in found.rows if one.moved} == {
        "Advice",
        "How sure the form is",
        "Copy at the provider",
    }


def test_a_rule_that_decides_has_no_figure():
    ranking = (*KEEP.ranking[:1], *(replace(row, feasible=False) for row in KEEP.ranking[1:]))
    found = view(IMAP, replace(KEEP, ranking=ranking, keep_days=None))
    assert row(found, "How sure the way is") == ("90%", "decided by a rule")
    assert row(found, "Copy at the provider") == ("–", "without end")


def test_ways_keep_their_order_and_say_what_is_ruled_out():
    found = view(IMAP, KEEP)
    assert [(one.today, one.then) for one in found.ways] == [
        ("80%", "40%"),
        ("10%", "ruled out"),
        ("10%", "60%"),
        ("ruled out", "ruled out"),
    ]
    nothing = tuple(Ranked(one, None, None, False) for one in Alternative)
    native = view(IMAP, replace(NEITHER, ranking=nothing))
    assert {one.then for one in native.ways} == {"not compared"}
    assert "neither IMAP nor POP3" in row(native, "Advice")


def test_without_advice_on_either_side_no_sureness_is_shown():
    assert [one.label for one in view(NONE, NEITHER).rows] == ["Advice", "How firm"]


@LANGUAGES
def test_what_is_new_has_its_text_what_is_gone_its_title(language):
    before = replace(IMAP, alarms=(Alarm.MAIL_ONLY_ON_PC,), conditions=(Condition("test_restore"),))
    after = replace(
        IMAP,
        alarms=(Alarm.BACKUP_FIRST,),
        conditions=(Condition("measure_quota"),),
        contradictions=(Contradiction((Key.OFFLINE_READING, Key.DEVICE_SPACE)),),
    )
    found = view(before, after, language)
    assert len(found.new) == len(found.gone) == 2
    assert all(note.title and note.text for note in found.new)
    assert len(found.clash) == 1
    assert "ß" not in " ".join((*found.gone, *found.clash, *(note.text for note in found.new)))


@LANGUAGES
def test_questions_to_try_are_in_the_parts_of_the_questionnaire(language):
    parts = questions_to_try(Answers(), language, reported=True)
    keys = [key for part in parts for key, _ in part.questions]
    assert len(keys) == len(set(keys))
    assert keys[:2] == [Key.DEVICES, Key.SHARED_ADDRESSES]
    assert all(name and "{" not in name for part in parts for _, name in part.questions)
    for part in parts:
        assert len({page_of(key).section for key, _ in part.questions}) == 1


def test_a_way_is_named_with_its_protocol():
    assert way_name(Alternative.POP3_DELETE, Language.DE) == "Abholen und beim Anbieter löschen (POP3)"
