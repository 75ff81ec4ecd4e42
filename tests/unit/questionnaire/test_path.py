"""The way through the questionnaire ends, can be walked back, and reaches every question."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.questionnaire.answers import Answers
from advisor.questionnaire.path import (
    ALL_ANSWERS,
    CROSSROADS,
    PAGES,
    WEIGHED_ONLY,
    Journey,
    Page,
    PageKind,
    Ranking,
    Section,
    page_named,
    page_of,
)
from advisor.questionnaire.schema import CORE, QUESTIONS, Key, Kind


def _values(key: Key) -> st.SearchStrategy[object]:
    question = QUESTIONS[key]
    match question.kind:
        case Kind.CHOICE:
            return st.sampled_from(question.codes)
        case Kind.SEVERAL:
            return st.lists(st.sampled_from(question.codes), min_size=1)
        case _:
            return st.integers(1, 1000)


answers = st.fixed_dictionaries({}, optional={key.value: _values(key) for key in Key}).map(Answers.of)
keys = st.frozensets(st.sampled_from(list(Key)))
rankings = st.tuples(st.permutations(list(Key)), st.integers(0, 12), st.integers(0, 20)).map(
    lambda drawn: Ranking(tuple(drawn[0][: drawn[1]]), tuple(drawn[0][drawn[1] : drawn[1] + drawn[2]]))
)
journeys = st.builds(Journey, answers, keys, st.booleans(), rankings)
FIRST = PAGES[0]


def passed(journey: Journey, page: Page) -> Journey:
    """The journey after "don't know" to everything on a page."""
    return replace(journey, seen=journey.seen | set(page.keys))


@settings(max_examples=40)
@given(journeys)
def test_whoever_passes_every_page_gets_from_the_core_to_all_answers_and_sees_each_page_once(journey: Journey) -> None:
    page, walked = FIRST, [FIRST]
    while page != ALL_ANSWERS and len(walked) <= len(PAGES) + 1:
        before, journey = journey, passed(journey, page)
        following = journey.after(page, before) if page.keys else journey.next_page(page)
        assert following is not None
        page = following
        walked.append(page)
    assert page == ALL_ANSWERS
    assert walked.count(CROSSROADS) in (1, 2)
    assert len(set(walked)) == len(walked) - walked.count(CROSSROADS) + 1
    core = [page for page in PAGES if page.section is Section.CORE]
    assert walked[: len(core) + 1] == [*core, CROSSROADS]
    assert journey.next_page(ALL_ANSWERS) is None


@settings(max_examples=40)
@given(journeys)
def test_back_leads_along_the_pages_that_were_shown(journey: Journey) -> None:
    way: list[Page] = []
    page = journey.first_open_further()
    while page != ALL_ANSWERS:
        way.append(page)
        journey = passed(replace(journey, walked=tuple(way)), page)
        page = journey.first_open_further()
    for earlier, later in pairwise(way):
        assert journey.previous_page(later) == earlier
    assert not way or journey.previous_page(way[0]) == CROSSROADS


@settings(max_examples=40)
@given(journeys)
def test_back_in_the_core_undoes_forward(journey: Journey) -> None:
    page = FIRST
    while page != CROSSROADS:
        following = journey.next_page(page)
        assert following is not None
        assert journey.previous_page(following) == page
        page = following
    assert journey.previous_page(FIRST) is None


def test_a_page_that_was_opened_directly_leads_back_to_the_last_one_shown() -> None:
    journey = Journey(Answers(), walked=(page_of(Key.LINE), page_of(Key.QUOTA)))
    assert journey.previous_page(page_of(Key.COUNTRY)) == page_of(Key.QUOTA)
    assert journey.previous_page(page_of(Key.QUOTA)) == page_of(Key.LINE)
    assert Journey(Answers()).previous_page(page_of(Key.COUNTRY)) == CROSSROADS


@settings(max_examples=40)
@given(journeys)
def test_progress_counts_up_by_one_in_the_core_and_never_passes_its_end_beyond(journey: Journey) -> None:
    core = [page for page in PAGES if page.section is Section.CORE]
    shown = [journey.progress(page) for page in core]
    assert [(one.number, one.total) for one in shown if one] == [(n, len(core)) for n in range(1, len(core) + 1)]
    for page in journey.pages():
        if page.section and page not in core:
            progress = journey.progress(page)
            assert progress is not None
            assert 1 <= progress.number <= progress.total


@settings(max_examples=40)
@given(journeys)
def test_every_known_answer_is_asked_or_listed_as_off_the_path(journey: Journey) -> None:
    asked = {key for page in journey.pages() for key in journey.keys_on(page)}
    assert {key for key, _ in journey.answers.values} <= asked | set(journey.off_path())
    assert asked.isdisjoint(journey.off_path())


@settings(max_examples=40)
@given(journeys)
def test_an_unanswered_question_never_hides_another(journey: Journey) -> None:
    for key, _ in journey.answers.values:
        without = Journey(journey.answers.with_answer(key, "unknown"), journey.seen, journey.server_checked)
        assert set(journey.pages()) <= set(without.pages())


def test_every_question_is_on_exactly_one_page_and_asked_of_somebody_who_said_nothing() -> None:
    journey = Journey(Answers())
    asked = [key for page in journey.pages() for key in journey.keys_on(page)]
    assert sorted(asked) == sorted(Key)
    assert all(key in page_of(key).keys for key in Key)


def test_the_core_comes_first_in_order_one_a_page_then_the_crossroads() -> None:
    assert tuple(page.keys for page in PAGES[: len(CORE)]) == tuple((key,) for key in CORE)
    assert PAGES[len(CORE)] == CROSSROADS
    assert all(len(page.keys) == 1 for page in PAGES if page.kind is PageKind.QUESTION)


def test_names_of_pages_are_unique_and_found() -> None:
    assert len({page.slug for page in PAGES}) == len(PAGES)
    assert all(page_named(page.slug) == page for page in PAGES)
    assert page_named("shared-addresses") == page_of(Key.SHARED_ADDRESSES)
    assert page_named("nowhere") is None


def test_resuming_leads_to_the_first_core_question_that_was_neither_answered_nor_passed() -> None:
    said = Answers.of({"devices": "two"})
    assert Journey(said).first_open() == page_of(Key.SHARED_ADDRESSES)
    assert Journey(said, frozenset({Key.SHARED_ADDRESSES})).first_open() == page_of(Key.MAIL_LOCATION)
    assert Journey(said, frozenset(CORE)).first_open() == CROSSROADS


SAID = Answers.of({"places": "one"})
RANKING = Ranking((Key.LINE, Key.PLACES, Key.READERS), (Key.FOLDERS,))


def slugs(pages: tuple[Page, ...]) -> list[str]:
    return [page.slug for page in pages]


def test_sharpening_asks_the_most_useful_open_question_on_which_the_recommendation_may_hang() -> None:
    journey = Journey(SAID, ranking=RANKING)
    assert slugs(journey.deciding()) == ["line", "readers"]
    assert journey.first_open_further() == page_of(Key.LINE)
    assert Journey(SAID, frozenset({Key.LINE}), ranking=RANKING).first_open_further() == page_of(Key.READERS)


def test_when_nothing_decides_any_more_the_crossroads_says_so_once() -> None:
    before = Journey(SAID, frozenset({Key.LINE}), ranking=RANKING)
    after = replace(before, seen=before.seen | {Key.READERS})
    assert after.deciding() == ()
    assert after.after(page_of(Key.READERS), before) == CROSSROADS
    assert after.next_page(CROSSROADS) == page_of(Key.FOLDERS)
    assert after.after(page_of(Key.FOLDERS), after) == page_of(Key.PROGRAMS)


def test_what_comes_after_is_what_still_moves_anything_and_then_what_the_plan_needs() -> None:
    journey = Journey(SAID, ranking=Ranking((), (Key.SECOND_FACTOR, Key.FOLDERS)))
    details = journey.details()
    assert slugs(details)[:3] == ["second-factor", "folders", "programs"]
    assert {page_of(key) for key in (Key.RETENTION, Key.COUNTRY, Key.PROGRAMS, Key.UPLOAD_MBIT)} <= set(details)
    assert not {page_of(key) for key in WEIGHED_ONLY - {Key.FOLDERS}} & set(details)
    assert len(set(details)) == len(details)


def test_nothing_is_left_for_whoever_has_passed_everything() -> None:
    journey = Journey(SAID, frozenset(Key), ranking=RANKING)
    assert (journey.deciding(), journey.details()) == ((), ())
    assert journey.first_open_further() == ALL_ANSWERS


def test_figures_on_which_the_recommendation_may_hang_are_asked_with_their_page_once() -> None:
    figures = (Key.MAILS_PER_DAY, Key.AVERAGE_KB)
    journey = Journey(SAID, ranking=Ranking((Key.LINE, *figures)))
    assert slugs(journey.deciding()) == ["line", "figures-mail"]


def test_a_core_question_left_out_is_no_further_question() -> None:
    journey = Journey(SAID, ranking=Ranking((Key.DEVICES,), (Key.LINE,)))
    assert journey.deciding() == ()
    assert journey.details()[0] == page_of(Key.LINE)


def test_a_figures_page_leaves_out_a_figure_that_cannot_matter() -> None:
    page = page_of(Key.LONGEST_ABSENCE_DAYS)
    assert Key.LONGEST_ABSENCE_DAYS in Journey(Answers.of({"devices": "one"})).keys_on(page)
    assert Key.LONGEST_ABSENCE_DAYS not in Journey(Answers.of({"devices": "two"})).keys_on(page)


HIDDEN = (
    ({"devices": "one", "places": "one", "webmail": "no"}, Key.FOLDERS),
    ({"data_control": "provider_fine", "readers": "people"}, Key.PROVIDER_MIXING),
    ({"retention": "no"}, Key.COUNTRY),
)


@pytest.mark.parametrize(("said", "key"), HIDDEN)
def test_a_question_that_cannot_matter_is_not_asked_but_its_page_and_answer_stay(
    said: dict[str, str], key: Key
) -> None:
    given_before = Answers.of(said).with_answer(key, QUESTIONS[key].codes[0])
    journey = Journey(given_before)
    page = page_of(key)
    assert page not in journey.pages()
    assert journey.off_path() == (key,)
    following, before = journey.next_page(page), journey.previous_page(page)
    assert following in journey.pages()
    assert before == CROSSROADS
    assert journey.progress(page) is not None
    for one in said:
        assert page in Journey(given_before.with_answer(Key(one), "unknown")).pages()


def test_a_server_check_answers_what_the_provider_offers() -> None:
    page = page_of(Key.SERVER_OFFERS)
    assert page in Journey(Answers()).pages()
    assert page not in Journey(Answers(), server_checked=True).pages()


def test_only_question_pages_have_a_progress_line() -> None:
    assert Journey(Answers()).progress(CROSSROADS) is None
    first = Journey(Answers.of({"devices": "one"})).progress(FIRST)
    assert first is not None
    assert (first.number, first.total) == (1, len(CORE))
