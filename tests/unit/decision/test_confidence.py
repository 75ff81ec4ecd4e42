"""Shares of draws, counted by hand."""

import numpy as np
import pytest

from advisor.decision.confidence import Draws, draw, half_width
from advisor.decision.evaluation import evaluate
from advisor.decision.facts import facts_of
from advisor.settings.codes import Alternative
from tests.unit.decision.conftest import make_company, make_server

IMAP, ARCHIVE, KEEP, DELETE = Alternative
UTILITIES = np.array([
    [5, 1, 1, 4],
    [1, 5, 1, 4],
    [3, 3, 3, 4],
    [0, 0, 9, 0],
])  # fmt: skip


@pytest.fixture
def draws():
    return Draws(None, np.zeros((1, 4)), UTILITIES, np.array([0.5, 0.2, 0.1, 0.2]))


@pytest.mark.parametrize(
    ("ours", "others", "share"),
    [
        ((IMAP,), (KEEP,), 0.25),
        ((IMAP, ARCHIVE), (KEEP,), 0.5),
        ((IMAP, ARCHIVE), (KEEP, DELETE), 0.5),
        ((KEEP, DELETE), (IMAP, ARCHIVE), 0.25),
        ((DELETE,), (IMAP,), 0.25),
        ((IMAP,), (), 1.0),
    ],
)
def test_the_best_of_ours_against_the_best_of_the_others_draw_by_draw(draws, ours, others, share):
    assert draws.beats(ours, others) == share


def test_the_share_of_each_alternative(draws):
    assert [draws.share(one) for one in Alternative] == [0.5, 0.2, 0.1, 0.2]


@pytest.mark.parametrize(
    ("differs", "left"),
    [
        ({"data_control": "off_provider", "provider_stay": "as_short_as_possible"}, (IMAP, ARCHIVE, KEEP, DELETE)),
        ({"data_control": "off_provider"}, (IMAP, ARCHIVE, KEEP)),
        ({"devices": "two", "data_control": "own_copy"}, (IMAP, ARCHIVE)),
    ],
)
def test_the_share_is_that_of_the_draws_in_which_an_alternative_beats_all_others_left(differs, left):
    answers = make_company(device_backup="tested", **differs)
    drawn = draw(evaluate(answers, facts_of(answers, make_server())))
    for one in Alternative:
        others = tuple(other for other in left if other is not one)
        assert drawn.share(one) == pytest.approx(drawn.beats((one,), others) if one in left else 0, abs=1e-9)
    assert sum(drawn.share(one) for one in left) == pytest.approx(1)


@pytest.mark.parametrize(("share", "half"), [(0, 0), (1, 0), (0.5, 0.0098), (0.2, 0.00784)])
def test_half_the_interval_of_ten_thousand_draws(share, half):
    assert half_width(share) == pytest.approx(half, abs=5e-5)
