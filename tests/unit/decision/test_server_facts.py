"""Each thing that a server shows or lacks has its effect on the advice, and the advice names it. Case and near case."""

from dataclasses import replace

import pytest

from advisor.decision.advise import advise
from advisor.decision.codes import ServerFact
from advisor.decision.facts import facts_of
from advisor.decision.recommendation import SeenFact
from advisor.decision.seen import seen
from probes.codes import Authentication, Offer, Protocol, Reason, Security, Status
from probes.results import Capabilities, Service
from tests.unit.decision.conftest import make_company, make_server

KEEPS = {  # a company that fetches and leaves a copy
    "data_control": "off_provider",
    "provider_stay": "some_weeks",
    "keep_copy_on_server": "no",
    "device_backup": "tested",
}
DELETES = {**KEEPS, "provider_stay": "as_short_as_possible"}
ARCHIVES = {"data_control": "own_copy", "devices": "two"}


def conditions(advice):
    return {one.code.value: dict(one.params) for one in advice.conditions}


def facts_behind(advice, criterion):
    every = (*advice.reasons, *advice.counter_reasons)
    return next((one.facts for one in every if one.criterion == criterion), ())


def excluding(advice, alternative):
    return {one.rule: one.facts for row in advice.ranking if row.alternative == alternative for one in row.excluded_by}


def seen_in(**server):
    return seen(facts_of(make_company(), make_server(**server)))


# Under which name


def test_what_was_said_under_a_proven_name_wins_over_the_rest():
    def pop3(reason, *tokens):
        listed = Capabilities(after_tls=tokens)
        return Service(Protocol.POP3, "h", 995, Security.TLS, Status.COMPLETED, reason, capabilities=listed)

    proven, forged = pop3(None, "UIDL"), pop3(Reason.CERTIFICATE_SELF_SIGNED, "USER", "EXPIRE 0")
    facts = facts_of(make_company(), replace(make_server(), services=(forged, proven)))
    assert (facts.uidl, facts.expire_days) == (True, None)
    alone = facts_of(make_company(), replace(make_server(), services=(forged,)))
    assert (alone.uidl, alone.expire_days) == (False, 0)


# Signing in


def only_oauth2(protocol, provider=None):
    service = Service(protocol, "h", 993, Security.TLS, Status.COMPLETED, authentication=(Authentication.OAUTH2,))
    return replace(make_server(provider=provider), services=(service,))


@pytest.mark.parametrize(
    ("provider", "programs", "unsure"),
    [
        (None, ["outlook", "thunderbird", "browser"], "outlook,thunderbird"),
        ("outlook_com", ["outlook", "thunderbird", "apple", "android", "outlook_new"], None),
        ("outlook_com", ["other", "apple"], "other"),
        ("google", ["outlook", "thunderbird"], "outlook"),
        (None, ["browser"], None),
    ],
)
def test_programs_that_may_not_know_the_providers_page_are_named(provider, programs, unsure):
    asked = conditions(advise(make_company(devices="two", programs=programs), only_oauth2(Protocol.IMAP, provider)))
    assert asked["oauth2_required"] == ({} if unsure is None else {"programs": unsure})


def test_sign_in_on_a_page_matters_for_the_protocol_that_is_used_only():
    asked = conditions(advise(make_company(devices="two"), only_oauth2(Protocol.POP3)))
    assert "oauth2_required" not in asked
    told = make_server(provider="outlook_com", notes=("oauth2_required",))
    assert conditions(advise(make_company(devices="two"), told))["oauth2_required"] == {}


# POP3: UIDL, EXPIRE, LOGIN-DELAY


def test_without_uidl_no_copy_is_kept_and_the_rule_says_so(advice):
    advised = advice({"pop3_capabilities": ["USER"]}, **KEEPS)
    assert advised.recommended == "imap_archive"
    assert excluding(advised, "pop3_keep") == {"E4": (SeenFact(ServerFact.NO_UIDL),)}
    assert excluding(advice({"pop3_capabilities": ["UIDL"]}, **KEEPS), "pop3_keep") == {}


@pytest.mark.parametrize(
    ("days", "keep_days", "conditions_expected", "excluded"),
    [
        (0, None, None, True),
        (6, None, None, True),
        (7, 7, {"server_expires": {"days": 7}, "short_copy": {"days": 7, "needed": 28}}, False),
        (27, 27, {"server_expires": {"days": 27}, "short_copy": {"days": 27, "needed": 28}}, False),
        (28, 28, {"server_expires": {"days": 28}}, False),
        ("NEVER", 28, {}, False),
    ],
)
def test_a_server_that_deletes_caps_the_days_or_takes_the_copy_out(
    advice, days, keep_days, conditions_expected, excluded
):
    advised = advice({"pop3_capabilities": ["UIDL", f"EXPIRE {days}"]}, **KEEPS)
    assert excluding(advised, "pop3_keep") == ({"E4": (SeenFact(ServerFact.EXPIRES, days),)} if excluded else {})
    assert advised.keep_days == keep_days
    if conditions_expected is not None:
        asked = conditions(advised)
        assert {code: asked[code] for code in asked if code in ("server_expires", "short_copy")} == conditions_expected


def test_too_little_room_is_not_blamed_on_the_server(advice):
    tight = advice({"pop3_capabilities": ["UIDL", "EXPIRE 30"]}, quota_gb=0.02, mails_per_day=40, **KEEPS)
    assert excluding(tight, "pop3_keep") == {"E4": ()}


def test_whoever_deletes_at_once_must_still_fetch_before_the_server_deletes(advice):
    asked = conditions(advice({"pop3_capabilities": ["UIDL", "EXPIRE 14"]}, **DELETES))
    assert asked["server_expires"] == {"days": 14}
    assert "short_copy" not in asked
    nothing_stays = advice({"pop3_capabilities": ["UIDL", "EXPIRE 0"]}, **DELETES)
    assert nothing_stays.recommended == "pop3_delete"
    assert "server_expires" not in conditions(nothing_stays)


@pytest.mark.parametrize(
    ("server", "why"),
    [
        ({"pop3_capabilities": ["USER"]}, "no_uidl"),
        ({"pop3_capabilities": ["UIDL", "EXPIRE 30"]}, "expires"),
        ({"pop3": "not_found"}, "no_pop3"),
        ({"notes": ("mixing_discouraged",), "provider": "x"}, "mixing"),
        ({"pop3_capabilities": ["UIDL", "EXPIRE NEVER"]}, None),
    ],
)
def test_a_collector_by_pop3_that_would_hurt_is_ruled_out(advice, server, why):
    advised = advice(server, **ARCHIVES)
    assert advised.recommended == "imap_archive"
    assert conditions(advised).get("archive_by_imap") == (None if why is None else {"why": why})


@pytest.mark.parametrize(
    ("token", "minutes", "moved"),
    [
        ("LOGIN-DELAY 900", 15, True),
        ("LOGIN-DELAY 899", 15, False),
        ("login-delay 61 USER", 2, False),
        ("LOGIN-DELAY 0", None, False),
        ("LOGIN-DELAY", None, False),
        ("LOGIN-DELAY soon", None, False),
    ],
)
def test_a_wait_between_visits_sets_the_interval_and_from_a_quarter_of_an_hour_the_value(advice, token, minutes, moved):
    advised = advice({"pop3_capabilities": ["UIDL", token]}, immediacy="at_once", **KEEPS)
    assert conditions(advised).get("poll_interval") == (None if minutes is None else {"minutes": minutes})
    assert facts_behind(advised, "push") == ((SeenFact(ServerFact.LONG_LOGIN_DELAY, 900),) if moved else ())


def test_the_longest_wait_of_several_servers_counts_and_so_does_what_is_known_of_the_provider():
    assert (
        facts_of(make_company(), make_server(pop3_capabilities=["LOGIN-DELAY 60", "LOGIN-DELAY 300"])).login_delay
        == 300
    )
    noted = make_server(provider="web_de", notes=("pop3_min_interval",), pop3_capabilities=["UIDL", "LOGIN-DELAY 60"])
    assert facts_of(make_company(), noted).login_delay == 900
    assert facts_of(make_company(), make_server()).login_delay is None


def test_nobody_who_reads_at_the_provider_is_bothered_with_pop3(advice):
    asked = conditions(advice({"pop3_capabilities": ["UIDL", "LOGIN-DELAY 900", "EXPIRE 9"]}, devices="two"))
    assert not {"poll_interval", "server_expires", "short_copy"} & set(asked)


# IMAP: push, resynchronising, quota, folders


def test_without_push_the_reason_names_the_server(advice):
    silent = advice({"after_login": ("IMAP4rev1", "CONDSTORE")}, immediacy="at_once")
    telling = advice({"after_login": ("IMAP4rev1", "CONDSTORE", "IDLE")}, immediacy="at_once")
    assert facts_behind(silent, "push") == (SeenFact(ServerFact.NO_IDLE),)
    assert facts_behind(telling, "push") == ()
    assert silent.ranking[0].value < telling.ranking[0].value


@pytest.mark.parametrize(
    ("before", "after", "lacking"),
    [
        ((), ("IDLE",), True),
        ((), ("IDLE", "condstore"), False),
        ((), ("IDLE", "QRESYNC"), False),
        ((), ("IDLE", "COMPRESS=DEFLATE"), False),
        ((), ("IDLE", "COMPRESS=OTHER"), True),
        (("CONDSTORE",), ("IDLE",), False),
        (("IMAP4rev1",), None, False),
        (("IMAP4rev1",), (), False),
    ],
)
def test_resynchronising_is_dear_only_where_the_list_after_login_says_so(advice, before, after, lacking):
    advised = advice({"imap_capabilities": before, "after_login": after}, line="slow_or_metered")
    assert facts_behind(advised, "line") == ((SeenFact(ServerFact.NO_LEAN_SYNC),) if lacking else ())


def test_a_fact_that_moves_neither_of_the_two_compared_is_not_named(advice):
    advised = advice({"after_login": ("IMAP4rev1",)}, devices="two")  # imap against imap_archive: both wait alike
    assert advised.against == "imap_archive"
    assert facts_behind(advised, "push") == ()
    assert {one.code for one in seen_in(after_login=("IMAP4rev1",))} == {ServerFact.NO_IDLE, ServerFact.NO_LEAN_SYNC}


@pytest.mark.parametrize(
    ("server", "params"),
    [
        ({"imap_capabilities": ["QUOTA"]}, {"why": "told"}),
        ({"after_login": ("IDLE", "QUOTA")}, {"why": "told"}),
        ({"after_login": ("IDLE",)}, {"why": "not_told"}),
        ({}, {}),
    ],
)
def test_whether_the_server_tells_how_much_fits(advice, server, params):
    advised = advice(server, devices="two", local_only_mail="one", quota="unknown")
    assert conditions(advised)["measure_quota"] == params


@pytest.mark.parametrize(
    ("after", "answers", "told"),
    [
        (("IDLE",), {"devices": "two"}, True),
        (("IDLE", "SPECIAL-USE"), {"devices": "two"}, False),
        (None, {"devices": "two"}, False),
        (("IDLE",), {"devices": "one"}, False),
        (("IDLE",), {"devices": "one", "webmail": "yes"}, True),
    ],
)
def test_the_folder_for_sent_mail_is_chosen_by_hand_where_several_look_for_it(advice, after, answers, told):
    assert ("sent_folder_by_hand" in conditions(advice({"after_login": after}, **answers))) is told


@pytest.mark.parametrize(
    ("server", "shared", "told"),
    [
        ({"imap_capabilities": ["ACL"]}, "few", "shared_folders"),
        ({"after_login": ("ACL", "IDLE")}, "many", "shared_folders"),
        ({"after_login": ("NAMESPACE", "IDLE")}, "few", "shared_password"),
        ({}, "few", None),
        ({"imap_capabilities": ["ACL"]}, "none", None),
        ({"imap_capabilities": ["ACL"]}, "unknown", None),
    ],
)
def test_a_shared_address_is_a_shared_folder_where_the_server_can(advice, server, shared, told):
    asked = conditions(advice(server, devices="two", shared_addresses=shared))
    assert {code for code in asked if code.startswith("shared_")} == ({told} if told else set())


# What nobody has seen changes nothing


@pytest.mark.parametrize(
    ("lists", "offer", "asked"),
    [
        ([("IMAP4rev1", "LOGINDISABLED")], Offer.UNREACHABLE, True),
        ([("IMAP4rev1", "LOGINDISABLED"), ("IMAP4rev1",)], Offer.OFFERED, False),
        ([("IMAP4rev1", "LOGINDISABLED", "AUTH=XOAUTH2")], Offer.OFFERED, False),
    ],
)
def test_what_nobody_can_sign_in_to_is_not_called_usable(lists, offer, asked):
    listed = [Capabilities(after_tls=tokens) for tokens in lists]
    services = tuple(
        Service(Protocol.IMAP, f"h{number}", 993, Security.TLS, Status.COMPLETED, capabilities=each)
        for number, each in enumerate(listed)
    )
    company, server = make_company(), replace(make_server(), services=services)
    assert server.offers.imap is Offer.OFFERED
    assert facts_of(company, server).imap is offer
    assert ("check_server" in conditions(advise(company, server))) is asked


def test_unseen_facts_change_nothing():
    assert seen_in(imap_capabilities=(), pop3_capabilities=()) == ()
    assert seen(facts_of(make_company(), None)) == ()
    clear = Capabilities(before_tls=("LOGIN-DELAY 900", "EXPIRE 0", "USER"))
    pop3 = Service(Protocol.POP3, "h", 110, Security.STARTTLS, Status.COMPLETED, capabilities=clear)
    imap = replace(pop3, protocol=Protocol.IMAP, port=143, capabilities=Capabilities(before_tls=("QUOTA", "ACL")))
    facts = facts_of(make_company(), replace(make_server(), services=(pop3, imap)))
    assert seen(facts) == ()
    assert (facts.tells_quota, facts.shared_folders, facts.imap) == (None, None, Offer.OFFERED)
