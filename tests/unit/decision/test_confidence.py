"""Shares of draws, counted by hand."""

import numpy as np
import pytest

from advisor.decision.confidence import Draws, half_width
from advisor.settings.codes import Alternative

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


@pytest.mark.parametrize(("share", "half"), [(0, 0), (1, 0), (0.5, 0.0098), (0.2, 0.00784)])
def test_half_the_interval_of_ten_thousand_draws(share, half):
    assert half_width(share) == pytest.approx(half, abs=5e-5)
