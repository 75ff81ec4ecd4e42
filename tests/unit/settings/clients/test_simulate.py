"""For any set of claims: no program gets a setting that nobody published or that it could not have guessed."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.settings.clients.judge import notes_on
from advisor.settings.clients.simulate import SIMULATIONS, client_outcomes
from advisor.settings.clients.thunderbird import desktop
from advisor.settings.clients.values import Client, ClientNote, ClientServer, ClientSettings
from probes.codes import Offer, Protocol, Reason, Security, Source, Trust, UsernameForm
from probes.results import Evidence, Offers, ProbeReport
from tests.made_up.small_reports import NOW, claim, failed, report, service
from tests.unit.settings.clients.published import IMAP, POP3, SMTP, URL, answering, domain, file, wrong_name

HOSTS = st.sampled_from(["imap.firma.ch", "mail.firma.ch", "firma.ch", "MAIL.hoster.ch.", "pop3.firma.ch", "."])
PROTOCOLS = st.sampled_from([IMAP, POP3, SMTP, Protocol.MANAGESIEVE])
CLAIMS = st.builds(
    claim,
    st.sampled_from(Source),
    PROTOCOLS,
    HOSTS,
    port=st.sampled_from([None, 143, 993, 110, 995, 587, 465]),
    security=st.sampled_from([None, *Security]),
    trust=st.sampled_from(Trust),
    username=st.sampled_from([None, *UsernameForm]),
    evidence=st.sampled_from([URL, Evidence(NOW)]),
)
SERVICES = st.one_of(
    st.builds(service, HOSTS, st.sampled_from([143, 993, 995, 465]), st.sampled_from(Security), PROTOCOLS),
    st.builds(failed, st.sampled_from(Reason), host=HOSTS, port=st.just(143), protocol=PROTOCOLS),
    st.builds(wrong_name, HOSTS),
)
REPORTS = st.builds(report, st.lists(CLAIMS, max_size=8), st.lists(SERVICES, max_size=8))


def test_every_program_is_followed_once_in_a_fixed_order():
    assert tuple(SIMULATIONS) == tuple(Client)
    assert [outcome.client for outcome in client_outcomes(domain())] == list(Client)


@settings(max_examples=150, deadline=None)
@given(REPORTS)
def test_no_setting_without_a_claim_or_a_guess_that_we_saw_answer(found: ProbeReport):
    published = {
        (each.protocol, each.host.rstrip(".").lower(), each.port, each.security, each.source) for each in found.claims
    }
    seen = {(each.protocol, each.host.rstrip(".").lower(), each.port) for each in found.services}
    for outcome in client_outcomes(found):
        for server in outcome.settings.servers if outcome.settings else ():
            if outcome.reads is Source.GUESS:
                assert (server.protocol, server.host, server.port) in seen
                assert server.host.endswith(found.domain)
            else:
                key = (server.protocol, server.host, server.port, server.security)
                sources = {source for *rest, source in published if tuple(rest) == key}
                assert outcome.reads in sources or outcome.reads is Source.PROVIDER_LIST


@settings(max_examples=100, deadline=None)
@given(REPORTS)
def test_clear_text_is_always_marked(found: ProbeReport):
    for outcome in client_outcomes(found):
        bare = outcome.settings and any(each.security is Security.NONE for each in outcome.settings.servers)
        assert bool(bare) is (ClientNote.UNENCRYPTED in outcome.notes)


def judged(found, incoming, submission=None):
    return set(notes_on(found, ClientSettings(incoming, submission)))


OURS = ClientServer(IMAP, "mail.firma.ch", 993, Security.TLS)
SENDING = ClientServer(SMTP, "mail.firma.ch", 465, Security.TLS)
GOOD = domain(*file(Source.SRV, protocols=(IMAP, POP3, SMTP)))


def test_the_proposal_itself_has_nothing_to_be_noted():
    assert judged(GOOD, OURS, SENDING) == set()


@pytest.mark.parametrize(
    ("incoming", "notes"),
    [
        (replace(OURS, host="imap.firma.ch"), {ClientNote.DIFFERS_FROM_OURS, ClientNote.NOT_PROVEN}),
        (replace(OURS, port=143, security=Security.STARTTLS), {ClientNote.DIFFERS_FROM_OURS, ClientNote.NOT_PROVEN}),
        (replace(OURS, username=UsernameForm.LOCAL_PART), {ClientNote.OTHER_USERNAME}),
        (replace(OURS, username=UsernameForm.ADDRESS), set()),
        (replace(OURS, protocol=POP3, port=995), {ClientNote.PICKS_POP3_FIRST}),
    ],
)
def test_what_is_noted_about_other_servers(incoming, notes):
    assert judged(GOOD, incoming, SENDING) == notes


def test_a_wrong_name_is_noted():
    bad = domain(
        *file(Source.SRV), services=[wrong_name("mail.firma.ch"), *answering("mail.firma.ch", protocols=(SMTP,))]
    )
    assert judged(bad, OURS, SENDING) == {
        ClientNote.WRONG_NAME,
        ClientNote.DIFFERS_FROM_OURS,
        ClientNote.NOT_PROVEN,
    }


def test_pop3_is_no_surprise_where_there_is_no_imap():
    guess = file(Source.GUESS, protocols=(IMAP,))
    only = replace(domain(*file(Source.ISPDB, protocols=(POP3, SMTP)), *guess), offers=Offers(pop3=Offer.OFFERED))
    assert ClientNote.PICKS_POP3_FIRST not in desktop(only).notes
