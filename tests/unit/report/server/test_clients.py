"""The table of programs: what each ends up with, whether it fits, what to do; in plain words, for every case."""

from dataclasses import replace

import pytest

from advisor.report.cells import Tone
from advisor.report.documents.server_report import ServerReport
from advisor.report.server.clients import clients_view, together
from advisor.report.server_report import complete
from advisor.report.texts import clients as words
from advisor.settings.clients.values import Client, ClientNote
from advisor.text import Language
from probes.codes import Security, Source, UsernameForm
from tests.made_up.probe_reports import ALL
from tests.made_up.small_reports import failed
from tests.unit.settings.clients.published import (
    ASK,
    IMAP,
    POP3,
    SMTP,
    answering,
    domain,
    file,
    wrong_name,
)

EN = Language.EN


def row_of(client, report, language=EN):
    return next(row for row in clients_view(complete(report), language) if row.code == client.value)


def desktop(report):
    row = row_of(Client.THUNDERBIRD_DESKTOP, report)
    return row.fits.text, row.fits.tone, row.action


@pytest.mark.parametrize(
    ("report", "fits", "tone", "action"),
    [
        (domain(*file(Source.ISPDB)), words.FITS, Tone.GOOD, words.DO_LET),
        (domain(*file(Source.ISPDB, security=Security.NONE)), words.DANGEROUS, Tone.BAD, words.DO_STOP),
        (
            domain(
                *file(Source.ISPDB),
                services=[wrong_name("mail.firma.ch"), *answering("mail.firma.ch", protocols=(SMTP,))],
            ),
            words.BROKEN,
            Tone.BAD,
            words.DO_WAIT,
        ),
        (domain(*file(Source.ISPDB), services=[failed()]), words.UNPROVEN, Tone.WARN, words.DO_WAIT),
        (
            domain(*file(Source.ISPDB, "alt.firma.ch"), *file(Source.SRV), services=answering("mail.firma.ch")),
            words.UNPROVEN,
            Tone.WARN,
            words.DO_COMPARE,
        ),
        (
            domain(*file(Source.ISPDB, protocols=(POP3, IMAP, SMTP))),
            words.FETCHES,
            Tone.WARN,
            words.DO_CHOOSE_IMAP,
        ),
        (
            domain(*file(Source.AUTODISCOVER, trust=ASK)),
            words.ASKS,
            Tone.WARN,
            words.DO_APPROVE,
        ),
        (
            domain(*file(Source.ISPDB), *file(Source.AUTOCONFIG_HTTP, "mail.hoster.ch")),
            words.WORKS_TOO,
            Tone.NONE,
            words.DO_COMPARE,
        ),
        (
            domain(
                *file(Source.MANUAL, username=UsernameForm.ADDRESS),
                *file(Source.ISPDB, username=UsernameForm.LOCAL_PART),
            ),
            words.OTHER_USERNAME,
            Tone.WARN,
            words.DO_COMPARE,
        ),
        (
            domain(*file(Source.AUTODISCOVER, protocols=(IMAP,))),
            words.NO_SENDING,
            Tone.WARN,
            words.DO_ADD_SENDING,
        ),
        (
            domain(*file(Source.AUTODISCOVER, protocols=(IMAP,), trust=ASK)),
            words.NO_SENDING,
            Tone.WARN,
            words.DO_ADD_SENDING,
        ),
        (domain(*file(Source.SRV, "pop.anders.ch")), words.TYPED, Tone.NONE, words.DO_TYPE),
        (domain(), words.NOT_YET, Tone.NONE, words.DO_WAIT),
        (domain(exchange=True), words.OWN_CONNECTION, Tone.NONE, words.DO_EXCHANGE),
    ],
)
def test_verdict_and_what_to_do(report, fits, tone, action):
    assert desktop(report) == (fits.en, tone, action.en)


def test_servers_are_named_with_port_and_encryption():
    row = row_of(Client.THUNDERBIRD_DESKTOP, domain(*file(Source.ISPDB)))
    assert row.servers == ("IMAP mail.firma.ch:993, TLS", "SMTP mail.firma.ch:465, TLS")
    assert row.reads == "public list of providers (ISPDB)"


def test_whoever_types_in_reads_nothing():
    row = row_of(Client.APPLE_MAIL, domain(*file(Source.ISPDB)))
    assert (row.servers, row.reads) == ((), words.READS_NOTHING.en)
    assert words.NOTES[ClientNote.UNVERIFIED_KNOWLEDGE].en in row.notes


def test_guesses_and_built_in_lists_are_called_so():
    guessed = row_of(Client.THUNDERBIRD_DESKTOP, domain(services=answering("imap.firma.ch")))
    assert guessed.reads == words.OWN_GUESSES.en
    known = row_of(Client.APPLE_MAIL, domain(*file(Source.PROVIDER_LIST), provider="google"))
    assert known.reads == words.OWN_LIST.en


def test_a_report_of_before_shows_the_programs_too():
    report = domain(*file(Source.ISPDB))
    assert clients_view(ServerReport(report), EN) == clients_view(complete(report), EN)


def test_nothing_differs_from_a_proposal_that_is_not_there():
    named = domain(*file(Source.ISPDB), services=[failed()])
    row = row_of(Client.THUNDERBIRD_DESKTOP, named)
    assert words.NOTES[ClientNote.DIFFERS_FROM_OURS].en not in row.notes
    assert row.notes == (words.NOTES[ClientNote.NOT_PROVEN].en,)


def test_programs_of_which_the_same_is_said_share_a_row():
    rows = clients_view(complete(domain(*file(Source.SRV))), EN)
    shared = together(rows)
    assert len(shared) < len(rows)
    assert "Outlook (classic), Outlook (new), Apple Mail (iPhone, iPad, Mac)" in [row.name for row in shared]
    assert ", ".join(row.name for row in rows) == ", ".join(words.CLIENTS[client].en for client in Client)
    assert {(row.fits, row.action) for row in shared} == {(row.fits, row.action) for row in rows}


def test_every_program_and_every_note_has_its_words():
    assert set(words.CLIENTS) == set(Client)
    assert set(words.NOTES) == set(ClientNote)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", ALL)
def test_every_report_can_be_shown(name, language):
    rows = clients_view(complete(ALL[name]), language)
    assert [row.code for row in rows] == [client.value for client in Client]
    for row in rows:
        assert row.name
        assert row.reads
        assert row.action
        assert row.fits.tone is not Tone.GOOD or row.servers


def test_no_program_is_called_fitting_that_reads_an_unproven_server():
    report = replace(domain(*file(Source.ISPDB)), services=())
    assert all(row.fits.tone is not Tone.GOOD for row in clients_view(complete(report), EN))
