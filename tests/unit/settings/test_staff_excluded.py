"""Rows with a way that the advice excludes for the company: held back, until somebody wants them all the same."""

import pytest

from advisor.settings.codes import Alternative
from advisor.settings.problems import Reason
from advisor.settings.staff import Defaults, read_staff
from advisor.settings.values import ExcludedWay
from advisor.text import Language
from tests.unit.profiles.companies import company

POP3 = (ExcludedWay(Alternative.POP3_KEEP, ("E1",)), ExcludedWay(Alternative.POP3_DELETE, ("E1", "E2")))
STRICT = Defaults.of(company(excluded=POP3), Language.DE)
HEADER = "address;name;role;alternative;keep_days\n"
ANNA = "anna@firma.ch;Anna;;pop3_delete;\n"
BEN = "ben@firma.ch;Ben;;;\n"
CARLA = "carla@firma.ch;Carla;;pop3_keep;14\n"


def names(found):
    return [person.name for person in found.people]


def read(*rows, despite=(), defaults=STRICT):
    return read_staff((HEADER + "".join(rows)).encode(), defaults, despite)


def test_an_excluded_way_is_held_back_and_the_others_go_on():
    found = read(ANNA, BEN, CARLA)
    assert names(found) == ["Ben"]
    assert [(row.line, row.person.name, row.alternative, row.keep_days) for row in found.held] == [
        (2, "Anna", Alternative.POP3_DELETE, None),
        (4, "Carla", Alternative.POP3_KEEP, 14),
    ]
    assert found.problems == ()
    assert found.incomplete
    assert not found.refused
    assert [row.line for row in found.rows] == [2, 3, 4]


def test_whoever_is_named_gets_files_in_the_order_of_the_list():
    assert names(read(ANNA, BEN, CARLA, despite=["ANNA@firma.ch "])) == ["Anna", "Ben"]
    everybody = read(ANNA, BEN, CARLA, despite=["carla@firma.ch", "anna@firma.ch"])
    assert names(everybody) == ["Anna", "Ben", "Carla"]
    assert not everybody.incomplete


def test_a_named_domain_counts_however_it_is_written():
    row = "anna@müller.ch;Anna;;pop3_delete;\n"
    assert names(read(row)) == []
    assert names(read(row, despite=["anna@xn--mller-kva.ch"])) == ["Anna"]


def test_a_row_that_is_held_back_still_reads_its_mailbox():
    found = read("info@firma.ch;Anna;;pop3_delete;\n", "info@firma.ch;Ben;;imap;\n")
    assert [(problem.line, problem.reason) for problem in found.problems] == [(2, Reason.DELETES_FOR_OTHERS)]
    assert names(found) == ["Ben"]
    assert found.held == ()


def test_the_word_lifts_no_rule_between_rows():
    rows = ("info@firma.ch;Anna;;pop3_delete;\n", "info@firma.ch;Ben;;imap;\n")
    assert names(read(*rows, despite=["info@firma.ch"])) == ["Ben"]


@pytest.mark.parametrize("row", ["info@firma.ch;PC;collector;;\n", "info@firma.ch;PC;collector;pop3_keep;\n"])
def test_a_collector_never_deletes_and_is_not_held_back(row):
    assert names(read(row)) == ["PC"]


def test_a_company_whose_own_way_is_excluded_holds_back_all_who_follow_it():
    settings = company(excluded=(ExcludedWay(Alternative.IMAP, ("E3",)),))
    assert names(read(BEN, CARLA, defaults=Defaults.of(settings, Language.DE))) == ["Carla"]


@pytest.mark.parametrize("excluded", [None, ()])
def test_where_nothing_is_excluded_nothing_is_held_back(excluded):
    found = read(ANNA, BEN, CARLA, defaults=Defaults.of(company(excluded=excluded), Language.DE))
    assert names(found) == ["Anna", "Ben", "Carla"]
    assert not found.incomplete
