"""The page on how sure the advice is: weights in plain words, shares with their error, all changes."""

from dataclasses import replace

import pytest

from advisor.decision.comparisons import Agreement, Method, Preferred
from advisor.decision.criteria import Criterion
from advisor.decision.recommendation import CriticalWeight, Flip
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.schema import Key
from advisor.report.result.certainty_page import certainty_page
from advisor.settings.codes import Alternative
from advisor.text import Language
from tests.made_up.advice import IMAP, NONE


def page(advice=IMAP, language=Language.EN):
    return certainty_page(advice, Answers(), language)


def weighed(*weights):
    """Advice whose criteria weigh so much today and turn it at such a weight."""
    criteria = zip(Criterion, weights, strict=False)
    return replace(
        IMAP, critical_weights=tuple(CriticalWeight(one, *pair, Alternative.POP3_KEEP) for one, pair in criteria)
    )


@pytest.mark.parametrize(
    ("today", "at", "said"),
    [
        (0.284, 0.448, "counts 28 of 100 today. Only if it counted more than 45 of 100 would the best way be: Fetch,"),
        (0.284, 0.1, "counts 28 of 100 today. Only if it counted less than 10 of 100 would the best way be: Fetch,"),
        (0.284, 0.284, "counts 28 of 100 today. If it counted only a little less"),
        (0.284, 0.2849, "counts 28 of 100 today. If it counted only a little more"),
        (0.284, 0.003, "counts 28 of 100 today. Only if it did not count at all would the best way be: Fetch,"),
        (0.0, 0.3, "counts nothing today. Only if it counted more than 30 of 100"),
    ],
)
def test_a_critical_weight_reads_in_hundredths(today, at, said):
    assert page(weighed((today, at))).weights[0].startswith(f"“The same state everywhere” {said}")


def test_only_the_nearest_three_by_factor_are_told_and_those_of_no_weight_last():
    """Factors 2, none, 1.5, 5 (down), 1.1; the one without weight is nearer in points but in no factor."""
    advised = weighed((0.2, 0.4), (0.0, 0.05), (0.2, 0.3), (0.25, 0.05), (0.1, 0.11), (0.25, None))
    first, second, third = page(advised).weights
    assert "counts 10 of 100" in first
    assert "more than 30" in second
    assert "more than 40" in third
    assert "counts nothing today" in page(weighed((0.0, 0.05))).weights[0]


def test_at_no_weight_is_said_honestly():
    assert page(weighed((0.5, None), (0.5, None))).weights == (
        "No single point can change the advice, however much or little it counts.",
    )
    assert page(weighed((0.5, None), (0.5, 0.999))).weights == page(weighed((0.5, None))).weights
    assert page().weights == ()


def test_shares_carry_their_own_error():
    """1.96 * sqrt(.8 * .2 / 10,000) = .0078, so one in a hundred; never and always have none."""
    ranking = (
        replace(IMAP.ranking[0], first_rank_acceptability=1.0),
        replace(IMAP.ranking[1], first_rank_acceptability=0.0),
        *IMAP.ranking[2:],
    )
    assert [(one.share, one.error) for one in page().first_ranks] == [("80%", "± 1"), ("10%", "± 1"), ("10%", "± 1")]
    assert [(one.share, one.error) for one in page(replace(IMAP, ranking=ranking)).first_ranks][:2] == [
        ("100%", "–"),
        ("0%", "–"),
    ]


def test_all_changes_of_each_kind_are_there():
    flips = (
        *(
            Flip(((Key.DEVICES, "one"), (Key.OUTAGES, code)), Alternative.POP3_KEEP, True)
            for code in ("weekly", "daily")
        ),
        *(Flip(((Key.OUTAGES, code),), Alternative.IMAP_ARCHIVE, False) for code in ("weekly", "daily")),
    )
    found = page(replace(IMAP, flips=flips))
    assert [len(found.protocol_flips), len(found.form_flips)] == [2, 1]


def test_what_holds_at_every_weight_and_what_other_methods_say():
    always = tuple(Preferred(Alternative.IMAP, one.alternative, True, True) for one in IMAP.ranking[1:3])
    agreement = (Agreement(Method.TOPSIS, Alternative.IMAP), Agreement(Method.PROMETHEE_II, Alternative.IMAP))
    found = page(replace(IMAP, preferred=always, agreement=agreement))
    assert found.always == ("However your answers are weighed, the advice is better than all else that is possible.",)
    assert found.agreement is not None
    assert "come to the same result" in found.agreement
    assert (page().always, page().agreement) == ((), None)


def test_without_advice_nothing_is_claimed():
    found = page(replace(NONE, ranking=()))
    assert (found.headline, found.protocol_share, found.form_share, found.precision) == (None, None, None, None)
    assert found.protocol_flips == found.form_flips == found.weights == found.first_ranks == ()


@pytest.mark.parametrize("language", Language)
def test_no_field_is_left_open(language):
    found = page(weighed((0.2, 0.4), (0.0, 0.05), (0.2, 0.3)), language)
    assert not any("{" in sentence or "ß" in sentence for sentence in (*found.weights, found.headline, found.precision))
