"""Mail that shall stay on the server: only formats that can say so set it up; nothing that deletes is ever public."""

import json

import pytest

from advisor.profiles.account import DELETING_FORMS, IMAP_FORMS, Form, account_for
from advisor.profiles.cannot import Cannot
from advisor.profiles.export import export, refused
from advisor.profiles.formats import pacc
from advisor.profiles.formats.catalogue import limits, refusals
from advisor.profiles.served import answers
from advisor.profiles.targets import Target
from advisor.report.profiles_view import cannot_matrix
from advisor.settings.addresses import parse_address
from advisor.text import Language
from tests.unit.profiles.companies import ANNA, COLLECTOR, account, company

ADDRESS = parse_address("anna@firma.ch")


@pytest.mark.parametrize("form", Form)
def test_apple_and_autodiscover_are_written_only_where_their_default_takes_nothing_away(form):
    apple, outlook = (refusals(target, account(form)) for target in (Target.APPLE, Target.OUTLOOK_POX))
    assert apple == ((Cannot.NO_FOREVER,) if form is Form.POP3_KEEP_FOREVER else ())
    expected = (Cannot.OUTLOOK_OWN_PERIOD,) if form is Form.POP3_KEEP_FOREVER else ()
    assert outlook == ((Cannot.NEVER_PUBLISHED,) if form in DELETING_FORMS else expected)


def test_the_collector_has_one_reason():
    for target in (Target.APPLE, Target.OUTLOOK_POX):
        assert refusals(target, account(Form.IMAP, COLLECTOR)) == (Cannot.COLLECTOR_MUST_KEEP,)


def test_no_answer_of_autodiscover_is_there_to_be_published_for_a_way_that_deletes():
    for form in DELETING_FORMS:
        made = [file.path for file in export(company(form), (ANNA,), only=tuple(Target))]
        assert not [path for path in made if path.endswith("autodiscover.xml")]
        (refusal,) = refused(company(form), (ANNA,), only={Target.OUTLOOK_POX})
        assert refusal.because == (Cannot.NEVER_PUBLISHED,)


@pytest.mark.parametrize("form", Form)
def test_pacc_is_only_for_imap(form):
    assert pacc.possible(account(form, None)) is (form in IMAP_FORMS)
    assert (Cannot.PACC_NO_PERIOD in limits(Target.DNS, account(form, None))) is (form is Form.POP3_KEEP_FOREVER)


def test_kept_for_ever_is_answered_by_autoconfig_only():
    found = answers(company(Form.POP3_KEEP_FOREVER))
    assert found.autoconfig is not None
    assert (found.pacc, found.personal) == (None, frozenset())
    assert (found.autodiscover(ADDRESS), found.configuration_profile(ADDRESS)) == (None, None)


def test_the_matrix_says_why():
    rows = {row.target: row for row in cannot_matrix(company(Form.POP3_KEEP_FOREVER), (ANNA,), Language.EN)}
    for target, why in ((Target.APPLE, "A Mac would delete it"), (Target.OUTLOOK_POX, "could delete mail")):
        assert not rows[target].possible
        assert any(why in limit.text for limit in rows[target].limits)
    assert rows[Target.THUNDERBIRD].possible


def test_the_zone_names_autodiscover_only_where_it_is_answered():
    def zone(form):
        made = {file.path: file.data for file in export(company(form), (), only={Target.DNS})}
        return made["company/dns/firma.ch.zone"].decode()

    assert "autodiscover.firma.ch. 3600 IN CNAME" in zone(Form.IMAP)
    assert "autodiscover" not in zone(Form.POP3_KEEP_FOREVER)
    assert "autoconfig.firma.ch. 3600 IN CNAME" in zone(Form.POP3_KEEP_FOREVER)


def test_pacc_still_says_what_it_says_for_imap():
    found = json.loads(answers(company()).pacc)
    assert set(found["protocols"]) == {"imap", "smtp", "submit"}
    assert account_for(company(), None).form is Form.IMAP
