"""What is written is read back as the same value, for any value; damaged documents give one clear error."""

import contextlib
import dataclasses
import json
import types
import typing
from datetime import UTC, date, datetime
from enum import Enum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.decision.recommendation import GroupRecommendation, Recommendation
from advisor.estimate.values import Range
from advisor.report.documents.envelope import sha256_of
from advisor.report.documents.errors import DocumentError, Problem
from advisor.report.documents.recommendation import (
    Inputs,
    StoredRecommendation,
    read_recommendation,
    write_recommendation,
)
from advisor.report.documents.server_report import ServerReport, read_server_report, write_server_report
from advisor.report.documents.settings import read_settings, write_settings
from advisor.settings.codes import Alternative
from advisor.settings.exclusion_texts import EXCLUSION_TEXTS
from advisor.settings.values import CompanySettings, ExcludedWay, NotedDeletion, ServerSettings
from probes.codes import Security
from probes.results import Provider

FEW = settings(max_examples=25, deadline=None)
WORD = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cf")), min_size=1, max_size=6)
PLAIN = {
    str: WORD,
    int: st.integers(1, 60_000),
    float: st.floats(-1e6, 1e6),
    bool: st.booleans(),
    type(None): st.none(),
    datetime: st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - hypothesis wants naive bounds
}


def pairs_of(kind):
    """Keyed pairs become an object in the document: their keys are distinct."""
    parts = typing.get_args(kind)
    if len(parts) == 2 and parts[1] is ... and typing.get_origin(parts[0]) is tuple:
        return parts[0]
    return None


def values_of(kind):
    """A strategy for any value type of the contract."""
    if kind in PLAIN:
        return PLAIN[kind]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(kind)
    if kind is Provider:  # its date is text, but a date it must be
        return st.builds(Provider, WORD, st.lists(WORD, max_size=2).map(tuple), st.dates().map(date.isoformat))
    if kind is Range:  # its figures come in order
        return st.tuples(*[PLAIN[float]] * 3).map(lambda figures: Range(*sorted(figures)))
    if kind is ExcludedWay:  # its rules are told in their own words
        rules = st.lists(st.sampled_from([*EXCLUSION_TEXTS]), min_size=1, max_size=2)
        return st.builds(ExcludedWay, st.sampled_from(Alternative), rules.map(tuple))
    if dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        fields = [field for field in dataclasses.fields(kind) if (kind, field.name) != (Recommendation, "groups")]
        return st.builds(kind, **{field.name: values_of(hints[field.name]) for field in fields})
    if typing.get_origin(kind) in (types.UnionType, typing.Union):
        return st.one_of(*map(values_of, typing.get_args(kind)))
    if (pair := pairs_of(kind)) is not None:
        return st.lists(values_of(pair), max_size=2, unique_by=lambda held: held[0]).map(tuple)
    parts = typing.get_args(kind)
    if len(parts) == 2 and parts[1] is ...:
        return st.lists(values_of(parts[0]), max_size=2).map(tuple)
    return st.tuples(*map(values_of, parts))


ENCRYPTED = values_of(ServerSettings).filter(
    lambda server: server.security is not Security.NONE and not any(sign.isspace() for sign in server.host)
)
PLAIN[ServerSettings] = ENCRYPTED
PLAIN[NotedDeletion] = st.builds(NotedDeletion, st.integers(1, 36_500), st.dates())


@FEW
@given(values_of(CompanySettings).filter(lambda company: (company.keep_days or 1) <= 36_500))
def test_settings(company):
    document = write_settings(company)
    assert read_settings(document) == company
    assert write_settings(read_settings(document)) == document


@FEW
@given(values_of(ServerReport))
def test_server_report(stored):
    document = write_server_report(stored)
    assert read_server_report(document) == stored
    written = [client["settings"] for client in json.loads(document)["clients"]]
    assert [settings == "manual" for settings in written] == [client.settings is None for client in stored.clients]


@FEW
@given(values_of(StoredRecommendation), values_of(Recommendation), WORD)
def test_recommendation(stored, of_group, name):
    groups = (GroupRecommendation(name, of_group),)
    whole = dataclasses.replace(stored, recommendation=dataclasses.replace(stored.recommendation, groups=groups))
    document = write_recommendation(whole)
    assert read_recommendation(document) == whole
    assert write_recommendation(read_recommendation(document)) == document


@FEW
@given(values_of(ServerReport), st.data())
def test_a_report_with_one_field_damaged_is_read_or_refused(stored, data):
    document = json.loads(write_server_report(stored))
    key = data.draw(st.sampled_from(sorted(document)))
    document[key] = data.draw(
        st.one_of(st.none(), st.integers(), st.text(max_size=3), st.lists(st.integers(), max_size=2))
    )
    with contextlib.suppress(DocumentError):
        assert isinstance(read_server_report(json.dumps(document).encode()), ServerReport)


@FEW
@given(values_of(StoredRecommendation), st.data())
def test_a_recommendation_with_one_field_missing_is_refused(stored, data):
    document = json.loads(write_recommendation(stored))
    mandatory = {"created_at", "inputs", "policy", "status", "flips", "conditions", "groups", "ranking"}
    key = data.draw(st.sampled_from(sorted(mandatory)))
    del document[key]
    with pytest.raises(DocumentError) as caught:
        read_recommendation(json.dumps(document).encode())
    assert key in str(caught.value)


def example_settings(**server):
    body = {
        "host": "mail.firma.ch", "port": 993, "security": "tls", "username": "address", "username_template": None,
        "authentication": ["password_cleartext"], "proven": True, "checked_at": "2026-11-23T08:00:00+01:00",
        "source": "srv", "trust": "verified", **server,
    }  # fmt: skip
    return {
        "schema": "mailweiche.settings/1", "organisation": "Firma", "domain": "firma.ch", "alternative": "imap",
        "keep_days": None, "imap": body, "pop3": None, "submission": None,
    }  # fmt: skip


def test_times_are_brought_into_utc():
    settings_read = read_settings(json.dumps(example_settings()).encode())
    assert settings_read.imap.checked_at == datetime(2026, 11, 23, 7, tzinfo=UTC)
    assert b'"checked_at": "2026-11-23T07:00:00Z"' in write_settings(settings_read)


@pytest.mark.parametrize(
    ("server", "problem"),
    [
        ({"security": "none"}, Problem.NOT_ALLOWED),
        ({"port": 0}, Problem.NOT_ALLOWED),
        ({"port": 70_000}, Problem.NOT_ALLOWED),
        ({"port": "993"}, Problem.WRONG_VALUE),
        ({"host": ""}, Problem.NOT_ALLOWED),
        ({"host": "mail firma"}, Problem.NOT_ALLOWED),
        ({"host": "mail\nfirma"}, Problem.UNSAFE_TEXT),
        ({"checked_at": "2026-11-23T08:00:00"}, Problem.WRONG_TIME),
        ({"checked_at": 5}, Problem.WRONG_TIME),
        ({"checked_at": "0001-01-01T00:00:00+23:00"}, Problem.WRONG_TIME),
        ({"source": "rumour"}, Problem.WRONG_VALUE),
    ],
)
def test_a_server_that_no_client_may_be_given_is_refused(server, problem):
    with pytest.raises(DocumentError) as caught:
        read_settings(json.dumps(example_settings(**server)).encode())
    assert caught.value.problem is problem
    assert "imap." in str(caught.value)


@pytest.mark.parametrize("days", [0, 36_501])
def test_days_out_of_range_are_refused(days):
    with pytest.raises(DocumentError):
        read_settings(json.dumps({**example_settings(), "keep_days": days}).encode())


def test_a_recommendation_needs_a_time_with_a_zone():
    naive = datetime(2026, 11, 23, 8)  # noqa: DTZ001 - what must be refused
    with pytest.raises(ValueError, match="time zone"):
        write_recommendation(StoredRecommendation(naive, Inputs("0"), None))


def test_fingerprint():
    assert sha256_of(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
