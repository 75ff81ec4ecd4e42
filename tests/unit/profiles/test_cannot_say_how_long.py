"""Mail that shall stay on the server: only formats that can say so set it up; nothing that deletes is ever public."""

import json
import re
from dataclasses import replace

import pytest

from advisor.profiles.account import DELETING_FORMS, IMAP_FORMS, Form, account_for
from advisor.profiles.cannot import Cannot
from advisor.profiles.export import export, refused
from advisor.profiles.formats import pacc
from advisor.profiles.formats.catalogue import limits, refusals
from advisor.profiles.personal import file_of
from advisor.profiles.served import answers
from advisor.profiles.targets import Target
from advisor.report.profiles_view import cannot_matrix
from advisor.settings.addresses import parse_address
from advisor.settings.codes import Alternative, ReadingProtocol, Role
from advisor.settings.values import Person
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


NO_WORD_FOR_IT = (Target.APPLE, Target.OUTLOOK_POX)
DAYS = (None, 1, 14, 9999)


@pytest.mark.parametrize("keep_days", DAYS)
@pytest.mark.parametrize("alternative", Alternative)
def test_no_settings_let_an_answer_without_a_word_for_it_speak_of_pop3(alternative, keep_days):
    """Whatever the two fields of a file of settings say together."""
    found = answers(replace(company(), alternative=alternative, keep_days=keep_days))
    spoken = (found.pacc, found.autodiscover(ADDRESS), found.configuration_profile(ADDRESS))
    if alternative.protocol is ReadingProtocol.IMAP:
        assert all(spoken)
        assert not any(b"pop" in each.lower().replace(b"usepopauth", b"") for each in spoken)
    else:
        assert spoken == (None, None, None)
    days = re.findall(rb"<daysToLeaveMessagesOnServer>(\d+)<", found.autoconfig or b"")
    forever = (alternative, keep_days) == (Alternative.POP3_KEEP, None)
    assert days == ([b"9999"] if forever else [])
    assert (found.autoconfig is not None) is (forever or alternative.protocol is ReadingProtocol.IMAP)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("own_days", DAYS)
@pytest.mark.parametrize("own", [None, *Alternative])
@pytest.mark.parametrize("form", Form)
def test_no_row_gets_a_file_without_a_word_for_it_where_its_mail_stays_for_ever(form, own, own_days, role):
    """Not even a row that no check of a staff list would let pass; personal pages get their files here, too."""
    settings, person = company(form), Person("anna@firma.ch", "Anna", role=role, alternative=own, keep_days=own_days)
    made = [one.target for one in export(settings, (person,), only=NO_WORD_FOR_IT) if one.target]
    forever = account_for(settings, person).form is Form.POP3_KEEP_FOREVER
    assert not (forever and made)
    for target in NO_WORD_FOR_IT:
        assert (file_of(settings, person, target, None) is not None) is (target in made)


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
