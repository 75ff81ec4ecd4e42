"""A report that is handed in may be anybody's: no more of anything than a check finds, no date that breaks a page."""

import json
import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from advisor.findings.derive import findings_of
from advisor.report.compare.reports import comparison
from advisor.report.compare.view import compare_view
from advisor.report.dates import at_minute, day
from advisor.report.documents.errors import DocumentError, Problem
from advisor.report.documents.server_report import ServerReport, read_server_report, write_server_report
from advisor.report.server.view import server_view
from advisor.report.server_report import complete
from advisor.text import Language
from probes.certificates import MAX_CHAIN, MAX_NAMES
from probes.host_facts import MOST_TLSA
from probes.options import Limits
from probes.plan import MAX_TRIED, STANDARD_PORTS
from probes.resolver import MAX_RECORDS
from probes.results import Capabilities, HostFacts, Tlsa
from tests.made_up.whole_report import IMAP, REPORT, SRV

END_OF_TIME = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
MANY = {"services": (IMAP,) * 301, "claims": (SRV,) * 501, "hosts": (HostFacts("a"),) * 101}


@pytest.mark.parametrize("name", MANY)
def test_more_than_any_check_finds_is_refused(name):
    data = write_server_report(ServerReport(replace(REPORT, **{name: MANY[name]})))
    with pytest.raises(DocumentError) as caught:
        read_server_report(data)
    assert (caught.value.problem, caught.value.place) == (Problem.NOT_ALLOWED, name)


def test_a_date_that_is_none_is_refused():
    body = json.loads(write_server_report(ServerReport(REPORT)))
    for checked in ("gestern", "", "20260101", "2026-13-01"):
        body["provider"]["checked"] = checked
        with pytest.raises(DocumentError) as caught:
            read_server_report(json.dumps(body).encode())
        assert caught.value.place == "provider.checked"


@pytest.mark.parametrize("place", ["services", "claims"])
@pytest.mark.parametrize(
    ("field", "value"), [("port", 0), ("port", 65_536), ("port", -1), ("host", ""), ("host", "a b")]
)
def test_a_server_that_no_program_could_enter_is_refused(place, field, value):
    """It would stand in the settings of a report that can then not be read any more."""
    body = json.loads(write_server_report(ServerReport(REPORT)))
    body[place][0][field] = value
    with pytest.raises(DocumentError) as caught:
        read_server_report(json.dumps(body).encode())
    assert (caught.value.problem, caught.value.place) == (Problem.NOT_ALLOWED, f"{place}.{field}")


def test_very_many_dane_records_cost_no_more_than_reading_them():
    records = tuple(Tlsa(port, "3 1 1 ab", matches=True) for port in range(20_000))
    started = time.process_time()
    assert len(findings_of(replace(REPORT, hosts=(HostFacts("a", tlsa=records),)))) >= 20_000
    assert time.process_time() - started < 2


@pytest.mark.parametrize("language", Language)
def test_a_certificate_without_an_end_is_shown(language):
    """RFC 5280 section 4.1.2.5: such a certificate ends in the last second of the year 9999."""
    assert "9999" in day(END_OF_TIME, language)
    assert "9999" in at_minute(END_OF_TIME, language)
    certificate = replace(IMAP.tls.certificate, not_after=END_OF_TIME, not_before=END_OF_TIME)
    report = replace(REPORT, services=(replace(IMAP, tls=replace(IMAP.tls, certificate=certificate)),))
    server_view(complete(report), language)
    compare_view(comparison(REPORT, replace(report, started_at=END_OF_TIME)), language)


def test_the_report_of_servers_that_say_all_they_may_can_be_read_back():
    """Every bound of a run at once: a report that is stored and cannot be read would break every page of its case."""
    limits, ugly = Limits(), "\ufffd"  # three bytes, and one for each byte that is no text
    tokens = (ugly * (limits.list_characters // limits.tokens),) * limits.tokens
    names = ("n" * 200,) * MAX_NAMES
    certificate = replace(IMAP.tls.certificate, names=names, subject=ugly * 200, issuer=ugly * 200,
                          chain=(ugly * 200,) * MAX_CHAIN)  # fmt: skip
    loud = replace(
        IMAP, greeting=ugly * 200, implementation=ugly * 200, words=ugly * 200,
        capabilities=Capabilities(tokens, tokens), tls=replace(IMAP.tls, certificate=certificate),
    )  # fmt: skip
    services = [
        replace(loud, protocol=protocol, host=f"h{number}.example", port=port, security=security, second_family=second)
        for protocol, ports in STANDARD_PORTS.items()
        for number in range(MAX_TRIED)
        for port, security in ports
        for second in (False, True)
    ]
    tlsa = tuple(Tlsa(port, "3 " + "a" * 198, matches=False) for port in range(7) for _ in range(MOST_TLSA))
    facts = tuple(HostFacts(f"h{n}.example", caa=(ugly * 200,) * MAX_RECORDS, tlsa=tlsa) for n in range(4 * MAX_TRIED))
    claims = (replace(SRV, evidence=replace(SRV.evidence, url=ugly * 500), username_template=ugly * 200),) * 500
    data = write_server_report(complete(replace(REPORT, services=tuple(services), hosts=facts, claims=claims)))
    read_server_report(data)


@pytest.mark.parametrize("number", [10**30, -(10**30), 10**400])
def test_a_number_beyond_all_counting_is_none(number):
    body = json.loads(write_server_report(ServerReport(REPORT)))
    body["duration_ms"] = number
    with pytest.raises(DocumentError) as caught:
        read_server_report(json.dumps(body).encode())
    assert caught.value.problem is Problem.NOT_A_NUMBER


@pytest.mark.parametrize("sign", ["\u200b", "\u200f", "\u2060", "\ufeff", "\U000e0041", "\u202e"])
def test_what_nobody_can_see_is_refused(sign):
    report = replace(REPORT, services=(replace(IMAP, greeting=f"* OK {sign}ready"),))
    with pytest.raises(DocumentError) as caught:
        read_server_report(write_server_report(ServerReport(report)))
    assert caught.value.problem is Problem.UNSAFE_TEXT
