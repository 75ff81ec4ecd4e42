"""Estimates for any answers: bounded, in order, and moving the right way."""

import json
from dataclasses import replace
from math import inf, isfinite

from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from advisor.estimate import load
from advisor.estimate.codes import FigureCode
from advisor.estimate.estimate import estimate
from advisor.estimate.situation import Situation
from advisor.estimate.values import LARGEST, Estimates
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.schema import QUESTIONS, Kind
from advisor.settings.codes import Alternative
from probes.measurement import Month

FIGURES = {
    key: st.integers(1, 10**9) if question.kind is Kind.WHOLE_NUMBER else st.floats(0, 1e9, exclude_min=True)
    for key, question in QUESTIONS.items()
    if question.kind in (Kind.NUMBER, Kind.WHOLE_NUMBER)
}
CHOICES = {key: st.sampled_from(question.codes) for key, question in QUESTIONS.items() if question.kind is Kind.CHOICE}
ANSWERS = st.fixed_dictionaries({}, optional={**FIGURES, **CHOICES})
MONTHS = st.lists(st.builds(Month, st.just("2026-01"), st.integers(0, 10**9), st.integers(0, 10**15)), max_size=12)
SITUATIONS = st.builds(
    lambda answers, measured, months, **rest: Situation(
        replace(Answers.of(answers), measured=tuple(key for key in answers if key in measured)),
        months=tuple(months),
        **rest,
    ),
    ANSWERS,
    st.sets(st.sampled_from(list(FIGURES))),
    MONTHS,
    keep_days=st.none() | st.integers(0, 10**9),
    mailboxes=st.none() | st.integers(1, 10**6),
    idle=st.sampled_from([None, True, False]),
    login_delay=st.none() | st.integers(0, 10**9),
    connection_limit=st.none() | st.integers(1, 100),
)


def ranges(found: Estimates):
    yield from (one.value for one in (*found.inputs, *found.figures))
    for one in found.alternatives:
        yield from (*one.server_gb, *one.local_gb, *(figure.value for figure in one.figures))


def never_last(days):
    return tuple(inf if day is None else day for day in (days.soonest, days.likely, days.latest))


@given(SITUATIONS)
def test_any_situation_gives_bounded_figures_in_order(situation):
    found = estimate(situation)
    for value in ranges(found):
        assert 0 <= value.low <= value.likely <= value.high <= LARGEST
        assert all(map(isfinite, value.three))
    for one in found.alternatives:
        assert len(one.server_gb) == len(one.local_gb) == len(found.years) <= 12
        if one.full_days is not None:
            assert list(never_last(one.full_days)) == sorted(never_last(one.full_days))


@given(SITUATIONS)
def test_the_same_situation_gives_the_same_and_survives_the_document(situation):
    adapter = TypeAdapter(Estimates)
    found = estimate(situation)
    written = adapter.dump_json(found)
    assert written == adapter.dump_json(estimate(situation))
    json.loads(written, parse_constant=lambda constant: 1 / 0)
    assert adapter.validate_json(written) == found


GROWING = ("mails_per_day", "average_kb", "storage_gb_used")


@given(ANSWERS, st.sampled_from(GROWING), st.floats(1e-3, 1e6), st.floats(1, 100))
def test_more_mail_never_needs_less_and_never_fills_later(answers, key, amount, times):
    less = estimate(Situation(Answers.of({**answers, key: amount}), 28))
    more = estimate(Situation(Answers.of({**answers, key: amount * times}), 28))
    for before, after in zip(less.alternatives, more.alternatives, strict=True):
        for name in ("server_gb", "local_gb"):
            for one, other in zip(getattr(before, name), getattr(after, name), strict=True):
                assert all(a <= b for a, b in zip(one.three, other.three, strict=True))
        if before.full_days is not None:
            pairs = zip(never_last(before.full_days), never_last(after.full_days), strict=True)
            assert all(a >= b - 1e-5 for a, b in pairs)
        for code in (FigureCode.TRAFFIC, FigureCode.MONEY_STORAGE, FigureCode.SERVER_ALL_GB):
            assert before.figure(code).value.likely <= after.figure(code).value.likely


@given(ANSWERS, st.floats(0.01, 1e5), st.floats(1, 100))
def test_more_quota_never_fills_sooner_and_never_costs_more(answers, quota, times):
    small = estimate(Situation(Answers.of({**answers, "quota_gb": quota}), 28))
    large = estimate(Situation(Answers.of({**answers, "quota_gb": quota * times}), 28))
    for before, after in zip(small.alternatives, large.alternatives, strict=True):
        pairs = zip(never_last(before.full_days), never_last(after.full_days), strict=True)
        assert all(a <= b for a, b in pairs)
        money = FigureCode.MONEY_STORAGE
        assert all(
            a >= b for a, b in zip(before.figure(money).value.three, after.figure(money).value.three, strict=True)
        )


@given(ANSWERS)
def test_on_the_server_imap_needs_most_and_deleting_least(answers):
    """With an absence and days of keeping as they are assumed, and no more mail in a day than in a year."""
    assume("longest_absence_days" not in answers)
    found = estimate(Situation(Answers.of(answers), 28))
    imap, archive, keep, delete = (found.of(one).server_gb[-1].likely for one in Alternative)
    assert imap >= archive
    assert imap >= keep >= delete


@given(ANSWERS, st.integers(0, 1000), st.integers(0, 1000))
def test_longer_keeping_needs_more_room_and_more_traffic(answers, days, further):
    one, other = (
        estimate(Situation(Answers.of(answers), each)).of(Alternative.POP3_KEEP) for each in (days, days + further)
    )
    for code in (FigureCode.SERVER_GB, FigureCode.TRAFFIC_LIST, FigureCode.TRAFFIC):
        assert one.figure(code).value.likely <= other.figure(code).value.likely


@given(st.floats(1e-3, 1e4), st.floats(1e-2, 1e4), st.floats(0.1, 1), st.floats(0.1, 10))
def test_units_of_an_upload(gigabytes, mbit, efficiency, times):
    """Twice the mail takes twice as long, twice the line half; a GB at 8000 Mbit/s takes a second."""
    hours = load.upload_hours(gigabytes, mbit, efficiency)
    tolerance = 2e-6 * (1 + times + 1 / times) + 1e-9 * hours * times
    assert abs(load.upload_hours(gigabytes * times, mbit, efficiency) - hours * times) <= tolerance
    assert abs(load.upload_hours(gigabytes, mbit * times, efficiency) * times - hours) <= tolerance + 1e-9 * hours
    assert load.upload_hours(3_600, 8_000, 1) == 1


@given(ANSWERS)
def test_what_is_unknown_is_assumed_and_not_said_to_be_known(answers):
    """Taking an answer away never turns an assumed input into a stated one."""
    found = {one.code: one.source for one in estimate(Situation(Answers.of(answers), 28)).inputs}
    bare = {one.code: one.source for one in estimate(Situation(Answers.of({}), 28)).inputs}
    rank = ["measured", "stated", "answered", "known", "assumed"]
    assert all(rank.index(found[code]) <= rank.index(source) for code, source in bare.items() if code in found)
