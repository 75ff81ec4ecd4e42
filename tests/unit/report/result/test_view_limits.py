"""What could change the advice, what to heed, and where no certainty is claimed."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.decision.codes import Alarm, ConditionCode
from advisor.decision.recommendation import (
    Assumption,
    Condition,
    Contradiction,
    Flip,
    NextQuestion,
    Status,
)
from advisor.questionnaire.schema import Key
from advisor.report.result.shares import as_percent
from advisor.settings.codes import Alternative
from tests.unit.report.result.test_view import ADVICE, ANSWERS, FIGURES, LANGUAGES, sentences, view


def form_flips(count):
    keys = (Key.OUTAGES, Key.LINE, Key.DEVICE_SPACE, Key.STORAGE_COST, Key.KEEP_HISTORY, Key.SERVER_LOAD)
    codes = ("weekly", "slow_or_metered", "tight", "matters", "all", "concern")
    pairs = zip(keys[:count], codes[:count], strict=True)
    return tuple(Flip(((key, code),), Alternative.IMAP_ARCHIVE, False) for key, code in pairs)


def protocol_flips(count):
    codes = ("none", "few", "many")
    return tuple(
        Flip(((Key.DEVICES, "one"), (Key.SHARED_ADDRESSES, code)), Alternative.POP3_KEEP, True)
        for code in codes[:count]
    )


@pytest.mark.parametrize(
    ("protocol", "form", "kinds"),
    [(0, 6, "FF"), (1, 6, "PF"), (3, 6, "PF"), (3, 1, "PF"), (3, 0, "PP"), (1, 0, "P")],
)
def test_two_changes_are_told_one_of_each_kind_if_there_are(protocol, form, kinds):
    found = view(replace(ADVICE, flips=(*protocol_flips(protocol), *form_flips(form)))).certainty.flips
    assert "".join("P" if "instead" in one.text else "F" for one in found) == kinds


def test_changes_of_other_questions_come_before_more_of_the_same():
    other = Flip(((Key.DEVICES, "one"), (Key.OUTAGES, "daily")), Alternative.POP3_KEEP, True)
    found = view(replace(ADVICE, flips=(*protocol_flips(2), other))).certainty.flips
    asked = [tuple(line.question for line in one.questions) for one in found]
    assert asked[0] != asked[1]


@pytest.mark.parametrize(
    ("flips", "says"),
    [
        ((), "Even three different answers together would not change the advice."),
        (form_flips(1), "A single one can change the form."),
        (protocol_flips(1), "It takes two different answers together to change whether"),
        (protocol_flips(1), "Even three together would not change the form."),
        ((*protocol_flips(1), *form_flips(1)), "A single one can change the form."),
        (
            (Flip(((Key.DEVICES, "one"),), Alternative.POP3_KEEP, True), *form_flips(1)),
            "The same holds for the form.",
        ),
    ],
)
def test_headline_says_how_many_answers_it_takes(flips, says):
    assert says in view(replace(ADVICE, flips=flips)).certainty.headline


def test_open_questions_say_how_they_were_read_those_that_count_first():
    advice = replace(
        ADVICE,
        assumptions=(Assumption(Key.DEVICE_BACKUP, "none", False), Assumption(Key.DEVICE_SPACE, None, True)),
        ask_next=(NextQuestion(Key.DEVICE_SPACE, 0.2),),
    )
    found = view(advice)
    assert [(one.slug, one.could_flip) for one in found.assumptions] == [
        ("device-space", True),
        ("device-backup", False),
    ]
    assert "not at all" in found.assumptions[1].read_as
    assert found.certainty.ask_next[0].could_flip


@LANGUAGES
def test_every_alarm_and_condition_has_its_words(language):
    advice = replace(
        ADVICE,
        alarms=tuple(Alarm),
        conditions=tuple(Condition(code, FIGURES) for code in ConditionCode),
        contradictions=(Contradiction((Key.PROVIDER_STAY, Key.KEEP_COPY_ON_SERVER)),),
    )
    found = view(advice, language=language)
    assert [alarm.code for alarm in found.alarms] == list(Alarm)
    assert len({note.title for note in found.conditions}) == len(ConditionCode)
    assert len(found.contradictions[0].answers) == 2
    assert not any("{" in sentence for sentence in sentences(found))


@pytest.mark.parametrize(("country", "laws"), [("CH", 1), ("DE", 1), ("AT", 1), ("other", 1), (None, 3)])
def test_law_follows_the_country(country, laws):
    answers = ANSWERS if country is None else ANSWERS.with_answer(Key.COUNTRY, country)
    assert len(view(answers=answers).retention) == laws


def test_space_needed_is_a_third_more_than_used():
    notes = view(answers=ANSWERS.with_answer(Key.STORAGE_GB_USED, 18)).effort
    assert "23.4" in notes[1].text


@settings(max_examples=50)
@given(st.floats(0, 1))
def test_certainty_and_impossibility_are_never_made_by_rounding(share):
    percent = as_percent(share)
    assert 0 <= percent <= 100
    assert (percent == 100) == (share == 1)
    assert (percent == 0) == (share == 0)


@LANGUAGES
def test_where_the_other_protocol_leads_more_often_the_headline_advises_neither(language):
    undecided = replace(ADVICE, status=Status.CLOSE, qualifiers=(Status.CLOSE,), protocol_confidence=0.28)
    headline = view(undecided, language=language).verdict.headline
    assert "IMAP" in headline
    assert "POP3" in headline
    leading = view(replace(undecided, protocol_confidence=0.52), language=language).verdict.headline
    assert "POP3" not in leading


def test_a_contradiction_is_named_under_the_headline():
    contradicting = replace(ADVICE, contradictions=(Contradiction((Key.OFFLINE_READING, Key.DEVICE_SPACE)),))
    assert any("Two of your answers do not go together" in one for one in view(contradicting).verdict.caveats)
    assert not any("do not go together" in caveat for caveat in view().verdict.caveats)
