"""Numbers are read as people type them, and never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.web.forms.figures import AmbiguousFigureError, FigureError, parse_figure, shown_figure

READ = [
    ("40", 40),
    (" 40 ", 40),
    ("7.5", 7.5),
    ("7,5", 7.5),
    ("0,25", 0.25),
    ("1'200", 1200),
    ("1’200.5", 1200.5),
    ("12 000", 12_000),
    ("7.125", 7.125),
    ("0,125", 0.125),
]


@pytest.mark.parametrize(("typed", "number"), READ)
def test_a_number_is_read_in_the_usual_spellings(typed: str, number: float) -> None:
    assert parse_figure(typed, whole=False) == number


@pytest.mark.parametrize("typed", ["1200", "1'200", "1.200", "1,200", "1 200"])
def test_a_whole_number_may_be_grouped_in_thousands(typed: str) -> None:
    assert parse_figure(typed, whole=True) == 1200


@pytest.mark.parametrize("typed", ["", "abc", "-3", "1e9", "7.5.1", "7,5,1", "٣", "½", "nan", "inf", "0x10", "9" * 300])
def test_what_is_no_number_is_refused(typed: str) -> None:
    for whole in (True, False):
        with pytest.raises(FigureError):
            parse_figure(typed, whole=whole)


def test_a_comma_that_could_mean_two_things_is_refused() -> None:
    with pytest.raises(AmbiguousFigureError):
        parse_figure("2,500", whole=False)


@pytest.mark.parametrize("typed", ["1.5", "1,5", "1.50"])
def test_a_fraction_is_no_whole_number(typed: str) -> None:
    with pytest.raises(FigureError):
        parse_figure(typed, whole=True)


@given(st.integers(1, 10**9))
def test_a_whole_number_comes_back_as_it_was_shown(number: int) -> None:
    assert parse_figure(shown_figure(number), whole=True) == number


@given(st.decimals("0.01", "99999", places=3))
def test_a_number_comes_back_as_it_was_shown(number: object) -> None:
    figure = float(str(number))
    assert parse_figure(shown_figure(figure), whole=False) == figure
