"""Typing errors in a domain or address: one code each, nothing else ever gets through."""

import ipaddress
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probes.target import TargetError, TargetProblem, parse_host, parse_target

GOOD = [
    ("firma.ch", "firma.ch", "firma.ch"),
    ("  Info@FIRMA.ch ", "firma.ch", "firma.ch"),
    ("firma.ch.", "firma.ch", "firma.ch"),
    ("mailto:info@firma.ch", "firma.ch", "firma.ch"),
    ("bäckerei-müller.ch", "xn--bckerei-mller-bfb28a.ch", "bäckerei-müller.ch"),
    ("info@faß.de", "xn--fa-hia.de", "faß.de"),
    ("xn--bckerei-mller-bfb28a.ch", "xn--bckerei-mller-bfb28a.ch", "bäckerei-müller.ch"),
    ("ｆｉｒｍａ.ch", "firma.ch", "firma.ch"),
    ("firma。ch", "firma.ch", "firma.ch"),
    ("a+b=c'd@firma.ch", "firma.ch", "firma.ch"),
    ("用户@firma.ch", "firma.ch", "firma.ch"),
]
BAD = [
    ("", TargetProblem.EMPTY, None),
    ("   ", TargetProblem.EMPTY, None),
    ("x" * 321, TargetProblem.TOO_LONG, None),
    (".".join(["abcdefghi"] * 26) + ".ch", TargetProblem.TOO_LONG, None),
    ("a" * 60 + "@" + ".".join(["b" * 48] * 4) + ".ch", TargetProblem.TOO_LONG, None),
    ("in\x00fo@firma.ch", TargetProblem.CONTROL_CHARACTERS, None),
    ("info@firma.ch\r\nBcc: x", TargetProblem.CONTROL_CHARACTERS, None),
    ("firma\u202ehc.ch", TargetProblem.CONTROL_CHARACTERS, None),
    ("firma\u200b.ch", TargetProblem.CONTROL_CHARACTERS, None),
    ("https://www.firma.ch/kontakt?x=1", TargetProblem.WEB_ADDRESS, "firma.ch"),
    ("http://10.0.0.1/", TargetProblem.WEB_ADDRESS, None),
    ("info@@firma.ch", TargetProblem.SEVERAL_AT_SIGNS, None),
    ("a@b@firma.ch", TargetProblem.SEVERAL_AT_SIGNS, None),
    ("@firma.ch", TargetProblem.LOCAL_PART_MISSING, None),
    ("x" * 65 + "@firma.ch", TargetProblem.LOCAL_PART_TOO_LONG, None),
    ("in..fo@firma.ch", TargetProblem.LOCAL_PART_INVALID, None),
    ("info.@firma.ch", TargetProblem.LOCAL_PART_INVALID, None),
    ("in,fo@firma.ch", TargetProblem.LOCAL_PART_INVALID, None),
    ("in fo@firma.ch", TargetProblem.SPACE, None),
    ("info@", TargetProblem.DOMAIN_MISSING, None),
    ("info@fir ma.ch", TargetProblem.SPACE, "info@firma.ch"),
    ("info@firma,ch", TargetProblem.COMMA, "info@firma.ch"),
    ("firma..ch", TargetProblem.DOUBLE_DOT, "firma.ch"),
    (".ch", TargetProblem.DOUBLE_DOT, None),
    ("firma", TargetProblem.DOT_MISSING, None),
    ("localhost", TargetProblem.DOT_MISSING, None),
    ("a" * 64 + ".ch", TargetProblem.LABEL_TOO_LONG, None),
    ("ü" * 64 + ".ch", TargetProblem.LABEL_TOO_LONG, None),
    ("fir_ma.ch", TargetProblem.INVALID_CHARACTER, None),
    ("firma.ch/kontakt", TargetProblem.INVALID_CHARACTER, None),
    ("☃.ch", TargetProblem.INVALID_CHARACTER, None),
    ("-firma.ch", TargetProblem.HYPHEN, None),
    ("firma-.ch", TargetProblem.HYPHEN, None),
    ("xn--a.ch", TargetProblem.NOT_A_DOMAIN, None),
    ("info@[192.0.2.1]", TargetProblem.IP_ADDRESS, None),
]
ADDRESSES_IN_DISGUISE = [
    "127.0.0.1", "127.1", "0x7f.1", "0177.0.0.1", "①②⑦.0.0.1", "１２７.0.0.1", "10.0.0.1.", "::1", "[::1]",
    "fe80::1%eth0", "2001:db8::1", "1.2.3.0x4", "firma.123", "::ffff:10.0.0.1",
]  # fmt: skip


@pytest.mark.parametrize(("typed", "domain", "shown"), GOOD)
def test_good_targets(typed, domain, shown):
    target = parse_target(typed)
    assert (target.domain, target.shown) == (domain, shown)


@pytest.mark.parametrize(("typed", "problem", "suggestion"), BAD)
def test_typing_errors_have_a_code_and_where_plain_a_suggestion(typed, problem, suggestion):
    with pytest.raises(TargetError) as caught:
        parse_target(typed)
    assert (caught.value.problem, caught.value.suggestion) == (problem, suggestion)


@pytest.mark.parametrize("typed", ADDRESSES_IN_DISGUISE)
def test_an_ip_address_in_any_dress_is_refused(typed):
    with pytest.raises(TargetError) as caught:
        parse_target(typed)
    assert caught.value.problem is TargetProblem.IP_ADDRESS


def test_every_problem_is_reachable():
    tested = {problem for _, problem, _ in BAD} | {
        TargetProblem.MANUAL_SYNTAX,
        TargetProblem.REFUSED,
    }  # refused: test_refusal
    assert tested == set(TargetProblem)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=80), st.from_regex(r"[a-z0-9.@,\-\[\]:%äß①]{1,40}", fullmatch=True)))
def test_whatever_is_typed_gives_a_plain_domain_or_one_code(typed):
    try:
        domain = parse_target(typed).domain
    except TargetError:
        return
    assert re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", domain)
    assert len(domain) <= 253
    with pytest.raises(ValueError, match="address"):
        ipaddress.ip_address(domain)
    assert parse_target(domain).domain == domain


@pytest.mark.parametrize("name", ["127.0.0.1", "2130706433", "0x7f000001", "::1", "a..b", "a b.ch", "", "x" * 400])
def test_hosts_from_outside_are_checked_too(name):
    with pytest.raises(TargetError):
        parse_host(name)


def test_hosts_may_have_underscores_and_a_final_dot():
    assert parse_host("_Mail.Firma.ch.") == "_mail.firma.ch"
