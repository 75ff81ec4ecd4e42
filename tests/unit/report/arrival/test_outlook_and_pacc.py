"""The answer for Outlook and the file of PACC with its digest held against the settings."""

from dataclasses import replace

import pytest

from advisor.report.arrival.values import Differs, Item, Status, Why
from probes.codes import Authentication, Reason, Source, SourceNote, UsernameForm
from probes.codes import Status as Ran
from probes.results import Evidence, SourceCheck
from tests.made_up.arrival_reports import (
    AT,
    DOMAIN,
    OLD,
    URLS,
    empty,
    file,
    published,
    server,
    settings,
    spoken,
)
from tests.unit.report.arrival.test_files import BOTH, ITEMS
from tests.unit.report.arrival.test_records import not_as_meant, things


def test_who_takes_no_password_gets_no_answer_for_outlook():
    meant = settings(imap=server(993, authentication=(Authentication.OAUTH2,)))
    nothing = published(files={Source.AUTODISCOVER: [], Source.AUTODISCOVER_SRV: [], Source.PACC: []})
    assert {Item.AUTODISCOVER, Item.AUTODISCOVER_SRV, Item.PACC_FILE, Item.PACC_DIGEST}.isdisjoint(
        things(nothing, meant)
    )


@pytest.mark.parametrize(
    ("username", "template", "differs"),
    [
        (UsernameForm.OTHER, "f-postmaster", False),
        (UsernameForm.OTHER, "f-%EMAILLOCALPART%", False),
        (UsernameForm.OTHER, "f-anna", True),
        (UsernameForm.ADDRESS, None, True),
        (None, None, False),
    ],
)
def test_an_answer_for_one_address_has_filled_the_user_name_in(username, template, differs):
    own = {"username": UsernameForm.OTHER, "username_template": "f-%EMAILLOCALPART%"}
    meant = settings(imap=server(993, **own), submission=server(465, **own))
    source = Source.AUTODISCOVER
    claims = file(source, *BOTH, username=username, username_template=template)
    thing = things(published(files={source: claims}), meant)[Item.AUTODISCOVER]
    assert (Differs.USERNAME in {each.what for each in thing.differences}) is differs


def test_the_first_place_for_outlook_is_judged_by_its_own_steps():
    """The website answers with a page of its own; that is not why the name for Outlook is missing."""
    source = Source.AUTODISCOVER
    steps = (
        Evidence(AT, url=f"https://{DOMAIN}/autodiscover/autodiscover.xml", status="200"),
        Evidence(AT, url=URLS[source], status="302"),
        Evidence(AT, url="https://login.hoster.example/", status="certificate_name"),
        Evidence(AT, url=f"http://autodiscover.{DOMAIN}/autodiscover/autodiscover.xml", status="404"),
    )
    check = SourceCheck(source, Ran.COMPLETED, notes=(SourceNote.HTML_INSTEAD,), evidence=steps)
    nothing = {source: [], Source.AUTODISCOVER_SRV: []}
    found = not_as_meant(published(files=nothing, checks={source: check}))
    assert found == {Item.AUTODISCOVER: (Status.MISSING, Why.CERTIFICATE, [])}


def test_a_certificate_at_which_outlook_stops_is_told_although_the_record_leads_on():
    source = Source.AUTODISCOVER
    for status, told in (("certificate_name", True), ("name_not_found", False), ("refused", False)):
        found = not_as_meant(published(files={source: []}, checks={source: empty(source, status)}))
        assert (Item.AUTODISCOVER in found) is told


def test_a_record_for_outlook_that_leads_nowhere_is_told():
    source = Source.AUTODISCOVER_SRV
    record = Evidence(AT, record=f"_autodiscover._tcp.{DOMAIN}. SRV 0 0 443 autodiscover.{OLD}.")
    web = Evidence(AT, url=f"https://autodiscover.{OLD}/autodiscover/autodiscover.xml", status="timed_out")
    check = SourceCheck(source, Ran.FAILED, reason=Reason.TIMED_OUT, evidence=(record, web))
    found = not_as_meant(published(files={source: []}, checks={source: check}))
    assert found == {Item.AUTODISCOVER_SRV: (Status.MISSING, Why.NO_ANSWER, [])}


@pytest.mark.parametrize("source", [Source.AUTODISCOVER, Source.AUTODISCOVER_SRV])
def test_exchange_at_the_place_for_outlook_is_left_over(source):
    for claims in ([], file(source, *BOTH)):
        found = not_as_meant(published(files={source: claims}, checks={source: spoken(source, SourceNote.EXCHANGE)}))
        assert found == {ITEMS[source]: (Status.LEFTOVER, None, [Differs.EXCHANGE])}


def test_a_record_for_outlook_that_is_not_there_is_not_needed():
    source = Source.AUTODISCOVER_SRV
    step = Evidence(AT, record=f"_autodiscover._tcp.{DOMAIN}. SRV", status="no_record")
    check = SourceCheck(source, Ran.COMPLETED, evidence=(step,))
    found = things(published(files={source: []}, checks={source: check}))
    assert found[Item.AUTODISCOVER_SRV].status is Status.NOT_NEEDED


@pytest.mark.parametrize(
    ("notes", "status", "why", "differs"),
    [
        ((SourceNote.DIGEST_MATCHES,), Status.SAME, None, []),
        ((SourceNote.DIGEST_WRONG,), Status.OTHER, None, [Differs.DIGEST]),
        ((SourceNote.DIGEST_MATCHES, SourceNote.DIGEST_WRONG), Status.OTHER, None, [Differs.DIGEST]),
        ((SourceNote.DIGEST_MISSING,), Status.MISSING, Why.NO_RECORD, []),
    ],
)
def test_the_digest(notes, status, why, differs):
    thing = things(published(checks={Source.PACC: spoken(Source.PACC, *notes)}))[Item.PACC_DIGEST]
    assert (thing.status, thing.why, [each.what for each in thing.differences]) == (status, why, differs)


def test_the_digest_that_was_not_answered_and_the_one_that_was_not_asked_for():
    own = spoken(Source.PACC)
    silent = Evidence(AT, record=f"_ua-auto-config.{DOMAIN}. TXT", status="dns_failed")
    asked = things(published(checks={Source.PACC: replace(own, evidence=(*own.evidence, silent))}))[Item.PACC_DIGEST]
    assert (asked.status, asked.why) == (Status.NOT_ASKED, Why.DNS_SILENT)
    waiting = things(published(files={Source.PACC: []}))[Item.PACC_DIGEST]
    assert (waiting.status, waiting.why) == (Status.NOT_NEEDED, Why.WAITS_FOR_FILE)


def test_a_pacc_file_that_lies_at_the_former_place_only():
    steps = (
        Evidence(AT, url=URLS[Source.PACC], status="name_not_found"),
        Evidence(AT, url=f"https://{DOMAIN}/.well-known/user-agent-configuration.json", status="200"),
    )
    check = SourceCheck(Source.PACC, Ran.COMPLETED, 2, notes=(SourceNote.DIGEST_MATCHES,), evidence=steps)
    assert not_as_meant(published(checks={Source.PACC: check})) == {
        Item.PACC_FILE: (Status.PARTLY, Why.OLDER_PLACE, [])
    }
