"""Every code is found where it is so, and not where it nearly is; and what is found can be told in both languages."""

import re
from datetime import timedelta

import pytest

from advisor.findings.codes import FindingCode
from advisor.findings.derive import findings_of
from advisor.findings.outcome import Fixer
from advisor.findings.table import TABLE, outcome
from advisor.findings.values import Finding, Severity
from advisor.report.documents.server_report import read_server_report, write_server_report
from advisor.report.server.findings_fields import fields_of
from advisor.report.server.view import server_view
from advisor.report.server_report import complete
from advisor.text import Language
from probes.codes import Reason
from probes.results import ProbeReport, Tls
from tests.made_up.small_reports import NOW, certificate, claim, report, service
from tests.unit.findings import cases_published, cases_servers

CASES = {**cases_servers.CASES, **cases_published.CASES}


def found(seen: ProbeReport, code: FindingCode) -> list[Finding]:
    return [each for each in findings_of(seen) if each.code == code]


def test_there_is_a_case_for_every_code() -> None:
    assert set(CASES) == set(FindingCode)


@pytest.mark.parametrize("code", FindingCode)
def test_code_is_found_where_it_is_so_and_not_where_it_nearly_is(code) -> None:
    shows, nearly = CASES[code]
    assert len(found(shows, code)) == 1
    assert found(nearly, code) == []


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("code", FindingCode)
def test_what_is_found_can_be_told(code, language) -> None:
    (finding,) = found(CASES[code][0], code)
    row, fields = outcome(code), fields_of(finding, language)
    texts = [row.meaning, row.action, *((row.letter.saw, row.letter.ask) if row.letter else ())]
    for text in texts:
        said = text.into(language, **fields)
        assert "{" not in said
        assert not re.search(r"\bNone\b(?! of)", said)
        assert "  " not in said


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("code", FindingCode)
def test_every_case_has_a_page_and_every_provider_a_letter(code, language) -> None:
    view = server_view(complete(CASES[code][0]), language, "Muster AG")
    shown = [*view.findings.now, *view.findings.later]
    assert "{" not in repr(view)
    for each in shown:
        row = TABLE[each.code]
        assert bool(each.letter) is (row.fixer is Fixer.PROVIDER)
        assert bool(each.fixer) is (row.fixer is not Fixer.NOBODY)
        if each.letter:
            assert each.letter.text.endswith("\nMuster AG")
            assert "firma.ch" in each.letter.text


@pytest.mark.parametrize("code", FindingCode)
def test_findings_stand_in_the_document_and_are_read_back(code) -> None:
    stored = complete(CASES[code][0])
    assert code in {each.code for each in stored.findings}
    assert read_server_report(write_server_report(stored)).findings == stored.findings


def test_a_server_without_fault_has_no_findings() -> None:
    assert findings_of(report([claim()], [service()])) == ()


@pytest.mark.parametrize(
    ("days", "severity"), [(21, Severity.WARNING), (8, Severity.WARNING), (7, Severity.FAILED), (0, Severity.FAILED)]
)
def test_a_certificate_in_its_last_week_is_a_fault(days, severity) -> None:
    (finding,) = found(cases_servers.ends_in(days), FindingCode.CERTIFICATE_EXPIRES_SOON)
    assert finding.severity is severity
    assert dict(finding.params)["days"] == days


@pytest.mark.parametrize(
    ("lifetime", "left", "severity"),
    [
        (90, 22, None),
        (45, 15, None),  # renewed at about this time
        (45, 11, Severity.WARNING),
        (45, 3, Severity.FAILED),
        (6, 3, None),
        (6, 1, Severity.WARNING),
        (6, 0, Severity.FAILED),
    ],
)
def test_a_certificate_that_is_made_for_a_short_time_is_measured_by_that(lifetime, left, severity) -> None:
    ends = NOW + timedelta(days=left, hours=6)
    short = certificate(not_before=ends - timedelta(days=lifetime), not_after=ends, days_left=left)
    seen = report([claim()], [service(tls=Tls("TLSv1.3", "AES", short))])
    assert [each.severity for each in found(seen, FindingCode.CERTIFICATE_EXPIRES_SOON)] == [severity] * bool(severity)


@pytest.mark.parametrize("reason", Reason)
def test_how_an_attempt_ended_is_a_finding(reason) -> None:
    findings = findings_of(report([claim()], [service(reason=reason)]))
    assert reason.value in {each.code for each in findings}
    assert {each.subject for each in findings if each.code == reason} == {"imap:mail.firma.ch:993"}


@pytest.mark.parametrize("code", FindingCode)
def test_findings_have_the_severity_of_the_table_or_a_worse_one(code) -> None:
    for finding in found(CASES[code][0], code):
        assert finding.severity in (outcome(code).severity, Severity.FAILED)
