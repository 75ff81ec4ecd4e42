"""Addresses that differ by signs that look alike are told, with the line of the other one; nothing is refused."""

import pytest

from advisor.settings.codes import Alternative
from advisor.settings.problems import Reason
from advisor.settings.staff import Defaults, read_staff
from advisor.settings.staff_warnings import Doubt
from advisor.text import Language

DEFAULTS = Defaults(Alternative.IMAP, domain="firma.ch")


def read(*addresses, defaults=DEFAULTS):
    rows = "".join(f"{address};Person {number}\n" for number, address in enumerate(addresses))
    return read_staff(f"address;name\n{rows}".encode(), defaults)


def told(*addresses, defaults=DEFAULTS):
    found = read(*addresses, defaults=defaults)
    assert found.problems == ()
    assert len(found.people) == len(addresses), "all are accepted"
    return [(one.line, one.doubt, one.like, one.like_line) for one in found.warnings]


@pytest.mark.parametrize("alike", ["firrna.ch", "FIRRNA.ch", "f1rma.ch", "fírma.ch"])
def test_a_domain_like_the_companys_own(alike):
    expected = [] if alike in {"f1rma.ch", "fírma.ch"} else [(2, Doubt.LIKE_OWN_DOMAIN, "firma.ch", None)]
    assert told(f"a@{alike}") == expected, "1 looks like l, not like i; an accent is seen"


def test_the_row_with_the_right_domain_is_named_where_there_is_one():
    assert told("a@firrna.ch", "b@firma.ch") == [(2, Doubt.LIKE_ROW, "firma.ch", 3)]


def test_of_two_foreign_domains_the_rarer_one_is_told():
    rows = ("a@beispie1.ch", "b@beispiel.ch", "c@beispiel.ch")
    assert told(*rows) == [(2, Doubt.LIKE_ROW, "beispiel.ch", 3)]
    assert told(*reversed(rows)) == [(4, Doubt.LIKE_ROW, "beispiel.ch", 2)]


@pytest.mark.parametrize(
    ("first", "second"),
    [("bernd", "bemd"), ("paul", "pau1"), ("info", "inf0"), ("vvalter", "walter"), ("ANNA.01", "anna.ol")],
)
def test_two_parts_before_the_at_that_look_alike(first, second):
    assert told(f"{first}@firma.ch", f"{second}@firma.ch") == [(3, Doubt.LIKE_ROW, f"{first}@firma.ch", 2)]
    assert told(f"{first}@firma.ch", f"{second}@other.ch") == []


def test_a_domain_in_another_alphabet_that_looks_like_the_own_one():
    defaults = Defaults(Alternative.IMAP, domain="cop.example")
    assert [one[1] for one in told("b@\u0441\u043e\u0440.example", defaults=defaults)] == [Doubt.LIKE_OWN_DOMAIN]


@pytest.mark.parametrize(
    "rows",
    [
        ("a@firma.ch", "b@firma.ch", "c@fima.ch"),
        ("a@firma.ch", "A@FIRMA.CH"),
        ("a@müller.ch", "b@xn--mller-kva.ch"),
        ("team1@firma.ch", "team2@firma.ch", "team10@firma.ch", "team11@firma.ch"),
        ("anna@firma.ch", "anne@firma.ch", "hanna@firma.ch"),
        ("a@firma.ch", "b@firma.com"),
    ],
)
def test_what_only_resembles_is_left_in_peace(rows):
    assert told(*rows) == []


def test_a_sentence_names_both_and_their_lines():
    one, two = read("x@firrna.ch").warnings[0], read("bernd@firma.ch", "bemd@firma.ch").warnings[0]
    assert one.describe(Language.DE) == (
        "Zeile 2: «x@firrna.ch» sieht fast gleich aus wie Ihre eigene Domain «firma.ch». Ist das ein Tippfehler?"
    )
    assert two.describe(Language.EN) == (
        "Line 3: “bemd@firma.ch” looks almost the same as “bernd@firma.ch” in line 2. Is it a typing mistake?"
    )


@pytest.mark.parametrize(
    "address", ["käthe@firma.ch", "josé.garcía@firma.ch", "иван@firma.ch", "\u0430nna@firma.ch", "käthe@müller.ch"]
)
def test_letters_before_the_at_that_need_smtputf8_have_a_reason_of_their_own(address):
    found = read(address).problems[0]
    assert found.reason is Reason.ADDRESS_NOT_ASCII
    assert address in found.describe(Language.DE)
    assert "SMTPUTF8" in found.describe(Language.DE)
    assert "kaethe@company.com" in found.describe(Language.EN)


@pytest.mark.parametrize(
    "address", ["käthe", "käthe@", "kä the@firma.ch", "käthe@firma", "a@b@firma.ch", "ä@@firma.ch"]
)
def test_what_is_no_address_anyway_is_told_as_such(address):
    assert read(address).problems[0].reason is Reason.ADDRESS
