"""SRV records held against the settings: each label, the order, what is left over, what could not be asked."""

from dataclasses import replace

import pytest

from advisor.report.arrival.compare import arrival
from advisor.report.arrival.values import Differs, Item, Status, Why
from advisor.report.server_report import complete
from advisor.settings.codes import Alternative
from probes.codes import Protocol, Reason, Security, Source, Trust
from probes.codes import Status as Ran
from probes.results import Preference, SourceCheck
from tests.made_up.arrival_reports import HOST, OFF, OLD, ZONE, published, server, settings

GOOD = {Status.SAME, Status.NOT_NEEDED}


def things(report, meant=None):
    return {thing.item: thing for thing in arrival(complete(report), meant or settings()).things}


def not_as_meant(report, meant=None):
    """Item -> status, why, what differs, of everything that is not as it should."""
    return {
        item: (thing.status, thing.why, [each.what for each in thing.differences])
        for item, thing in things(report, meant).items()
        if thing.status not in GOOD
    }


def test_everything_is_as_meant():
    assert not_as_meant(published()) == {}
    assert things(published())[Item.SRV_ORDER].status is Status.SAME


@pytest.mark.parametrize(
    ("label", "value", "item", "status", "why", "differs"),
    [
        ("_imaps", None, Item.SRV_IMAPS, Status.MISSING, Why.NO_RECORD, []),
        ("_imap", None, Item.SRV_IMAP, Status.MISSING, Why.NO_RECORD, []),
        ("_pop3s", None, Item.SRV_POP3S, Status.MISSING, Why.NO_RECORD, []),
        ("_pop3", None, Item.SRV_POP3, Status.MISSING, Why.NO_RECORD, []),
        ("_submissions", None, Item.SRV_SUBMISSIONS, Status.MISSING, Why.NO_RECORD, []),
        ("_imaps", f"0 1 993 {OLD}.", Item.SRV_IMAPS, Status.LEFTOVER, None, [Differs.HOST]),
        ("_imaps", f"0 1 993 {HOST}. | 5 1 993 {OLD}.", Item.SRV_IMAPS, Status.LEFTOVER, None, [Differs.HOST]),
        ("_imaps", f"0 1 993 {HOST.upper()}.", Item.SRV_IMAPS, None, None, []),
        ("_imaps", f"0 1 9930 {HOST}.", Item.SRV_IMAPS, Status.OTHER, None, [Differs.PORT]),
        ("_imaps", OFF, Item.SRV_IMAPS, Status.OTHER, None, [Differs.SAID_OFF]),
        ("_imaps", f"0 1 0 {HOST}.", Item.SRV_IMAPS, Status.MISSING, Why.UNUSABLE, []),
        ("_imap", f"0 1 143 {HOST}.", Item.SRV_IMAP, Status.OTHER, None, [Differs.STILL_OFFERED]),
        ("_imap", f"0 1 143 {OLD}.", Item.SRV_IMAP, Status.LEFTOVER, None, [Differs.STILL_OFFERED]),
        ("_submission", f"0 1 587 {OLD}.", Item.SRV_SUBMISSION, Status.LEFTOVER, None, [Differs.STILL_OFFERED]),
        ("_submission", f"0 1 587 {HOST}.", Item.SRV_SUBMISSION, None, None, []),
        ("_submission", OFF, Item.SRV_SUBMISSION, None, None, []),
    ],
)
def test_one_record_is_otherwise(label, value, item, status, why, differs):
    zone = {name: said for name, said in {**ZONE, label: value}.items() if said is not None}
    expected = {} if status is None else {item: (status, why, differs)}
    assert not_as_meant(published(zone=zone)) == expected


def test_a_record_that_need_not_be_there_and_is_not_gets_no_row():
    assert Item.SRV_SUBMISSION not in things(published())


def test_a_label_without_an_answer_is_not_a_missing_record():
    zone = {label: value for label, value in ZONE.items() if label != "_imaps"}
    found = not_as_meant(published(zone=zone, failing="_imaps"))
    assert found == {Item.SRV_IMAPS: (Status.NOT_ASKED, Why.DNS_SILENT, [])}


@pytest.mark.parametrize(
    ("check", "why"),
    [
        (None, Why.NOT_REACHED),
        (SourceCheck(Source.SRV, Ran.NOT_RUN), Why.NOT_REACHED),
        (SourceCheck(Source.SRV, Ran.FAILED, reason=Reason.TIMED_OUT), Why.DNS_SILENT),
        (SourceCheck(Source.SRV, Ran.FAILED), Why.DNS_SILENT),
    ],
)
def test_a_source_that_was_not_asked_says_nothing(check, why):
    report = published(zone={}, preference=None)
    others = tuple(each for each in report.sources if each.source is not Source.SRV)
    found = things(replace(report, sources=others if check is None else (*others, check)))
    records = [thing for item, thing in found.items() if item.value.startswith("srv_") and item is not Item.SRV_ORDER]
    assert {(thing.status, thing.why) for thing in records} == {(Status.NOT_ASKED, why)}
    assert found[Item.SRV_ORDER].why is Why.WAITS_FOR_RECORDS


def test_a_domain_that_does_not_exist_has_no_records():
    report = published(zone={}, preference=None)
    gone = SourceCheck(Source.SRV, Ran.FAILED, reason=Reason.NAME_NOT_FOUND)
    others = tuple(each for each in report.sources if each.source is not Source.SRV)
    found = things(replace(report, sources=(*others, gone)))
    assert (found[Item.SRV_IMAPS].status, found[Item.SRV_IMAPS].why) == (Status.MISSING, Why.NO_RECORD)


@pytest.mark.parametrize(
    ("preference", "differs"),
    [(None, Differs.NO_ORDER), (Preference(Protocol.POP3, Source.SRV), Differs.ORDER)],
)
def test_the_order_is_a_row_of_its_own(preference, differs):
    found = not_as_meant(published(preference=preference))
    assert found == {Item.SRV_ORDER: (Status.OTHER, None, [differs])}


def test_who_fetches_wants_the_other_order():
    meant = settings(Alternative.POP3_KEEP, 21)
    assert things(published(), meant)[Item.SRV_ORDER].status is Status.OTHER
    fetched = published(preference=Preference(Protocol.POP3, Source.SRV))
    assert things(fetched, meant)[Item.SRV_ORDER].status is Status.SAME


def test_without_a_second_way_there_is_no_order():
    zone = {**ZONE, "_pop3s": OFF}
    assert Item.SRV_ORDER not in things(published(zone=zone, preference=None), settings(pop3=None))


@pytest.mark.parametrize("change", [{"proven": False}, {"trust": Trust.NEEDS_CONSENT}])
def test_what_is_not_announced_gets_no_row_unless_it_comes_first(change):
    meant = settings(pop3=server(995, **change))
    assert {Item.SRV_POP3S, Item.SRV_POP3, Item.SRV_ORDER}.isdisjoint(things(published(), meant))
    first = published(preference=Preference(Protocol.POP3, Source.SRV))
    assert not_as_meant(first, meant) == {Item.SRV_ORDER: (Status.OTHER, None, [Differs.ORDER])}


def test_reading_that_begins_in_the_open():
    meant = settings(imap=server(143, Security.STARTTLS), submission=server(587, Security.STARTTLS))
    zone = {**ZONE, "_imaps": OFF, "_imap": f"0 1 143 {HOST}.", "_submissions": OFF, "_submission": f"0 1 587 {HOST}."}
    found = things(published(zone=zone), meant)
    records = {item: thing.status for item, thing in found.items() if item.value.startswith("srv_")}
    assert set(records.values()) == {Status.SAME}
    assert Item.SRV_SUBMISSION in records


def test_the_line_of_the_zone_file_is_told():
    found = things(published())
    assert found[Item.SRV_IMAPS].lines == (f"_imaps._tcp.firma.example. 3600 IN SRV 0 1 993 {HOST}.",)
    assert found[Item.SRV_IMAP].lines == ("_imap._tcp.firma.example. 3600 IN SRV 0 0 0 .",)
