"""The view of the server check: verdicts in words, facts of the right server, nothing said that was not seen."""

from dataclasses import replace
from itertools import product

import pytest

from advisor.findings.connection import CONNECTION
from advisor.findings.offers import OFFERS
from advisor.report.cells import Cell, Tone
from advisor.report.server.services import ANSWERS_ODDLY, NOTHING_SOUGHT
from advisor.report.server.values import ServerView
from advisor.report.server.view import server_view
from advisor.report.server_report import complete
from advisor.report.texts import check
from advisor.text import Language
from probes.codes import Authentication, Offer, Protocol, Reason, Security, Source, Status, Trust
from probes.host_names import NULL_MX
from probes.results import Capabilities, MailExchanger, Offers, ProbeReport, Service
from tests.made_up.probe_reports import GATEWAY, GOOD, MIXED, NO_DOMAIN, WRONG_NAME, failed, service

UNKNOWN = {Offer.UNREACHABLE, Offer.NOT_TESTED}


def view_of(report: ProbeReport, language: Language = Language.EN) -> ServerView:
    return server_view(complete(report), language)


@pytest.mark.parametrize(("imap", "pop3"), [*product(Offer, Offer)])
def test_headline_never_calls_missing_what_could_not_be_tested(imap, pop3) -> None:
    view = view_of(replace(GOOD, offers=Offers(imap, pop3)))
    if {imap, pop3} & UNKNOWN:
        assert view.headline not in {text.en for text in (check.IMAP_ONLY, check.POP3_ONLY, check.NOTHING)}
    if Offer.OFFERED not in (imap, pop3):
        assert view.tone is not Tone.GOOD


def test_nobody_stood_before_a_server_that_nobody_knew() -> None:
    untested = Offers(Offer.NOT_TESTED, Offer.NOT_TESTED, Offer.NOT_TESTED)
    assert view_of(replace(GATEWAY, services=(), offers=untested)).headline == check.UNTESTED.en
    assert view_of(replace(GOOD, offers=replace(untested, pop3=Offer.UNREACHABLE))).headline == check.UNREACHABLE.en


@pytest.mark.parametrize("language", Language)
def test_a_domain_that_takes_no_mail_is_not_told_what_its_servers_lack(language) -> None:
    """Nothing was tried there, and its provider, if there is one, can mend nothing."""
    missing = Offers(Offer.NOT_FOUND, Offer.NOT_FOUND, Offer.NOT_FOUND)
    route = (MailExchanger(NULL_MX, 0),)
    silent = view_of(replace(GOOD, services=(), claims=(), mail_exchangers=route, offers=missing), language)
    assert {each.meaning for each in silent.services} == {NOTHING_SOUGHT.meaning.into(language)}
    assert [each.title for each in silent.notices] == [check.TAKES_NO_MAIL.title.into(language)]
    assert silent.findings.questions == ()
    refused = tuple(failed(each.protocol, each.port, each.security, Reason.REFUSED) for each in GOOD.services)
    named = view_of(replace(GOOD, services=refused, mail_exchangers=route, offers=missing), language)
    assert {each.meaning for each in named.services} == {OFFERS[Offer.NOT_FOUND].meaning.into(language)}
    assert len(named.findings.questions) == 1


@pytest.mark.parametrize("offer", sorted(UNKNOWN))
def test_a_service_that_could_not_be_tested_is_neither_good_nor_bad(offer) -> None:
    view = view_of(replace(NO_DOMAIN, offers=Offers(offer, offer, offer)))
    assert {each.status.tone for each in view.services} == {Tone.NONE}


def test_facts_are_those_of_the_server_that_is_proposed() -> None:
    imap, pop3, submission = view_of(GOOD).services
    assert (imap.server, pop3.server, submission.server) == tuple(
        f"mail.firma.example:{port}" for port in (993, 995, 465)
    )


def test_proven_server_wins_over_one_with_a_bad_certificate() -> None:
    bad = replace(service(Protocol.IMAP, 993, Security.TLS, Reason.CERTIFICATE_EXPIRED), host="alt.firma.example")
    view = view_of(replace(GOOD, services=(bad, *GOOD.services)))
    assert view.services[0].server == "mail.firma.example:993"
    (expired,) = view.findings.now
    assert (expired.code, expired.servers) == ("certificate_expired", "alt.firma.example (IMAP 993)")


def test_bad_certificate_is_named_with_the_names_it_carries() -> None:
    view = view_of(WRONG_NAME)
    certificate = view.facts[3].cells[0]
    assert certificate.tone is Tone.BAD
    assert "mail.firma.example" in certificate.text
    (fault,) = view.findings.now
    assert fault.servers == "mail.firma.example (IMAP 993, IMAP 143, POP3 995, POP3 110, SMTP 465, SMTP 587)"
    assert fault.meaning not in {service.meaning for service in view.services}, "the same is not told twice"


def test_a_server_in_a_private_network_is_named_as_the_cause() -> None:
    inside = tuple(
        replace(each, status=Status.NOT_RUN, reason=Reason.ADDRESS_REFUSED, tls=None, greeting=None)
        for each in GOOD.services
    )
    untested = Offers(Offer.NOT_TESTED, Offer.NOT_TESTED, Offer.NOT_TESTED)
    view = view_of(replace(GOOD, services=inside, offers=untested))
    assert {each.status.text for each in view.services} == {"Not tested"}
    assert all("private network" in each.meaning and "public name" in each.action for each in view.services)


def test_servers_that_we_left_alone_are_named_as_the_cause_beside_those_that_refused() -> None:
    refused = failed(Protocol.IMAP, 993, Security.TLS, Reason.REFUSED)
    alone = replace(refused, host="m9.firma.example", status=Status.NOT_RUN, reason=Reason.LEFT_ALONE)
    barred = replace(alone, reason=Reason.PORT_NOT_ALLOWED)
    untested = Offers(Offer.NOT_TESTED, Offer.NOT_TESTED, Offer.NOT_TESTED)

    def meaning(*services: Service) -> str:
        return view_of(replace(GOOD, services=services, offers=untested)).services[0].meaning

    assert meaning(refused, alone) == meaning(alone) == CONNECTION[Reason.LEFT_ALONE].meaning.en
    unknown = OFFERS[Offer.NOT_TESTED].meaning.en
    assert meaning(refused, barred) == meaning(alone, barred) == meaning(refused) == unknown


def test_refused_guesses_behind_a_filter_are_not_told_as_a_server_without_service() -> None:
    refused = tuple(failed(each.protocol, each.port, each.security, Reason.REFUSED) for each in GOOD.services)
    untested = Offers(Offer.NOT_TESTED, Offer.NOT_TESTED, Offer.NOT_TESTED)
    view = view_of(replace(GATEWAY, services=refused, offers=untested))
    assert all("we do not know" in each.meaning for each in view.services)


def test_only_services_that_answered_have_facts() -> None:
    view = view_of(MIXED)
    assert view.answering == ("Reading at the provider (IMAP)",)
    assert all(len(row.cells) == 1 for row in view.facts)


BUSY = Offers(Offer.UNREACHABLE, Offer.UNREACHABLE, Offer.UNREACHABLE)


@pytest.mark.parametrize("language", Language)
def test_a_server_that_is_busy_is_told_as_that_and_its_provider_is_asked_nothing(language) -> None:
    """Who only has to wait needs no letter, and nobody has to look for another name."""
    limited = tuple(failed(each.protocol, each.port, each.security, Reason.RATE_LIMITED) for each in GOOD.services)
    report = replace(GOOD, services=limited, offers=BUSY)
    view = view_of(report, language)
    busy = CONNECTION[Reason.RATE_LIMITED]
    assert {(each.status.text, each.meaning, each.action) for each in view.services} == {
        (busy.name.into(language), busy.meaning.into(language), busy.action.into(language))
    }
    assert {each.status.tone for each in view.services} == {Tone.NONE}
    assert (view.findings.questions, view.notices) == ((), ())
    refused = (replace(limited[0], reason=Reason.REFUSED), *limited[1:])
    assert view_of(replace(report, services=refused), language).findings.questions == ()
    mixed = tuple(replace(each, reason=Reason.FILTERED) if each.port < 500 else each for each in limited)
    assert len(view_of(replace(report, services=mixed), language).findings.questions) == 1


@pytest.mark.parametrize("reason", Reason)
def test_only_what_was_tried_is_called_unencrypted(reason) -> None:
    """A busy server, or one that hung up, has shown nothing of its encryption."""
    seen = replace(failed(Protocol.IMAP, 143, Security.STARTTLS, reason), greeting="* OK hi")
    (row,) = [each for each in view_of(of_imap(seen)).facts if each.label == check.ENCRYPTED.en]
    said = {
        Reason.STARTTLS_NOT_OFFERED: (check.NOT_ENCRYPTED.en, Tone.BAD),
        Reason.STARTTLS_REFUSED: (check.NOT_ENCRYPTED.en, Tone.BAD),
        Reason.STARTTLS_BROKEN: (check.NOT_ENCRYPTED.en, Tone.BAD),
        Reason.STARTTLS_INJECTION: (check.NOT_ENCRYPTED.en, Tone.BAD),
        Reason.PLAIN_ON_TLS_PORT: (check.NOT_ENCRYPTED.en, Tone.BAD),
        Reason.PREAUTH: (check.NOT_ENCRYPTED.en, Tone.BAD),
        Reason.TLS_VERSION: ("Outdated encryption", Tone.BAD),
        Reason.TLS_FAILED: ("Encryption failed", Tone.BAD),
    }
    assert (row.cells[0].text, row.cells[0].tone) == said.get(reason, (check.NO_TEST.en, Tone.NONE))


def test_how_a_connection_would_be_encrypted_is_not_told_as_how_it_was() -> None:
    lost = failed(Protocol.IMAP, 143, Security.STARTTLS, Reason.RATE_LIMITED)
    kept = service(Protocol.IMAP, 993, Security.TLS)
    first, second = view_of(replace(GOOD, services=(lost, kept))).attempts
    assert ("Encryption as intended", "encrypted after the start (STARTTLS)") in first.details
    assert ("Encryption", "encrypted from the start (TLS)") in second.details


def test_a_server_that_spoke_to_turn_us_away_is_not_called_out_of_reach() -> None:
    away = replace(failed(Protocol.IMAP, 993, Security.TLS, Reason.TURNED_AWAY), greeting="* BYE not for you")
    busy = failed(Protocol.IMAP, 143, Security.STARTTLS, Reason.RATE_LIMITED)
    for services in ((away,), (away, busy)):
        row = view_of(replace(GOOD, services=services, offers=BUSY)).services[0]
        assert (row.status.text, row.meaning) == ("Turns us away", CONNECTION[Reason.TURNED_AWAY].meaning.en)
    silent = failed(Protocol.IMAP, 143, Security.STARTTLS, Reason.FILTERED)
    row = view_of(replace(GOOD, services=(away, silent), offers=BUSY)).services[0]
    assert row.status.text == "Not reachable"


@pytest.mark.parametrize("reason", [Reason.CLOSED, Reason.RESET])
def test_who_is_busy_at_one_port_and_hangs_up_at_the_other_is_busy(reason) -> None:
    """A port with TLS from the start has no words for it; hanging up alone may mean anything."""
    busy = failed(Protocol.IMAP, 143, Security.STARTTLS, Reason.RATE_LIMITED)
    hung_up = failed(Protocol.IMAP, 993, Security.TLS, reason)
    row = view_of(replace(GOOD, services=(hung_up, busy), offers=BUSY)).services[0]
    assert row.meaning == CONNECTION[Reason.RATE_LIMITED].meaning.en
    row = view_of(replace(GOOD, services=(hung_up,), offers=BUSY)).services[0]
    assert row.status.text == "Not reachable"


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    "reason", [Reason.LIMIT_EXCEEDED, Reason.PLAIN_ON_TLS_PORT, Reason.WRONG_PROTOCOL, Reason.PROTOCOL_ERROR]
)
def test_a_server_that_answered_otherwise_than_it_should_is_not_called_out_of_reach(reason, language) -> None:
    """Nor is its provider asked about a service that nobody could get to."""
    odd = failed(Protocol.IMAP, 993, Security.TLS, reason)
    silent = failed(Protocol.IMAP, 143, Security.STARTTLS, Reason.FILTERED)
    unreached = Offers(Offer.UNREACHABLE, Offer.OFF_ON_PURPOSE, Offer.OFF_ON_PURPOSE)
    for services in ((odd,), (silent, odd)):
        view = view_of(replace(GOOD, services=services, offers=unreached), language)
        assert view.services[0].meaning == ANSWERS_ODDLY.meaning.into(language)
        assert view.services[0].status.text == ANSWERS_ODDLY.name.into(language)
        assert view.findings.questions == ()
    view = view_of(replace(GOOD, services=(silent,), offers=unreached), language)
    assert view.services[0].meaning == OFFERS[Offer.UNREACHABLE].meaning.into(language)
    assert len(view.findings.questions) == 1


@pytest.mark.parametrize("language", Language)
def test_a_password_behind_a_bad_certificate_is_not_called_protected(language) -> None:
    """Whoever sits on the way may have shown that certificate."""
    assert sign_in_of(WRONG_NAME, language).text == check.SIGN_IN_UNPROVEN.into(language)
    assert sign_in_of(GOOD, language).text != check.SIGN_IN_UNPROVEN.into(language)


def test_whoever_is_well_known_for_another_service_needs_no_word() -> None:
    guess = replace(GOOD.claims[0], source=Source.GUESS, trust=Trust.NEEDS_CONSENT)
    others = tuple(each for each in GOOD.claims if each.protocol is not Protocol.IMAP)
    known = view_of(replace(GOOD, claims=(guess, *others)))
    assert known.services[0].action != check.CONFIRM_FIRST.en
    alone = view_of(replace(GOOD, claims=(guess,)))
    assert alone.services[0].action == check.CONFIRM_FIRST.en


def sign_in_of(report: ProbeReport, language: Language = Language.EN) -> Cell:
    (row,) = [each for each in view_of(report, language).facts if each.label == check.SIGN_IN.into(language)]
    return row.cells[0]


def of_imap(seen: Service) -> ProbeReport:
    return replace(GOOD, services=(seen,))


@pytest.mark.parametrize("language", Language)
def test_a_sign_in_that_was_seen_before_encryption_is_not_called_protected(language) -> None:
    """What stood there before STARTTLS failed: anybody could read the password."""
    seen = replace(
        failed(Protocol.IMAP, 143, Security.STARTTLS, Reason.STARTTLS_INJECTION),
        greeting="* OK hi",
        authentication=(Authentication.PASSWORD_CLEARTEXT,),
    )
    cell = sign_in_of(of_imap(seen), language)
    assert (cell.text, cell.tone) == (check.SIGN_IN_UNPROTECTED.into(language), Tone.BAD)


def test_where_nobody_can_sign_in_nobody_is_told_that_it_cannot_be_seen() -> None:
    seen = service(Protocol.IMAP, 993, Security.TLS)
    closed = replace(seen, authentication=(), capabilities=Capabilities(after_tls=("IMAP4REV1", "LOGINDISABLED")))
    cell = sign_in_of(of_imap(closed))
    assert (cell.text, cell.tone) == (check.SIGN_IN_NONE.en, Tone.BAD)
    strange = replace(closed, capabilities=Capabilities(after_tls=("IMAP4REV1", "LOGINDISABLED", "AUTH=X-OWN")))
    assert sign_in_of(of_imap(strange)).text == check.SIGN_IN_UNKNOWN.en
