"""Thunderbird on the desktop and on Android: order of sources, what is usable, what is asked, what is guessed."""

import pytest

from advisor.settings.clients.thunderbird import android, desktop
from advisor.settings.clients.values import ClientNote
from probes.codes import Authentication, Protocol, Security, Source, Tolerated, Trust, UsernameForm
from tests.made_up.small_reports import failed
from tests.unit.settings.clients.published import (
    ASK,
    IMAP,
    POP3,
    SMTP,
    answering,
    clear_text_only,
    domain,
    file,
    host_of,
    server,
    wrong_name,
)

ORDER = (
    Source.AUTOCONFIG_HTTPS,
    Source.WELL_KNOWN_HTTPS,
    Source.AUTOCONFIG_HTTP,
    Source.WELL_KNOWN_HTTP,
    Source.ISPDB,
    Source.MX_PROVIDER,
)
BOTH = pytest.mark.parametrize("client", [desktop, android])


@BOTH
@pytest.mark.parametrize("better", range(len(ORDER)))
def test_the_better_ranked_file_wins_whatever_the_order_of_the_answers(client, better):
    files = [file(source, f"{source}.firma.ch".replace("_", "-")) for source in ORDER[better:]]
    turned = [each for one in files[::-1] for each in one]
    outcome = client(domain(*turned))
    assert outcome.reads is ORDER[better]
    assert host_of(outcome) == f"{ORDER[better]}.firma.ch".replace("_", "-")


@BOTH
def test_srv_records_are_not_read(client):
    assert client(domain(*file(Source.SRV, "imap7.hoster.ch"))).settings is None


@BOTH
@pytest.mark.parametrize("source", [Source.PACC, Source.TXT_MAILCONF, Source.PROVIDER_LIST, Source.MANUAL])
def test_sources_that_it_does_not_know_are_not_read(client, source):
    assert client(domain(*file(source, "imap7.hoster.ch"))).settings is None


@BOTH
def test_behind_the_mx_only_a_real_file_counts_not_our_list_of_providers(client):
    ours = file(Source.MX_PROVIDER, "imap7.hoster.ch", evidence=file(Source.SRV)[0].evidence)
    assert client(domain(*ours)).settings is None


@BOTH
def test_a_file_without_a_way_to_send_is_passed_over(client):
    claims = [*file(Source.AUTOCONFIG_HTTPS, "a.firma.ch", (IMAP,)), *file(Source.ISPDB, "b.firma.ch")]
    assert client(domain(*claims)).reads is Source.ISPDB


def test_desktop_takes_the_first_server_of_the_file_pop3_too():
    outcome = desktop(domain(*file(Source.AUTOCONFIG_HTTPS, protocols=(POP3, IMAP, SMTP))))
    assert outcome.settings.incoming.protocol is Protocol.POP3
    assert ClientNote.PICKS_POP3_FIRST in outcome.notes


def test_desktop_keeps_a_file_that_has_nothing_but_pop3():
    outcome = desktop(domain(*file(Source.ISPDB, protocols=(POP3, SMTP))))
    assert (outcome.reads, outcome.settings.incoming.protocol) == (Source.ISPDB, POP3)


def test_android_reads_no_pop3():
    claims = [*file(Source.AUTOCONFIG_HTTPS, "a.firma.ch", (POP3, SMTP)), *file(Source.ISPDB, "b.firma.ch")]
    outcome = android(domain(*claims))
    assert (outcome.reads, outcome.settings.incoming.protocol) == (Source.ISPDB, IMAP)
    first = android(domain(*file(Source.AUTOCONFIG_HTTPS, protocols=(POP3, IMAP, SMTP))))
    assert first.settings.incoming.protocol is IMAP


def test_desktop_takes_a_published_clear_text_server_and_that_is_marked():
    outcome = desktop(domain(*file(Source.AUTOCONFIG_HTTPS, security=Security.NONE)))
    assert outcome.settings.incoming.security is Security.NONE
    assert outcome.notes[0] is ClientNote.UNENCRYPTED


@pytest.mark.parametrize("place", [0, 1, 2])
def test_one_clear_text_server_spoils_the_whole_file_for_android(place):
    spoilt = file(Source.AUTOCONFIG_HTTPS, "a.firma.ch", (IMAP, IMAP, SMTP))
    spoilt[place] = server(Source.AUTOCONFIG_HTTPS, spoilt[place].protocol, "a.firma.ch", Security.NONE)
    assert android(domain(*spoilt)).settings is None
    assert android(domain(*spoilt, *file(Source.ISPDB, "b.firma.ch"))).reads is Source.ISPDB


def test_a_clear_text_pop3_server_is_nothing_to_android():
    claims = [server(Source.ISPDB, POP3, "pop.firma.ch", Security.NONE), *file(Source.ISPDB)]
    assert android(domain(*claims)).reads is Source.ISPDB


@pytest.mark.parametrize(
    ("source", "trust", "asks"),
    [
        (Source.AUTOCONFIG_HTTPS, Trust.TRUSTED, False),
        (Source.AUTOCONFIG_HTTPS, ASK, True),  # a hop over http
        (Source.AUTOCONFIG_HTTP, ASK, True),
        (Source.ISPDB, Trust.TRUSTED, False),
        (Source.MX_PROVIDER, ASK, True),
        (Source.MX_PROVIDER, Trust.TRUSTED, False),  # a validated MX answer
    ],
)
def test_android_asks_before_it_uses_what_came_unprotected(source, trust, asks):
    outcome = android(domain(*file(source, trust=trust)))
    assert (ClientNote.NEEDS_APPROVAL in outcome.notes) is asks


def test_desktop_takes_autodiscover_after_the_files_and_asks_about_strangers():
    known = file(Source.AUTODISCOVER, "a.firma.ch")
    assert desktop(domain(*known)).reads is Source.AUTODISCOVER
    assert ClientNote.NEEDS_APPROVAL not in desktop(domain(*known)).notes
    assert desktop(domain(*known, *file(Source.MX_PROVIDER, "b.firma.ch"))).reads is Source.MX_PROVIDER
    stranger = desktop(domain(*file(Source.AUTODISCOVER_SRV, "a.hoster.ch", trust=ASK)))
    assert (stranger.reads, ClientNote.NEEDS_APPROVAL in stranger.notes) == (Source.AUTODISCOVER_SRV, True)


def test_android_knows_no_autodiscover():
    assert android(domain(*file(Source.AUTODISCOVER))).settings is None


def test_a_server_that_takes_oauth2_only_is_usable_at_known_providers_only():
    claims = file(Source.ISPDB, "imap.hoster.ch", authentication=(Authentication.OAUTH2,))
    assert desktop(domain(*claims)).settings is None
    assert desktop(domain(*claims, provider="google")).reads is Source.ISPDB


@pytest.mark.parametrize(
    ("protocol", "changes", "desktop_reads", "android_reads"),
    [
        (IMAP, {}, True, True),
        (IMAP, {"tolerated": (Tolerated.SOCKET_TYPE_SYNONYM,)}, False, False),
        (SMTP, {"tolerated": (Tolerated.SOCKET_TYPE_SYNONYM,)}, False, False),
        (IMAP, {"tolerated": (Tolerated.SERVER_TYPE_SYNONYM,)}, False, False),
        (IMAP, {"authentication": (), "tolerated": (Tolerated.AUTHENTICATION_UNKNOWN,)}, False, False),
        (IMAP, {"authentication": ()}, False, False),
        (SMTP, {"authentication": (), "tolerated": (Tolerated.AUTHENTICATION_UNKNOWN,)}, False, False),
        (SMTP, {"authentication": ()}, True, False),
        (IMAP, {"username": None}, True, False),
        (IMAP, {"tolerated": (Tolerated.PROVIDER_UNNAMED,)}, False, False),
        (IMAP, {"tolerated": (Tolerated.FIRST_USABLE_TAKEN,)}, True, False),
        (IMAP, {"authentication": (Authentication.GSSAPI,)}, True, False),
        (IMAP, {"tolerated": (Tolerated.AUTHENTICATION_SYNONYM,)}, True, False),  # "plain"
        (IMAP, {"tolerated": (Tolerated.ENCODING_WRONG, Tolerated.DOMAIN_NOT_LISTED)}, True, True),
    ],
)
def test_what_is_not_written_in_the_words_of_the_format_is_not_read(protocol, changes, desktop_reads, android_reads):
    """We read such files; both programs know the words of the format only, Android stumbles over the whole file."""
    claims = [
        server(Source.ISPDB, each, "imap.hoster.ch", **(changes if each is protocol else {})) for each in (IMAP, SMTP)
    ]
    report = domain(*claims)
    assert (desktop(report).reads is Source.ISPDB, android(report).reads is Source.ISPDB) == (
        desktop_reads,
        android_reads,
    )
    said = [ClientNote.OTHER_WORDS not in client(report).notes for client in (desktop, android)]
    assert said == [desktop_reads, android_reads]


@BOTH
def test_only_a_file_that_would_have_counted_is_said_to_be_passed_over(client):
    strange = file(Source.MX_PROVIDER, "a.hoster.ch", tolerated=(Tolerated.SOCKET_TYPE_SYNONYM,))
    assert ClientNote.OTHER_WORDS not in client(domain(*strange, *file(Source.ISPDB))).notes
    assert ClientNote.OTHER_WORDS in client(domain(*strange)).notes


def test_a_server_in_other_words_is_passed_over_for_the_next_one():
    strange = server(Source.ISPDB, IMAP, "a.hoster.ch", tolerated=(Tolerated.SOCKET_TYPE_SYNONYM,))
    report = domain(strange, *file(Source.ISPDB, "b.hoster.ch"))
    assert host_of(desktop(report)) == "b.hoster.ch"
    assert android(report).settings is None


def test_another_spelling_of_oauth2_is_not_read_either():
    methods = {"authentication": (Authentication.OAUTH2,), "tolerated": (Tolerated.AUTHENTICATION_SYNONYM,)}
    assert desktop(domain(*file(Source.ISPDB, "imap.hoster.ch", **methods), provider="google")).settings is None
    outdated = {**methods, "authentication": (Authentication.PASSWORD_CLEARTEXT,)}
    assert desktop(domain(*file(Source.ISPDB, **outdated))).reads is Source.ISPDB


@BOTH
def test_a_broken_placeholder_is_entered_as_it_stands(client):
    broken = file(Source.ISPDB, tolerated=(Tolerated.PLACEHOLDER_UNCLOSED,))
    assert ClientNote.OTHER_USERNAME in client(domain(*broken)).notes
    assert ClientNote.OTHER_USERNAME not in client(domain(*file(Source.ISPDB))).notes


@pytest.mark.parametrize(
    ("hosts", "protocols", "expected"),
    [
        (("mail.firma.ch", "imap.firma.ch"), (IMAP, SMTP), ("imap.firma.ch", IMAP)),
        (("firma.ch", "mail.firma.ch"), (IMAP, POP3, SMTP), ("mail.firma.ch", IMAP)),
        (("pop.firma.ch", "pop3.firma.ch"), (POP3,), ("pop3.firma.ch", POP3)),
        (("imaps.firma.ch",), (IMAP,), None),
    ],
)
def test_desktop_guesses_in_its_own_order(hosts, protocols, expected):
    outcome = desktop(domain(services=answering(*hosts, protocols=protocols), guessed=True))
    incoming = outcome.settings.incoming if outcome.settings else None
    assert (incoming and (incoming.host, incoming.protocol)) == expected
    assert ClientNote.TRIES_MORE_NAMES not in outcome.notes


def test_desktop_guesses_pop3_with_encryption_before_imap_without():
    seen = [clear_text_only("imap.firma.ch"), *answering("pop3.firma.ch", protocols=(POP3,))]
    assert host_of(desktop(domain(services=seen))) == "pop3.firma.ch"


def test_desktop_is_not_said_to_fetch_where_nobody_tried_whether_it_could_read():
    """We guess only for what nobody speaks of; under its own names the program would try IMAP first."""
    elsewhere = file(Source.SRV, "imap.hoster.ch", (IMAP,))
    seen = [*answering("imap.hoster.ch", protocols=(IMAP,)), *answering("mail.firma.ch", protocols=(POP3,))]
    outcome = desktop(domain(*elsewhere, services=seen, guessed=True))
    assert (outcome.settings, outcome.notes) == (None, (ClientNote.TRIES_MORE_NAMES,))
    tried = [failed(host=host, protocol=IMAP) for host in ("imap.firma.ch", "mail.firma.ch", "firma.ch")]
    outcome = desktop(domain(*elsewhere, services=[*seen, *tried], guessed=True))
    assert outcome.settings.incoming.protocol is POP3


def test_desktop_guesses_clear_text_where_there_is_nothing_else():
    outcome = desktop(domain(services=[clear_text_only("imap.firma.ch")]))
    assert (outcome.settings.incoming.security, outcome.settings.incoming.port) == (Security.NONE, 143)
    assert {ClientNote.UNENCRYPTED, ClientNote.NO_OUTGOING, ClientNote.NOT_PROVEN} <= set(outcome.notes)


def test_a_certificate_for_another_name_ends_a_guess():
    seen = [wrong_name("imap.firma.ch"), *answering("mail.firma.ch")]
    assert host_of(desktop(domain(services=seen))) == "mail.firma.ch"


def test_names_that_we_did_not_try_are_said():
    outcome = desktop(domain(*file(Source.SRV, "mail.firma.ch")))
    assert (outcome.reads, host_of(outcome)) == (Source.GUESS, "mail.firma.ch")
    assert ClientNote.TRIES_MORE_NAMES in outcome.notes


def test_android_never_guesses():
    assert android(domain(services=answering("imap.firma.ch", "smtp.firma.ch"), guessed=True)).settings is None


def test_user_names_and_ways_to_sign_in_are_taken_over():
    said = {"username": UsernameForm.LOCAL_PART, "authentication": (Authentication.PASSWORD_ENCRYPTED,)}
    incoming = desktop(domain(*file(Source.ISPDB, **said))).settings.incoming
    assert (incoming.username, incoming.authentication) == (UsernameForm.LOCAL_PART, said["authentication"])


def test_exchange_is_said():
    assert ClientNote.EXCHANGE in desktop(domain(*file(Source.ISPDB), exchange=True)).notes
