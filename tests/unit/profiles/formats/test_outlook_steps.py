"""The page with the steps for both kinds of Outlook."""

import html5lib
import pytest

from advisor.profiles.account import Form
from advisor.profiles.export import export
from advisor.profiles.guides import GuideCode, guides_for
from advisor.profiles.remarks import Circumstances
from advisor.profiles.sheet import sheet_view
from advisor.profiles.targets import Target
from advisor.settings.codes import Program
from advisor.settings.values import Person
from advisor.text import Language
from probes.codes import Authentication
from tests.unit.profiles.companies import account, company, server

BOTH = (Program.OUTLOOK, Program.OUTLOOK_NEW)


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("programs", [(), (Program.APPLE, Program.OUTLOOK)])
def test_both_guides_and_no_other_whatever_the_reader_uses(form, programs):
    person = Person("anna@firma.ch", "Anna", programs=programs, language=Language.EN)
    (file,) = (each for each in export(company(form), (person,), only={Target.OUTLOOK_STEPS}) if each.target)
    assert file.path == "people/anna_firma.ch/outlook/steps.html"
    html5lib.HTMLParser(strict=True).parse(file.data)
    text = file.data.decode()
    assert text.count("<h3>Outlook (classic, Windows)</h3>") == 1
    assert text.count("<h3>Outlook (new, Windows)</h3>") == 1
    assert text.count("<h3>") == 2
    assert ("Remove from server after 21 days" in text) is (form is Form.POP3_KEEP_DAYS)


def test_where_the_provider_takes_no_passwords_its_own_sign_in_stands_there():
    oauth2 = account(imap=server(authentication=(Authentication.OAUTH2,)))
    assert guides_for(oauth2, BOTH) == (GuideCode.PROVIDER_SIGN_IN,)


def test_limits_are_those_of_outlook():
    view = sheet_view(account(Form.POP3_KEEP_DAYS), Circumstances(), Language.EN, BOTH)
    assert len(view.limits) == 1
    assert view.limits[0].startswith("The new Outlook offers POP3")
