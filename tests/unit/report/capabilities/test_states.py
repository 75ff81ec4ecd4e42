"""Announced, works, fails, not visible before login, absent: five things that are never mixed up."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.report.capabilities.states import Ability, Phase, State, abilities, differences, unknown
from advisor.report.capabilities.table import MEANINGS
from advisor.report.texts.capabilities.values import Weight
from probes.codes import Protocol, Reason, Security, Status
from probes.results import Capabilities, Service, Tls

TLS = Tls("TLSv1.3", "TLS_AES_256_GCM_SHA384", None)
PORTS = {
    (Protocol.IMAP, Security.TLS): 993,
    (Protocol.IMAP, Security.STARTTLS): 143,
    (Protocol.POP3, Security.TLS): 995,
    (Protocol.POP3, Security.STARTTLS): 110,
    (Protocol.SUBMISSION, Security.TLS): 465,
    (Protocol.SUBMISSION, Security.STARTTLS): 587,
    (Protocol.MANAGESIEVE, Security.STARTTLS): 4190,
}


def service(protocol="imap", *, before=None, after=None, login=None, security=Security.TLS, **differs) -> Service:
    protocol = Protocol(protocol)
    made = Service(
        protocol,
        "mail.firma.ch",
        PORTS.get((protocol, security), 4190),
        security,
        Status.COMPLETED,
        tls=TLS,
        capabilities=Capabilities(before_tls=before, after_tls=after, after_login=login),
    )
    return replace(made, **differs)


def row(key: str, basis: Service, *others: Service, tried=None) -> Ability | None:
    rows = abilities(basis, (basis, *others), tried)
    return next((each for each in rows if each.key == key), None)


def state(key: str, basis: Service, *others: Service, tried=None) -> State | None:
    found = row(key, basis, *others, tried=tried)
    return found.state if found else None


def test_announced_within_encryption() -> None:
    assert row("IDLE", service(after=("IMAP4rev1", "IDLE"))) == Ability(
        "IDLE", State.ADVERTISED, Phase.AFTER_TLS, ("IDLE",)
    )


@pytest.mark.parametrize(
    "key", ["IDLE", "SPECIAL-USE", "QUOTA", "NAMESPACE", "ACL", "CONDSTORE", "MOVE", "APPENDLIMIT"]
)
def test_a_short_list_before_login_proves_nothing(key) -> None:
    assert row(key, service(after=("IMAP4rev1", "ID"))) == Ability(key, State.NOT_VISIBLE)


@pytest.mark.parametrize("key", ["IDLE", "SPECIAL-USE", "QUOTA"])
def test_after_login_absence_is_real(key) -> None:
    found = row(key, service(after=("IMAP4rev1", "IDLE"), login=("IMAP4rev1",)))
    assert found == Ability(key, State.MISSING, Phase.AFTER_LOGIN)


def test_the_list_after_login_wins() -> None:
    found = row("IDLE", service(after=("IMAP4rev1",), login=("IMAP4rev1", "IDLE")))
    assert found == Ability("IDLE", State.ADVERTISED, Phase.AFTER_LOGIN, ("IDLE",))


def test_sign_in_is_read_from_the_list_before_login() -> None:
    found = row("AUTH=", service(after=("IMAP4rev1", "AUTH=PLAIN"), login=("IMAP4rev1", "IDLE")))
    assert (found.state, found.phase) == (State.ADVERTISED, Phase.AFTER_TLS)
    assert state("AUTH=", service(after=("IMAP4rev1",))) is State.MISSING


def test_what_stood_only_in_clear_text_is_announced_there_and_nowhere_else() -> None:
    basis = service(security=Security.STARTTLS, before=("IMAP4rev1", "IDLE"), after=("IMAP4rev1",))
    assert row("IDLE", basis) == Ability("IDLE", State.ADVERTISED, Phase.BEFORE_TLS, ("IDLE",))


def test_a_sign_in_that_stood_only_in_clear_text_does_not_count() -> None:
    basis = service(security=Security.STARTTLS, before=("IMAP4rev1", "AUTH=PLAIN"), after=("IMAP4rev1",))
    assert row("AUTH=", basis) == Ability("AUTH=", State.MISSING, Phase.AFTER_TLS)


def test_clear_text_alone_never_proves_an_absence() -> None:
    broken = service(
        security=Security.STARTTLS, before=("IMAP4rev1", "STARTTLS"), tls=None,
        status=Status.FAILED, reason=Reason.TLS_FAILED,
    )  # fmt: skip
    states = {each.key: each.state for each in abilities(broken, (broken,))}
    assert states.pop("STARTTLS") is State.FAILS
    assert State.MISSING not in states.values()


def test_refusing_passwords_in_clear_text_is_seen() -> None:
    good = service(security=Security.STARTTLS, before=("IMAP4rev1", "LOGINDISABLED"), after=("IMAP4rev1",))
    assert row("LOGINDISABLED", good).phase is Phase.BEFORE_TLS
    assert row("LOGINDISABLED", service(after=("IMAP4rev1", "LOGINDISABLED"))).phase is Phase.AFTER_TLS
    assert row("LOGINDISABLED", service(after=("IMAP4rev1",))) is None


@pytest.mark.parametrize(
    ("key", "tokens", "shown"),
    [
        ("CONDSTORE", ("IMAP4rev1", "QRESYNC"), "QRESYNC"),
        ("SPECIAL-USE", ("IMAP4rev1", "XLIST"), "XLIST"),
        ("LITERAL+", ("IMAP4rev1", "LITERAL-"), "LITERAL-"),
        ("MOVE", ("IMAP4rev2",), "IMAP4rev2"),
    ],
)
def test_a_token_that_includes_another_speaks_for_it(key, tokens, shown) -> None:
    assert row(key, service(after=tokens)) == Ability(key, State.ADVERTISED, Phase.AFTER_TLS, (shown,))


def test_the_new_version_beside_the_old_one_promises_nothing_to_old_programs() -> None:
    assert state("MOVE", service(after=("IMAP4rev1", "IMAP4rev2"))) is State.NOT_VISIBLE


@pytest.mark.parametrize(
    ("status", "reason", "tls", "before", "expected"),
    [
        ("completed", None, TLS, ("STARTTLS",), State.WORKS),
        ("completed", None, TLS, (), State.WORKS),
        ("completed", "certificate_expired", TLS, ("STARTTLS",), State.WORKS),
        ("failed", "starttls_refused", None, ("STARTTLS",), State.FAILS),
        ("failed", "starttls_broken", None, ("STARTTLS",), State.FAILS),
        ("failed", "starttls_injection", None, ("STARTTLS",), State.FAILS),
        ("failed", "tls_timeout", None, ("STARTTLS",), State.FAILS),
        ("failed", "starttls_not_offered", None, ("IMAP4rev1",), State.MISSING),
        ("failed", "closed", None, ("STARTTLS",), State.ADVERTISED),
        ("failed", "filtered", None, None, None),
    ],
)
def test_starttls_is_what_became_of_the_attempt(status, reason, tls, before, expected) -> None:
    other = service(
        security=Security.STARTTLS, before=before, tls=tls, status=Status(status),
        reason=Reason(reason) if reason else None,
    )  # fmt: skip
    assert state("STARTTLS", service(after=("IMAP4rev1",)), other) is expected


def test_starttls_of_the_same_host_counts_more_than_of_another() -> None:
    basis = service(after=("IMAP4rev1",))
    far = service(security=Security.STARTTLS, host="alt.firma.ch", before=("STARTTLS",))
    near = service(
        security=Security.STARTTLS, before=("X",), tls=None, status=Status.FAILED, reason=Reason.STARTTLS_NOT_OFFERED
    )
    assert row("STARTTLS", basis, far, near) == Ability("STARTTLS", State.MISSING, Phase.BEFORE_TLS, port=143)


@pytest.mark.parametrize(
    ("after", "status", "expected"),
    [
        (("UIDL",), "completed", State.WORKS),
        ((), "completed", State.FAILS),
        (None, "failed", State.NOT_VISIBLE),
    ],
)
def test_the_question_for_abilities_was_answered_or_not(after, status, expected) -> None:
    assert state("CAPA", service("pop3", after=after, status=Status(status))) is expected


@pytest.mark.parametrize(
    ("security", "greeting", "offered"),
    [
        (Security.TLS, "+OK ready <1896.697170952@dbc.mtview.ca.us>", True),
        (Security.TLS, "+OK ready", False),
        (Security.STARTTLS, "+OK ready <1896.697170952@dbc.mtview.ca.us>", False),
    ],
)
def test_apop_is_offered_by_a_greeting_within_encryption_alone(security, greeting, offered) -> None:
    basis = service("pop3", after=("UIDL",), security=security, greeting=greeting)
    found = {each.key: each for each in abilities(basis, [basis])}
    assert found.get("APOP") == (Ability("APOP", State.ADVERTISED, Phase.AFTER_TLS) if offered else None)


def test_pop3_lists_before_login_what_it_can_do() -> None:
    assert row("UIDL", service("pop3", after=("TOP",))) == Ability("UIDL", State.MISSING, Phase.AFTER_TLS)


def test_an_old_pop3_server_without_a_list_may_still_know_uidl() -> None:
    assert state("UIDL", service("pop3", after=())) is State.NOT_VISIBLE


def test_the_name_was_asked_for_and_told() -> None:
    assert state("ID", service(after=("IMAP4rev1", "ID"), implementation="Dovecot")) is State.WORKS
    assert state("ID", service(after=("IMAP4rev1", "ID"))) is State.ADVERTISED
    assert state("ID", service(after=("IMAP4rev1",))) is None


def test_what_a_measurement_used_works_or_fails() -> None:
    basis = service(after=("IMAP4rev1",), login=("IMAP4rev1", "QUOTA"))
    assert row("QUOTA", basis, tried={"QUOTA": True}) == Ability("QUOTA", State.WORKS, Phase.AFTER_LOGIN, ("QUOTA",))
    assert state("UIDL", service("pop3", after=("UIDL",)), tried={"UIDL": False}) is State.FAILS


def test_unknown_tokens_are_those_of_the_newest_list() -> None:
    basis = service(after=("IMAP4rev1", "X-ONE", "X-ONE"), login=("IDLE", "X-TWO", "x-three"))
    assert unknown(basis) == ("X-TWO", "x-three")
    assert unknown(replace(basis, capabilities=Capabilities(after_tls=("X-ONE", "X-ONE")))) == ("X-ONE",)


def test_ports_that_announce_different_things_are_told() -> None:
    basis = service(after=("IMAP4rev1", "IDLE", "LITERAL+"))
    other = service(security=Security.STARTTLS, before=("STARTTLS",), after=("imap4rev1", "IDLE", "QUOTA", "X-OWN"))
    same = service(security=Security.STARTTLS, after=("IDLE", "IMAP4REV1", "literal+", "LOGINDISABLED"))
    (found,) = differences(basis, (basis, other, same))
    assert (found.service, found.missing, found.extra) == (other, ("LITERAL+",), ("QUOTA", "X-OWN"))


def test_a_port_that_could_not_be_read_differs_in_nothing() -> None:
    basis = service(after=("IMAP4rev1", "IDLE"))
    unread = service(security=Security.STARTTLS, before=("IMAP4rev1",), status=Status.FAILED, reason=Reason.TLS_FAILED)
    assert differences(basis, (basis, unread)) == ()
    assert differences(unread, (basis, unread)) == ()


TOKENS = st.lists(
    st.sampled_from([key for table in MEANINGS.values() for key in table]) | st.text(max_size=12), max_size=12
).map(tuple)


@given(
    protocol=st.sampled_from(Protocol),
    security=st.sampled_from(Security),
    status=st.sampled_from(Status),
    reason=st.none() | st.sampled_from(Reason),
    tls=st.sampled_from([None, TLS]),
    lists=st.tuples(*[st.none() | TOKENS] * 3),
)
def test_whatever_was_seen_each_row_has_one_state_and_nothing_is_called_absent_lightly(
    protocol, security, status, reason, tls, lists
) -> None:
    basis = Service(
        protocol, "h", 1, security, status, reason, tls=tls, capabilities=Capabilities(*lists)
    )  # fmt: skip
    rows = abilities(basis, (basis,))
    table = MEANINGS[protocol]
    assert len({each.key for each in rows}) == len(rows)
    listed = {each.key for each in rows}
    for key, meaning in table.items():
        if meaning.weight is Weight.HIGH and key not in ("STARTTLS", "STLS"):
            assert key in listed
    for each in rows:
        if each.state is State.MISSING and each.key not in ("STARTTLS", "STLS"):
            settled = lists[2] if each.phase is Phase.AFTER_LOGIN else lists[1]
            assert settled, "only a list that was read proves an absence"
            assert each.phase is Phase.AFTER_LOGIN or table[each.key].early
        if each.state is State.ADVERTISED:
            assert each.tokens
