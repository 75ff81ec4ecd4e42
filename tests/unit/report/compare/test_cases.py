"""What happens in the field between two checks, and what is said of it, how weighty, about what."""

from dataclasses import replace
from datetime import timedelta

import pytest

from advisor.report.compare.reports import compare
from advisor.report.compare.values import Change, ChangeCode, Weight
from probes.codes import Authentication, Offer, Reason, Security, Source, Status, TlsVersion
from probes.results import Capabilities, MailExchanger, ProbeReport, Service, SourceCheck, Tls, VersionCheck
from tests.made_up.whole_report import AT, CERTIFICATE, HOST, IMAP, OTHER, POP3, REPORT, SILENT, SRV

ACTION, KNOW, GOOD = Weight.NEEDS_ACTION, Weight.WORTH_KNOWING, Weight.GOOD_NEWS
IMAP_PLACE = f"imap:{HOST}:993"


def with_imap(**changes: object) -> ProbeReport:
    return replace(REPORT, services=(replace(IMAP, **changes), SILENT, POP3))


def with_certificate(**changes: object) -> ProbeReport:
    return with_imap(tls=replace(IMAP.tls, certificate=replace(CERTIFICATE, **changes)))


def with_source(source: Source, **changes: object) -> ProbeReport:
    checks = tuple(replace(each, **changes) if each.source is source else each for each in REPORT.sources)
    return replace(REPORT, sources=checks)


def unanswered(reason: Reason, status: Status = Status.FAILED) -> ProbeReport:
    return with_imap(status=status, reason=reason, tls=None, capabilities=Capabilities(), authentication=())


def facts(old: ProbeReport, new: ProbeReport) -> list[Change]:
    return [each for each in compare(old, new) if "finding" not in each.code and "settings" not in each.code]


def told(old: ProbeReport, new: ProbeReport) -> list[tuple[ChangeCode, Weight, str]]:
    return [(each.code, each.severity, each.subject) for each in facts(old, new)]


def params(old: ProbeReport, new: ProbeReport, code: ChangeCode) -> dict[str, object]:
    return next(dict(each.params) for each in compare(old, new) if each.code is code)


RENEWED = {"sha256": "ff" * 32, "not_after": AT + timedelta(days=160)}
VERSIONS_13 = tuple(VersionCheck(version, version is TlsVersion.TLS_1_3) for version in TlsVersion)
UNSEEN_VERSIONS = tuple(VersionCheck(version, None, Reason.TIMED_OUT) for version in TlsVersion)
NEW_MX = (MailExchanger("mx.neu.example", 10, dnssec=True),)

CASES = {
    "certificate renewed": (with_certificate(**RENEWED), {(ChangeCode.CERTIFICATE_REPLACED, GOOD, IMAP_PLACE)}),
    "certificate of another authority": (
        with_certificate(**RENEWED, issuer="CN=Andere"),
        {(ChangeCode.CERTIFICATE_REPLACED, KNOW, IMAP_PLACE)},
    ),
    "certificate expired meanwhile": (
        replace(with_imap(reason=Reason.CERTIFICATE_EXPIRED), started_at=AT + timedelta(days=90)),
        {(ChangeCode.CERTIFICATE_PROBLEM_ADDED, ACTION, IMAP_PLACE)},
    ),
    "days have passed": (with_certificate(days_left=40), set()),
    "service stopped": (unanswered(Reason.REFUSED), {(ChangeCode.SERVICE_STOPPED, ACTION, IMAP_PLACE)}),
    "service behind a wall": (unanswered(Reason.FILTERED), {(ChangeCode.SERVICE_UNTESTED, KNOW, IMAP_PLACE)}),
    "run cancelled": (
        unanswered(Reason.CANCELLED, Status.NOT_RUN),
        {(ChangeCode.SERVICE_UNTESTED, KNOW, IMAP_PLACE)},
    ),
    "name servers down": (unanswered(Reason.DNS_FAILED), {(ChangeCode.SERVICE_UNTESTED, KNOW, IMAP_PLACE)}),
    "old versions closed": (
        with_imap(versions=VERSIONS_13),
        {(ChangeCode.TLS_VERSION_REMOVED, ACTION, IMAP_PLACE)},
    ),
    "versions not looked at": (with_imap(versions=UNSEEN_VERSIONS), set()),
    "passwords no longer taken": (
        with_imap(authentication=(Authentication.OAUTH2,)),
        {(ChangeCode.SIGN_IN_REMOVED, ACTION, IMAP_PLACE)},
    ),
    "abilities in another order": (
        with_imap(capabilities=replace(IMAP.capabilities, after_tls=("auth=plain", "IDLE", "IMAP4rev1"))),
        set(),
    ),
    "mail moved": (
        replace(REPORT, mail_exchangers=NEW_MX, provider=replace(REPORT.provider, id="hetzner")),
        {
            (ChangeCode.PROVIDER_CHANGED, ACTION, "provider"),
            (ChangeCode.MX_ADDED, KNOW, "mx:mx.neu.example"),
            (ChangeCode.MX_REMOVED, KNOW, "mx:mx.firma.example"),
            (ChangeCode.GATEWAY_REMOVED, KNOW, "mx"),
        },
    ),
    "MX not answered": (
        replace(
            with_source(Source.MX_PROVIDER, status=Status.FAILED, reason=Reason.DNS_FAILED),
            mail_exchangers=(),
            provider=None,
        ),
        {(ChangeCode.SOURCE_UNTESTED, KNOW, "mx_provider")},
    ),
    "domain gone": (
        replace(
            with_source(Source.MX_PROVIDER, status=Status.FAILED, reason=Reason.NAME_NOT_FOUND),
            mail_exchangers=REPORT.mail_exchangers,
        ),
        {(ChangeCode.DOMAIN_GONE, ACTION, "firma.example")},
    ),
    "record gone": (
        replace(with_source(Source.SRV, claims=0), claims=(), preference=None),
        {
            (ChangeCode.SOURCE_DISAPPEARED, KNOW, "srv"),
            (ChangeCode.PREFERENCE_CHANGED, KNOW, "preference"),
        },
    ),
    "record not answered": (
        replace(
            with_source(Source.SRV, claims=0, status=Status.FAILED, reason=Reason.TIMED_OUT),
            claims=(),
            preference=None,
            services=(POP3,),
        ),
        {(ChangeCode.SOURCE_UNTESTED, KNOW, "srv"), (ChangeCode.SERVER_UNTESTED, KNOW, HOST)},
    ),
    "record answered in part": (
        replace(with_source(Source.SRV, claims=1, reason=Reason.DNS_FAILED), claims=(replace(SRV, host=OTHER),)),
        {(ChangeCode.CLAIM_ADDED, KNOW, f"srv:imap:{OTHER}:993")},
    ),
    "name of the server gone": (
        replace(REPORT, services=(IMAP, SILENT, replace(POP3, status=Status.FAILED, reason=Reason.NAME_NOT_FOUND))),
        {(ChangeCode.SERVER_REMOVED, KNOW, OTHER)},
    ),
    "offer gone": (
        replace(REPORT, offers=replace(REPORT.offers, pop3=Offer.NOT_FOUND)),
        {(ChangeCode.OFFER_REMOVED, ACTION, "pop3")},
    ),
    "offer not testable": (
        replace(REPORT, offers=replace(REPORT.offers, pop3=Offer.UNREACHABLE)),
        {(ChangeCode.OFFER_UNTESTED, KNOW, "pop3")},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_said(name: str) -> None:
    new, expected = CASES[name]
    assert set(told(REPORT, new)) == expected


def test_a_certificate_that_is_in_order_again() -> None:
    broken = with_imap(reason=Reason.CERTIFICATE_NAME)
    assert told(broken, REPORT) == [(ChangeCode.CERTIFICATE_PROBLEM_REMOVED, GOOD, IMAP_PLACE)]


def test_an_authority_signs_with_several_intermediate_certificates_in_turn() -> None:
    def renewed(old_issuer: str, new_issuer: str) -> Weight:
        old, new = with_certificate(issuer=old_issuer), with_certificate(**RENEWED, issuer=new_issuer)
        return next(each.severity for each in compare(old, new) if each.code is ChangeCode.CERTIFICATE_REPLACED)

    assert renewed("CN=R10,O=Stelle,C=CH", "CN=R11,O=Stelle,C=CH") is GOOD
    assert renewed("CN=R10,O=Stelle,C=CH", "CN=R10,O=Andere,C=CH") is KNOW


def test_what_could_be_tested_only_now_is_no_start() -> None:
    assert told(unanswered(Reason.FILTERED), REPORT) == [(ChangeCode.SERVICE_TESTED, KNOW, IMAP_PLACE)]
    assert told(unanswered(Reason.REFUSED), REPORT) == [(ChangeCode.SERVICE_STARTED, GOOD, IMAP_PLACE)]
    unseen = CASES["record not answered"][0]
    assert (ChangeCode.SERVER_TESTED, KNOW, HOST) in told(unseen, REPORT)


def test_two_ways_of_not_getting_through_are_no_change() -> None:
    assert told(unanswered(Reason.FILTERED), unanswered(Reason.TIMED_OUT)) == []


def test_a_guessed_name_that_does_not_exist_is_no_server() -> None:
    guess = Service(IMAP.protocol, "imap.firma.example", 993, Security.TLS, Status.FAILED, Reason.NAME_NOT_FOUND)
    assert compare(REPORT, replace(REPORT, services=(*REPORT.services, guess))) == ()


def test_a_large_provider_answers_from_many_addresses() -> None:
    def at(address: str) -> ProbeReport:
        service = replace(IMAP, host="outlook.office365.com", address=address)
        return replace(REPORT, services=(service,), hosts=())

    assert told(at("192.0.2.1"), at("192.0.2.2")) == []


def test_the_parts_of_a_new_certificate_are_named() -> None:
    new = with_certificate(**RENEWED, issuer="CN=Andere", names=(HOST, "imap.firma.example"), spki_sha256="00" * 32)
    assert params(REPORT, new, ChangeCode.CERTIFICATE_REPLACED) == {
        "protocol": "imap",
        "server": f"{HOST}:993",
        "old_issuer": "CN=Stelle",
        "new_issuer": "CN=Andere",
        "old_expires": "2027-01-02",
        "new_expires": "2027-04-02",
        "names_added": "imap.firma.example",
        "names_removed": "",
        "key": "new",
    }


def test_abilities_are_named_with_their_phase() -> None:
    new = with_imap(capabilities=replace(IMAP.capabilities, after_tls=("IMAP4rev1", "AUTH=PLAIN", "MOVE", "ID")))
    assert params(REPORT, new, ChangeCode.CAPABILITY_ADDED)["tokens"] == "ID, MOVE"
    assert params(REPORT, new, ChangeCode.CAPABILITY_REMOVED) == {
        "protocol": "imap",
        "server": f"{HOST}:993",
        "phase": "after_tls",
        "tokens": "IDLE",
    }


def test_our_proposal_changed() -> None:
    old = replace(REPORT, claims=(replace(SRV, host=OTHER, port=995, protocol=POP3.protocol), SRV))
    new = replace(old, services=(replace(IMAP, host=OTHER), POP3), claims=(replace(SRV, host=OTHER), old.claims[0]))
    change = next(each for each in compare(old, new) if each.code is ChangeCode.SETTINGS_CHANGED)
    assert (change.severity, change.subject) == (ACTION, "imap")
    assert dict(change.params) == {
        "protocol": "imap",
        "old": f"{HOST}:993",
        "new": f"{OTHER}:993",
        "fields": "host",
    }


def test_ways_to_sign_in_that_could_not_be_asked_for_are_no_change_of_our_proposal() -> None:
    silent = replace(unanswered(Reason.TIMED_OUT), claims=(replace(SRV, authentication=()),))
    found = {each.code for each in compare(REPORT, silent)}
    assert ChangeCode.SETTINGS_UNPROVEN in found
    assert ChangeCode.SETTINGS_CHANGED not in found


def test_nothing_to_propose_because_nothing_could_be_tested_is_no_call_for_action() -> None:
    gone = replace(REPORT, claims=(), services=())
    unsure = replace(gone, offers=replace(REPORT.offers, imap=Offer.NOT_TESTED))
    weights = {
        each.severity
        for new in (gone, unsure)
        for each in compare(REPORT, new)
        if each.code is ChangeCode.SETTINGS_REMOVED
    }
    assert weights == {ACTION, KNOW}


def test_a_finding_about_a_port_that_does_not_answer_has_not_been_mended() -> None:
    def with_uidl(*tokens: str) -> ProbeReport:
        pop3 = replace(POP3, capabilities=replace(POP3.capabilities, after_tls=tokens))
        return replace(REPORT, services=(IMAP, SILENT, pop3))

    without = with_uidl("TOP", "SASL PLAIN LOGIN")
    codes = {dict(each.params)["finding"] for each in compare(REPORT, without) if each.code is ChangeCode.FINDING_ADDED}
    assert codes == {"missing_uidl"}
    mended = {each.code: each.severity for each in compare(without, REPORT)}
    assert mended[ChangeCode.FINDING_REMOVED] is GOOD
    silent = replace(without, services=(IMAP, SILENT, replace(POP3, status=Status.FAILED, reason=Reason.TIMED_OUT)))
    assert ChangeCode.FINDING_REMOVED not in {each.code for each in compare(without, silent)}


def test_a_source_that_was_not_needed_is_no_news_until_it_names_something() -> None:
    listed = SourceCheck(Source.JMAP, Status.COMPLETED)
    assert told(REPORT, replace(REPORT, sources=(*REPORT.sources, listed))) == []
    naming = replace(REPORT, sources=(*REPORT.sources, replace(listed, claims=1)))
    assert told(REPORT, naming) == [(ChangeCode.SOURCE_TESTED, KNOW, "jmap")]


def test_what_we_guessed_ourselves_is_no_news() -> None:
    guess = replace(REPORT.claims[0], source=Source.GUESS, host="imap.firma.ch")
    check = SourceCheck(Source.GUESS, Status.COMPLETED, claims=1)
    guessed = replace(REPORT, sources=(*REPORT.sources, check), claims=(*REPORT.claims, guess))
    assert not {"guess"} & {each.subject.partition(":")[0] for each in compare(REPORT, guessed)}


def test_another_cipher_is_chance_another_version_is_not() -> None:
    assert told(REPORT, with_imap(tls=Tls("TLSv1.3", "TLS_CHACHA20_POLY1305_SHA256", CERTIFICATE))) == []
    older = with_imap(tls=Tls("TLSv1.2", "ECDHE-RSA-AES256-GCM-SHA384", CERTIFICATE))
    assert told(REPORT, older) == [(ChangeCode.TLS_VERSION_CHANGED, KNOW, IMAP_PLACE)]
