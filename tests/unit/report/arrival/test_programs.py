"""Where each program ends, and what other sources say."""

import pytest

from advisor.report.arrival.compare import arrival
from advisor.report.arrival.values import Differs, Elsewhere, End
from advisor.report.server_report import complete
from advisor.settings.clients.values import Client, ClientNote
from advisor.settings.codes import Alternative, Program
from probes.codes import Protocol, Reason, Security, Source, SourceNote, Status, Trust, UsernameForm
from probes.results import Claim, Evidence, Service
from tests.made_up.arrival_reports import AT, HOST, IMAP, OLD, POP3, SENDING, ZONE, file, published, settings, spoken

AUTOCONFIG = Source.AUTOCONFIG_HTTPS
THUNDERBIRD = Client.THUNDERBIRD_DESKTOP
BOTH = ((IMAP, 993), (SENDING, 465))
FETCHING = ((POP3, 995), (SENDING, 465))


def ends(report, meant=None, programs=()):
    return {each.client: each for each in arrival(complete(report), meant or settings(), programs).clients}


def test_programs_that_read_what_we_publish_end_as_meant_and_the_others_by_hand():
    found = {client: each.end for client, each in ends(published()).items()}
    assert found == {
        Client.THUNDERBIRD_DESKTOP: End.MEANT,
        Client.THUNDERBIRD_ANDROID: End.MEANT,
        Client.OUTLOOK_CLASSIC: End.MEANT,
        Client.OUTLOOK_NEW: End.BY_HAND,
        Client.APPLE_MAIL: End.BY_HAND,
        Client.EVOLUTION: End.MEANT,
        Client.KMAIL: End.MEANT,
        Client.FAIREMAIL: End.MEANT,
    }


@pytest.mark.parametrize(
    ("servers", "said", "end", "differs"),
    [
        (BOTH, {"host": OLD}, End.OTHERS, [Differs.HOST, Differs.HOST]),
        (((IMAP, 9930), (SENDING, 465)), {}, End.OTHERS, [Differs.PORT]),
        (BOTH, {"security": Security.NONE}, End.OTHERS, [Differs.SECURITY, Differs.SECURITY]),
        (BOTH, {"username": UsernameForm.LOCAL_PART}, End.OTHERS, [Differs.USERNAME, Differs.USERNAME]),
        (FETCHING, {}, End.OTHERS, [Differs.OTHER_FIRST]),
        (BOTH, {}, End.MEANT, []),
    ],
)
def test_what_thunderbird_would_enter(servers, said, end, differs):
    found = ends(published(files={AUTOCONFIG: file(AUTOCONFIG, *servers, **said)}))[THUNDERBIRD]
    assert (found.end, [each.what for each in found.differences]) == (end, differs)


def test_another_server_is_named_also_where_the_other_way_to_read_stands_first():
    fetched = settings(Alternative.POP3_KEEP, 21)
    for host, differs in ((OLD, [Differs.OTHER_FIRST, Differs.STILL_OFFERED]), (HOST, [Differs.OTHER_FIRST])):
        report = published(zone={**ZONE, "_imaps": f"0 1 993 {host}."}, files={AUTOCONFIG: [], Source.PACC: []})
        found = ends(report, fetched)[Client.FAIREMAIL]
        assert [each.what for each in found.differences] == differs
        assert [each.found for each in found.differences if each.protocol is IMAP] == [OLD] * (host == OLD)


def test_who_finds_no_way_to_send_is_half_way():
    nothing = {AUTOCONFIG: [], Source.PACC: []}
    pox = {source: file(source, (IMAP, 993)) for source in (Source.AUTODISCOVER, Source.AUTODISCOVER_SRV)}
    found = ends(published(files={**nothing, **pox}))[Client.OUTLOOK_CLASSIC]
    assert (found.end, found.differences) == (End.HALF, ())


def test_who_would_read_elsewhere_is_not_half_way():
    nothing = {AUTOCONFIG: [], Source.PACC: []}
    places = (Source.AUTODISCOVER, Source.AUTODISCOVER_SRV)
    pox = {source: file(source, (IMAP, 993), host=OLD) for source in places}
    assert ends(published(files={**nothing, **pox}))[Client.OUTLOOK_CLASSIC].end is End.OTHERS


def test_the_programs_of_the_company_come_first():
    found = arrival(complete(published()), settings(), (Program.APPLE, Program.ANDROID, Program.BROWSER)).clients
    assert [each.client for each in found[:4]] == [
        Client.THUNDERBIRD_ANDROID,
        Client.APPLE_MAIL,
        Client.FAIREMAIL,
        Client.THUNDERBIRD_DESKTOP,
    ]
    assert [each.named for each in found[:4]] == [True, True, True, False]


def test_nobody_is_named_where_the_company_named_none():
    assert not any(each.named for each in arrival(complete(published()), settings()).clients)


@pytest.mark.parametrize(
    ("said", "end", "differs"),
    [
        ({"leave_on_server": True, "leave_days": 21}, End.MEANT, []),
        ({"leave_on_server": True, "leave_days": 14}, End.OTHERS, [Differs.OTHER_DAYS]),
        ({}, End.OTHERS, [Differs.DAYS_NOT_SAID]),
    ],
)
def test_only_thunderbird_learns_how_long_mail_stays(said, end, differs):
    meant = settings(Alternative.POP3_KEEP, 21)
    claims = [*file(AUTOCONFIG, (POP3, 995), **said), *file(AUTOCONFIG, (SENDING, 465))]
    fetching = {source: file(source, *FETCHING) for source in (Source.AUTODISCOVER, Source.AUTODISCOVER_SRV)}
    found = ends(published(files={AUTOCONFIG: claims, **fetching}), meant)
    thunderbird, outlook = found[THUNDERBIRD], found[Client.OUTLOOK_CLASSIC]
    assert (thunderbird.end, [each.what for each in thunderbird.differences]) == (end, differs)
    assert thunderbird.period_untold is False
    assert (outlook.end, outlook.period_untold) == (End.MEANT, True)
    assert found[Client.THUNDERBIRD_ANDROID].end is End.BY_HAND  # it reads by IMAP only


def test_thunderbird_that_finds_the_servers_elsewhere_is_not_told_either():
    fetching = {source: file(source, *FETCHING) for source in (Source.AUTODISCOVER, Source.AUTODISCOVER_SRV)}
    report = published(files={AUTOCONFIG: [], **fetching})
    found = ends(report, settings(Alternative.POP3_KEEP, 21))[THUNDERBIRD]
    assert (found.end, found.period_untold) == (End.MEANT, True)


def test_nobody_needs_a_period_where_mail_is_not_fetched():
    assert not any(each.period_untold for each in ends(published()).values())
    fetching = published(files={source: file(source, *FETCHING) for source in (AUTOCONFIG, Source.AUTODISCOVER)})
    assert not any(each.period_untold for each in ends(fetching).values())


def test_what_a_person_has_to_know_is_kept():
    source = Source.AUTOCONFIG_HTTP
    report = published(files={AUTOCONFIG: [], source: file(source, *BOTH, trust=Trust.NEEDS_CONSENT)})
    assert ClientNote.NEEDS_APPROVAL in ends(report)[Client.THUNDERBIRD_ANDROID].notes
    assert ClientNote.UNVERIFIED_KNOWLEDGE in ends(report)[Client.OUTLOOK_CLASSIC].notes


def elsewhere(*claims, **changes):
    report = published(files={Source.ISPDB: list(claims)}, **changes)
    return arrival(complete(report), settings()).elsewhere


def said(source, host=HOST, protocol=IMAP, port=993):
    return Claim(source, protocol, host, Trust.TRUSTED, Evidence(AT), port, Security.TLS)


@pytest.mark.parametrize("source", [Source.ISPDB, Source.PROVIDER_LIST, Source.MX_PROVIDER, Source.TXT_MAILCONF])
def test_other_sources_stand_apart(source):
    assert elsewhere(said(source)) == (Elsewhere(source, (HOST,), ()),)
    assert elsewhere(said(source), said(source, OLD)) == (Elsewhere(source, (HOST, OLD), (OLD,)),)


def test_a_list_that_names_the_server_of_the_other_way_does_not_contradict():
    assert elsewhere(said(Source.ISPDB, protocol=POP3, port=995))[0].foreign == ()


def test_what_is_off_or_no_mail_service_says_nothing():
    assert elsewhere(said(Source.ISPDB, "."), said(Source.ISPDB, OLD, Protocol.MANAGESIEVE)) == ()


@pytest.mark.parametrize(
    ("host", "protocol", "status", "counts"),
    [
        (OLD, IMAP, Status.COMPLETED, True),
        (OLD, IMAP, Status.FAILED, False),
        (HOST, IMAP, Status.COMPLETED, False),
        (OLD, POP3, Status.COMPLETED, False),
    ],
)
def test_a_guessed_name_counts_where_a_mail_server_answers(host, protocol, status, counts):
    reason = Reason.NAME_NOT_FOUND if status is Status.FAILED else None
    tried = Service(protocol, host, 993, Security.TLS, status, reason)
    found = elsewhere(said(Source.GUESS, OLD), services=(tried,))
    assert found == ((Elsewhere(Source.GUESS, (OLD,), (OLD,)),) if counts else ())


def test_what_the_company_publishes_itself_is_not_told_twice():
    assert elsewhere() == ()


def test_the_second_form_of_autodiscover_tells_outlook_of_exchange():
    second = Source.AUTODISCOVER_V2
    nothing = {Source.AUTODISCOVER: [], Source.AUTODISCOVER_SRV: []}
    for notes, said_so in (((SourceNote.EXCHANGE,), True), ((), False)):
        found = arrival(complete(published(files=nothing, checks={second: spoken(second, *notes)})), settings())
        assert found.elsewhere == ((Elsewhere(second, (), (), exchange=True),) if said_so else ())
