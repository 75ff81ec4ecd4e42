"""Documents are refused by name, never with a traceback, and written byte for byte the same."""

import json

import pytest

from advisor.questionnaire.answers import Answers, Group, GroupKind
from advisor.questionnaire.schema import Key
from advisor.report.documents.answers import read_answers, write_answers
from advisor.report.documents.envelope import Schema, read
from advisor.report.documents.errors import PROBLEMS, DocumentError, Problem
from advisor.report.documents.recommendation import read_recommendation
from advisor.report.documents.server_report import read_server_report
from advisor.report.documents.settings import read_settings
from advisor.text import Language

READERS = (read_answers, read_recommendation, read_server_report, read_settings)


def answers_document(**parts):
    return json.dumps({"schema": "mailweiche.answers/1", **parts}).encode()


def problem_of(reader, data):
    with pytest.raises(DocumentError) as caught:
        reader(data)
    assert "\n" not in str(caught.value)
    assert caught.value.sentence(Language.DE) != caught.value.sentence(Language.EN)
    return caught.value


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", Problem.NOT_JSON),
        (b"\xff\xfe\x00", Problem.NOT_TEXT),
        (b'{"schema": ', Problem.NOT_JSON),
        (b"[]", Problem.NOT_AN_OBJECT),
        (b"{}", Problem.NO_SCHEMA),
        (b'{"schema": 1}', Problem.NO_SCHEMA),
        (b'{"schema": "mailweiche.measure/1"}', Problem.WRONG_SCHEMA),
        (b'{"a": 1, "a": 2}', Problem.DUPLICATE_KEY),
        (b'{"a": NaN}', Problem.NOT_A_NUMBER),
        (b'{"a": ' + b"9" * 5000 + b"}", Problem.NOT_A_NUMBER),
        (b"[" * 60_000, Problem.TOO_DEEP),
        (b" " * 17_000_000, Problem.TOO_LARGE),
    ],
)
def test_every_reader_refuses_what_is_no_document(reader, data, problem):
    assert problem_of(reader, data).problem is problem


@pytest.mark.parametrize("schema", Schema)
def test_another_version_is_named(schema):
    other = schema.rpartition("/")[0] + "/2"
    error = problem_of(lambda data: read(data, schema), json.dumps({"schema": other}).encode())
    assert error.problem is Problem.WRONG_VERSION
    assert other in str(error)
    assert schema in str(error)


@pytest.mark.parametrize("text", ["a\x00b", "a\x1b[31m", "a\u202eb", "a\ud800b"])
def test_text_that_could_deceive_is_refused(text):
    data = answers_document(answers={}, groups=[{"name": text, "mailboxes": 1, "answers": {}}])
    assert problem_of(read_answers, data).problem is Problem.UNSAFE_TEXT


def test_deep_nesting_is_refused():
    nested = {}
    for _ in range(30):
        nested = {"a": nested}
    assert problem_of(read_answers, answers_document(answers=nested)).problem is Problem.TOO_DEEP


@pytest.mark.parametrize(
    ("parts", "place", "allowed"),
    [
        ({"answers": {"device": "one"}}, None, "devices"),
        ({"answers": {"devices": "four"}}, "answers.devices", "three_plus"),
        ({"answers": {"devices": 1}}, "answers.devices", "three_plus"),
        ({"answers": {"people": 0}}, "answers.people", "whole number"),
        ({"answers": {"people": True}}, "answers.people", "whole number"),
        ({"answers": {"quota_gb": 1e999}}, None, None),
        ({"answers": {"programs": ["pine"]}}, "answers.programs", "thunderbird"),
        ({"answers": {"programs": "thunderbird"}}, "answers.programs", "a list of outlook"),
        ({"answers": []}, "answers", "KEY"),
        ({}, "answers", "KEY"),
        ({"answers": {}, "extra": 1}, None, "groups"),
        ({"answers": {}, "groups": {}}, "groups", "groups"),
        ({"answers": {}, "groups": [1]}, "groups.0", "mailboxes"),
        ({"answers": {}, "groups": [{"mailboxes": 1, "answers": {}}]}, "groups.0.name", "characters"),
        ({"answers": {}, "groups": [{"name": "a" * 101, "mailboxes": 1, "answers": {}}]}, "groups.0.name", "100"),
        ({"answers": {}, "groups": [{"name": "a\u200bb", "mailboxes": 1, "answers": {}}]}, "groups.0.name", "visible"),
        ({"answers": {}, "groups": [{"name": "a\u200f", "mailboxes": 1, "answers": {}}]}, "groups.0.name", "visible"),
        ({"answers": {}, "groups": [{"name": "a\u2028b", "mailboxes": 1, "answers": {}}]}, "groups.0.name", "visible"),
        ({"answers": {}, "groups": [{"name": "a", "mailboxes": 0, "answers": {}}]}, "groups.0.mailboxes", "1–"),
        (
            {"answers": {}, "groups": [{"name": "a", "mailboxes": 1, "answers": {"devices": "x"}}]},
            "groups.0.answers.devices",
            "one",
        ),
    ],
)
def test_a_wrong_answer_is_named_with_what_is_allowed(parts, place, allowed):
    error = problem_of(read_answers, answers_document(**parts))
    if place:
        assert error.place == place
    if allowed:
        assert allowed in str(error)


def test_two_groups_of_one_name_are_refused():
    group = {"name": "Laden", "mailboxes": 1, "answers": {}}
    error = problem_of(read_answers, answers_document(answers={}, groups=[group, group]))
    assert error.problem is Problem.DUPLICATE_KEY


def test_a_group_from_before_there_were_kinds_and_links_is_read_and_written_as_it_was():
    document = answers_document(answers={}, groups=[{"name": "Laden", "mailboxes": 1, "answers": {}}])
    assert read_answers(document).groups == (Group("Laden", 1, Answers()),)
    assert json.loads(write_answers(read_answers(document))) == json.loads(document)


@pytest.mark.parametrize(
    ("said", "place", "allowed"),
    [
        ({"kind": "shop"}, "groups.0.kind", "office"),
        ({"kind": ["office"]}, "groups.0.kind", "office"),
        ({"shares_with": "Laden"}, "groups.0.shares_with", "Hof"),
        ({"shares_with": "Nowhere"}, "groups.0.shares_with", "Hof"),
        ({"shares_with": 3}, "groups.0.shares_with", "characters"),
    ],
)
def test_a_kind_or_a_link_that_does_not_exist_is_refused(said, place, allowed):
    groups = [{"name": "Laden", "mailboxes": 1, "answers": {}, **said}, {"name": "Hof", "mailboxes": 1, "answers": {}}]
    error = problem_of(read_answers, answers_document(answers={}, groups=groups))
    assert error.place == place
    assert allowed in str(error)


def test_answers_come_back_as_they_went_out():
    company = Answers.of(
        {"devices": "two", "programs": ["apple", "outlook"], "people": 3, "quota_gb": 1.5},
        [
            Group("Büro", 2, Answers.of({"devices": "one"})),
            Group("Kasse", 1, Answers(), GroupKind.PROGRAM, shares_with="Büro"),
        ],
    )
    document = write_answers(company)
    assert read_answers(document) == company
    assert write_answers(read_answers(document)) == document
    assert "Büro" in document.decode()


def test_unknown_and_absent_are_the_same():
    assert read_answers(answers_document(answers={"devices": "unknown"})) == read_answers(answers_document(answers={}))
    assert read_answers(answers_document(answers={})).get(Key.DEVICES) is None


def test_a_byte_order_mark_is_accepted():
    assert read_answers(b"\xef\xbb\xbf" + answers_document(answers={"devices": "one"})).code(Key.DEVICES) == "one"


def test_every_problem_has_its_sentence():
    assert set(PROBLEMS) == set(Problem)
