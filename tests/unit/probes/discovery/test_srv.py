"""SRV records: published servers and the domain's own preference."""

from dataclasses import replace

import pytest

from probes.codes import Protocol, Reason, Security, Source, SourceNote, Tolerated, Trust
from probes.discovery import srv
from probes.resolver import SrvRecord


def publish(dns, label, *records):
    dns.srv_records[f"{label}._tcp.firma.ch"] = tuple(SrvRecord(*record) for record in records)


def test_labels_ports_and_trust(dns, tools):
    publish(dns, "_imaps", (0, 1, 993, "mail.firma.ch"))
    publish(dns, "_imap", (10, 1, 143, "imap.hoster.example"))
    publish(dns, "_submission", (0, 1, 465, "mail.firma.ch"), (5, 1, 587, "mail.firma.ch"))
    claims = srv.discover("firma.ch", tools).claims
    assert [(each.protocol, each.host, each.port, each.security, each.trust) for each in claims] == [
        (Protocol.IMAP, "mail.firma.ch", 993, Security.TLS, Trust.TRUSTED),
        (Protocol.IMAP, "imap.hoster.example", 143, Security.STARTTLS, Trust.NEEDS_CONSENT),
        (Protocol.SUBMISSION, "mail.firma.ch", 465, Security.TLS, Trust.TRUSTED),
        (Protocol.SUBMISSION, "mail.firma.ch", 587, Security.STARTTLS, Trust.TRUSTED),
    ]
    assert claims[2].tolerated == ("submission_label_with_tls_port",)
    assert claims[0].evidence.record == "_imaps._tcp.firma.ch. SRV 0 1 993 mail.firma.ch"
    assert all(each.source is Source.SRV for each in claims)


def test_a_target_of_a_single_dot_is_a_claim_of_its_own(dns, tools):
    publish(dns, "_pop3s", (0, 0, 0, "."))
    (claim,) = srv.discover("firma.ch", tools).claims
    assert (claim.host, claim.port) == (".", None)


@pytest.mark.parametrize("record", [(0, 0, 0, "mail.firma.ch"), (0, 0, 993, "127.0.0.1"), (0, 0, 993, "a b.ch")])
def test_a_record_that_leads_nobody_anywhere_is_told_but_makes_no_claim(dns, tools, record):
    publish(dns, "_imaps", record, (5, 0, 993, "mail2.firma.ch"))
    found = srv.discover("firma.ch", tools)
    assert [claim.host for claim in found.claims] == ["mail2.firma.ch"]
    assert (found.notes, found.reason) == ((SourceNote.SERVER_UNUSABLE,), None)


def test_what_is_off_on_purpose_is_no_fault(dns, tools):
    publish(dns, "_pop3s", (0, 0, 0, "."))
    assert srv.discover("firma.ch", tools).notes == ()


def test_records_that_were_cut_off_are_told(dns, tools, monkeypatch):
    publish(dns, "_imaps", (0, 1, 993, "mail.firma.ch"))
    whole = dns.srv
    monkeypatch.setattr(dns, "srv", lambda name, deadline: replace(whole(name, deadline), cut="_imaps" in name))
    assert srv.discover("firma.ch", tools).notes == (SourceNote.MORE_THAN_READ,)


@pytest.mark.parametrize(
    ("imap", "pop3", "preferred"),
    [
        ([(0, "a")], [(10, "a")], Protocol.IMAP),
        ([(10, "a")], [(0, "a")], Protocol.POP3),
        ([(5, "a")], [(5, "a")], None),
        ([(0, "a")], [], None),
        ([(0, "a")], [(10, ".")], None),
        ([(20, "a"), (1, "b")], [(10, "a")], Protocol.IMAP),
    ],
)
def test_the_lower_priority_is_the_wish_of_the_domain(imap, pop3, preferred):
    answers = [(Protocol.IMAP, SrvRecord(priority, 0, 993, target)) for priority, target in imap]
    answers += [(Protocol.POP3, SrvRecord(priority, 0, 995, target)) for priority, target in pop3]
    found = srv.preference(tuple(answers))
    assert (found and found.protocol) == preferred


def test_some_unanswered_questions_are_no_failure_but_all_are(dns, tools):
    publish(dns, "_imaps", (0, 1, 993, "mail.firma.ch"))
    dns.broken = {"_pop3._tcp.firma.ch"}
    found = srv.discover("firma.ch", tools)
    assert (len(found.claims), found.reason) == (1, Reason.DNS_FAILED)
    dns.broken = {"*"}
    found = srv.discover("firma.ch", tools)
    assert (found.claims, found.reason, found.failed) == ((), Reason.DNS_FAILED, True)


def test_a_validated_answer_makes_a_foreign_target_trusted(dns, tools):
    publish(dns, "_imaps", (0, 1, 993, "imap.hoster.example"))
    dns.signed = {"_imaps._tcp.firma.ch"}
    (claim,) = srv.discover("firma.ch", tools).claims
    assert (claim.trust, claim.evidence.dnssec) == (Trust.TRUSTED, True)


def test_a_target_that_is_an_alias_is_followed_and_told(dns, tools):
    publish(dns, "_imaps", (0, 1, 993, "mail.firma.ch"), (5, 1, 993, "real.firma.ch"))
    dns.aliases = {"mail.firma.ch": ("a.hoster.example",), "a.hoster.example": ("b.hoster.example",)}
    found = srv.discover("firma.ch", tools)
    assert [each.tolerated for each in found.claims] == [(Tolerated.TARGET_IS_CNAME,), ()]
    assert [each.host for each in found.claims] == ["mail.firma.ch", "real.firma.ch"]
    assert found.notes == (SourceNote.TARGET_IS_CNAME,)
    assert [each.record for each in found.evidence[-2:]] == [
        "mail.firma.ch. CNAME a.hoster.example", "a.hoster.example. CNAME b.hoster.example",
    ]  # fmt: skip


def test_every_target_is_looked_at_and_more_than_anybody_has_are_told(dns, tools):
    labels = ("_imaps", "_imap")
    for label in labels:
        publish(dns, label, *((number, 1, 993, f"{label[1:]}{number}.firma.ch") for number in range(16)))
    dns.aliases = {"imap15.firma.ch": ("real.firma.ch",)}
    found = srv.discover("firma.ch", tools)
    assert [each.host for each in found.claims if each.tolerated] == ["imap15.firma.ch"]
    assert found.notes == (SourceNote.TARGET_IS_CNAME,)
    publish(dns, "_pop3s", (0, 1, 995, "one.more.firma.ch"))
    assert SourceNote.MORE_THAN_READ in srv.discover("firma.ch", tools).notes


def test_aliases_in_a_circle_end(dns, tools):
    publish(dns, "_imaps", (0, 1, 993, "mail.firma.ch"))
    dns.aliases = {"mail.firma.ch": ("a.firma.ch",), "a.firma.ch": ("mail.firma.ch",)}
    assert len(srv.discover("firma.ch", tools).claims) == 1
    assert len(dns.asked) < 20


def test_filter_rules_are_a_service_too(dns, tools):
    publish(dns, "_sieve", (0, 1, 4190, "mail.firma.ch"))
    (claim,) = srv.discover("firma.ch", tools).claims
    assert (claim.protocol, claim.port, claim.security) == (Protocol.MANAGESIEVE, 4190, Security.STARTTLS)


def test_every_question_is_a_step_also_where_nothing_is(dns, tools):
    publish(dns, "_imaps", (0, 1, 993, "mail.firma.ch"), (1, 1, 993, "mail2.firma.ch"))
    steps = srv.discover("firma.ch", tools).evidence
    assert len(steps) == 8
    assert {step.status for step in steps} == {None, "no_record"}
    assert {step.dnssec for step in steps} == {False}
