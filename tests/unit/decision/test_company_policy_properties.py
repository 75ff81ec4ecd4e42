"""What never happens to a company whose mailboxes differ, whatever it answers; and its policy as a document."""

import json
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.decision.advise import advise
from advisor.decision.groups import answers_of
from advisor.questionnaire.groups import readers_together
from advisor.questionnaire.schema import QUESTIONS, Key, Kind
from advisor.report.documents.recommendation import read_recommendation, write_recommendation
from advisor.settings.codes import Alternative
from advisor.settings.staff_mix import deletes
from tests.unit.decision.conftest import AT, Inputs, StoredRecommendation, make_company, make_server
from tests.unit.decision.groups import COPY, INFO, OFFICE, PROGRAM, STRICT_PC, advised, group, ways


def some_answers():
    keys = [key for key, question in QUESTIONS.items() if question.kind is Kind.CHOICE]
    return st.dictionaries(st.sampled_from(keys), st.none(), max_size=6).flatmap(
        lambda chosen: st.fixed_dictionaries({key: st.sampled_from(QUESTIONS[key].codes) for key in chosen})
    )


@st.composite
def companies(draw):
    names = draw(st.lists(st.sampled_from("ABCD"), unique=True, min_size=1, max_size=3))
    base = draw(st.sampled_from([PROGRAM, STRICT_PC, OFFICE, COPY, {}]))
    groups = []
    for name in names:
        link = draw(st.sampled_from([None, *(one for one in names if one != name)]))
        answers = draw(st.sampled_from([PROGRAM, STRICT_PC, OFFICE, INFO, COPY, {}])) | draw(some_answers())
        groups.append(group(name, answers, link, draw(st.integers(1, 3))))
    return replace(make_company(**base), groups=tuple(groups))


SERVERS = st.sampled_from([{}, {"imap": "not_found"}, {"pop3": "not_found"}, {"notes": ["mixing_discouraged"]}])


@given(companies(), SERVERS)
@settings(max_examples=40, deadline=None)
def test_nobody_deletes_what_others_read_and_whoever_reads_is_not_cut_off(company, server):
    found = advise(company, make_server(**server)).company_policy
    for one, part in zip(company.groups, found.groups, strict=True):
        answers = answers_of(company, one)
        shared = (
            len(readers_together(company.groups, one)) > 1
            or answers.code(Key.SHARED_ADDRESSES) != "none"
            or answers.code(Key.READERS) not in ("people", "program")
        )
        if part.alternative is not None:
            assert not (shared and deletes(part.alternative, part.keep_days))
            assert part.alternative.protocol in found.protocols
        copies = [
            each for each in readers_together(company.groups, one) if ways(found)[each.name] is Alternative.IMAP_ARCHIVE
        ]
        assert len(copies) < 2 or len(readers_together(company.groups, one)) == 1


@given(companies(), st.randoms())
@settings(max_examples=15, deadline=None)
def test_the_order_of_the_groups_does_not_matter(company, chance):
    mixed = list(company.groups)
    chance.shuffle(mixed)
    one, other = (
        advise(each, make_server()).company_policy for each in (company, replace(company, groups=tuple(mixed)))
    )
    assert replace(one, groups=()) == replace(other, groups=())
    assert set(one.groups) == set(other.groups)


@given(companies())
@settings(max_examples=10, deadline=None)
def test_the_same_input_gives_the_same_bytes_and_is_read_back(company):
    first, second = (
        write_recommendation(StoredRecommendation(AT, Inputs("0" * 64), advise(company, make_server()))) for _ in "12"
    )
    assert first == second
    assert write_recommendation(read_recommendation(first)) == first


def test_a_document_from_before_there_was_a_policy_is_still_read():
    advice = advised(group("Büro", OFFICE))
    document = json.loads(write_recommendation(StoredRecommendation(AT, Inputs("0" * 64), advice)))
    del document["company_policy"]
    assert read_recommendation(json.dumps(document).encode()).recommendation.company_policy is None
