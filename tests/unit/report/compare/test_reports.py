"""Comparing two reports: every change of a fact is told, nothing that differs by chance is."""

import dataclasses
import json
import typing
from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.report.compare.reports import compare, comparison
from advisor.report.compare.values import RULES, Change, ChangeCode, DifferentDomainsError, Weight
from advisor.report.documents.comparison import write_comparison
from advisor.report.documents.server_report import read_server_report, write_server_report
from advisor.report.server_report import complete
from probes.codes import Source
from probes.results import ProbeReport
from tests.made_up.whole_report import HOST, IMAP, OTHER, REPORT, all_fields, mutations
from tests.unit.report.documents.test_round_trip import values_of

FEW = settings(max_examples=40, deadline=None)
CHANCE = {  # what may differ without anything having changed
    "ProbeReport.started_at", "ProbeReport.duration_ms", "ProbeReport.vantage",
    "Timings.dns", "Timings.connect", "Timings.tls", "Timings.greeting", "Timings.capability",
    "Evidence.at", "Evidence.status", "Evidence.sha256",
    "Certificate.days_left", "Tls.cipher", "Service.words", "Provider.checked",
}  # fmt: skip
TOLD_ELSEWHERE = {  # what follows from other fields, or is ours: it need not be told a second time
    "Service.greeting", "Service.claimed_by", "SourceCheck.claims", "Claim.tolerated", "Claim.evidence",
    "Evidence.url", "Evidence.record", "Evidence.dnssec", "SourceCheck.evidence",
    "Certificate.trusted", "Certificate.name_matches", "Certificate.problem",
    "Service.versions", "VersionCheck.reason",
}  # fmt: skip
PARTS = {  # values with fields of their own, of which there is always one
    "ProbeReport.offers", "Service.tls", "Service.timings_ms", "Service.capabilities", "Tls.certificate",
    "ProbeReport.preference", "ProbeReport.provider",
}  # fmt: skip
OPPOSITES = {
    code: ChangeCode(code.replace(one, other))
    for one, other in (("added", "removed"), ("appeared", "disappeared"), ("started", "stopped"))
    for code in ChangeCode
    if one in code and code.replace(one, other) in set(ChangeCode)
}
OPPOSITES |= {
    ChangeCode.DOMAIN_GONE: ChangeCode.DOMAIN_FOUND,
    ChangeCode.TLSA_MATCHES: ChangeCode.TLSA_BROKEN,
    ChangeCode.SETTINGS_PROVEN: ChangeCode.SETTINGS_UNPROVEN,
    **{code: ChangeCode(code.replace("_tested", "_untested")) for code in ChangeCode if code.endswith("_tested")},
}
OPPOSITES |= {other: one for one, other in OPPOSITES.items()}


def fields_of(kind: object) -> set[str]:
    """Every ``Class.field`` that a value of this type can have."""
    if dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        own = {f"{kind.__name__}.{name}" for name in hints}
        return own.union(*(fields_of(hint) for hint in hints.values()))
    return set().union(*map(fields_of, typing.get_args(kind)))


def test_every_field_of_a_report_is_compared_or_left_out_on_purpose() -> None:
    assert fields_of(ProbeReport) - all_fields() - TOLD_ELSEWHERE - PARTS == set()
    assert fields_of(ProbeReport) >= CHANCE | TOLD_ELSEWHERE


def codes(changes: tuple[Change, ...]) -> set[ChangeCode]:
    return {change.code for change in changes}


def port_changes(changes: tuple[Change, ...]) -> Counter[tuple[ChangeCode, str]]:
    return Counter((each.code, each.subject) for each in changes if "finding" not in each.code)


def mirrored(changes: tuple[Change, ...]) -> Counter[tuple[ChangeCode, str]]:
    return Counter((OPPOSITES.get(code, code), subject) for code, subject in port_changes(changes).elements())


@pytest.mark.parametrize("field", sorted(all_fields()))
def test_a_change_of_this_field_is_told_unless_it_is_chance(field: str) -> None:
    found = [
        compare(REPORT, each.report)
        for each in mutations()
        if each.field == field and each.report.domain == REPORT.domain
    ]
    if field in CHANCE:
        assert not any(found)
    elif field not in TOLD_ELSEWHERE and field != "ProbeReport.domain":
        assert any(found)


def test_every_way_of_changing_the_report_is_mirrored() -> None:
    for mutation in mutations():
        if mutation.report.domain == REPORT.domain:
            there, back = compare(REPORT, mutation.report), compare(mutation.report, REPORT)
            assert bool(there) == bool(back), mutation.field
            assert mirrored(there) == port_changes(back), mutation.field


@FEW
@given(values_of(ProbeReport))
def test_a_report_does_not_differ_from_itself(report: ProbeReport) -> None:
    assert compare(report, report) == ()


@FEW
@given(values_of(ProbeReport), values_of(ProbeReport))
def test_any_two_reports_differ_there_and_back(one: ProbeReport, other: ProbeReport) -> None:
    other = replace(other, domain=one.domain)
    assert mirrored(compare(one, other)) == port_changes(compare(other, one))


@FEW
@given(values_of(ProbeReport), st.randoms(use_true_random=False), st.integers(1, 400))
def test_another_order_and_another_day_are_no_change(report: ProbeReport, random, days: int) -> None:
    shuffled = replace(
        report,
        started_at=report.started_at + timedelta(days=days),
        duration_ms=report.duration_ms + days,
        mail_exchangers=tuple(random.sample(report.mail_exchangers, len(report.mail_exchangers)))
        if len({each.host for each in report.mail_exchangers}) == len(report.mail_exchangers)
        else report.mail_exchangers,
        services=tuple(
            replace(
                each,
                greeting=f"+OK <{days}@host>",
                capabilities=replace(
                    each.capabilities,
                    after_tls=each.capabilities.after_tls
                    and tuple(random.sample(each.capabilities.after_tls, len(each.capabilities.after_tls))),
                ),
            )
            for each in report.services
        ),
    )
    differences = compare(report, shuffled)
    assert [each for each in differences if "finding" not in each.code and "settings" not in each.code] == []


def test_the_order_of_methods_and_letter_case_are_no_change() -> None:
    pop3 = REPORT.services[2]
    other = replace(pop3, capabilities=replace(pop3.capabilities, after_tls=("sasl LOGIN PLAIN", "UIDL")))
    assert compare(REPORT, replace(REPORT, services=(*REPORT.services[:2], other))) == ()


def test_reports_of_two_domains_are_refused() -> None:
    with pytest.raises(DifferentDomainsError, match=r"firma\.example and andere\.example"):
        compare(REPORT, replace(REPORT, domain="andere.example"))


def test_the_earlier_report_is_the_old_one_whatever_the_order() -> None:
    later = replace(REPORT, started_at=REPORT.started_at + timedelta(days=30), services=(IMAP,))
    assert comparison(REPORT, later) == comparison(later, REPORT)
    assert ChangeCode.SERVER_REMOVED in codes(comparison(later, REPORT).changes)


def test_what_needs_action_comes_first() -> None:
    for mutation in mutations():
        if mutation.report.domain == REPORT.domain:
            weights = [list(Weight).index(each.severity) for each in compare(REPORT, mutation.report)]
            assert weights == sorted(weights)


def test_the_document_names_domain_times_and_changes() -> None:
    later = replace(REPORT, started_at=REPORT.started_at + timedelta(days=30), provider=None)
    document = json.loads(write_comparison(comparison(REPORT, later)))
    assert document["schema"] == "mailweiche.comparison/1"
    assert (document["domain"], document["old_at"][:10], document["new_at"][:10]) == (
        "firma.example",
        "2026-10-24",
        "2026-11-23",
    )
    assert document["rules"] == RULES
    told = next(each for each in document["changes"] if each["code"] == "provider_changed")
    assert told == {
        "code": "provider_changed",
        "severity": "needs_action",
        "subject": "provider",
        "params": {"old_provider": "hostpoint", "new_provider": ""},
    }


NEWER_MEMBERS = {
    "report": ("hosts",),
    "sources": ("notes", "evidence"),
    "services": ("words", "second_family", "versions"),
    "certificate": ("key", "chain", "sha256", "spki_sha256"),
    "evidence": ("dnssec",),
    "mail_exchangers": ("dnssec",),
}


def as_first_release(report: ProbeReport) -> bytes:
    """The document as it was written before there were these members."""
    document = json.loads(write_server_report(complete(report)))
    for member in NEWER_MEMBERS["report"]:
        del document[member]
    for part in ("sources", "services", "mail_exchangers"):
        for each in document[part]:
            for member in NEWER_MEMBERS[part]:
                del each[member]
    for each in document["claims"]:
        del each["evidence"]["dnssec"]
    for each in document["services"]:
        if each["tls"] and each["tls"]["certificate"]:
            for member in NEWER_MEMBERS["certificate"]:
                del each["tls"]["certificate"][member]
    document["findings"] = []
    return json.dumps(document).encode()


def test_a_report_of_the_first_release_is_read_and_what_it_did_not_measure_is_no_change() -> None:
    old = read_server_report(as_first_release(REPORT)).report
    assert old.hosts == ()
    assert [each for each in compare(old, REPORT) if "finding" not in each.code] == []


def test_sources_that_an_older_release_did_not_ask_are_no_news_while_they_are_silent() -> None:
    asked = tuple(each for each in REPORT.sources if each.source is not Source.AUTOCONFIG_HTTPS)
    changes = compare(replace(REPORT, sources=asked), REPORT)
    assert [each for each in changes if "finding" not in each.code] == []


def test_hosts_are_named() -> None:
    assert {each.subject for each in compare(REPORT, replace(REPORT, services=(IMAP,)))} >= {OTHER}
    assert HOST not in {each.subject for each in compare(REPORT, replace(REPORT, services=(IMAP,)))}
