"""Which claim wins, and what never does."""

import pytest

from advisor.settings.candidates import is_proven
from advisor.settings.codes import Alternative
from advisor.settings.selection import Standing, company_settings, select, service_settings
from probes.codes import Authentication, Offer, Protocol, Reason, Security, Source, Status, Trust, UsernameForm
from probes.results import Capabilities, MailExchanger, Offers, Provider, Tls
from tests.made_up.small_reports import NOW, certificate, claim, failed, report, service

CLOSED = Capabilities(after_tls=("IMAP4rev1", "LOGINDISABLED"))


def chosen(claims, services, **changes):
    return select(report(claims, services, **changes), Protocol.IMAP)


def test_a_proven_server_carries_proof_time_source_and_trust():
    found = chosen([claim()], [service()])
    assert found.standing is Standing.PROVEN
    assert found.settings.proven
    assert (found.settings.host, found.settings.port, found.settings.security) == ("mail.firma.ch", 993, Security.TLS)
    assert found.settings.checked_at == NOW
    assert (found.settings.source, found.settings.trust) == (Source.SRV, Trust.TRUSTED)


def test_implicit_tls_comes_before_starttls_even_where_the_claim_names_the_other():
    found = chosen(
        [claim(port=143, security=Security.STARTTLS)],
        [service(port=143, security=Security.STARTTLS), service()],
    )
    assert found.settings.port == 993


def test_starttls_is_taken_where_it_is_all_there_is():
    found = chosen([claim()], [failed(), service(port=143, security=Security.STARTTLS)])
    assert (found.settings.port, found.settings.security) == (143, Security.STARTTLS)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (Source.MANUAL, Source.AUTOCONFIG_HTTPS),
        (Source.PACC, Source.AUTOCONFIG_HTTPS),
        (Source.AUTOCONFIG_HTTPS, Source.SRV),
        (Source.SRV, Source.ISPDB),
        (Source.ISPDB, Source.AUTODISCOVER),
        (Source.AUTODISCOVER, Source.MX_PROVIDER),
        (Source.MX_PROVIDER, Source.AUTOCONFIG_HTTP),
        (Source.AUTOCONFIG_HTTP, Source.GUESS),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_rank_decides_among_equals(better, worse, turned):
    claims = [claim(better, host="good.firma.ch"), claim(worse, host="other.firma.ch")]
    services = [service(host="good.firma.ch"), service(host="other.firma.ch")]
    found = chosen(claims[::-1] if turned else claims, services)
    assert found.settings.host == "good.firma.ch"


def test_trust_comes_before_rank():
    claims = [
        claim(Source.AUTOCONFIG_HTTPS, host="foreign.example", trust=Trust.NEEDS_CONSENT),
        claim(Source.ISPDB, host="mail.firma.ch"),
    ]
    found = chosen(claims, [service(host="foreign.example"), service()])
    assert found.settings.host == "mail.firma.ch"


def test_proof_comes_before_trust_and_consent_stays_marked():
    claims = [claim(Source.AUTOCONFIG_HTTPS), claim(Source.GUESS, host="imap.firma.ch", trust=Trust.NEEDS_CONSENT)]
    wrong_name = service(tls=Tls("TLSv1.3", "AES", certificate(name_matches=False)))
    found = chosen(claims, [wrong_name, service(host="imap.firma.ch")])
    assert found.settings.host == "imap.firma.ch"
    assert found.settings.trust is Trust.NEEDS_CONSENT


@pytest.mark.parametrize(
    "bad",
    [
        service(tls=Tls("TLSv1.3", "AES", certificate(trusted=False))),
        service(tls=Tls("TLSv1.3", "AES", certificate(name_matches=False))),
        service(tls=Tls("TLSv1.3", "AES", certificate(problem=Reason.CERTIFICATE_EXPIRED))),
        service(tls=Tls("TLSv1.3", "AES", None)),
        service(tls=None),
        service(security=Security.NONE),
        service(status=Status.FAILED, reason=Reason.PROTOCOL_ERROR),
        service(status=Status.NOT_RUN),
    ],
)
def test_nothing_less_is_a_proof(bad):
    assert not is_proven(bad)
    found = chosen([claim()], [bad])
    assert found.settings is None or not found.settings.proven


@pytest.mark.parametrize("reason", [Reason.CERTIFICATE_NAME, Reason.CERTIFICATE_EXPIRED, Reason.CERTIFICATE_UNTRUSTED])
def test_a_name_that_the_certificate_disproves_is_not_even_named_as_unchecked(reason):
    bad = service(reason=reason, tls=Tls("TLSv1.3", "AES", certificate(name_matches=False, problem=reason)))
    other_port = failed(Reason.TIMED_OUT, port=143, security=Security.STARTTLS)
    found = chosen([claim(), claim(port=143, security=Security.STARTTLS)], [bad, other_port])
    assert found.standing is Standing.NOTHING_SAFE
    assert found.settings is None


@pytest.mark.parametrize("reason", [Reason.TIMED_OUT, Reason.FILTERED, Reason.DNS_FAILED, Reason.CANCELLED])
def test_what_could_not_be_tested_is_named_as_not_checked(reason):
    found = chosen([claim()], [failed(reason)])
    assert found.standing is Standing.NOT_CHECKED
    assert not found.settings.proven
    assert found.settings.checked_at is None


@pytest.mark.parametrize("reason", [Reason.REFUSED, Reason.NAME_NOT_FOUND, Reason.WRONG_PROTOCOL, Reason.TLS_FAILED])
def test_what_was_tested_and_failed_is_not_named(reason):
    assert chosen([claim()], [failed(reason)]).settings is None


def test_a_port_at_which_nobody_can_sign_in_is_never_proposed():
    """However well it answers; another way into the same server is."""
    closed = service(capabilities=CLOSED)
    assert chosen([claim()], [closed]).standing is Standing.NOTHING_SAFE
    other = service(port=143, security=Security.STARTTLS)
    assert chosen([claim()], [closed, other]).settings.port == 143
    unseen = failed(Reason.TIMED_OUT, port=143, security=Security.STARTTLS)
    both = [claim(), claim(port=143, security=Security.STARTTLS)]
    found = chosen(both, [closed, unseen])
    assert (found.standing, found.settings.port) == (Standing.NOT_CHECKED, 143)


@pytest.mark.parametrize(
    ("protocol", "port", "tokens"),
    [(Protocol.POP3, 995, ("UIDL", "TOP")), (Protocol.SUBMISSION, 465, ("SIZE 1000",))],
)
def test_that_holds_for_fetching_and_sending_too(protocol, port, tokens):
    named = claim(protocol=protocol, port=port)
    seen = service(protocol=protocol, port=port, capabilities=Capabilities(after_tls=tokens))
    assert select(report([named], [seen]), protocol).settings is None


def test_a_guess_needs_proof():
    assert chosen([claim(Source.GUESS, trust=Trust.NEEDS_CONSENT)], [failed(Reason.TIMED_OUT)]).settings is None


def test_clear_text_is_never_chosen():
    plain = service(port=143, security=Security.NONE, tls=None)
    assert chosen([claim(port=143, security=Security.NONE)], [plain]).settings is None


def test_a_gateway_is_never_chosen():
    gateway = MailExchanger("MX.Filter.example.", 10, gateway="filter")
    found = chosen([claim(host="mx.filter.example")], [service(host="mx.filter.example")], mail_exchangers=(gateway,))
    assert found.standing is Standing.NOTHING_SAFE


def test_a_claimed_host_that_the_run_left_out_as_a_gateway_is_not_even_named_as_unchecked():
    assert chosen([claim(host="imap.pphosted.com", trust=Trust.NEEDS_CONSENT)], []).settings is None


def test_switched_off_on_purpose_beats_every_claim():
    found = chosen([claim()], [service()], offers=Offers(imap=Offer.OFF_ON_PURPOSE))
    assert found.standing is Standing.OFF_ON_PURPOSE


def test_a_claim_that_says_not_offered_is_no_server():
    assert chosen([claim(host=".", port=None)], [service(host=".")]).settings is None


def test_authentication_comes_from_the_server_and_the_user_name_from_the_claim():
    spoken = claim(username=UsernameForm.LOCAL_PART, authentication=(Authentication.NTLM,))
    found = chosen([spoken], [service(authentication=(Authentication.PASSWORD_CLEARTEXT,))])
    assert found.settings.username is UsernameForm.LOCAL_PART
    assert found.settings.authentication == (Authentication.PASSWORD_CLEARTEXT,)


def test_another_claim_on_the_same_host_lends_its_user_name():
    silent = claim(Source.SRV)
    spoken = claim(Source.ISPDB, username=UsernameForm.OTHER, username_template="%EMAILLOCALPART%-mail")
    elsewhere = claim(Source.ISPDB, host="other.example", username=UsernameForm.LOCAL_PART)
    found = chosen([silent, elsewhere, spoken], [service()])
    assert found.settings.username_template == "%EMAILLOCALPART%-mail"


def test_without_any_word_the_user_name_is_the_address():
    assert chosen([claim()], [service()]).settings.username is UsernameForm.ADDRESS


def test_a_provider_that_refuses_passwords_leaves_oauth2_only():
    provider = Provider("outlook_com", ("oauth2_required",), "2026-11-23")
    settings = company_settings(
        report([claim()], [service(authentication=(Authentication.PASSWORD_CLEARTEXT,))], provider=provider),
        "Firma AG",
        Alternative.IMAP,
        None,
    )
    assert settings.imap.authentication == (Authentication.OAUTH2,)
    assert settings.provider_notes == ("oauth2_required",)


def test_company_settings_hold_each_service_on_its_own():
    found = report(
        [claim(), claim(protocol=Protocol.SUBMISSION, port=465)],
        [service(), service(port=465, protocol=Protocol.SUBMISSION)],
    )
    settings = company_settings(found, "Firma AG", Alternative.POP3_KEEP, 21)
    assert (settings.organisation, settings.domain, settings.keep_days) == ("Firma AG", "firma.ch", 21)
    assert settings.pop3 is None
    assert settings.submission.port == 465
    assert service_settings(found).imap == settings.imap


@pytest.mark.parametrize("reason", [Reason.LEFT_ALONE, Reason.LIMIT_EXCEEDED])
def test_a_server_that_we_left_alone_is_not_named_where_others_were_tried(reason):
    """The second reason stands in reports of before."""
    claims = [claim(host=f"m{number}.firma.ch") for number in range(2)]
    alone = service(host="m1.firma.ch", status=Status.NOT_RUN, reason=reason, tls=None)
    assert chosen(claims, [failed(host="m0.firma.ch"), alone]).settings is None
    assert chosen(claims, [service(host="m0.firma.ch"), alone]).settings.host == "m0.firma.ch"
    assert chosen(claims, [failed(Reason.FILTERED, host="m0.firma.ch"), alone]).settings.host == "m0.firma.ch"
    assert chosen(claims[1:], [alone]).settings.host == "m1.firma.ch"


def test_a_guess_that_was_tried_does_not_keep_a_named_server_from_being_named():
    alone = service(host="m1.firma.ch", status=Status.NOT_RUN, reason=Reason.LEFT_ALONE, tls=None)
    claims = [claim(Source.GUESS, host="imap.firma.ch", trust=Trust.NEEDS_CONSENT), claim(host="m1.firma.ch")]
    assert chosen(claims, [failed(host="imap.firma.ch"), alone]).settings.host == "m1.firma.ch"
