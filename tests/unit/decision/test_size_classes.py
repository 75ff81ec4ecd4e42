"""Which class of the questionnaire a measured size belongs to."""

import pytest

from advisor.decision.measured import _size_class


@pytest.mark.parametrize(
    ("gigabytes", "code"),
    [(0, "lt_2"), (1.99, "lt_2"), (2, "2_10"), (9.99, "2_10"), (10, "10_50"), (49.9, "10_50"), (50, "gt_50")],
)
def test_a_class_begins_with_its_lower_end(gigabytes, code):
    assert _size_class(gigabytes) == code
