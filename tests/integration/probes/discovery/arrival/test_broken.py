"""One published thing broken at a time: just that row changes."""

import pytest

from advisor.profiles.formats import pacc
from advisor.report.arrival.values import Differs, End, Item, Status, Why
from advisor.settings.clients.values import Client
from tests.integration.probes.discovery.arrival.conftest import (
    AUTODISCOVER,
    DOMAIN,
    FILE,
    NEW,
    OLD,
    XML,
    Published,
    company,
    end_of,
    exported,
    moved_from,
    only_differs,
    stand,
)
from tests.integration.probes.discovery.conftest import answer


def test_a_record_that_leads_to_the_old_server(checked):
    published = exported(company())
    published.replace_record("_imaps._tcp", "SRV", f"0 1 993 {OLD}.")
    (thing,) = only_differs(checked(published), Item.SRV_IMAPS)
    assert thing.status is Status.LEFTOVER
    assert [(each.what, each.found, each.meant) for each in thing.differences] == [(Differs.HOST, OLD, NEW)]


def test_a_record_with_another_port(checked):
    published = exported(company())
    published.replace_record("_submissions._tcp", "SRV", f"0 1 4650 {NEW}.")
    (thing,) = only_differs(checked(published), Item.SRV_SUBMISSIONS)
    assert (thing.status, thing.differences[0].what) == (Status.OTHER, Differs.PORT)


def test_yesterdays_settings_file(checked):
    settings = company()
    published = exported(settings)
    published.files[FILE] = exported(moved_from(settings)).files[FILE]
    found = checked(published)
    (thing,) = only_differs(found, Item.AUTOCONFIG)
    assert thing.status is Status.LEFTOVER
    assert end_of(found, Client.THUNDERBIRD_DESKTOP).end is End.OTHERS


def test_yesterdays_settings_file_over_http(checked):
    """Some programs ask without protection first."""
    settings = company()
    body, kind = exported(moved_from(settings)).files[FILE]
    (thing,) = only_differs(
        checked(exported(settings), http={FILE: answer(body, b"200 OK", kind)}), Item.AUTOCONFIG_HTTP
    )
    assert thing.status is Status.LEFTOVER


def test_a_way_that_leads_over_http_is_not_trusted(checked):
    published = exported(company())
    body, kind = published.files.pop(FILE)
    published.files[FILE] = (b"", b"Location: http://autoconfig.firma.example/elsewhere.xml")
    found = checked(published, http={"/elsewhere.xml": answer(body, b"200 OK", kind)}, status={FILE: b"302 Found"})
    (thing,) = only_differs(found, Item.AUTOCONFIG)
    assert (thing.status, thing.why) == (Status.PARTLY, Why.OVER_HTTP)


@pytest.mark.parametrize(
    ("was", "what"),
    [("pop3_keep_days", Differs.OTHER_DAYS), ("pop3_delete", Differs.DELETES), ("imap", Differs.OTHER_FIRST)],
)
def test_a_settings_file_of_another_way(checked, was, what):
    published = exported(company("pop3_keep_forever"))
    published.files[FILE] = exported(company(was)).files[FILE]
    (thing,) = only_differs(checked(published), Item.AUTOCONFIG)
    assert (thing.status, thing.differences[0].what) == (Status.OTHER, what)


def test_a_digest_of_another_file(checked):
    published = exported(company())
    published.replace_record("_ua-auto-config", "TXT", f'"{pacc.digest_record(b"another file")}"')
    (thing,) = only_differs(checked(published), Item.PACC_DIGEST)
    assert (thing.status, thing.as_exported) == (Status.OTHER, True)


def test_a_file_that_somebody_saved_in_another_way_no_longer_fits_its_digest(checked):
    published = exported(company())
    body, kind = published.files[pacc.PATH]
    published.files[pacc.PATH] = (body.replace(b"\n", b"\r\n"), kind)
    (thing,) = only_differs(checked(published), Item.PACC_DIGEST)
    assert (thing.status, thing.as_exported) == (Status.OTHER, False)


def test_no_digest(checked):
    published = exported(company())
    published.replace_record("_ua-auto-config", "TXT", None)
    (thing,) = only_differs(checked(published), Item.PACC_DIGEST)
    assert (thing.status, thing.why) == (Status.MISSING, Why.NO_RECORD)


@pytest.mark.parametrize(
    ("content", "status", "why"),
    [
        (
            (b"<!DOCTYPE html><html><title>Willkommen</title></html>", b"Content-Type: text/html"),
            Status.MISSING,
            Why.HTML,
        ),
        ((b"<clientConfig><emailProvider>", XML), Status.MISSING, Why.NOT_READABLE),
        ((b"<clientConfig/>", XML), Status.MISSING, Why.EMPTY),
        (None, Status.MISSING, Why.NO_FILE),
    ],
    ids=["html", "broken", "empty", "no file"],
)
def test_a_settings_file_that_is_none(checked, content, status, why):
    published = exported(company())
    if content is None:
        del published.files[FILE]
    else:
        published.files[FILE] = content
    (thing,) = only_differs(checked(published), Item.AUTOCONFIG)
    assert (thing.status, thing.why) == (status, why)


def test_a_wrong_content_type(checked):
    published = exported(company())
    published.files[FILE] = (published.files[FILE][0], b"Content-Type: application/octet-stream")
    (thing,) = only_differs(checked(published), Item.AUTOCONFIG)
    assert (thing.status, thing.why) == (Status.PARTLY, Why.WRONG_CONTENT_TYPE)


def test_the_record_that_says_off_is_missing(checked):
    published = exported(company(pop3=None))
    published.replace_record("_pop3s._tcp", "SRV", None)
    (thing,) = only_differs(checked(published), Item.SRV_POP3S)
    assert (thing.status, thing.why, thing.meant) == (Status.MISSING, Why.NO_RECORD, ())


def test_the_record_that_says_off_names_a_server(checked):
    published = exported(company(pop3=None))
    published.replace_record("_pop3._tcp", "SRV", f"0 1 110 {NEW}.")
    (thing,) = only_differs(checked(published), Item.SRV_POP3)
    assert (thing.status, thing.differences[0].what) == (Status.OTHER, Differs.STILL_OFFERED)


def test_swapped_priorities(checked):
    published = exported(company())
    published.replace_record("_imaps._tcp", "SRV", f"10 1 993 {NEW}.")
    published.replace_record("_pop3s._tcp", "SRV", f"0 1 995 {NEW}.")
    (thing,) = only_differs(checked(published), Item.SRV_ORDER)
    assert (thing.status, thing.differences[0].what) == (Status.OTHER, Differs.ORDER)


def test_the_same_priority_for_both(checked):
    published = exported(company())
    published.replace_record("_pop3s._tcp", "SRV", f"0 1 995 {NEW}.")
    (thing,) = only_differs(checked(published), Item.SRV_ORDER)
    assert (thing.status, thing.differences[0].what) == (Status.OTHER, Differs.NO_ORDER)


def test_a_zone_that_does_not_answer_for_one_record_is_no_missing_record(checked, web):
    published = exported(company())
    web.lab.dns.fail(f"_submissions._tcp.{DOMAIN}")
    (thing,) = only_differs(checked(published), Item.SRV_SUBMISSIONS)
    assert (thing.status, thing.why) == (Status.NOT_ASKED, Why.DNS_SILENT)


def test_a_name_that_is_not_in_the_zone(checked):
    published = exported(company())
    published.replace_record("autoconfig", "CNAME", None)
    (thing,) = only_differs(checked(published), Item.AUTOCONFIG)
    assert (thing.status, thing.why) == (Status.MISSING, Why.NO_NAME)


def test_the_name_for_outlook_is_not_needed_where_the_record_leads_there(checked):
    published = exported(company())
    published.replace_record("autodiscover", "CNAME", None)
    found = checked(published)
    only_differs(found)
    assert stand(found)[Item.AUTODISCOVER] is Status.NOT_NEEDED
    assert stand(found)[Item.AUTODISCOVER_SRV] is Status.SAME


def test_a_certificate_of_another_name_takes_all_files_away_and_no_record(checked, test_ca):
    published = exported(company())
    context = test_ca.certificate("www.andere.example").server_context()
    found = checked(published, context=context)
    things = only_differs(found, Item.AUTOCONFIG, Item.PACC_FILE, Item.AUTODISCOVER, Item.AUTODISCOVER_SRV)
    assert {(thing.status, thing.why) for thing in things} == {(Status.MISSING, Why.CERTIFICATE)}
    assert stand(found)[Item.PACC_DIGEST] is Status.NOT_NEEDED


def test_an_answer_for_outlook_that_is_the_same_for_everybody(checked):
    """A web server that gives one person's file to all would sign everybody in as that person."""
    published = exported(company())
    body, kind = published.files[AUTODISCOVER]
    published.files[AUTODISCOVER] = (body.replace(b"postmaster@", b"anna@"), kind)
    things = only_differs(checked(published), Item.AUTODISCOVER, Item.AUTODISCOVER_SRV)
    assert {difference.what for thing in things for difference in thing.differences} == {Differs.USERNAME}


def test_nothing_is_published(checked):
    found = checked(Published(company(), [], {}))
    assert {thing.status for thing in found.things} == {Status.MISSING, Status.NOT_NEEDED}
    assert not found.harms


def test_all_of_it_is_of_before_the_change(checked):
    settings = company()
    found = checked(exported(moved_from(settings)), settings)
    standing = stand(found)
    assert {standing[item] for item in (Item.SRV_IMAPS, Item.AUTOCONFIG, Item.PACC_FILE, Item.AUTODISCOVER)} == {
        Status.LEFTOVER
    }
    assert standing[Item.SRV_IMAP] is Status.SAME  # still says that nothing begins in the open
