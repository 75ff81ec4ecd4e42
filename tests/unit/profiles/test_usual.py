"""Which kinds of files there are where nobody chooses: the locked rules only where nobody fetches."""

import pytest

from advisor.profiles.account import IMAP_FORMS, POP3_FORMS, Form, account_for
from advisor.profiles.cannot import Cannot
from advisor.profiles.export import export, refused
from advisor.profiles.formats.catalogue import USUAL, limits, usual
from advisor.profiles.targets import Target
from advisor.report.profiles_view import cannot_matrix
from advisor.settings.codes import Alternative, Program
from advisor.settings.values import Person
from advisor.text import Language
from tests.unit.profiles.companies import ANNA, BEN, COLLECTOR, account, company

RULES = Target.THUNDERBIRD_POLICIES
ON_OUTLOOK = Person("o@firma.ch", "O", programs=(Program.OUTLOOK,), alternative=Alternative.POP3_DELETE)


def accounts(form, *people):
    return [account_for(company(form), person) for person in (None, *people)]


@pytest.mark.parametrize("form", Form)
def test_the_rules_are_usual_only_where_everybody_reads_by_imap(form):
    chosen = usual(accounts(form, ANNA, BEN))
    assert (RULES in chosen) is (form in IMAP_FORMS)
    assert {*chosen, RULES} == set(USUAL)
    assert RULES not in usual(accounts(form, ANNA, COLLECTOR))


def test_who_gets_no_such_file_does_not_count():
    assert RULES in usual(accounts(Form.IMAP, ANNA, ON_OUTLOOK))


@pytest.mark.parametrize("form", sorted(POP3_FORMS))
def test_they_come_only_when_asked_for_and_then_say_who_loses_what(form):
    assert not any(file.target is RULES for file in export(company(form), (ANNA,)))
    assert not any(refusal.target is RULES for refusal in refused(company(form), (ANNA,)))
    made = {file.path: file for file in export(company(form), (BEN,), only={RULES})}
    assert "people/ben_firma.ch/thunderbird_policies/policies.json" in made
    readme = " ".join(made["people/ben_firma.ch/README.en.txt"].data.decode().split())
    assert "ATTENTION, who loses what:" in readme
    assert "ATTENTION, who loses what:" in made["people/ben_firma.ch/thunderbird_policies/policies.json"].data.decode()


@pytest.mark.parametrize("form", Form)
def test_the_tick_is_off_and_the_warning_stands_beside_it(form):
    (row,) = (row for row in cannot_matrix(company(form), (ANNA,), Language.EN) if row.target is RULES)
    assert row.possible
    assert row.usual is (form in IMAP_FORMS)
    assert any("ATTENTION, who loses what:" in limit.text for limit in row.limits) is (form in POP3_FORMS)
    assert (Cannot.LOCKED_POP3 in limits(RULES, account(form))) is (form in POP3_FORMS)
