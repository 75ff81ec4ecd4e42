"""All signposts side by side: contradictions in words, the reason for our proposal, what the server says."""

from dataclasses import replace

import pytest

from advisor.report.cells import Cell, Tone
from advisor.report.server.claims import claims_view
from advisor.report.texts.claims import NO_PROPOSAL, WHY
from advisor.report.texts.tolerated import TOLERATED
from advisor.settings.selection import Because, Standing
from advisor.text import Language
from probes.codes import Authentication, Offer, Protocol, Reason, Security, Source, Tolerated, Trust, UsernameForm
from probes.results import Capabilities, Evidence, Offers
from tests.made_up.probe_reports import ALL, CONTRADICTING, GOOD
from tests.made_up.small_reports import NOW, claim, failed, service
from tests.unit.settings.clients.published import IMAP, POP3, SMTP, domain, file, server, wrong_name

EN, DE = Language.EN, Language.DE
STRANGER = "mail.hoster.ch"
CLOSED = Capabilities(after_tls=("IMAP4rev1", "LOGINDISABLED"))


def imap_of(report, language=EN):
    return next(group for group in claims_view(report, language).groups if group.code == "imap")


def rows(report):
    return [(row.source.partition(" (")[0], row.compared.text, row.seen.text) for row in imap_of(report).rows]


def test_sources_that_say_the_same_are_folded():
    view = claims_view(domain(*file(Source.SRV), *file(Source.ISPDB)), EN)
    assert view.summary == Cell("All signposts say the same", Tone.NONE)
    assert {group.status.text for group in view.groups} == {"In agreement"}


def test_a_single_source_is_no_agreement():
    view = claims_view(domain(*file(Source.SRV)), EN)
    assert view.summary == Cell("A single signpost names servers", Tone.NONE)
    assert {(group.status.text, group.status.tone) for group in view.groups} == {("A single signpost", Tone.NONE)}


def test_contradicting_sources_are_open_and_said_in_words():
    view = claims_view(domain(*file(Source.SRV), *file(Source.ISPDB, STRANGER)), EN)
    assert view.summary == Cell("The signposts contradict each other", Tone.WARN)
    assert {(group.status.text, group.status.tone) for group in view.groups} == {("Contradiction", Tone.WARN)}


def test_two_servers_of_one_source_are_no_contradiction():
    view = claims_view(domain(*file(Source.SRV), *file(Source.SRV, STRANGER), *file(Source.ISPDB)), EN)
    assert view.summary.tone is Tone.NONE


def test_a_guess_contradicts_nobody():
    guess = server(Source.GUESS, IMAP, STRANGER, trust=Trust.NEEDS_CONSENT)
    view = claims_view(domain(*file(Source.SRV), guess), EN)
    assert view.summary.tone is Tone.NONE
    assert rows(domain(*file(Source.SRV), guess))[1][1] == "Tried by us too"


def test_another_user_name_for_the_same_server_is_a_contradiction():
    claims = [*file(Source.SRV, username=UsernameForm.ADDRESS), *file(Source.ISPDB, username=UsernameForm.LOCAL_PART)]
    assert imap_of(domain(*claims)).contradicts
    assert [row[1] for row in rows(domain(*claims))] == ["As we propose", "Another user name"]


def test_a_source_that_says_off_contradicts_one_that_names_a_server():
    claims = [*file(Source.SRV), server(Source.PROVIDER_LIST, IMAP, ".", port=None, security=None)]
    group = imap_of(domain(*claims))
    assert group.contradicts
    last = group.rows[1]
    assert (last.server, last.compared.text, last.seen.text) == (
        "Expressly no server",
        "Says: does not exist",
        "Nothing to test",
    )


def test_nobody_names_anything():
    assert claims_view(domain(), EN).groups == ()


def test_only_guesses_are_called_so():
    guess = server(Source.GUESS, IMAP, "imap.firma.ch", trust=Trust.NEEDS_CONSENT)
    assert claims_view(domain(guess), EN).summary.text.startswith("No signpost names servers")
    assert imap_of(domain(guess)).status.text == "Only guessed"
    assert "none of the names that we tried" in imap_of(domain(guess, services=[failed(host="imap.firma.ch")])).why


def test_only_what_enters_the_settings_is_asked_for_first():
    guesses = [
        claim(Source.GUESS, protocol, "mail.firma.ch", port=port, security=None, trust=Trust.NEEDS_CONSENT)
        for protocol, port in ((IMAP, 993), (Protocol.MANAGESIEVE, 4190))
    ]
    tested = [service(), service(port=4190, protocol=Protocol.MANAGESIEVE, security=Security.STARTTLS)]
    asked = {
        group.code: "we ask you" in group.why for group in claims_view(domain(*guesses, services=tested), EN).groups
    }
    assert asked == {"imap": True, "managesieve": False}


@pytest.mark.parametrize(
    ("tested", "seen", "tone"),
    [
        ([service()], "Works", Tone.GOOD),
        ([failed(Reason.TIMED_OUT)], None, Tone.NONE),
        ([failed(Reason.REFUSED)], None, None),
        ([wrong_name("mail.firma.ch")], None, Tone.BAD),
        ([], "Not tested", Tone.NONE),
        ([service("other.firma.ch")], "Not tested", Tone.NONE),
        ([service(capabilities=CLOSED)], "No way to sign in", Tone.BAD),
        ([service(capabilities=CLOSED), service(port=143, security=Security.STARTTLS)], "port 143 works", Tone.BAD),
        ([failed(Reason.REFUSED), service(port=143, security=Security.STARTTLS)], "port 143 works", None),
    ],
)
def test_what_the_server_says(tested, seen, tone):
    claims = file(Source.SRV, protocols=(IMAP,))
    report = replace(domain(*claims), services=tuple(tested))
    cell = imap_of(report).rows[0].seen
    assert seen is None or seen in cell.text
    assert tone is None or cell.tone is tone
    assert seen == "Works" or cell.tone is not Tone.GOOD


def test_a_claim_without_a_port_is_held_against_the_best_of_its_host():
    guess = server(Source.GUESS, IMAP, "mail.firma.ch", port=None, security=None, trust=Trust.NEEDS_CONSENT)
    row = imap_of(domain(guess, services=[failed(), service(port=143, security=Security.STARTTLS)])).rows[0]
    assert (row.port, row.seen.text) == ("", "Works")


def test_a_port_that_is_closed_does_not_stand_for_a_host_that_speaks_at_another():
    guess = claim(Source.GUESS, SMTP, "mail.firma.ch", port=None, security=None)
    closed = failed(port=465, protocol=SMTP)
    clear = failed(Reason.STARTTLS_NOT_OFFERED, port=587, security=Security.STARTTLS, protocol=SMTP)
    (group,) = claims_view(domain(guess, services=[closed, clear]), EN).groups
    assert [row.seen.text for row in group.rows] == ["Not encrypted"]


def test_a_signpost_without_a_port_says_so():
    named = server(Source.MX_PROVIDER, IMAP, "mail.firma.ch", port=None, security=None)
    assert imap_of(domain(named)).rows[0].port == "named without a port"


def test_everything_that_a_source_states_is_shown():
    stated = {
        "username": UsernameForm.OTHER,
        "username_template": "%EMAILLOCALPART%-7",
        "authentication": (Authentication.OAUTH2,),
        "tolerated": (Tolerated.NAMESPACE, "something_new"),
    }
    row = imap_of(domain(*file(Source.ISPDB, **stated))).rows[0]
    shown = " | ".join(row.details)
    for part in ("TLS", "%EMAILLOCALPART%-7", "OAuth2", "XML namespace", "something_new"):
        assert part in shown
    assert (row.server, row.port, row.trust) == ("mail.firma.ch", "port 993", "from a reliable source")


@pytest.mark.parametrize(
    ("security", "shown"), [(Security.NONE, "readable on the way"), (Security.TLS, "protected by the encryption")]
)
def test_a_password_over_clear_text_is_not_called_protected(security, shown):
    stated = file(Source.ISPDB, security=security, authentication=(Authentication.PASSWORD_CLEARTEXT,))
    (told,) = [text for text in imap_of(domain(*stated)).rows[0].details if text.lower().startswith("password")]
    assert shown in told


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ({"leave_on_server": False}, "is deleted from the server"),
        ({"leave_on_server": True, "leave_days": 21}, "for 21 days"),
        ({"leave_on_server": True}, "stays on the server"),
        ({}, None),
    ],
)
def test_what_a_file_says_of_fetched_mail_is_shown(said, shown):
    details = imap_of(domain(*file(Source.AUTOCONFIG_HTTPS, **said))).rows[0].details
    assert [detail for detail in details if "fetched" in detail] == [
        detail for detail in details if shown and shown in detail
    ]
    assert bool(shown) is any("fetched" in detail for detail in details)


def test_a_name_that_a_certificate_gave_away_says_so():
    evidence = Evidence(NOW, record="certificate of mail.firma.ch:993")
    guess = server(Source.GUESS, IMAP, "web7.hoster.ch", trust=Trust.NEEDS_CONSENT, evidence=evidence)
    assert "certificate) of mail.firma.ch carries" in imap_of(domain(guess)).rows[0].source


def test_the_best_believed_stands_first():
    claims = [*file(Source.MX_PROVIDER), *file(Source.SRV), *file(Source.AUTOCONFIG_HTTPS)]
    first, second, third = (row[0] for row in rows(domain(*claims)))
    assert first.startswith("The domain’s settings file")
    assert second.startswith("The domain’s own record")
    assert third.startswith("Provider recognised")


@pytest.mark.parametrize("language", Language)
def test_the_reason_names_the_other_server_and_its_source(language):
    why = imap_of(CONTRADICTING, language).why
    assert "mail.hoster.example" in why
    assert "autoconfig" in why


def test_a_proposal_that_needs_a_word_says_so():
    assert "we ask you" in imap_of(domain(*file(Source.MX_PROVIDER))).why
    assert "we ask you" not in imap_of(domain(*file(Source.SRV))).why


def test_nobody_is_asked_about_a_host_that_is_well_known_for_another_service():
    """Settings take it without a question, too."""
    guess = claim(Source.GUESS, POP3, "mail.firma.ch", port=995, security=Security.TLS, trust=Trust.NEEDS_CONSENT)
    known = claims_view(domain(*file(Source.SRV), guess), EN)
    assert {group.code: "we ask you" in group.why for group in known.groups}["pop3"] is False
    alone = claims_view(domain(guess), EN)
    assert {group.code: "we ask you" in group.why for group in alone.groups}["pop3"] is True


def test_nothing_to_propose_says_why():
    assert "passed the test" in imap_of(domain(*file(Source.SRV), services=[failed()])).why
    assert "passed the test" in imap_of(domain(*file(Source.SRV), services=[service(capabilities=CLOSED)])).why
    off = replace(domain(*file(Source.SRV)), offers=Offers(imap=Offer.OFF_ON_PURPOSE))
    assert "does not exist" in imap_of(off).why


def test_every_reason_has_its_sentence_in_both_languages():
    assert set(WHY) == set(Because)
    assert set(NO_PROPOSAL) == {Standing.OFF_ON_PURPOSE, Standing.NOTHING_SAFE}
    fields = {"host": "A", "other": "B", "source": "C", "other_source": "D"}
    for sentence in (*WHY.values(), *NO_PROPOSAL.values()):
        for language in Language:
            assert "{" not in sentence.into(language, **fields)


def test_everything_tolerated_has_its_phrase():
    assert set(TOLERATED) == set(Tolerated)


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("language", Language)
def test_every_report_can_be_shown(name, language):
    for group in claims_view(ALL[name], language).groups:
        assert group.why
        assert len(group.rows) == sum(claim.protocol == group.code for claim in ALL[name].claims)


def test_services_stand_in_their_usual_order():
    claims = file(Source.ISPDB, protocols=(SMTP, POP3, IMAP))
    assert [group.code for group in claims_view(domain(*claims), EN).groups] == ["imap", "pop3", "submission"]
    assert [group.code for group in claims_view(GOOD, DE).groups] == ["imap", "pop3", "submission"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (EN, ("rank 10, weight 5 (SRV)", "protected against forgery (DNSSEC)")),
        (DE, ("Rang 10, Gewicht 5 (SRV)", "gegen Fälschung geschützt (DNSSEC)")),
    ],
)
def test_rank_weight_and_protection_of_a_record_are_told(language, words):
    record = "_imaps._tcp.firma.ch. SRV 10 5 993 mail.firma.ch."
    stated = server(Source.SRV, IMAP, "mail.firma.ch", evidence=Evidence(NOW, record=record, dnssec=True))
    (row,) = imap_of(domain(stated), language).rows
    assert set(words) <= set(row.details)


@pytest.mark.parametrize("record", ["", "_imaps._tcp.firma.ch. SRV x 5 993 mail.firma.ch.", "firma.ch. MX 10 mx.ch."])
def test_a_record_without_rank_and_weight_tells_none(record):
    stated = server(Source.SRV, IMAP, "mail.firma.ch", evidence=Evidence(NOW, record=record, dnssec=False))
    (row,) = imap_of(domain(stated)).rows
    assert not any("weight" in detail or "DNSSEC" in detail for detail in row.details)
