"""What a mail server can do, as the page tells it: what counts first, states in words, nothing raw or overstated."""

import unicodedata
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.report.capabilities.product import product_cell, product_of
from advisor.report.capabilities.values import AbilityRow, CapabilityView
from advisor.report.capabilities.view import capability_views
from advisor.report.cells import Tone
from advisor.report.texts.products import QUIRKS
from advisor.text import Language
from probes.codes import Protocol, Reason, Security, Status
from probes.measurement import (
    Folder,
    ImapMeasurement,
    Measurement,
    Namespace,
    Namespaces,
    Pop3Measurement,
    Quota,
    Rights,
    Uidl,
)
from probes.results import Capabilities, ProbeReport, Service, Tls
from tests.made_up.probe_reports import GOOD, HOST, NO_DOMAIN

AT = datetime(2026, 11, 23, tzinfo=UTC)
TLS = Tls("TLSv1.3", "TLS_AES_256_GCM_SHA384", None)


def service(protocol: Protocol, port: int, *tokens: str, **differs) -> Service:
    made = Service(
        protocol, HOST, port, Security.TLS, Status.COMPLETED, tls=TLS, capabilities=Capabilities(after_tls=tokens)
    )  # fmt: skip
    return replace(made, **differs)


def views(*services: Service, language=Language.EN, measurement=None) -> dict[str, CapabilityView]:
    report = replace(NO_DOMAIN, services=services)
    return {view.code: view for view in capability_views(report, language, measurement)}


def row(view: CapabilityView, token: str) -> AbilityRow:
    return next(each for each in (*view.important, *view.further) if each.token.split(",")[0] == token)


def test_each_service_that_answered_has_a_table_of_the_server_that_is_proposed() -> None:
    found = capability_views(GOOD, Language.EN)
    assert [(view.code, view.server) for view in found] == [
        ("imap", f"{HOST}:993"), ("pop3", f"{HOST}:995"), ("submission", f"{HOST}:465"),
    ]  # fmt: skip


def test_nothing_answered_nothing_told() -> None:
    silent = Service(Protocol.IMAP, HOST, 993, Security.TLS, Status.FAILED, Reason.FILTERED)
    assert views(silent) == {}


def test_rules_on_the_server_have_a_table_too() -> None:
    found = views(service(Protocol.MANAGESIEVE, 4190, "SIEVE vacation", "SASL PLAIN"))["managesieve"]
    assert row(found, "SIEVE").figure == "It can: absence note."


def test_what_decides_stands_out_and_the_rest_follows_by_weight() -> None:
    imap = views(service(Protocol.IMAP, 993, "IMAP4rev1", "CHILDREN", "UIDPLUS", "IDLE", "AUTH=PLAIN"))["imap"]
    assert [each.token for each in imap.important] == ["AUTH", "IDLE", "SPECIAL-USE", "QUOTA", "NAMESPACE", "ACL"]
    further = [each.token for each in imap.further]
    assert further.index("UIDPLUS") < further.index("MOVE") < further.index("IMAP4rev1") < further.index("CHILDREN")
    assert row(imap, "UIDPLUS").why
    assert not row(imap, "CHILDREN").why


def test_what_is_wrong_stands_out_even_if_it_counts_less() -> None:
    imap = views(service(Protocol.IMAP, 993, "IMAP4rev1", "LOGINDISABLED", "UTF8=ONLY"))["imap"]
    assert {"LOGINDISABLED", "UTF8=ONLY"} <= {each.token for each in imap.important}
    pop3 = views(service(Protocol.POP3, 995))["pop3"]
    assert (row(pop3, "CAPA").state.tone, row(pop3, "CAPA") in pop3.important) == (Tone.BAD, True)


def test_what_is_not_seen_is_not_visible_before_signing_in_and_never_called_unsupported() -> None:
    imap = views(service(Protocol.IMAP, 993, "IMAP4rev1", "AUTH=PLAIN"))["imap"]
    states = {each.token: each.state for each in (*imap.important, *imap.further)}
    for token in ("IDLE", "SPECIAL-USE", "QUOTA", "ACL", "NAMESPACE"):
        assert (states[token].text, states[token].tone) == ("not visible before signing in", Tone.NONE)
    assert "support" not in repr(imap)


def test_the_states_have_words_of_their_own() -> None:
    plain = Service(
        Protocol.IMAP, HOST, 143, Security.STARTTLS, Status.FAILED, Reason.STARTTLS_REFUSED,
        capabilities=Capabilities(before_tls=("IMAP4rev1", "STARTTLS")),
    )  # fmt: skip
    tls = service(Protocol.IMAP, 993, "IMAP4rev1", "IDLE", "ID", "AUTH=PLAIN", implementation="Dovecot")
    imap = views(tls, plain)["imap"]
    assert (row(imap, "IDLE").state.text, row(imap, "IDLE").state.tone) == ("announced", Tone.GOOD)
    assert (row(imap, "ID").state.text, row(imap, "ID").state.tone) == ("works, tried by us", Tone.GOOD)
    assert (row(imap, "STARTTLS").state.text, row(imap, "STARTTLS").state.tone) == ("tried, did not work", Tone.BAD)
    assert row(imap, "QUOTA").state.text == "not visible before signing in"


def test_what_was_seen_in_clear_text_only_is_told_as_that() -> None:
    plain = Service(
        Protocol.IMAP, HOST, 143, Security.STARTTLS, Status.FAILED, Reason.TLS_FAILED,
        capabilities=Capabilities(before_tls=("IMAP4rev1", "IDLE", "STARTTLS")),
    )  # fmt: skip
    idle = row(views(plain)["imap"], "IDLE").state
    assert (idle.text, idle.tone) == ("announced before encryption only; we do not rely on it", Tone.NONE)


@pytest.mark.parametrize("token", ["AUTH=PLAIN", "AUTH=LOGIN"])
def test_a_password_that_was_asked_for_in_clear_text_is_not_called_protected(token) -> None:
    plain = Service(
        Protocol.IMAP, HOST, 143, Security.STARTTLS, Status.FAILED, Reason.STARTTLS_NOT_OFFERED,
        capabilities=Capabilities(before_tls=("IMAP4rev1", token)),
    )  # fmt: skip
    found = row(views(plain)["imap"], "AUTH")
    assert (found.figure, found.state.tone) == ("", Tone.NONE)
    assert "protected" in row(views(service(Protocol.IMAP, 993, token))["imap"], "AUTH").figure


@pytest.mark.parametrize(
    ("protocol", "tokens", "token"),
    [
        (Protocol.MANAGESIEVE, ("SIEVE fileinto", "SASL"), "SASL"),
        (Protocol.POP3, ("UIDL", "SASL"), "SASL"),
        (Protocol.SUBMISSION, ("SIZE 1000", "AUTH"), "AUTH"),
        (Protocol.SUBMISSION, ("SIZE 1000", "AUTH="), "AUTH"),
        (Protocol.IMAP, ("IMAP4rev1", "AUTH="), "AUTH"),
    ],
)
def test_a_list_of_no_way_to_sign_in_announces_none(protocol, tokens, token) -> None:
    """RFC 5804 section 1.7, RFC 2449 section 6.3: the word may stand there alone."""
    found = row(views(service(protocol, 993, *tokens))[protocol.value], token)
    assert (found.state.text, found.state.tone) == ("not announced", Tone.WARN)


def test_a_server_that_refuses_passwords_in_clear_text_is_praised() -> None:
    lists = Capabilities(before_tls=("STARTTLS", "LOGINDISABLED"), after_tls=("IMAP4rev1", "AUTH=PLAIN"))
    good = row(
        views(service(Protocol.IMAP, 143, security=Security.STARTTLS, capabilities=lists))["imap"], "LOGINDISABLED"
    )
    assert (good.state.tone, good.why) == (Tone.GOOD, "A good sign: without encryption it takes no password.")
    bad = row(views(service(Protocol.IMAP, 993, "IMAP4rev1", "LOGINDISABLED"))["imap"], "LOGINDISABLED")
    assert bad.state.tone is Tone.WARN
    assert "Old programs" in bad.why


@pytest.mark.parametrize(
    ("tokens", "token", "tone", "why"),
    [
        (("TOP",), "UIDL", Tone.WARN, "again and again"),
        (("UIDL",), "TOP", Tone.NONE, "always load the whole"),
        (("UIDL",), "UIDL", Tone.GOOD, "Only so can a copy stay"),
        (("UIDL", "EXPIRE 30"), "EXPIRE 30", Tone.WARN, "is gone unless"),
        (("UIDL", "EXPIRE 0"), "EXPIRE 0", Tone.BAD, "is gone unless"),
        (("UIDL", "EXPIRE NEVER"), "EXPIRE NEVER", Tone.GOOD, ""),
        (("UIDL",), "EXPIRE", Tone.NONE, "announces no deletion"),
        (("UIDL", "LOGIN-DELAY 900"), "LOGIN-DELAY 900", Tone.WARN, "get in each other"),
        (("UIDL",), "LOGIN-DELAY", Tone.NONE, "no pause"),
    ],
)
def test_pop3_tells_what_costs_mail(tokens, token, tone, why) -> None:
    found = row(views(service(Protocol.POP3, 995, *tokens))["pop3"], token)
    assert found.state.tone is tone
    assert why in found.why
    assert bool(why) == bool(found.why)


def test_after_signing_in_absence_is_real() -> None:
    lists = Capabilities(after_tls=("IMAP4rev1",), after_login=("IMAP4rev1", "IDLE"))
    imap = views(service(Protocol.IMAP, 993, capabilities=lists))["imap"]
    assert row(imap, "IDLE").state.text == "announced, after signing in too"
    assert row(imap, "QUOTA").state.text == "not there after signing in either"
    assert row(imap, "QUOTA").why == "How full it is, only the provider’s page then shows."


MEASURED = Measurement(
    address_sha256="0" * 64,
    host=HOST,
    at=AT,
    imap=ImapMeasurement(
        quota=Quota(1, 2),
        folders=(Folder("Sent", "\\Sent", 1, 1),),
        by_month=(),
        namespaces=Namespaces(shared=(Namespace("shared/", (Rights("shared/info", "lr"),)),)),
        capabilities=("IMAP4rev1", "QUOTA", "NAMESPACE", "ACL", "SPECIAL-USE"),
    ),
    pop3=Pop3Measurement(messages=3, bytes=9, uidl=Uidl(3, unique=True), capabilities=("UIDL",)),
)


def test_a_measurement_shows_what_works() -> None:
    services = (service(Protocol.IMAP, 993, "IMAP4rev1"), service(Protocol.POP3, 995, "UIDL"))
    found = views(*services, measurement=MEASURED)
    for token in ("QUOTA", "NAMESPACE", "ACL", "SPECIAL-USE"):
        assert row(found["imap"], token).state.text == "works, tried by us"
    assert row(found["imap"], "IDLE").state.text == "not there after signing in either"
    assert row(found["pop3"], "UIDL").state.text == "works, tried by us"


@pytest.mark.parametrize("uidl", [None, Uidl(3, unique=False)])
def test_numbers_that_do_not_tell_messages_apart_fail(uidl) -> None:
    measured = replace(MEASURED, pop3=replace(MEASURED.pop3, uidl=uidl))
    found = row(views(service(Protocol.POP3, 995, "UIDL"), measurement=measured)["pop3"], "UIDL")
    assert (found.state.text, found.state.tone) == ("tried, did not work", Tone.BAD)


def test_a_measurement_of_another_host_says_nothing() -> None:
    other = replace(MEASURED, host="other.firma.example")
    imap = views(service(Protocol.IMAP, 993, "IMAP4rev1"), measurement=other)["imap"]
    assert row(imap, "QUOTA").state.text == "not visible before signing in"
    assert views(service(Protocol.SUBMISSION, 465, "SIZE"), measurement=MEASURED)


def test_ports_that_differ_are_told() -> None:
    tls = service(Protocol.IMAP, 993, "IMAP4rev1", "IDLE")
    plain = service(Protocol.IMAP, 143, "IMAP4rev1", "QUOTA", security=Security.STARTTLS)
    assert views(tls, plain)["imap"].notes == (
        f"{HOST}:143 does not announce: IDLE.",
        f"{HOST}:143 also announces: QUOTA.",
    )


def test_the_second_address_of_a_port_is_told_apart() -> None:
    first = service(Protocol.IMAP, 993, "IMAP4rev1", "IDLE", address="192.0.2.7")
    second = service(Protocol.IMAP, 993, "IMAP4rev1", address="2001:db8::7", second_family=True)
    assert views(second, first)["imap"].notes == (f"{HOST}:993 (2001:db8::7) does not announce: IDLE.",)


def test_unknown_tokens_are_shown_as_such_and_not_without_end() -> None:
    imap = views(service(Protocol.IMAP, 993, "IMAP4rev1", *(f"X-OWN-{number}" for number in range(99))))["imap"]
    assert imap.unknown[0] == "X-OWN-0"
    assert len(imap.unknown) == 41
    assert imap.unknown[-1] == "…"


@pytest.mark.parametrize("language", Language)
def test_software_is_named_with_how_we_know(language) -> None:
    stated = service(Protocol.IMAP, 993, "IMAP4rev1", implementation="Dovecot 2.3.19")
    greeted = service(Protocol.IMAP, 143, greeting="* OK Dovecot ready.", security=Security.STARTTLS)
    silent = service(Protocol.IMAP, 993, "IMAP4rev1", greeting="* OK ready")
    gmail = service(Protocol.IMAP, 993, "IMAP4rev1", "X-GM-EXT-1")
    said = [product_cell(each, (each,), language).text for each in (stated, greeted, silent, gmail)]
    assert said == {
        Language.DE: [
            "Dovecot 2.3.19 (nennt sich selbst so)", "Dovecot (laut Begrüssung)", "nicht erkannt",
            "Google Gmail (an seinen Fähigkeiten erkannt)",
        ],
        Language.EN: [
            "Dovecot 2.3.19 (says so itself)", "Dovecot (by its greeting)", "not recognised",
            "Google Gmail (recognised by its abilities)",
        ],
    }[language]  # fmt: skip
    assert product_of(silent, (silent, greeted)).name == "Dovecot"


def test_quirks_are_told_where_the_software_is_known() -> None:
    gmail = service(Protocol.POP3, 995, "UIDL", greeting="+OK Gpop ready for requests from 192.0.2.1 x")
    (note,) = views(gmail)["pop3"].notes
    assert "recent:" in note
    assert all(protocol in Protocol for _, protocol in QUIRKS)


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for each in value for text in _strings(each)]
    if is_dataclass(value):
        return [text for field in fields(value) for text in _strings(getattr(value, field.name))]
    return []


HOSTILE = st.lists(
    st.text(max_size=40) | st.sampled_from(["IDLE\x1b[2J", "AUTH=\u202ePLAIN", "SIZE 9\x00"]), max_size=8
)


@given(protocol=st.sampled_from(Protocol), tokens=HOSTILE, greeting=st.none() | st.text(max_size=60))
def test_nothing_raw_reaches_the_page(protocol, tokens, greeting) -> None:
    report = ProbeReport("firma.ch", AT, 1, "here", services=(service(protocol, 1, *tokens, greeting=greeting),))
    for text in _strings(capability_views(report, Language.DE)):
        assert not {unicodedata.category(letter) for letter in text} & {"Cc", "Cf", "Zl", "Zp", "Cs"}
