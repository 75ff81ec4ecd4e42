"""The view of the result page: sentences of every part, from hand-made advice, in both languages."""

from dataclasses import fields, is_dataclass, replace

import pytest

from advisor.decision.codes import NativeReason, Rule
from advisor.decision.criteria import Criterion
from advisor.decision.recommendation import (
    AnswerRef,
    Argument,
    Exclusion,
    Flip,
    Native,
    Ranked,
    Recommendation,
    Status,
)
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.schema import Key
from advisor.report.cells import Tone
from advisor.report.result.view import result_view
from advisor.settings.codes import Alternative, ReadingProtocol
from advisor.text import Language

DEVICES = AnswerRef(Key.DEVICES, "two")
SHARED = AnswerRef(Key.SHARED_ADDRESSES, None)
E1 = Exclusion(Rule.E1, (DEVICES, SHARED))
EXCLUDED = (
    Ranked(Alternative.POP3_KEEP, None, None, False, (E1,)),
    Ranked(Alternative.POP3_DELETE, None, None, False, (E1, Exclusion(Rule.E2))),
)
ADVICE = Recommendation(
    policy="test",
    status=Status.FIRM,
    qualifiers=(Status.FIRM,),
    protocol=ReadingProtocol.IMAP,
    protocol_confidence=1.0,
    recommended=Alternative.IMAP,
    form_confidence=0.826,
    keep_days=None,
    confidence=0.826,
    confidence_error=0.007,
    ranking=(
        *EXCLUDED,
        Ranked(Alternative.IMAP_ARCHIVE, 0.7, 0.174, True),
        Ranked(Alternative.IMAP, 0.9, 0.826, True),
    ),
    reasons=(
        Argument(Criterion.EFFORT, 0.2, (AnswerRef(Key.IT_EFFORT, "as_little_as_possible"),)),
        Argument(Criterion.DEVICE_SPACE, 0.1, (AnswerRef(Key.DEVICE_SPACE, None),)),
        Argument(Criterion.THEFT, 0.05),
    ),
    counter_reasons=(Argument(Criterion.OFFLINE, -0.1, (AnswerRef(Key.OUTAGES, "monthly"),)),),
    form_reasons=(
        Argument(Criterion.OFFLINE, -0.1),
        Argument(Criterion.EFFORT, 0.2, (AnswerRef(Key.IT_EFFORT, "as_little_as_possible"),)),
        Argument(Criterion.THEFT, 0.05),
    ),
    against=Alternative.IMAP_ARCHIVE,
)
ANSWERS = Answers.of({"devices": "two", "it_effort": "as_little_as_possible", "outages": "monthly"})
FIGURES = (("protocol", "imap"), ("minutes", 15), ("days", 9), ("needed", 28))
LANGUAGES = pytest.mark.parametrize("language", Language)


def view(advice=ADVICE, answers=ANSWERS, language=Language.EN, server=None):
    return result_view(advice, answers, server, language)


def sentences(value):
    """Every text in a view."""
    if isinstance(value, str):
        yield str(value)
    elif isinstance(value, tuple):
        for one in value:
            yield from sentences(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from sentences(getattr(value, field.name))


@LANGUAGES
def test_no_field_is_left_open_and_german_is_swiss(language):
    for sentence in sentences(view(language=language)):
        assert "{" not in sentence
        assert "ß" not in sentence


def test_rule_that_takes_out_the_other_protocol_comes_first_and_is_told_once():
    reasons = view().reasons
    assert [reason.title for reason in reasons] == ["Why not fetch (POP3)?", "Effort", "Space on the devices"]
    assert [(line.answer, line.known) for line in reasons[0].answers] == [("two", True), ("I don’t know", False)]


def test_reasons_never_hold_what_speaks_against():
    mixed = replace(ADVICE, ranking=(ADVICE.ranking[3],), reasons=(*ADVICE.counter_reasons, *ADVICE.reasons))
    assert "Reading without internet" not in [reason.title for reason in view(mixed).reasons]


def test_counter_reason_is_the_strongest_and_may_be_missing():
    reason = view().counter_reason
    assert reason is not None
    assert reason.text == "Less is readable without internet."
    assert view(replace(ADVICE, counter_reasons=())).counter_reason is None


def test_form_tells_a_reason_of_its_own():
    form = view().form
    assert form is not None
    assert form.reason is not None
    assert form.reason.title == "Lost or stolen device"
    assert form.share is not None
    assert (form.share.percent, form.only_one) == (83, None)


def test_only_form_has_no_share():
    alone = replace(ADVICE, ranking=(*EXCLUDED, Ranked(Alternative.IMAP, 0.9, 1.0, True)))
    form = view(alone).form
    assert form is not None
    assert form.share is None
    assert form.compared_with is None
    assert form.only_one


@pytest.mark.parametrize(("days", "said"), [(28, "28 days"), (None, "never deleted")])
def test_kept_copy_names_its_days(days, said):
    kept = replace(
        ADVICE,
        protocol=ReadingProtocol.POP3,
        recommended=Alternative.POP3_KEEP,
        keep_days=days,
        ranking=(Ranked(Alternative.POP3_KEEP, 1.0, 1.0, True),),
    )
    form = view(kept).form
    assert form is not None
    assert said in form.text


def test_close_protocol_and_close_forms_are_worded_apart():
    forms = replace(ADVICE, status=Status.CLOSE)
    assert view(forms).verdict.headline == view().verdict.headline
    protocols = replace(forms, protocol_confidence=0.6)
    assert view(protocols).verdict.headline.startswith("A close call")
    assert view(forms).verdict.status_text != view(protocols).verdict.status_text


def test_two_best_of_different_protocols_are_a_close_protocol():
    rivals = (Ranked(Alternative.IMAP, 0.9, 0.5, True), Ranked(Alternative.POP3_KEEP, 0.9, 0.49, True))
    found = view(replace(ADVICE, status=Status.CLOSE, protocol_confidence=0.8, ranking=rivals))
    assert found.verdict.headline.startswith("A close call")


def test_sure_protocol_is_explained_by_the_rule_or_by_the_weightings():
    share = view().protocol_share
    assert share is not None
    assert share.label == "Only IMAP is possible"
    assert (share.text, share.figure) == ("", None)  # the rule itself stands under "Why"
    rivals = (ADVICE.ranking[3], Ranked(Alternative.POP3_KEEP, 0.2, 0.1, True))
    contested = view(replace(ADVICE, protocol_confidence=0.9, ranking=rivals)).protocol_share
    assert contested is not None
    assert (contested.figure, "90 of 100" in contested.text) == ("90%", True)


@pytest.mark.parametrize("status", [Status.NOT_POSSIBLE, Status.NOT_ENOUGH_INFORMATION])
@LANGUAGES
def test_without_advice_nothing_is_advised(status, language):
    none = replace(
        ADVICE,
        status=status,
        protocol=None,
        protocol_confidence=None,
        recommended=None,
        form_confidence=None,
        against=None,
        reasons=(),
        counter_reasons=(),
        form_reasons=(),
        ranking=EXCLUDED,
    )
    found = view(none, language=language)
    assert (found.form, found.protocol_share, found.reasons, found.certainty.headline) == (None, None, (), None)
    assert Tone.GOOD not in {option.state.tone for option in found.options}


@pytest.mark.parametrize("reason", NativeReason)
@LANGUAGES
def test_native_says_why_and_calls_nothing_ruled_out(reason, language):
    ranking = tuple(Ranked(one, None, None, False, (Exclusion(Rule.NATIVE),)) for one in Alternative)
    advice = replace(
        ADVICE,
        protocol=None,
        protocol_confidence=None,
        recommended=None,
        native=Native(reason),
        ranking=ranking,
        reasons=(),
        counter_reasons=(),
        form_reasons=(),
        against=None,
    )
    found = view(advice, language=language)
    assert len(found.reasons) == 1
    assert all(option.rules == () and option.state.tone is Tone.NONE for option in found.options)


def test_options_start_with_the_advised_and_end_with_the_excluded():
    codes = [option.code for option in view().options]
    assert codes[:2] == [Alternative.IMAP, Alternative.IMAP_ARCHIVE]
    assert all(option.rules and option.share is None for option in view().options[2:])


def test_flips_of_one_question_are_told_in_one_sentence_protocol_first():
    flips = (
        Flip(((Key.OUTAGES, "weekly"),), Alternative.IMAP_ARCHIVE, False),
        Flip(((Key.OUTAGES, "daily"),), Alternative.IMAP_ARCHIVE, False),
        Flip(((Key.DEVICES, "one"), (Key.SHARED_ADDRESSES, "none")), Alternative.POP3_KEEP, True),
    )
    found = view(replace(ADVICE, flips=flips)).certainty
    assert len(found.flips) == 2
    assert "answers were “Devices per person: only one” and “" in found.flips[0].text
    assert found.flips[0].tried is None
    assert found.flips[1].text.count("Internet down or too slow") == 1
    assert "or “daily”" in found.flips[1].text
    assert [line.answer for line in found.flips[1].questions] == ["about every month"]
    assert found.flips[1].tried is Key.OUTAGES
