"""Files on web servers held against the settings: the places of autoconfig, and what all files have in common."""

import hashlib
from dataclasses import replace

import pytest

from advisor.profiles.account import account_for
from advisor.profiles.formats import pacc
from advisor.report.arrival.compare import arrival
from advisor.report.arrival.values import Differs, Harm, Item, Status, Why
from advisor.report.server_report import complete
from advisor.settings.codes import Alternative
from probes.codes import Protocol, Reason, Security, Source, SourceNote, UsernameForm
from probes.codes import Status as Ran
from probes.results import Evidence, SourceCheck
from tests.made_up.arrival_reports import (
    AT,
    HOST,
    IMAP,
    OLD,
    POP3,
    SENDING,
    URLS,
    empty,
    file,
    published,
    server,
    settings,
    spoken,
)
from tests.unit.report.arrival.test_records import not_as_meant, things

AUTOCONFIG, WELL_KNOWN = Source.AUTOCONFIG_HTTPS, Source.WELL_KNOWN_HTTPS
BOTH = ((IMAP, 993), (SENDING, 465))
ITEMS = {
    AUTOCONFIG: Item.AUTOCONFIG,
    WELL_KNOWN: Item.WELL_KNOWN,
    Source.AUTOCONFIG_HTTP: Item.AUTOCONFIG_HTTP,
    Source.WELL_KNOWN_HTTP: Item.WELL_KNOWN_HTTP,
    Source.PACC: Item.PACC_FILE,
    Source.AUTODISCOVER: Item.AUTODISCOVER,
    Source.AUTODISCOVER_SRV: Item.AUTODISCOVER_SRV,
}


@pytest.mark.parametrize("source", ITEMS)
@pytest.mark.parametrize(
    ("servers", "said", "status", "differs"),
    [
        (BOTH, {}, None, []),
        (BOTH, {"username": UsernameForm.ADDRESS}, None, []),
        (BOTH, {"host": HOST.upper() + "."}, None, []),
        (BOTH, {"port": None, "security": None}, None, []),
        ((*BOTH, (IMAP, 143)), {}, None, []),
        (BOTH, {"host": OLD}, Status.LEFTOVER, [Differs.HOST, Differs.HOST]),
        (BOTH, {"security": Security.NONE}, Status.OTHER, [Differs.SECURITY, Differs.SECURITY]),
        (BOTH, {"username": UsernameForm.LOCAL_PART}, Status.OTHER, [Differs.USERNAME, Differs.USERNAME]),
        (((IMAP, 9930), (SENDING, 465)), {}, Status.OTHER, [Differs.PORT]),
        (((IMAP, 993),), {}, Status.OTHER, [Differs.NOT_NAMED]),
        (((SENDING, 465),), {}, Status.OTHER, [Differs.NOT_NAMED]),
        (((POP3, 995), *BOTH), {}, Status.OTHER, [Differs.OTHER_FIRST]),
        ((*BOTH, (POP3, 995)), {}, None, []),
        (((POP3, 995), (SENDING, 465)), {}, Status.OTHER, [Differs.OTHER_FIRST, Differs.NOT_NAMED]),
    ],
)
def test_what_a_file_names(source, servers, said, status, differs):
    ports = {"port"} & set(said)
    claims = [replace(claim, **said) for claim in file(source, *servers)] if ports else file(source, *servers, **said)
    notes = (SourceNote.DIGEST_MATCHES,) if source is Source.PACC else ()
    found = not_as_meant(published(files={source: claims}, checks={source: spoken(source, *notes)}))
    assert found == ({} if status is None else {ITEMS[source]: (status, None, differs)})


def test_an_old_server_for_the_way_that_nobody_reads_is_left_over():
    claims = [*file(AUTOCONFIG, *BOTH), *file(AUTOCONFIG, (POP3, 995), host=OLD)]
    found = not_as_meant(published(files={AUTOCONFIG: claims}))
    assert found == {Item.AUTOCONFIG: (Status.LEFTOVER, None, [Differs.STILL_OFFERED])}


@pytest.mark.parametrize(
    ("check", "status", "why"),
    [
        (empty(AUTOCONFIG, "name_not_found"), Status.MISSING, Why.NO_NAME),
        (empty(AUTOCONFIG, "refused", reason=Reason.REFUSED), Status.MISSING, Why.NO_ANSWER),
        (empty(AUTOCONFIG, "filtered", reason=Reason.FILTERED), Status.MISSING, Why.NO_ANSWER),
        (empty(AUTOCONFIG, "timed_out", reason=Reason.TIMED_OUT), Status.MISSING, Why.NO_ANSWER),
        (empty(AUTOCONFIG, "certificate_expired", reason=Reason.CERTIFICATE_EXPIRED), Status.MISSING, Why.CERTIFICATE),
        (empty(AUTOCONFIG, "certificate_name", reason=Reason.CERTIFICATE_NAME), Status.MISSING, Why.CERTIFICATE),
        (empty(AUTOCONFIG, "tls_failed", reason=Reason.TLS_FAILED), Status.MISSING, Why.ENCRYPTION),
        (empty(AUTOCONFIG, "404"), Status.MISSING, Why.NO_FILE),
        (empty(AUTOCONFIG, "410"), Status.MISSING, Why.NO_FILE),
        (empty(AUTOCONFIG, "401", SourceNote.LOGIN_WANTED), Status.MISSING, Why.LOGIN),
        (empty(AUTOCONFIG, "500"), Status.MISSING, Why.WEB_ERROR),
        (empty(AUTOCONFIG, "302"), Status.MISSING, Why.WEB_ERROR),
        (empty(AUTOCONFIG, "200", SourceNote.HTML_INSTEAD), Status.MISSING, Why.HTML),
        (empty(AUTOCONFIG, "200", SourceNote.NOT_READABLE, reason=Reason.PROTOCOL_ERROR), Status.MISSING,
         Why.NOT_READABLE),
        (empty(AUTOCONFIG, "200", reason=Reason.LIMIT_EXCEEDED), Status.MISSING, Why.TOO_LONG),
        (empty(AUTOCONFIG, "200"), Status.MISSING, Why.EMPTY),
        (empty(AUTOCONFIG, "dns_failed", reason=Reason.DNS_FAILED), Status.NOT_ASKED, Why.DNS_SILENT),
        (empty(AUTOCONFIG, "address_refused", reason=Reason.ADDRESS_REFUSED), Status.NOT_ASKED, Why.NOT_REACHED),
        (SourceCheck(AUTOCONFIG, Ran.NOT_RUN), Status.NOT_ASKED, Why.NOT_REACHED),
        (SourceCheck(AUTOCONFIG, Ran.FAILED, reason=Reason.CANCELLED), Status.NOT_ASKED, Why.NOT_REACHED),
        (SourceCheck(AUTOCONFIG, Ran.FAILED, reason=Reason.CERTIFICATE_CHAIN), Status.MISSING, Why.CERTIFICATE),
        (SourceCheck(AUTOCONFIG, Ran.COMPLETED), Status.MISSING, Why.NO_FILE),
    ],
)  # fmt: skip
def test_why_a_file_is_not_there(check, status, why):
    found = not_as_meant(published(files={AUTOCONFIG: []}, checks={AUTOCONFIG: check}))
    assert found == {Item.AUTOCONFIG: (status, why, [])}


@pytest.mark.parametrize(
    ("note", "why", "status", "differs"),
    [
        (SourceNote.WRONG_CONTENT_TYPE, Why.WRONG_CONTENT_TYPE, Status.PARTLY, []),
        (SourceNote.OVER_HTTP, Why.OVER_HTTP, Status.PARTLY, []),
        (SourceNote.NOT_FOR_THIS_DOMAIN, None, Status.OTHER, [Differs.OTHER_DOMAIN]),
    ],
)
def test_a_file_that_is_right_but_not_for_everybody(note, why, status, differs):
    found = not_as_meant(published(checks={AUTOCONFIG: spoken(AUTOCONFIG, note)}))
    assert found == {Item.AUTOCONFIG: (status, why, differs)}


def test_what_comes_over_http_where_nothing_else_is_meant_is_fine():
    source = Source.AUTOCONFIG_HTTP
    report = published(files={source: file(source, *BOTH)}, checks={source: spoken(source, SourceNote.OVER_HTTP)})
    assert things(report)[Item.AUTOCONFIG_HTTP].status is Status.SAME


def test_one_place_is_enough():
    found = things(published(files={AUTOCONFIG: [], WELL_KNOWN: file(WELL_KNOWN, *BOTH)}))
    assert (found[Item.AUTOCONFIG].status, found[Item.AUTOCONFIG].why) == (Status.NOT_NEEDED, Why.OTHER_PLACE)
    assert found[Item.WELL_KNOWN].status is Status.SAME


def test_a_second_place_that_is_wrong_does_not_stand_in():
    found = not_as_meant(published(files={AUTOCONFIG: [], WELL_KNOWN: file(WELL_KNOWN, *BOTH, host=OLD)}))
    assert found[Item.AUTOCONFIG][:2] == (Status.MISSING, Why.NO_NAME)
    assert found[Item.WELL_KNOWN][0] is Status.LEFTOVER


@pytest.mark.parametrize(
    ("way", "days", "said", "differs"),
    [
        (Alternative.POP3_KEEP, 21, (True, 21), []),
        (Alternative.POP3_KEEP, 21, (True, 14), [Differs.OTHER_DAYS]),
        (Alternative.POP3_KEEP, 21, (True, None), [Differs.DAYS_NOT_SAID]),
        (Alternative.POP3_KEEP, 21, (False, None), [Differs.DELETES]),
        (Alternative.POP3_KEEP, 21, (None, None), [Differs.DAYS_NOT_SAID]),
        (Alternative.POP3_KEEP, None, (True, 9999), []),
        (Alternative.POP3_KEEP, None, (True, 14), [Differs.OTHER_DAYS]),
        (Alternative.POP3_DELETE, None, (False, None), []),
        (Alternative.POP3_DELETE, None, (True, 14), [Differs.LEAVES]),
        (Alternative.POP3_DELETE, None, (None, None), [Differs.DAYS_NOT_SAID]),
    ],
)
def test_how_long_fetched_mail_stays(way, days, said, differs):
    leave, for_days = said
    fetching = file(AUTOCONFIG, (POP3, 995), leave_on_server=leave, leave_days=for_days)
    claims = [*fetching, *file(AUTOCONFIG, (SENDING, 465))]
    thing = things(published(files={AUTOCONFIG: claims}), settings(way, days))[Item.AUTOCONFIG]
    assert [each.what for each in thing.differences] == differs
    assert thing.status is (Status.OTHER if differs else Status.SAME)


@pytest.mark.parametrize("way", [Alternative.POP3_KEEP, Alternative.POP3_DELETE])
def test_a_file_that_deletes_is_better_not_there(way):
    meant = settings(way, 21 if way is Alternative.POP3_KEEP else None)
    without = published(files={AUTOCONFIG: []})
    assert (things(without, meant)[Item.AUTOCONFIG].why, arrival(complete(without), meant).harms) == (
        Why.ADVISED_AGAINST,
        (),
    )
    assert arrival(complete(published()), meant).harms == (Harm.EVERYBODY_DELETES,)
    assert arrival(complete(published()), settings()).harms == ()


@pytest.mark.parametrize("way", [(Alternative.POP3_KEEP, 21), (Alternative.POP3_DELETE, None)])
def test_for_a_way_that_deletes_nothing_is_to_be_published_that_programs_ask_for(way):
    found = things(published(files={source: [] for source in ITEMS}), settings(*way))
    for item in ITEMS.values():
        thing = found[item]
        assert (thing.status, thing.why, thing.wanted) == (Status.NOT_NEEDED, Why.ADVISED_AGAINST, False), item
    assert Item.PACC_DIGEST not in found


def test_who_keeps_mail_for_ever_publishes_the_file():
    meant = settings(Alternative.POP3_KEEP)
    without = things(published(files={AUTOCONFIG: []}), meant)[Item.AUTOCONFIG]
    assert (without.status, without.why) == (Status.MISSING, Why.NO_NAME)
    assert arrival(complete(published()), meant).harms == ()


def test_a_service_that_is_no_mail_is_nobodys_leftover():
    claims = [*file(AUTOCONFIG, *BOTH), *file(AUTOCONFIG, (Protocol.MANAGESIEVE, 4190), host=OLD)]
    assert not_as_meant(published(files={AUTOCONFIG: claims})) == {}


@pytest.mark.parametrize(("body", "as_exported"), [(None, True), (b"another", False)])
def test_whether_the_file_is_ours_byte_by_byte(body, as_exported):
    ours = pacc.configuration(account_for(settings(), None))
    step = Evidence(AT, url=URLS[Source.PACC], status="200", sha256=hashlib.sha256(body or ours).hexdigest())
    check = SourceCheck(Source.PACC, Ran.COMPLETED, 2, notes=(SourceNote.DIGEST_WRONG,), evidence=(step,))
    found = things(published(checks={Source.PACC: check}))
    assert found[Item.PACC_DIGEST].as_exported is as_exported
    assert found[Item.PACC_FILE].status is Status.SAME


def test_a_file_of_which_no_fingerprint_is_kept_may_be_anything():
    assert things(published())[Item.PACC_DIGEST].as_exported is None


def test_settings_of_which_there_is_no_file_have_no_row_unless_something_lies_there():
    template = server(993, username=UsernameForm.OTHER)
    meant = settings(imap=template)
    assert Item.AUTOCONFIG not in things(published(files={AUTOCONFIG: []}), meant)
    named = file(AUTOCONFIG, *BOTH, username=UsernameForm.ADDRESS)
    there = things(published(files={AUTOCONFIG: named}), meant)[Item.AUTOCONFIG]
    assert (there.status, there.wanted) == (Status.SAME, False)
