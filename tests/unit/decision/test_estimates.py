"""The estimates in the advice: there, by the rules of the contract, and from the best source there is."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from advisor.decision.advise import advise
from advisor.estimate.codes import FigureCode, InputCode, Source
from advisor.questionnaire.answers import Answers, Group
from advisor.report.advice import recommend
from advisor.report.documents.recommendation import read_recommendation, write_recommendation
from advisor.settings.codes import Alternative
from probes.codes import Protocol
from tests.made_up.measurements import MEASUREMENT
from tests.made_up.probe_reports import GOOD

AT = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)


def value(estimates, code):
    return estimates.input(code).value.three


def test_estimates_are_in_the_document_and_read_back():
    stored = recommend(Answers.of({"devices": "two", "quota_gb": 10}), None, at=AT)
    written = write_recommendation(stored)
    assert read_recommendation(written) == stored
    body = json.loads(written)["estimates"]
    assert {one["alternative"] for one in body["alternatives"]} == set(Alternative)
    assert {"low", "likely", "high"} == set(body["alternatives"][0]["server_gb"][0])
    assert {"code": "quota_gb", "value": {"low": 10, "likely": 10, "high": 10}, "source": "stated"} in body["inputs"]
    assert write_recommendation(recommend(Answers.of({"devices": "two", "quota_gb": 10}), None, at=AT)) == written


def test_none_where_neither_protocol_is_advised():
    assert advise(Answers.of({"groupware": "must"})).estimates is None


def test_also_where_nothing_can_be_advised_yet():
    assert advise(Answers.of({})).estimates is not None


def test_what_was_measured_wins():
    """8 GB of 10 GB; eleven months with 43.4 MB each."""
    said = Answers.of({"storage_gb_used": 1, "quota_gb": 99, "mails_per_day": 1, "average_kb": 1})
    found = advise(said, GOOD, MEASUREMENT).estimates
    assert found.measured_at == MEASUREMENT.at
    assert value(found, InputCode.USED_GB) == pytest.approx((8.192,) * 3)
    assert value(found, InputCode.QUOTA_GB) == pytest.approx((10.24,) * 3)
    assert value(found, InputCode.GROWTH_GB) == pytest.approx((0.5208,) * 3)
    measured = {one.code for one in found.inputs if one.source is Source.MEASURED}
    assert {InputCode.USED_GB, InputCode.QUOTA_GB, InputCode.GROWTH_GB, InputCode.MAIL_KB} <= measured
    assert found.of(Alternative.IMAP).full_days.likely == pytest.approx(2.048 / 0.5208 * 365.25, rel=1e-4)
    assert advise(said, GOOD).estimates.measured_at is None


def test_the_days_kept_are_those_of_the_advice():
    assert value(advise(Answers.of({})).estimates, InputCode.KEEP_DAYS) == (28, 28, 28)
    assert value(advise(Answers.of({"longest_absence_days": 7})).estimates, InputCode.KEEP_DAYS) == (14, 14, 14)


def test_a_kept_copy_is_reckoned_with_its_own_days(advice):
    """The server deletes after nine days."""
    found = advice({"imap": "not_found", "pop3_capabilities": ["UIDL", "EXPIRE 9"]})
    assert (found.recommended, found.keep_days) == (Alternative.POP3_KEEP, 9)
    assert value(found.estimates, InputCode.KEEP_DAYS) == (9, 9, 9)


def test_a_copy_that_must_never_be_deleted_has_no_days():
    core = {
        "devices": "three_plus", "shared_addresses": "none", "mail_location": "server", "local_only_mail": "none",
        "outages": "hardly_ever", "offline_reading": "no", "data_control": "provider_fine", "device_backup": "untested",
    }  # fmt: skip
    found = advise(Answers.of(core | {"server_offers": "pop3_only", "readers": "people"}))
    assert (found.recommended, found.keep_days) == (Alternative.POP3_KEEP, None)
    assert found.estimates.input(InputCode.KEEP_DAYS) is None
    kept = found.estimates.of(Alternative.POP3_KEEP).figure(FigureCode.SERVER_GB)
    assert InputCode.YEARS in kept.inputs


def test_a_group_has_its_own_estimates():
    group = Group("Werkstatt", 3, Answers.of({"storage_gb_used": 2}))
    found = advise(Answers.of({"storage_gb_used": 9, "mailboxes": 20}, [group]))
    own = found.groups[0].recommendation.estimates
    assert value(own, InputCode.MAILBOXES) == (3, 3, 3)
    assert value(own, InputCode.USED_GB) == (2, 2, 2)
    assert value(found.estimates, InputCode.USED_GB) == (9, 9, 9)


NAMED = {"greeting": "* OK Courier ready.", "implementation": None}
LOGGED = {"greeting": "* OK ready.", "implementation": "Courier-IMAP 5"}
SILENT = {"greeting": "* OK ready.", "implementation": None}


@pytest.mark.parametrize(
    ("imap", "pop3", "limit"),
    [(NAMED, SILENT, 4), (LOGGED, SILENT, 4), (SILENT, NAMED, None), (SILENT, LOGGED, None), (SILENT, SILENT, None)],
    ids=["IMAP greets with it", "IMAP tells it", "POP3 greets with it", "POP3 tells it", "nobody says it"],
)
def test_the_limit_of_a_program_that_names_itself_over_imap_is_known(imap, pop3, limit):
    said = {Protocol.IMAP: imap, Protocol.POP3: pop3}
    report = replace(GOOD, services=tuple(replace(one, **said.get(one.protocol, SILENT)) for one in GOOD.services))
    found = advise(Answers.of({}), report).estimates.input(InputCode.CONNECTION_LIMIT)
    if limit is None:
        assert (found.source, found.value.three) == (Source.ASSUMED, (4, 10, 16))
    else:
        assert (found.source, found.value.three) == (Source.KNOWN, (limit,) * 3)
