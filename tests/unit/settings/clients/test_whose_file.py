"""Which of several files counts: Thunderbird loads the domain's first one only, and programs ask the first exchanger's
owner only, file by file.
"""

from dataclasses import replace

import pytest

from advisor.settings.clients.linux import evolution
from advisor.settings.clients.thunderbird import android, desktop
from advisor.settings.clients.values import ClientNote
from probes.codes import Source, SourceNote, Status
from probes.results import Evidence, MailExchanger, SourceCheck
from tests.made_up.small_reports import NOW
from tests.unit.settings.clients.published import IMAP, POP3, SMTP, domain, file, host_of

BEHIND_MX = pytest.mark.parametrize("client", [desktop, android, evolution])
LIST = "https://autoconfig.thunderbird.net/v1.1"


def from_url(url, host, protocols=(IMAP, SMTP)):
    """A file behind the MX."""
    return file(Source.MX_PROVIDER, host, protocols, evidence=Evidence(NOW, url=url, status="200"))


def exchanged(report, *exchangers, steps=()):
    """The report of a domain whose mail these take, with preferences; ``steps``: what was asked behind the MX."""
    check = SourceCheck(Source.MX_PROVIDER, Status.COMPLETED, evidence=tuple(Evidence(NOW, *step) for step in steps))
    hosts = tuple(MailExchanger(host, preference) for host, preference in exchangers)
    return replace(report, mail_exchangers=hosts, sources=(*report.sources, check))


def own(name):
    """Where the owner of a name publishes."""
    return f"https://autoconfig.{name}/mail/config-v1.1.xml?emailaddress=postmaster%40firma.ch"


@BEHIND_MX
@pytest.mark.parametrize("url", [own("hoster.ch"), f"{LIST}/hoster.ch"])
@pytest.mark.parametrize(
    ("exchangers", "read"),
    [
        ([("mx.hoster.ch", 10), ("mx.firma.ch", 20)], True),
        ([("mx.firma.ch", 10), ("mx.hoster.ch", 20)], False),  # the domain speaks for itself; no other is asked
        ([("mx.filter.net", 10), ("mx.hoster.ch", 20)], False),
        ([("mx.filter.net", 10), ("mx.hoster.ch", 10)], True),  # any of them may be taken
        ([("mx.xhoster.ch", 10)], False),
    ],
)
def test_only_the_owner_of_the_first_exchanger_is_asked(client, url, exchangers, read):
    report = exchanged(domain(*from_url(url, "imap.hoster.ch")), *exchangers)
    assert (client(report).reads is Source.MX_PROVIDER) is read


@BEHIND_MX
def test_where_a_redirect_leads_counts_for_the_name_that_was_asked(client):
    end = "https://cdn.example/config.xml"
    claims = from_url(end, "imap.hoster.ch")
    steps = [(own("second.ch"), None, "404"), (own("hoster.ch"), None, "301"), (end, None, "200")]
    first = exchanged(domain(*claims), ("mx.hoster.ch", 10), ("mx.second.ch", 20), steps=steps)
    assert client(first).reads is Source.MX_PROVIDER
    second = exchanged(domain(*claims), ("mx.second.ch", 10), ("mx.hoster.ch", 20), steps=steps)
    assert client(second).settings is None


@BEHIND_MX
def test_two_files_behind_the_mx_are_never_mixed(client):
    half = from_url(own("customers.hoster.ch"), "half.hoster.ch", (SMTP,))
    whole = from_url(own("hoster.ch"), "imap.hoster.ch")
    outcome = client(exchanged(domain(*half, *whole), ("mx.customers.hoster.ch", 10)))
    assert [each.host for each in outcome.settings.servers] == ["imap.hoster.ch", "imap.hoster.ch"]


@pytest.mark.parametrize("note", [SourceNote.HTML_INSTEAD, SourceNote.WRONG_CONTENT_TYPE])
def test_desktop_looks_at_the_first_own_file_only_that_can_be_loaded(note):
    """``FetchConfig.sys.mjs`` of August 2026 reads the one answer that came, and only if it came as XML."""
    page = SourceCheck(Source.AUTOCONFIG_HTTPS, Status.COMPLETED, notes=(note,))
    spoilt = domain(*file(Source.WELL_KNOWN_HTTPS, "a.firma.ch"), *file(Source.ISPDB, "b.firma.ch"))
    spoilt = replace(spoilt, sources=(page,))
    outcome = desktop(spoilt)
    assert (outcome.reads, host_of(outcome)) == (Source.ISPDB, "b.firma.ch")
    assert ClientNote.OTHER_WORDS in outcome.notes
    assert host_of(android(spoilt)) == "a.firma.ch"


def test_a_web_page_after_the_file_matters_to_nobody():
    page = SourceCheck(Source.WELL_KNOWN_HTTPS, Status.COMPLETED, notes=(SourceNote.HTML_INSTEAD,))
    outcome = desktop(replace(domain(*file(Source.AUTOCONFIG_HTTPS)), sources=(page,)))
    assert outcome.reads is Source.AUTOCONFIG_HTTPS
    assert ClientNote.OTHER_WORDS not in outcome.notes
    nothing_else = desktop(replace(domain(*file(Source.ISPDB)), sources=(page,)))
    assert nothing_else.reads is Source.ISPDB
    assert ClientNote.OTHER_WORDS not in nothing_else.notes


def test_a_file_that_comes_as_something_else_than_xml_is_not_read_on_the_desktop():
    typed = SourceCheck(Source.AUTOCONFIG_HTTPS, Status.COMPLETED, notes=(SourceNote.WRONG_CONTENT_TYPE,))
    report = replace(domain(*file(Source.AUTOCONFIG_HTTPS)), sources=(typed,))
    assert desktop(report).reads is not Source.AUTOCONFIG_HTTPS
    assert ClientNote.OTHER_WORDS in desktop(report).notes
    assert android(report).reads is Source.AUTOCONFIG_HTTPS


def test_a_useless_first_file_hides_the_others_on_the_desktop():
    useless = file(Source.AUTOCONFIG_HTTPS, "a.firma.ch", (POP3,))
    outcome = desktop(domain(*useless, *file(Source.WELL_KNOWN_HTTPS, "b.firma.ch"), *file(Source.ISPDB, "c.firma.ch")))
    assert host_of(outcome) == "c.firma.ch"
