"""The way through the questionnaire ends, can be walked back, and reaches every question."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.questionnaire.answers import Answers
from advisor.questionnaire.path import ALL_ANSWERS, CROSSROADS, PAGES, Journey, PageKind, Section, page_named, page_of
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
journeys = st.builds(Journey, answers, st.frozensets(st.sampled_from(list(Key))), st.booleans())
FIRST = PAGES[0]


@settings(max_examples=40)
@given(journeys)
def test_the_path_ends_at_all_answers_and_passes_each_page_once(journey: Journey) -> None:
    page, walked = FIRST, [FIRST]
    while (following := journey.next_page(page)) is not None:
        page = following
        walked.append(page)
        assert len(walked) <= len(PAGES)
    assert tuple(walked) == journey.pages()
    assert page == ALL_ANSWERS


@settings(max_examples=40)
@given(journeys)
def test_back_undoes_forward(journey: Journey) -> None:
    for page in journey.pages()[:-1]:
        following = journey.next_page(page)
        assert following is not None
        assert journey.previous_page(following) == page
    assert journey.previous_page(FIRST) is None
    assert journey.next_page(ALL_ANSWERS) is None


@settings(max_examples=40)
@given(journeys)
def test_progress_counts_up_by_one_within_a_part(journey: Journey) -> None:
    for core in (True, False):
        part = [page for page in journey.pages() if page.section and (page.section is Section.CORE) is core]
        shown = [journey.progress(page) for page in part]
        assert [(one.number, one.total) for one in shown if one] == [(n, len(part)) for n in range(1, len(part) + 1)]


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


def test_sharpening_leads_to_the_first_open_further_question_and_at_last_to_all_answers() -> None:
    said = Answers.of({"places": "one"})
    assert Journey(said).first_open_further() == page_of(Key.WEBMAIL)
    assert Journey(said, frozenset(Key)).first_open_further() == ALL_ANSWERS


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
    assert before in journey.pages()
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
