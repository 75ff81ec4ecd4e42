"""Outlook, Apple Mail, Evolution, KMail and FairEmail: what each reads, and what we do not know of it."""

from dataclasses import replace

import pytest

from advisor.settings.clients.closed import apple_mail, outlook_classic, outlook_new
from advisor.settings.clients.fairemail import fairemail
from advisor.settings.clients.linux import evolution, kmail
from advisor.settings.clients.values import ClientNote
from probes.codes import Security, Source, SourceNote, Status, Tolerated, UsernameForm
from probes.results import SourceCheck
from tests.unit.settings.clients.published import (
    ASK,
    IMAP,
    POP3,
    SMTP,
    answering,
    domain,
    file,
    host_of,
    server,
    wrong_name,
)

UNSURE = ClientNote.UNVERIFIED_KNOWLEDGE
EVERYWHERE = tuple(source for source in Source if source not in (Source.GUESS, Source.JMAP))


def published_everywhere(*left_out):
    """Every source names servers, each its own."""
    sources = [source for source in EVERYWHERE if source not in left_out]
    return [claim for source in sources for claim in file(source, f"{source}.firma.ch".replace("_", "-"))]


@pytest.mark.parametrize(
    ("client", "reads"),
    [
        (outlook_classic, (Source.AUTODISCOVER, Source.AUTODISCOVER_SRV)),
        (outlook_new, ()),
        (apple_mail, ()),
        (
            evolution,
            (
                Source.AUTOCONFIG_HTTPS,
                Source.WELL_KNOWN_HTTPS,
                Source.AUTOCONFIG_HTTP,
                Source.WELL_KNOWN_HTTP,
                Source.ISPDB,
                Source.MX_PROVIDER,
                Source.SRV,
            ),
        ),
        (kmail, (Source.ISPDB, Source.AUTOCONFIG_HTTPS, Source.AUTOCONFIG_HTTP, Source.WELL_KNOWN_HTTPS)),
        (
            fairemail,
            (
                Source.PROVIDER_LIST,
                Source.SRV,
                Source.ISPDB,
                Source.AUTOCONFIG_HTTPS,
                Source.WELL_KNOWN_HTTPS,
                Source.AUTOCONFIG_HTTP,
                Source.WELL_KNOWN_HTTP,
                Source.AUTODISCOVER,
            ),
        ),
    ],
)
def test_each_reads_its_own_sources_in_its_own_order_and_no_other(client, reads):
    for taken in range(len(reads)):
        assert client(domain(*published_everywhere(*reads[:taken]))).reads is reads[taken]
    assert client(domain(*published_everywhere(*reads))).settings is None


@pytest.mark.parametrize("client", [outlook_classic, outlook_new, apple_mail])
def test_of_closed_programs_every_result_is_marked_as_unsure(client):
    for report in (
        domain(),
        domain(*file(Source.AUTODISCOVER)),
        domain(*file(Source.PROVIDER_LIST), provider="google"),
        domain(provider="microsoft365"),
    ):
        assert UNSURE in client(report).notes


def test_outlook_takes_the_first_server_that_autodiscover_names():
    outcome = outlook_classic(domain(*file(Source.AUTODISCOVER, protocols=(POP3, IMAP, SMTP))))
    assert outcome.settings.incoming.protocol is POP3
    assert ClientNote.PICKS_POP3_FIRST in outcome.notes


def test_outlook_asks_about_a_strangers_server():
    assert ClientNote.NEEDS_APPROVAL in outlook_classic(domain(*file(Source.AUTODISCOVER_SRV, trust=ASK))).notes


@pytest.mark.parametrize(
    ("claims", "exchange"),
    [
        (file(Source.AUTODISCOVER), False),
        (file(Source.AUTODISCOVER_SRV, protocols=(POP3, SMTP)), False),
        (file(Source.AUTODISCOVER, protocols=(SMTP,)), True),
        (file(Source.ISPDB), True),
    ],
)
def test_a_v2_answer_that_leads_to_imap_or_pop3_is_no_exchange(claims, exchange):
    v2 = SourceCheck(Source.AUTODISCOVER_V2, Status.COMPLETED, notes=(SourceNote.EXCHANGE,))
    outcome = outlook_classic(replace(domain(*claims), sources=(v2,)))
    assert (ClientNote.EXCHANGE in outcome.notes) == exchange


def test_outlook_follows_exchange_where_it_is_named():
    outcome = outlook_classic(domain(*file(Source.AUTODISCOVER), exchange=True))
    assert (outcome.reads, outcome.settings) == (Source.AUTODISCOVER, None)
    assert ClientNote.EXCHANGE in outcome.notes


@pytest.mark.parametrize("client", [outlook_classic, outlook_new, apple_mail])
@pytest.mark.parametrize("provider", ["microsoft365", "outlook_com"])
def test_at_microsoft_they_connect_in_their_own_way(client, provider):
    outcome = client(domain(*file(Source.PROVIDER_LIST), provider=provider))
    assert (outcome.settings, ClientNote.EXCHANGE in outcome.notes) == (None, True)


@pytest.mark.parametrize(
    ("client", "provider", "knows"),
    [
        (apple_mail, "google", True),
        (apple_mail, "icloud", True),
        (apple_mail, "aol", True),
        (apple_mail, "hostpoint", False),
        (outlook_new, "google", True),
        (outlook_new, "aol", False),
        (outlook_new, "gmx_net", False),
    ],
)
def test_big_providers_are_known(client, provider, knows):
    listed = file(Source.PROVIDER_LIST, "imap.big.example")
    outcome = client(domain(*listed, provider=provider))
    assert (host_of(outcome) == "imap.big.example", ClientNote.KNOWS_PROVIDER in outcome.notes) == (knows, knows)


@pytest.mark.parametrize("client", [evolution, kmail])
def test_imap_comes_before_pop3_whatever_the_order_of_the_file(client):
    outcome = client(domain(*file(Source.ISPDB, protocols=(POP3, IMAP, SMTP))))
    assert outcome.settings.incoming.protocol is IMAP
    assert client(domain(*file(Source.ISPDB, protocols=(POP3, SMTP)))).settings.incoming.protocol is POP3


def test_evolution_reads_pop3_from_srv_records():
    outcome = evolution(domain(*file(Source.SRV, protocols=(POP3, SMTP))))
    assert (outcome.reads, outcome.settings.incoming.protocol) == (Source.SRV, POP3)


def test_how_evolution_weighs_a_file_against_srv_records_is_not_known():
    ours = file(Source.AUTOCONFIG_HTTPS, "a.firma.ch")
    assert UNSURE in evolution(domain(*ours, *file(Source.SRV, "b.firma.ch"))).notes
    assert UNSURE not in evolution(domain(*ours, *file(Source.SRV, "a.firma.ch"))).notes


def test_which_of_two_ways_kmail_shows_first_is_not_known():
    assert UNSURE in kmail(domain(*file(Source.ISPDB, protocols=(IMAP, POP3, SMTP)))).notes
    assert UNSURE not in kmail(domain(*file(Source.ISPDB))).notes


@pytest.mark.parametrize("security", [Security.STARTTLS, Security.NONE])
def test_fairemail_takes_only_what_is_encrypted_and_only_imap(security):
    outcome = fairemail(domain(*file(Source.ISPDB, "in7.hoster.ch", security=security)))
    assert (outcome.settings is not None) is (security is Security.STARTTLS)
    assert fairemail(domain(*file(Source.ISPDB, "in7.hoster.ch", (POP3, SMTP)))).settings is None


def test_a_published_user_name_counts_most_for_fairemail():
    claims = [*file(Source.SRV, "a.firma.ch"), *file(Source.ISPDB, "b.firma.ch", username=UsernameForm.LOCAL_PART)]
    assert fairemail(domain(*claims)).reads is Source.ISPDB
    plain = [*file(Source.SRV, "a.firma.ch"), *file(Source.ISPDB, "b.firma.ch", username=UsernameForm.ADDRESS)]
    assert fairemail(domain(*plain)).reads is Source.SRV


@pytest.mark.parametrize("client", [evolution, kmail, fairemail])
def test_what_it_makes_of_other_words_than_those_of_the_format_is_not_known(client):
    words = file(Source.ISPDB, tolerated=(Tolerated.SOCKET_TYPE_SYNONYM,))
    assert UNSURE in client(domain(*words)).notes
    assert UNSURE not in client(domain(*file(Source.ISPDB))).notes


def test_fairemail_needs_a_way_to_send():
    claims = [server(Source.SRV, IMAP, "a.firma.ch"), *file(Source.ISPDB, "b.firma.ch")]
    assert fairemail(domain(*claims)).reads is Source.ISPDB


def test_fairemail_guesses_names_with_a_fitting_certificate():
    seen = [wrong_name("imap.firma.ch"), *answering("mail.firma.ch")]
    outcome = fairemail(domain(services=seen, guessed=True))
    assert (outcome.reads, host_of(outcome), outcome.settings.submission.host) == (
        Source.GUESS,
        "mail.firma.ch",
        "mail.firma.ch",
    )


def test_what_fairemail_lists_itself_we_know_only_by_our_own_list():
    assert {ClientNote.KNOWS_PROVIDER, UNSURE} <= set(fairemail(domain(*file(Source.PROVIDER_LIST))).notes)


@pytest.mark.parametrize("client", [evolution, kmail, fairemail, outlook_classic])
def test_a_service_that_is_off_on_purpose_is_no_server(client):
    off = [server(source, IMAP, ".") for source in EVERYWHERE]
    assert client(domain(*off)).settings is None
