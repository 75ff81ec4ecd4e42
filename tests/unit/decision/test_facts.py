"""What the decision takes from a mail server report, and what it must not conclude."""

from dataclasses import replace

import pytest

from advisor.decision.facts import ServerFacts, facts_of
from advisor.settings.codes import ReadingProtocol
from probes.codes import Authentication, Offer, Protocol, Reason, Security, Status
from probes.results import Capabilities, Service


@pytest.fixture
def facts(company, server):
    return lambda **differs: facts_of(company(), server(**differs))


@pytest.mark.parametrize(
    ("tokens", "uidl", "expire"),
    [
        (["UIDL"], True, None),
        (["uidl", "expire 30 user"], True, 30),
        (["USER"], False, None),
        ([], None, None),
        (["UIDL", "EXPIRE NEVER"], True, None),
        (["UIDL", "EXPIRE"], True, None),
        (["UIDL", "EXPIRE 9999999999"], True, None),
        (["UIDL", "EXPIRE ²"], True, None),
        (["UIDL", "EXPIRE 30", "EXPIRE 5"], True, 5),
        (["UIDLX", " "], False, None),
        (["UIDL", "EXPIRE30"], True, 30),
        (["UIDL", "EXPIRENEVER"], True, None),
        (["UIDL", "EXPIRE 0", "X-GOOGLE-RICO"], True, None),
        (["UIDL", "EXPIRE 0", "X-GOOGLE-RICOH"], True, 0),
    ],
)
def test_pop3_capabilities(facts, tokens, uidl, expire):
    found = facts(pop3_capabilities=tokens)
    assert (found.uidl, found.expire_days) == (uidl, expire)


@pytest.mark.parametrize(
    ("before", "after", "idle"),
    [(["IDLE"], None, None), (["IMAP4rev1"], None, None), ([], ("IMAP4rev1",), False), ([], ("IDLE",), True)],
)
def test_idle_counts_only_after_login(facts, before, after, idle):
    assert facts(imap_capabilities=before, after_login=after).idle is idle


def test_without_idle_push_is_worth_less(advice):
    with_idle = advice({"after_login": ("IMAP4rev1", "IDLE")}, immediacy="at_once")
    without = advice({"after_login": ("IMAP4rev1",)}, immediacy="at_once")
    unseen = advice({"imap_capabilities": ["IMAP4rev1"]}, immediacy="at_once")
    value = {name: one.ranking[0].value for name, one in (("with", with_idle), ("without", without), ("un", unseen))}
    assert value["without"] < value["with"] == value["un"]


def test_the_word_of_the_company_stands_in_for_a_report(company):
    pop3_only, imap_only = (facts_of(company(server_offers=code), None) for code in ("pop3_only", "imap_only"))
    assert pop3_only == ServerFacts(imap=Offer.NOT_FOUND, pop3=Offer.OFFERED)
    assert imap_only == ServerFacts(imap=Offer.OFFERED, pop3=Offer.NOT_FOUND)
    assert pop3_only.is_off(ReadingProtocol.IMAP)
    assert imap_only.is_off(ReadingProtocol.POP3)
    assert facts_of(company(server_offers="both"), None) == facts_of(company(), None) == ServerFacts()


@pytest.mark.parametrize(
    ("before", "after", "login", "uidl", "expire"),
    [
        (("UIDL", "EXPIRE 5"), ("TOP",), None, False, None),
        (("UIDL", "EXPIRE 5"), (), None, None, None),
        (("UIDL", "EXPIRE 5"), None, None, None, None),
        (("TOP",), ("UIDL", "EXPIRE 30"), None, True, 30),
        (None, ("TOP", "EXPIRE 30 USER"), ("UIDL", "EXPIRE NEVER"), True, None),
        (None, ("UIDL", "EXPIRE NEVER"), ("UIDL", "EXPIRE 7"), True, 7),
        (None, ("UIDL", "EXPIRE 30"), (), True, 30),
    ],
)
def test_what_was_said_in_clear_text_is_no_fact_and_the_word_after_login_is_the_last(
    company, server, before, after, login, uidl, expire
):
    lists = Capabilities(before_tls=before, after_tls=after, after_login=login)
    pop3 = Service(Protocol.POP3, "h", 110, Security.STARTTLS, Status.COMPLETED, capabilities=lists)
    found = facts_of(company(), replace(server(), services=(pop3,)))
    assert (found.uidl, found.expire_days) == (uidl, expire)


def test_one_server_whose_expire_does_not_hold_excuses_no_other(company, server):
    gmail, own = (
        Service(Protocol.POP3, host, 995, Security.TLS, Status.COMPLETED, capabilities=Capabilities(after_tls=tokens))
        for host, tokens in (("g", ("EXPIRE 0", "X-GOOGLE-RICO")), ("h", ("EXPIRE 0",)))
    )
    found = [facts_of(company(), replace(server(), services=each)).expire_days for each in ((gmail,), (gmail, own))]
    assert found == [None, 0]


def test_an_empty_list_after_login_proves_no_absence(facts):
    assert facts(imap_capabilities=["IMAP4rev1"], after_login=()).idle is None


def test_a_failed_service_says_nothing_whatever_it_said_before_it_failed(company, server):
    lists = Capabilities(after_tls=("UIDL", "EXPIRE 5", "LOGIN-DELAY 60"))
    failed = Service(
        Protocol.POP3, "h", 995, Security.TLS, Status.FAILED, Reason.CLOSED, capabilities=lists,
        authentication=(Authentication.OAUTH2,),
    )  # fmt: skip
    found = facts_of(company(), replace(server(pop3="unreachable"), services=(failed,)))
    assert (found.uidl, found.expire_days, found.login_delay, found.pop3) == (None, None, None, Offer.UNREACHABLE)
    assert found.oauth2_only == ()


def test_sign_in_through_the_provider_only(company, server):
    modern = Service(
        Protocol.IMAP, "h", 993, Security.TLS, Status.COMPLETED, authentication=(Authentication.OAUTH2,)
    )  # fmt: skip
    assert facts_of(company(), replace(server(), services=(modern,))).oauth2_only == ("imap",)
