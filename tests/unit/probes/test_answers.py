"""What a source says in several parts becomes one check."""

from datetime import UTC, datetime

import pytest

from probes.answers import Answers
from probes.codes import Protocol, Reason, Source, SourceNote, Status, Trust
from probes.discovery.values import Discovered
from probes.errors import DnsFailedError
from probes.results import Claim, Evidence, SourceCheck

AT = datetime(2026, 11, 23, tzinfo=UTC)
STEP, LATER = Evidence(AT, url="https://firma.ch/x", status="refused"), Evidence(AT, url="https://firma.ch/y")


def claim(host):
    return Claim(Source.MX_PROVIDER, Protocol.IMAP, host, Trust.NEEDS_CONSENT, STEP)


def taken(*parts, source=Source.MX_PROVIDER):
    answers = Answers()
    for part in parts:
        answers.take(source, part)
    return answers


@pytest.mark.parametrize(("failed", "status"), [(True, Status.FAILED), (False, Status.COMPLETED)])
def test_a_source_that_failed_keeps_its_steps(failed, status):
    answers = taken(Discovered(failed=failed, reason=Reason.REFUSED, evidence=(STEP,)), source=Source.PACC)
    assert answers.checks == (SourceCheck(Source.PACC, status, 0, Reason.REFUSED, (), (STEP,)),)


def test_two_parts_add_up():
    first = Discovered(claims=(claim("a.ch"),), notes=(SourceNote.REDIRECTED,), evidence=(STEP,))
    second = Discovered(
        claims=(claim("b.ch"),), notes=(SourceNote.REDIRECTED, SourceNote.POP3_FIRST), evidence=(LATER,)
    )
    answers = taken(first, second)
    assert [each.host for each in answers.claims] == ["a.ch", "b.ch"]
    (check,) = answers.checks
    assert (check.status, check.claims, check.evidence) == (Status.COMPLETED, 2, (STEP, LATER))
    assert check.notes == (SourceNote.REDIRECTED, SourceNote.POP3_FIRST)


def test_a_later_part_that_fails_leaves_what_the_first_said():
    answers = taken(Discovered(claims=(claim("a.ch"),), evidence=(STEP,)), DnsFailedError())
    (check,) = answers.checks
    assert (check.status, check.claims, check.reason) == (Status.COMPLETED, 1, Reason.DNS_FAILED)


def test_a_domain_that_does_not_exist_has_no_mail():
    assert taken(Discovered(failed=True, reason=Reason.NAME_NOT_FOUND)).no_mail
    assert not taken(Discovered(failed=True, reason=Reason.DNS_FAILED)).no_mail
