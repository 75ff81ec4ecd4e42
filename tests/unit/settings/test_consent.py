"""A server that nobody vouched for is named, asked for, and left out; a confirmed one counts as trusted."""

from dataclasses import replace

import pytest

from advisor.settings.codes import Alternative
from advisor.settings.consent import confirm, needed, to_confirm, without_unconfirmed
from advisor.settings.selection import company_settings
from probes.codes import Protocol, Security, Source, Trust
from tests.made_up.small_reports import claim, report, service

ASK = Trust.NEEDS_CONSENT


def settings(alternative=Alternative.IMAP, **trusts):
    """Three proven servers on hosts of their own, trusted unless said otherwise."""
    claims = [
        claim(Source.MX_PROVIDER, each, f"{each}.hoster.ch", trust=trusts.get(each.value, Trust.TRUSTED))
        for each in (Protocol.IMAP, Protocol.POP3, Protocol.SUBMISSION)
    ]
    tested = [service(each.host, protocol=each.protocol, security=Security.TLS) for each in claims]
    return company_settings(report(claims, tested), "Firma AG", alternative, None)


def test_trusted_servers_need_no_word():
    assert to_confirm(needed(settings())) == ()


def test_only_the_servers_of_the_own_way_are_needed():
    found = settings(pop3=ASK, submission=ASK)
    assert [server.host for server in to_confirm(needed(found))] == ["submission.hoster.ch"]
    other = replace(found, alternative=Alternative.POP3_KEEP)
    assert [server.host for server in to_confirm(needed(other))] == ["pop3.hoster.ch", "submission.hoster.ch"]


def test_one_host_for_two_services_is_asked_for_once():
    found = settings(imap=ASK)
    assert len(to_confirm((found.imap, replace(found.imap, port=465), None))) == 1


def test_a_confirmed_host_counts_as_trusted_and_nothing_else_changes():
    before = settings(imap=ASK, submission=ASK)
    after = confirm(before, {"imap.hoster.ch"})
    assert after.imap == replace(before.imap, trust=Trust.TRUSTED)
    assert (after.pop3, after.submission) == (before.pop3, before.submission)
    assert [server.host for server in to_confirm(needed(after))] == ["submission.hoster.ch"]


@pytest.mark.parametrize("hosts", [set(), {"hoster.ch"}, {"IMAP.hoster.ch"}])
def test_another_name_confirms_nothing(hosts):
    assert confirm(settings(imap=ASK), hosts) == settings(imap=ASK)


def test_a_host_that_a_reliable_source_names_for_another_service_is_not_asked_for():
    found = settings(pop3=ASK)
    same = replace(found, pop3=replace(found.pop3, host=found.imap.host), alternative=Alternative.POP3_KEEP)
    assert to_confirm(needed(confirm(same, ()))) == ()
    assert confirm(same, ()).pop3.trust is Trust.TRUSTED
    assert confirm(found, ()).pop3.trust is ASK


def test_a_word_never_lowers_trust():
    found = settings(imap=Trust.VERIFIED)
    assert confirm(found, {"imap.hoster.ch"}) == found


def test_what_nobody_vouched_for_is_left_out():
    found = without_unconfirmed(settings(pop3=ASK))
    assert found.pop3 is None
    assert (found.imap.host, found.submission.host) == ("imap.hoster.ch", "submission.hoster.ch")
