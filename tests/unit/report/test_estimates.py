"""The page of estimates: sentences by hand, formulas with the person's figures, pictures that stay in their frame."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.decision.advise import advise
from advisor.estimate.codes import Currency, FigureCode, InputCode, Source
from advisor.estimate.estimate import estimate
from advisor.estimate.situation import Situation
from advisor.estimate.values import Range
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.schema import QUESTIONS, Kind
from advisor.report.estimates import chart as picture
from advisor.report.estimates.figures import Figures
from advisor.report.estimates.view import estimates_view, key_sentences
from advisor.report.texts import estimate_formulas, estimates
from advisor.settings.codes import Alternative
from advisor.text import Language

AT = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
TYPING = {"mails_per_day": 40, "average_kb": 100}
GERMAN, ENGLISH = Language.DE, Language.EN


def page(answers=None, *, language=ENGLISH, advised=Alternative.IMAP, now=AT, **situation):
    """The page where one alternative is advised."""
    advice = advise(Answers.of({"groupware": "must"}))
    found = estimate(Situation(Answers.of(answers or {}), **{"keep_days": 28, **situation}))
    return estimates_view(replace(advice, recommended=advised, estimates=found), AT, now, language)


def said(answers, **rest):
    return " ".join(page(answers, **rest).sentences).replace("\N{NO-BREAK SPACE}", " ")


def test_m11_in_both_languages():
    answers = {"storage_gb_used": 18, "quota_gb": 10, "upload_mbit": 10}
    assert "Does not fit: the biggest mailbox needs 24 GB" in said(answers)
    assert "about 4 to 8 hours" in said(answers)
    assert "Passt nicht: Das grösste Postfach braucht mit Reserve 24 GB" in said(answers, language=GERMAN)
    assert "etwa 4 bis 8 Stunden" in said(answers, language=GERMAN)


def test_the_two_sentences_of_the_result_page():
    """What does not fit is followed by the upload, what fits by the day when it is full."""
    over = page({"storage_gb_used": 18, "quota_gb": 10})
    assert over.sentences[0].startswith("Does not fit")
    assert "Uploading" in over.sentences[1]
    fits = page({"storage_gb_used": 4, "quota_gb": 10, **TYPING})
    assert fits.sentences[0].startswith("Your mail of today fits")
    assert "is full around" in fits.sentences[1]
    advice = advise(Answers.of({"storage_gb_used": 18, "quota_gb": 10}))
    assert len(key_sentences(advice, AT, AT, GERMAN)) == 2
    assert key_sentences(advise(Answers.of({"groupware": "must"})), AT, AT, GERMAN) == ()


def test_when_it_is_full():
    """6 GB are left; 1 GB a year fills them in six years, 2.25 GB in 2.7 and .5625 GB in 10.7."""
    answers = {"storage_gb_used": 4, "quota_gb": 10, **TYPING}
    full = "With “Read at the provider” the biggest mailbox is full around November 2032 at this rate."
    assert f"{full} At the earliest in July 2029, at the latest in July 2037." in said(answers)
    german = "Mit «Beim Anbieter lesen» ist das grösste Postfach beim jetzigen Tempo etwa im November 2032 voll."
    assert german in said(answers, language=GERMAN)


def test_the_date_does_not_move_with_the_day_of_reading():
    answers = {"storage_gb_used": 4, "quota_gb": 10, **TYPING}
    assert "November 2032" in said(answers, now=AT + timedelta(days=400))
    assert "probably full already" in said(answers, now=AT + timedelta(days=7 * 366))


def test_days_are_counted_from_the_measurement():
    answers = replace(Answers.of({"storage_gb_used": 4, "quota_gb": 10, **TYPING}), measured=("storage_gb_used",))
    advice = advise(Answers.of({"groupware": "must"}))
    found = estimate(Situation(answers, 28, measured_at=AT - timedelta(days=365)))
    view = estimates_view(replace(advice, recommended=Alternative.IMAP, estimates=found), AT, AT, ENGLISH)
    assert any("around November 2031" in sentence for sentence in view.sentences)


def test_soon_full_names_the_day():
    assert "is full around 15 December 2026" in said({"storage_gb_used": 9.95, "quota_gb": 10, **TYPING})


def test_a_day_between_now_and_never_is_not_told_as_a_month():
    rough = {"largest_mailbox": "2_10", "quota": "10_50"}
    assert "leave open when the biggest mailbox will be full: perhaps already now, perhaps never." in said(rough)
    assert "vielleicht schon jetzt, vielleicht nie." in said(rough, language=GERMAN)
    assert "is full around" not in said(rough)
    assert "is full around" in said({"storage_gb_used": 4, "quota_gb": 10, **TYPING})


@pytest.mark.parametrize(
    ("answers", "advised", "words"),
    [
        ({"storage_gb_used": 4, "quota_gb": 1000}, Alternative.POP3_DELETE, "never fills up"),
        ({"storage_gb_used": 4, "quota_gb": 10}, Alternative.IMAP_ARCHIVE, "in the worst case it does in"),
        ({"storage_gb_used": 40, "quota_gb": 10}, Alternative.IMAP_ARCHIVE, "in the worst case it is too small today"),
        ({"storage_gb_used": 40, "quota_gb": 10}, Alternative.IMAP_ARCHIVE, "once old mail lies in your own store"),
        ({"storage_gb_used": 40, "quota_gb": 10}, Alternative.IMAP, "probably full already"),
        ({"storage_gb_used": 4}, Alternative.IMAP, "once you state how much space"),
        ({"quota_gb": 10}, Alternative.IMAP, "once you state how full"),
        ({"largest_mailbox": "2_10", "quota": "2_10"}, Alternative.IMAP, "2.6 GB to 13 GB with some room"),
    ],
)
def test_what_is_said_of_space(answers, advised, words):
    assert words in said(answers, advised=advised)


def test_s9_the_shared_address_and_whom_to_ask():
    answers = {"shared_addresses": "many", "people": 6, "devices": "two"}
    assert "about 36 connections at once in the same office; the limit is 4 to 16" in said(answers)
    assert "Ask your provider" in said(answers)
    assert "the limit is 40. That is enough" in said(answers | {"shared_addresses": "none"}, connection_limit=40)


def test_formulas_carry_the_persons_figures():
    answers = {"storage_gb_used": 4, "quota_gb": 10, "mailboxes": 10, "hourly_rate": 100, "country": "CH", **TYPING}
    way = next(one for one in page(answers).ways if one.code is Alternative.IMAP)
    formulas = {row.name: row.formula.replace("\N{NO-BREAK SPACE}", " ") for row in way.figures}
    assert formulas["At the provider after 10 years, biggest mailbox"] == "4 GB today + 1 GB a year × 10 years = 14 GB"
    assert formulas["Care and backup a year"] == "1 hour × CHF 100 an hour = CHF 100"
    assert formulas["Extra space a year"].startswith("What goes beyond 10 GB × 10 mailboxes × CHF 5 per GB")


def test_all_mail_is_the_most_that_is_kept():
    way = next(one for one in page({"mail_location": "new", "years": 1}).ways if one.code is Alternative.IMAP_ARCHIVE)
    assert way.figures[0].formula.replace("\N{NO-BREAK SPACE}", " ").endswith("At most all mail, though: 1 GB.")


def test_inputs_say_where_they_come_from_and_lead_to_their_question():
    rows = {row.name: row for row in page({"storage_gb_used": 4, "devices": "two"}).inputs}
    assert rows["Biggest mailbox today"].source == "stated by you"
    assert rows["Biggest mailbox today"].slug == "figures-space"
    assert rows["Devices per person"].source == "from your answer"
    assert rows["Upload speed"].assumed
    assert "Price of extra space, per GB and year" in {row.name for row in page().assumptions}


def test_the_advised_way_comes_first():
    view = page(advised=Alternative.POP3_KEEP)
    assert [one.advised for one in view.ways] == [True, False, False, False]
    assert view.names[0] == view.ways[0].name == "Fetch, a copy stays with the provider"
    assert all(len(row.cells) == 4 for row in view.compared)


def test_nothing_to_estimate_for_the_providers_own_connection():
    assert estimates_view(advise(Answers.of({"groupware": "must"})), AT, AT, GERMAN) is None


NUMBERS = {
    key: st.integers(1, 10**9) if question.kind is Kind.WHOLE_NUMBER else st.floats(0, 1e9, exclude_min=True)
    for key, question in QUESTIONS.items()
    if question.kind in (Kind.NUMBER, Kind.WHOLE_NUMBER)
}
CHOICES = {key: st.sampled_from(question.codes) for key, question in QUESTIONS.items() if question.kind is Kind.CHOICE}
ANSWERS = st.fixed_dictionaries({}, optional={**NUMBERS, **CHOICES})


@settings(max_examples=60, deadline=None)
@given(ANSWERS, st.sampled_from(Language), st.sampled_from(Alternative), st.sampled_from([None, 0, 28, 10**9]))
def test_any_answers_give_a_whole_page(answers, language, advised, keep_days):
    view = page(answers, language=language, advised=advised, keep_days=keep_days)
    texts = [*view.sentences, *(row.formula for way in view.ways for row in way.figures)]
    texts += [row.formula for row in view.common]
    for text in texts:
        assert "{" not in text
        assert "nan" not in text.lower().split()
        assert "ß" not in text
    for way in view.ways:
        assert len(way.years) <= 12
        inside(way.chart)


def inside(chart):
    """Every point lies within the frame, every name within the picture, no two names on each other."""
    points = " ".join((chart.band, *(line.points for line in chart.lines)))
    for x, y in (map(float, pair.split(",")) for pair in points.split()):
        assert chart.left <= x <= chart.right
        assert chart.top <= y <= chart.bottom
    heights = sorted(line.label.y for line in chart.lines)
    assert all(0 < y < chart.height for y in heights)
    assert all(after - before >= 14.9 for before, after in pairwise(heights))
    assert all(0 < mark.y < chart.height for mark in (*chart.up, *chart.across))
    across = [mark.x for mark in chart.across]
    assert across == sorted(across)
    assert all(after - before > 18 for before, after in pairwise(across))


def test_the_picture_shows_what_the_table_says():
    """14 of at most 16 GB: the line ends an eighth below the upper edge."""
    found = estimate(Situation(Answers.of({"storage_gb_used": 4, "quota_gb": 10, **TYPING}), 28))
    scale = picture.Scale.of(found, Range(10, 10, 10))
    assert (scale.top_gb, scale.step_gb) == (20, 5)
    frame = picture.BOTTOM - picture.TOP
    assert scale.y(0) == picture.BOTTOM
    assert scale.y(20) == picture.TOP
    assert scale.y(14) == pytest.approx(picture.BOTTOM - frame * 14 / 20, abs=0.06)
    assert scale.y(1e9) == picture.TOP
    assert (scale.x(0), scale.x(10)) == (picture.LEFT, picture.RIGHT)
    imap = page({"storage_gb_used": 4, "quota_gb": 10, **TYPING}).ways[0]
    server = next(line for line in imap.chart.lines if line.kind == "server")
    assert server.points.split()[-1] == f"{picture.RIGHT},{scale.y(14)}"
    assert len(server.points.split()) == len(imap.years) == 11


def test_a_limit_far_away_is_not_drawn():
    kinds = {line.kind for line in page({"storage_gb_used": 1, "quota_gb": 900, **TYPING}).ways[0].chart.lines}
    assert kinds == {"server", "local"}


@pytest.mark.parametrize(
    ("octets", "text"),
    [
        (0, "0 GB"),
        (999, "1 kB"),
        (14e9, "14 GB"),
        (1.25e9, "1.2 GB"),
        (999.9e6, "1 GB"),
        (2.34e12, "2.3 TB"),
        (5e5, "500 kB"),
    ],
)
def test_sizes(octets, text):
    assert Figures(ENGLISH, Currency.CHF).size(octets).replace("\N{NO-BREAK SPACE}", " ") == text


def test_numbers_in_the_readers_format():
    german, english = (Figures(language, Currency.EUR) for language in (GERMAN, ENGLISH))
    assert german.money(12345.6) == "EUR\N{NO-BREAK SPACE}12’346"
    assert english.money(12345.6) == "EUR\N{NO-BREAK SPACE}12,346"
    assert english.money(0.5) == "EUR\N{NO-BREAK SPACE}0.50"
    assert german.share(0.7) == "70\N{NO-BREAK SPACE}%"


def test_hours():
    write = Figures(ENGLISH, Currency.CHF)
    assert write.hours(Range(0.1, 0.2, 0.4)) == "less than an hour"
    assert write.hours(Range(0.2, 3, 9)) == "at most 9 hours"
    assert write.hours(Range(4, 5.7, 8)) == "about 4 to 8 hours"
    assert write.hours(Range(4, 4.1, 4.2)) == "about 4 hours"


def test_every_code_has_its_texts_in_both_languages():
    assert set(estimates.SOURCES) == set(Source)
    assert set(estimates.INPUTS) == set(InputCode)
    assert set(estimates.FIGURES) == set(FigureCode)
    special = {FigureCode.SERVER_GB, FigureCode.LOCAL_GB, FigureCode.TRAFFIC_SIGN_IN, FigureCode.TRAFFIC_MAIL}
    assert set(estimate_formulas.OTHERS) | special | {FigureCode.MONEY_CARE} == set(FigureCode)
    others = set(InputCode) - estimates.SPACE - estimates.MONEY - estimates.SHARES
    assert set(estimates.UNITS) == others
    for text in (*estimates.INPUTS.values(), *estimates.FIGURES.values(), *estimate_formulas.OTHERS.values()):
        assert set(re.findall("{[a-z_]+}", text.de)) == set(re.findall("{[a-z_]+}", text.en))
