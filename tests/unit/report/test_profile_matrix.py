"""What each kind of file cannot say, for these people or for the company."""

from advisor.profiles.account import Form
from advisor.profiles.formats.catalogue import FORMATS
from advisor.profiles.targets import Target
from advisor.report.profiles_view import cannot_matrix
from advisor.text import Language
from tests.unit.profiles.companies import ANNA, BEN, COLLECTOR, company

PEOPLE = (ANNA, BEN, COLLECTOR)


def row(target, form=Form.IMAP):
    matrix = cannot_matrix(company(form), PEOPLE, Language.EN)
    assert len(matrix) == len(Target)
    return next(each for each in matrix if each.name == FORMATS[target].name.en)


def test_files_for_people_say_for_how_many_they_are():
    assert row(Target.OUTLOOK_PRF).written.text == "for everyone"
    assert row(Target.OUTLOOK_POX).written.text == "for 2 of 3"
    (collector,) = (limit for limit in row(Target.OUTLOOK_POX).limits if limit.whom)
    assert collector.whom == "Archiv-PC"


def test_files_of_the_domain_follow_the_company_and_not_its_people():
    assert row(Target.DOVECOT).limits == ()
    limits = row(Target.DOVECOT, Form.POP3_KEEP_DAYS).limits
    assert [limit.whom for limit in limits] == ["", ""]
    assert "all readers of a mailbox" in limits[1].text
