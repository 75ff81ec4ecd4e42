"""Details of single rules: what counts before encryption, which key is weak, what is no fault."""

import pytest

from advisor.findings.codes import FindingCode
from advisor.findings.derive import findings_of
from advisor.findings.rules.certificates import is_weak
from advisor.findings.values import Severity
from probes.codes import Protocol, Reason, Security, Source, SourceNote, Status, TlsVersion
from probes.results import Capabilities, MailExchanger, Provider, SourceCheck, VersionCheck
from tests.made_up.small_reports import claim, failed, report, service
from tests.unit.findings.found import codes, params

IMAP, POP3, SUBMISSION = Protocol.IMAP, Protocol.POP3, Protocol.SUBMISSION


@pytest.mark.parametrize(
    ("protocol", "tokens", "offered"),
    [
        (IMAP, ("IMAP4rev1", "STARTTLS"), True),
        (IMAP, ("imap4rev1", "starttls", "LoginDisabled"), False),
        (IMAP, (), False),
        (POP3, ("TOP", "USER", "STLS"), True),
        (POP3, ("TOP", "SASL PLAIN LOGIN"), True),
        (POP3, ("TOP", "SASL", "STLS"), False),
        (POP3, ("SASL SCRAM-SHA-256 CRAM-MD5",), False),
        (POP3, ("STLS", "USERNAMES", "UTF8 USER"), False),
        (SUBMISSION, ("STARTTLS", "AUTH PLAIN LOGIN"), True),
        (SUBMISSION, ("STARTTLS", "AUTH=LOGIN"), True),
        (SUBMISSION, ("STARTTLS", "AUTH CRAM-MD5"), False),
        (SUBMISSION, ("STARTTLS", "SIZE 20480000"), False),
        (Protocol.MANAGESIEVE, ('"SASL" "PLAIN LOGIN"', '"STARTTLS"'), True),
        (Protocol.MANAGESIEVE, ('"SASL" ""', '"STARTTLS"'), False),
    ],
)
def test_a_readable_sign_in_before_encryption(protocol, tokens, offered) -> None:
    seen = service(protocol=protocol, security=Security.STARTTLS, capabilities=Capabilities(before_tls=tokens))
    assert (FindingCode.CLEARTEXT_LOGIN_OFFERED in codes(report([claim()], [seen]))) is offered


def test_what_is_offered_within_encryption_from_the_start_is_no_fault() -> None:
    seen = service(capabilities=Capabilities(after_tls=("IMAP4rev1", "AUTH=PLAIN")))
    assert codes(report([claim()], [seen])) == set()


@pytest.mark.parametrize(
    ("protocol", "tokens", "closed"),
    [
        (IMAP, ("IMAP4rev1", "loginDisabled"), True),
        (IMAP, ("IMAP4rev1", "LOGINDISABLED", "AUTH=X-OWN"), False),
        (IMAP, ("IMAP4rev1",), False),
        (POP3, ("TOP", "UIDL"), True),
        (POP3, ("TOP", "UIDL", "SASL"), True),
        (POP3, ("TOP", "UIDL", "SASL NTLM"), False),
        (POP3, ("USER",), False),
        (POP3, (), False),
        (SUBMISSION, (), True),
        (SUBMISSION, ("SIZE 20480000", "8BITMIME"), True),
        (SUBMISSION, ("AUTH",), True),
        (SUBMISSION, ("auth plain",), False),
        (SUBMISSION, ("AUTH=LOGIN",), False),
        (SUBMISSION, None, False),
        (Protocol.MANAGESIEVE, ("SIEVE fileinto",), True),
        (Protocol.MANAGESIEVE, ("SIEVE fileinto", "SASL"), True),
        (Protocol.MANAGESIEVE, ("SIEVE fileinto", "sasl plain"), False),
        (Protocol.MANAGESIEVE, ("SASL X-OWN",), False),
        (Protocol.MANAGESIEVE, (), False),
        (Protocol.MANAGESIEVE, None, False),
    ],
)
def test_where_nobody_can_sign_in(protocol, tokens, closed) -> None:
    seen = report([claim()], [service(protocol=protocol, capabilities=Capabilities(after_tls=tokens))])
    assert (FindingCode.NO_SIGN_IN_OFFERED in codes(seen)) is closed


def test_who_offers_apop_alone_has_a_finding_of_its_own() -> None:
    seen = service(
        protocol=POP3, capabilities=Capabilities(after_tls=("UIDL",)), greeting="+OK <1896.697@mail.firma.ch>"
    )
    found = codes(report([claim()], [seen]))
    assert FindingCode.APOP_ONLY in found
    assert FindingCode.NO_SIGN_IN_OFFERED not in found


def test_what_was_listed_before_encryption_is_no_word_on_signing_in() -> None:
    lists = Capabilities(before_tls=("STARTTLS", "LOGINDISABLED"), after_tls=("AUTH=PLAIN",))
    seen = service(security=Security.STARTTLS, capabilities=lists)
    assert FindingCode.NO_SIGN_IN_OFFERED not in codes(report([claim()], [seen]))


@pytest.mark.parametrize("reason", [Reason.FILTERED, Reason.TIMED_OUT, Reason.RATE_LIMITED, Reason.TLS_TIMEOUT])
def test_a_port_that_could_not_be_tested_may_be_the_encrypted_one(reason) -> None:
    """Nobody is told, and no provider is written, that there is no encryption at all."""
    plain = failed(Reason.STARTTLS_NOT_OFFERED, port=143, security=Security.STARTTLS)
    found = codes(report([claim()], [plain, failed(reason)]))
    assert "starttls_not_offered" in found
    assert FindingCode.CLEARTEXT_ONLY not in found
    assert FindingCode.CLEARTEXT_ONLY in codes(report([claim()], [plain, failed(Reason.REFUSED)]))


def test_a_server_without_any_encryption_is_told_once_as_such() -> None:
    seen = failed(
        Reason.STARTTLS_NOT_OFFERED,
        port=143,
        security=Security.STARTTLS,
        capabilities=Capabilities(before_tls=("IMAP4rev1",)),
    )
    assert codes(report([claim()], [seen])) == {"cleartext_only", "starttls_not_offered"}


@pytest.mark.parametrize(
    ("key", "weak"),
    [
        ("RSA 1024", True),
        ("RSA 2047", True),
        ("RSA 2048", False),
        ("RSA 4096", False),
        ("EC 192", True),
        ("EC 256", False),
        ("Ed25519", False),
        ("DSA", True),
        ("RSA 2048, SHA-1", True),
        ("RSA 2048, SHA1", True),
        ("RSA 2048, SHA-256", False),
        ("", False),
    ],
)
def test_which_keys_are_weak(key, weak) -> None:
    assert is_weak(key) is weak


def test_a_server_that_knows_only_old_encryption_is_not_told_that_it_also_takes_it() -> None:
    old = (VersionCheck(TlsVersion.TLS_1_0, accepted=True), VersionCheck(TlsVersion.TLS_1_3, accepted=False))
    assert codes(report([claim()], [failed(Reason.TLS_VERSION, versions=old)])) == {"tls_version"}


def test_submission_on_587_alone_is_fine() -> None:
    on_587 = service(port=587, protocol=SUBMISSION, security=Security.STARTTLS)
    assert codes(report([claim()], [on_587, failed(port=465, protocol=SUBMISSION)])) == {"refused"}


def test_outlook_is_right_to_go_to_microsoft_where_the_mail_is_there() -> None:
    told = SourceCheck(Source.AUTODISCOVER_V2, Status.COMPLETED, notes=(SourceNote.EXCHANGE,))
    there = report([claim()], [service()], sources=(told,), provider=Provider("microsoft365", (), "2026-11-23"))
    hosted = report([claim(host="outlook.office365.com")], [service(host="outlook.office365.com")], sources=(told,))
    nothing = report([claim()], [failed()], sources=(told,))
    for seen in (there, hosted, nothing):
        assert FindingCode.EXCHANGE_SEEN not in codes(seen)


def test_a_guessed_name_that_does_not_answer_is_idle_where_the_service_answers_elsewhere() -> None:
    guessed = failed(Reason.FILTERED, host="imap.firma.ch", claimed_by=(Source.GUESS,))
    assert FindingCode.UNTESTED_FROM_HERE not in codes(report([claim()], [service(), guessed]))
    assert FindingCode.UNTESTED_FROM_HERE in codes(report([claim()], [guessed]))


def test_a_domain_without_mail_has_no_unknown_service() -> None:
    assert codes(report([], [], mail_exchangers=(MailExchanger(".", 0),))) == set()
    own = (MailExchanger("firma.ch", 10), MailExchanger("mx.backup.example", 20))
    assert codes(report([], [], mail_exchangers=own)) == set()


def test_a_measured_list_counts_more_than_what_was_seen_before_signing_in() -> None:
    shown = Capabilities(after_tls=("TOP", "USER"), after_login=("TOP", "UIDL", "USER"))
    seen = service(port=995, protocol=POP3, capabilities=shown)
    assert FindingCode.MISSING_UIDL not in codes(report([claim(protocol=POP3)], [seen]))


@pytest.mark.parametrize("source", [Source.AUTOCONFIG_HTTPS, Source.AUTODISCOVER])
def test_who_fills_in_the_user_name_for_whom_we_asked_has_made_no_mistake(source) -> None:
    seen = report([claim(source, tolerated=("placeholder_filled_in",))], [service()])
    assert FindingCode.PLACEHOLDER_BROKEN not in codes(seen)


def test_nothing_is_found_twice() -> None:
    twice = [claim(Source.AUTOCONFIG_HTTPS, tolerated=("placeholder_unclosed",))] * 2
    findings = findings_of(report(twice, [service()]))
    assert [each.code for each in findings] == [FindingCode.PLACEHOLDER_BROKEN]


@pytest.mark.parametrize(("line", "days"), [("EXPIRE 30", 30), ("EXPIRE30", 30), ("EXPIRE7 USER", 7)])
def test_deletion_after_days_is_heard_even_without_the_space(line, days) -> None:
    tokens = Capabilities(after_tls=("UIDL", "USER", line))
    seen = report([claim()], [service(port=995, protocol=POP3, capabilities=tokens)])
    assert params(seen, FindingCode.EXPIRE_DESTROYS_COPY) == {"days": days}


@pytest.mark.parametrize(("protocol", "severity"), [(Protocol.MANAGESIEVE, Severity.WARNING), (POP3, Severity.FAILED)])
def test_mail_goes_on_where_nobody_can_change_its_rules(protocol, severity) -> None:
    seen = report([claim()], [service(protocol=protocol, capabilities=Capabilities(after_tls=("X",)))])
    assert [each.severity for each in findings_of(seen) if each.code == "no_sign_in_offered"] == [severity]


def test_a_settings_file_that_comes_under_a_wrong_label_is_found_once() -> None:
    """Thunderbird goes by the label. Where no server could be read, another finding tells what is there."""
    typed = SourceCheck(Source.AUTOCONFIG_HTTPS, Status.COMPLETED, notes=(SourceNote.WRONG_CONTENT_TYPE,))
    named = [claim(Source.AUTOCONFIG_HTTPS), claim(Source.AUTOCONFIG_HTTPS, port=143)]
    seen = report(named, [service()], sources=(typed,))
    assert [each.code for each in findings_of(seen)].count(FindingCode.AUTOCONFIG_WORDS) == 1
    assert FindingCode.AUTOCONFIG_WORDS not in codes(report(named, [service()]))
    assert FindingCode.AUTOCONFIG_WORDS not in codes(report([claim()], [service()], sources=(typed,)))
