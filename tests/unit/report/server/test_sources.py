"""Where was looked for settings, step by step: what was asked, how it ended, whether somebody could have forged it."""

from dataclasses import replace

import pytest

from advisor.report.cells import Tone
from advisor.report.server.hosts import hosts
from advisor.report.server.sources import sources, steps
from advisor.text import Language
from probes.codes import Reason, Source, Status
from probes.results import Evidence, MailExchanger, SourceCheck
from tests.made_up.probe_reports import AT, GOOD

EN, DE = Language.EN, Language.DE
RECORD = "_imaps._tcp.firma.example. SRV 0 5 993 mail.firma.example."
URL = "https://autoconfig.firma.example/mail/config-v1.1.xml?emailaddress=postmaster%40firma.example"


def asked(*evidence, source=Source.SRV, **changes):
    check = SourceCheck(source, Status.COMPLETED, evidence=evidence, **changes)
    return replace(GOOD, sources=(check,))


@pytest.mark.parametrize(
    ("evidence", "ended", "at"),
    [
        (Evidence(AT, record=RECORD, dnssec=True), "found; protected against forgery (DNSSEC)", RECORD),
        (Evidence(AT, record=RECORD, dnssec=False), "found; not confirmed as protected (DNSSEC)", RECORD),
        (Evidence(AT, record="_pop3._tcp.firma.example. SRV", status="no_record"), "no such record", None),
        (Evidence(AT, record="firma.example", status="not_listed"), "not on the list", None),
        (Evidence(AT, url=URL, status="404"), "answer of the web server: 404", URL),
        (Evidence(AT, url=URL, status="address_refused"), None, URL),
        (Evidence(AT, record="gmx.net: gmx_net", status="2026-11-23"), "2026-11-23", None),
    ],
)
def test_each_step_says_how_it_ended_and_what_was_asked(evidence, ended, at):
    ((step,),) = (block.details for block in steps(asked(evidence), EN))
    assert step == (ended or step[0], at or evidence.record)
    assert "_" not in step[0]
    ((german,),) = (block.details for block in steps(asked(evidence), DE))
    assert german[1] == step[1]
    assert german[0] != step[0] or ended == "2026-11-23"


def test_steps_stand_under_the_name_of_their_source_and_keep_their_order():
    report = asked(Evidence(AT, url=URL, status="302"), Evidence(AT, url=f"{URL}&2", status="200"), claims=1)
    (block,) = steps(report, EN)
    assert block.title == "the domain’s own record (DNS, SRV)"
    assert block.status.text == "Found something"
    assert [where for _, where in block.details] == [URL, f"{URL}&2"]


def test_a_source_without_steps_has_no_block():
    assert steps(asked(), EN) == ()


def test_what_was_not_asked_is_not_told_as_nothing_there():
    left_out = replace(GOOD, sources=(SourceCheck(Source.GUESS, Status.NOT_RUN), *GOOD.sources))
    told = {line.name: line.status.text for line in sources(left_out, EN)}
    assert told["our guess"] == "Not asked"
    timed_out = replace(GOOD, sources=(SourceCheck(Source.SRV, Status.NOT_RUN, reason=Reason.TIMED_OUT),))
    assert sources(timed_out, EN)[0].status.text not in ("Not asked", "Nothing there")


def test_who_was_silent_shares_a_line_and_a_guess_is_no_finding():
    silent = (Source.PACC, Source.JMAP)
    report = replace(
        GOOD,
        sources=(
            *(SourceCheck(source, Status.COMPLETED) for source in silent),
            SourceCheck(Source.SRV, Status.COMPLETED, claims=3),
            SourceCheck(Source.GUESS, Status.COMPLETED, claims=2),
        ),
    )
    assert [(line.name, line.status.text, line.status.tone) for line in sources(report, EN)][:3] == [
        ("the domain’s own record (DNS, SRV)", "Found something", Tone.GOOD),
        ("the provider’s settings file (PACC); the domain’s own record (JMAP)", "Nothing there", Tone.NONE),
        ("our guess", "Tried usual names", Tone.NONE),
    ]


@pytest.mark.parametrize("language", Language)
def test_a_public_list_that_is_switched_off_is_said_to_be(language):
    lines = {line.name: line for line in sources(GOOD, language)}
    off = lines["public list of providers (ISPDB)" if language is EN else "öffentliche Anbieterliste (ISPDB)"]
    assert off.status.text == ("Not asked" if language is EN else "Nicht gefragt")
    assert ("switch it off" if language is EN else "ausschalten") in off.notes[0]
    asked_too = replace(GOOD, sources=(*GOOD.sources, SourceCheck(Source.ISPDB, Status.COMPLETED)))
    assert [line.notes for line in sources(asked_too, language) if off.name in line.name] == [()]


def test_every_exchanger_is_told_with_what_is_known_of_it():
    exchangers = (
        MailExchanger("mail.firma.example", 5, dnssec=True),
        MailExchanger("mx.google.com", 10, provider="google", dnssec=False),
        MailExchanger("mx1.pphosted.com", 20, gateway="proofpoint"),
        MailExchanger("mx.fremd.example", 30),
    )
    first = hosts(replace(GOOD, mail_exchangers=exchangers), EN)[0]
    assert first.host == "Entrance for mail (MX)"
    own, known, filtered, unknown = first.details
    assert own == (
        "mail.firma.example", "rank 5; belongs to the domain itself; protected against forgery (DNSSEC)",
    )  # fmt: skip
    assert known[1] == "rank 10; known provider: Gmail / Google Workspace; not confirmed as protected (DNSSEC)"
    assert filtered[1].startswith("rank 20; filter or forwarder: Proofpoint")
    assert unknown == ("mx.fremd.example", "rank 30; operator unknown to us")


def test_a_domain_that_takes_no_mail_has_no_exchanger():
    assert hosts(replace(GOOD, mail_exchangers=(MailExchanger(".", 0),)), EN) == ()
