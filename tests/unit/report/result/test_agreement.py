"""One line on other methods, and what holds however the answers are weighed."""

from dataclasses import replace

import pytest

from advisor.decision.comparisons import Agreement, Method, Preferred
from advisor.report.result.agreement import agreement_line, always_lines
from advisor.settings.codes import Alternative
from advisor.text import Language
from tests.made_up.advice import IMAP, NONE

ONE, ARCHIVE, KEEP = Alternative.IMAP, Alternative.IMAP_ARCHIVE, Alternative.POP3_KEEP


def others_say(*best):
    return replace(IMAP, agreement=tuple(map(Agreement, Method, best)))


def compared(*rows):
    return replace(IMAP, preferred=tuple(Preferred(*pair, always=always, possibly=may) for *pair, always, may in rows))


@pytest.mark.parametrize(
    ("best", "said"),
    [
        ((ONE, ONE), "Two other ways of calculating (TOPSIS and PROMETHEE) come to the same result."),
        ((ONE, KEEP), "one comes to the same result. The other puts first: “Fetch, a copy stays with the provider”."),
        ((ARCHIVE, ONE), "The other puts first: “Read at the provider, with your own copy”."),
        ((KEEP, KEEP), "put first: “Fetch, a copy stays with the provider”. They serve"),
        (
            (ARCHIVE, KEEP),
            "put first: “Read at the provider, with your own copy” and “Fetch, a copy stays with the provider”.",
        ),
    ],
)
def test_what_the_others_say(best, said):
    assert IMAP.recommended is ONE
    assert said in agreement_line(others_say(*best), Language.EN)


def test_german():
    line = agreement_line(others_say(ONE, ONE), Language.DE)
    assert line == "Zwei andere Rechenweisen (TOPSIS und PROMETHEE) kommen zum selben Ergebnis."


def test_no_line_without_other_methods_or_without_advice():
    assert agreement_line(others_say(), Language.EN) is None
    assert agreement_line(replace(NONE, agreement=(Agreement(Method.TOPSIS, ONE),)), Language.EN) is None


def test_better_than_all_else():
    found = compared((ONE, ARCHIVE, True, True), (ONE, KEEP, True, True), (ARCHIVE, ONE, False, False))
    assert always_lines(found, Language.EN) == (
        "However your answers are weighed, the advice is better than all else that is possible.",
    )


def test_always_better_than_one_and_perhaps_worse_than_another():
    found = compared(
        (ONE, ARCHIVE, False, True),
        (ONE, KEEP, True, True),
        (ARCHIVE, ONE, False, True),
        (ARCHIVE, KEEP, True, True),
        (KEEP, ONE, False, False),
    )
    assert always_lines(found, Language.EN) == (
        "However your answers are weighed, the advice is better than “Fetch, a copy stays with the provider”.",
        (
            "Depending on how your answers are weighed, this can be better as well: "
            "“Read at the provider, with your own copy”."
        ),
    )


@pytest.mark.parametrize("advice", [compared(), replace(compared((ONE, KEEP, True, True)), recommended=None)])
def test_nothing_to_say(advice):
    assert always_lines(advice, Language.EN) == ()
