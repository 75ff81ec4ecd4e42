"""A decision beside the advice in documents: read and written back, also in the short form of the contract."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from advisor.decision.recommendation import Condition, Override, OverrideState
from advisor.questionnaire.answers import Answers
from advisor.report.advice import recommend
from advisor.report.documents.errors import DocumentError, Problem
from advisor.report.documents.recommendation import read_recommendation, write_recommendation
from advisor.report.documents.settings import read_settings, write_settings
from advisor.settings.codes import Alternative
from advisor.settings.values import Decision, NotedDeletion
from tests.unit.profiles.companies import company

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SHORT = {"to": "imap_archive", "reason": "Revision", "by": "Anna", "at": "2026-11-23T10:00:00+01:00"}
OVERRIDE = Override(
    Alternative.IMAP_ARCHIVE,
    "Revision",
    "Anna",
    AT,
    OverrideState.OUTDATED,
    conditions=(Condition("archive_by_imap", (("why", "mixing"),)), Condition("one_collector")),
)


@pytest.fixture(scope="module")
def plain():
    return recommend(Answers.of({"devices": "two", "shared_addresses": "none"}), None, at=AT)


def written(stored, **changes):
    return {**json.loads(write_recommendation(stored)), **changes}


def test_what_is_read_with_a_decision_is_written_back_with_it(plain):
    stored = replace(plain, recommendation=replace(plain.recommendation, override=OVERRIDE))
    document = write_recommendation(stored)
    assert read_recommendation(document) == stored
    assert write_recommendation(read_recommendation(document)) == document
    assert json.loads(document)["override"] == {
        **SHORT,
        "at": "2026-11-23T09:00:00Z",
        "state": "outdated",
        "keep_days": None,
        "conditions": [
            {"code": "archive_by_imap", "params": {"why": "mixing"}},
            {"code": "one_collector", "params": {}},
        ],
    }


def test_the_short_form_is_read_too(plain):
    read = read_recommendation(json.dumps(written(plain, override=SHORT)).encode())
    assert read.recommendation.override == Override(Alternative.IMAP_ARCHIVE, "Revision", "Anna", AT)
    assert read.recommendation.decided is Alternative.IMAP_ARCHIVE


@pytest.mark.parametrize(
    "broken",
    [
        {**SHORT, "to": "pop4"},
        {**SHORT, "at": "yesterday"},
        {**SHORT, "reason": "left\u202eright"},
        {**SHORT, "conditions": [["one_collector"]]},
        {**SHORT, "conditions": None},
        {key: value for key, value in SHORT.items() if key != "reason"},
        "imap",
    ],
)
def test_a_broken_decision_is_refused_by_name(plain, broken):
    with pytest.raises(DocumentError) as caught:
        read_recommendation(json.dumps(written(plain, override=broken)).encode())
    assert "override" in str(caught.value)


def test_settings_keep_the_decision_and_do_without_one():
    decision = Decision(Alternative.IMAP, Alternative.IMAP_ARCHIVE, "Revision", "Anna", AT, outdated=True)
    settings = company(decision=decision)
    assert read_settings(write_settings(settings)) == settings
    body = json.loads(write_settings(settings))
    assert body["decision"]["at"] == "2026-11-23T09:00:00Z"
    del body["decision"]
    assert read_settings(json.dumps(body).encode()) == replace(settings, decision=None)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("reason", ""),
        ("reason", "x" * 1001),
        ("by", ""),
        ("by", "x" * 201),
        ("at", "9999-12-31T23:30:00Z"),
    ],
    ids=["no reason", "endless reason", "nobody", "endless name", "a moment that no local time can show"],
)
def test_settings_with_an_absurd_decision_are_refused_by_name(field, value):
    decision = Decision(Alternative.IMAP, Alternative.IMAP_ARCHIVE, "x" * 1000, "x" * 200, AT)
    body = json.loads(write_settings(company(decision=decision)))
    assert read_settings(json.dumps(body).encode()).decision == decision
    body["decision"][field] = value
    with pytest.raises(DocumentError) as caught:
        read_settings(json.dumps(body).encode())
    assert (caught.value.problem, caught.value.place) == (Problem.NOT_ALLOWED, f"decision.{field}")


@pytest.mark.parametrize("service", ["imap", "submission"])
def test_a_server_that_was_checked_at_the_end_of_time_is_refused(service):
    body = json.loads(write_settings(company()))
    body[service]["checked_at"] = "9999-12-31T23:30:00Z"
    with pytest.raises(DocumentError) as caught:
        read_settings(json.dumps(body).encode())
    assert (caught.value.problem, caught.value.place) == (Problem.NOT_ALLOWED, f"{service}.checked_at")


def test_what_the_server_deletes_is_optional_and_checked():
    noted = NotedDeletion(36_500, date(2026, 11, 20))
    body = json.loads(write_settings(company(server_deletes=noted)))
    assert read_settings(json.dumps(body).encode()).server_deletes == noted
    older = {key: value for key, value in body.items() if key != "server_deletes"}
    assert read_settings(json.dumps(older).encode()).server_deletes is None


@pytest.mark.parametrize("days", [0, -1, 36_501, 10**9, "28", None, 2.5])
def test_a_deletion_after_absurd_days_is_refused_by_name(days):
    body = json.loads(write_settings(company()))
    body["server_deletes"] = {"days": days, "confirmed_on": "2026-11-20"}
    with pytest.raises(DocumentError) as caught:
        read_settings(json.dumps(body).encode())
    assert "server_deletes" in str(caught.value.place)
