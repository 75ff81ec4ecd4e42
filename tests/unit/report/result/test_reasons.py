"""Reasons and figures of the result page: what rests on answers, what is assumed, and what no figure can say."""

from dataclasses import replace

from advisor.decision.codes import Rule
from advisor.decision.recommendation import Assumption, Exclusion, Ranked, Status
from advisor.questionnaire.schema import Key
from advisor.settings.codes import Alternative
from advisor.text import Language
from tests.unit.report.result.test_view import ADVICE, SHARED, view


def test_reasons_from_the_persons_own_answers_come_before_assumed_ones():
    own, assumed, everyone = ADVICE.reasons
    reasons = view(replace(ADVICE, reasons=(assumed, everyone, own))).reasons
    assert [reason.title for reason in reasons[1:]] == ["Effort", "Space on the devices"]
    assert reasons[1].remark is None
    assert reasons[2].remark is not None
    assert "not answered this yet" in reasons[2].remark


def test_comparison_says_which_reasons_it_is_about():
    assert view().compared_with is not None
    assert view().compared_with.startswith("First the rule; then the comparison")
    open_race = replace(ADVICE, ranking=(*ADVICE.ranking[2:], Ranked(Alternative.POP3_KEEP, 0.2, 0.1, True)))
    assert view(open_race).compared_with.startswith("Compared with")


def test_rule_that_rests_on_open_questions_only_says_so():
    assumed = Exclusion(Rule.E1, (SHARED,))
    ranking = (Ranked(Alternative.POP3_KEEP, None, None, False, (assumed,)), *ADVICE.ranking[2:])
    found = view(replace(ADVICE, ranking=ranking))
    assert found.reasons[0].remark is not None
    assert "cautious assumption" in found.protocol_share.text
    assert "assumption" not in view().protocol_share.text


def test_percent_sign_stands_apart_in_german():
    share = view(language=Language.DE).form.share
    assert share.figure == "83\N{NO-BREAK SPACE}%"


def test_nothing_is_told_twice_of_the_same_two_ways():
    told = replace(ADVICE, form_reasons=ADVICE.reasons[:1])
    assert view(told).form.reason is None
    assert view(replace(told, against=Alternative.POP3_KEEP)).form.reason.title == "Effort"


def test_form_prefers_a_reason_from_the_persons_own_answers_and_marks_an_assumed_one():
    own, assumed, _ = ADVICE.reasons
    rivals = replace(ADVICE, against=Alternative.POP3_KEEP, reasons=())
    assert view(replace(rivals, form_reasons=(assumed, own))).form.reason.title == "Effort"
    alone = view(replace(rivals, form_reasons=(assumed,))).form.reason
    assert (alone.title, alone.remark is None) == ("Space on the devices", False)


def test_firm_advice_never_says_that_an_open_question_could_change_all_of_it():
    open_form = replace(ADVICE, assumptions=(Assumption(Key.DEVICE_SPACE, None, True),))
    assert "An open question could still change the form." in view(open_form).verdict.caveats
    close = view(replace(open_form, status=Status.CLOSE)).verdict.caveats
    assert "An open question could change the advice." in close


def test_what_hardly_counts_is_not_told_as_a_reason():
    own, assumed, _ = ADVICE.reasons
    slight = replace(assumed, contribution=own.contribution * 0.09)
    enough = replace(assumed, contribution=own.contribution * 0.11)
    titles = [
        [reason.title for reason in view(replace(ADVICE, reasons=(own, one))).reasons] for one in (slight, enough)
    ]
    assert "Space on the devices" not in titles[0]
    assert "Space on the devices" in titles[1]
